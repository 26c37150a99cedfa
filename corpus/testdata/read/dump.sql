-- MySQL dump 10.13
/*!40101 SET NAMES utf8 */;
DROP TABLE IF EXISTS `g5_write_free`;
CREATE TABLE `g5_write_free` (
  `wr_id` int(11) NOT NULL AUTO_INCREMENT,
  `wr_subject` varchar(255) NOT NULL DEFAULT '',
  `wr_content` text NOT NULL,
  `wr_option` set('html1','html2','secret','mail') NOT NULL,
  `wr_name` varchar(20),
  `wr_ip` varchar(255),
  `wr_link1` text,
  PRIMARY KEY (`wr_id`),
  KEY `x` (`wr_name`,`wr_ip`)
) ENGINE=MyISAM;
INSERT INTO `g5_write_free` VALUES (1,'난로; 하나','귤이 \'참\' 달다\r\n둘째 -- 줄','','kim','1.2.3.4',''),(2,'둘','<p>x</p>','html1','lee',NULL,'http://a.test'),(3,'short');
INSERT INTO `g5_config` VALUES (1,'x');
INSERT INTO g5_shop_item_use (is_id, is_subject, is_content, is_confirm) VALUES (7,'s',_binary '좋아요',1);
INSERT INTO `g5_write_notice` VALUES (4,-4,'',4,0,0,'','','html1','공지','<p>문을 닫습니다</p>','','http://example.org','','0','0',9,0,0,'admin','','산지기','','','2024-11-03 22:40:00',0,'2024-11-03 22:40:00','203.0.113.1','','','','','','','','','','','','');
INSERT INTO `rx_documents` (`document_srl`,`title`,`content`,`nick_name`,`regdate`,`ipaddress`) VALUES (77,0xeb8298eba19c,'<p>귤</p>','눈사람','20241103224000','203.0.113.9');
INSERT INTO `g5_write_free` VALUES (9,'끊긴 줄
