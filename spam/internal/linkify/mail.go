package linkify

import "strings"

// mailHosts are where people have their mail.
const mailHosts = " gmail.com naver.com hanmail.net daum.net kakao.com nate.com hotmail.com outlook.com live.com msn.com yahoo.com icloud.com me.com proton.me yandex.ru mail.ru qq.com 163.com 126.com "

// isMail reports whether the host at start is that of an e-mail address.
func (s *scanner) isMail(start int) bool {
	return start > 1 && s.text[start-1] == '@' && !isBlank(s.text[start-2])
}

// readUser reads the address whose user-info is the host in s.host, which an
// '@' follows. Unless the user-info passes itself off as an address, that is
// an e-mail address, and not one of ours.
func (s *scanner) readUser() int {
	user, m := s.host, Match{Start: s.host.start, Form: UserInfo}
	at := user.end + 1
	if !s.named(at) {
		return at
	}
	h := &s.host
	s.floor = h.end
	if user.start > 0 && strings.IndexByte("=+", s.text[user.start-1]) >= 0 {
		return h.end // a list's own address holds that of its reader: list+reader=host@list
	}
	switch string(user.name[user.tldStart:user.size]) {
	case "com", "net", "org", "kr":
	default:
		return h.end
	}
	if strings.Contains(mailHosts, " "+string(h.name[:h.size])+" ") {
		return h.end
	}
	m.Form |= h.form | user.form
	rest := s.tail(&m)
	s.add(m, "", s.text[m.Start:at], rest)
	return m.End
}
