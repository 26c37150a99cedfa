package fold

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// parts are Han characters that spam writes in two: the whole, its radical,
// which nobody writes alone, and the rest. Source: the characters' own shapes.
const parts = "澳氵奥 注氵主 法氵去 洗氵先 流氵充 海氵每 游氵斿 活氵舌 清氵青 深氵罙 港氵巷 温氵昷 满氵㒼 源氵原 " +
	"信亻言 你亻尔 他亻也 们亻门 代亻弋 付亻寸 位亻立 住亻主 作亻乍 做亻故 优亻尤 价亻介 借亻昔 值亻直 " +
	"投扌殳 打扌丁 找扌戈 扣扌口 提扌是 换扌奂 招扌召 抢扌仓 推扌隹 搏扌尃 抽扌由 押扌甲 拉扌立 " +
	"记讠己 设讠殳 访讠方 识讠只 诚讠成 话讠舌 请讠青 证讠正 课讠果 试讠式 许讠午 讲讠井 论讠仑 " +
	"钱钅戋 银钅艮 铁钅失 铜钅同 锁钅肖 " +
	"红纟工 给纟合 约纟勺 线纟戋 组纟且 统纟充 " +
	"彩彡采 影彡景 情忄青 快忄夬 怡忄台 性忄生 福礻畐 神礻申 祝礻兄 独犭虫 狗犭句 " +
	"进辶井 送辶关 返辶反 迎辶卬 速辶束 近辶斤 运辶云 还辶不 这辶文 过辶寸 选辶先 通辶甬 " +
	"菠艹波 薇艹微 花艹化 药艹约 " +
	"安宀女 宝宀玉 客宀各 家宀豕 官宀㠯 "

// wholes holds the characters of parts by their radical and the rest.
var wholes = sync.OnceValue(func() map[[2]rune]rune {
	m := make(map[[2]rune]rune)
	for entry := range strings.FieldsSeq(parts) {
		r := []rune(entry)
		m[[2]rune{r[1], r[2]}] = r[0]
	}
	return m
})

// isRadical reports whether r is a part of Han characters that is no character.
func isRadical(r rune) bool {
	switch r {
	case '氵', '亻', '扌', '讠', '钅', '纟', '彡', '忄', '礻', '犭', '辶', '艹', '宀':
		return true
	}
	return false
}

// whole returns the character that a radical and what stands beside it make,
// in either order, and the length of both; 0 if they make none.
func whole(s string) (r rune, n int) {
	a, i := utf8.DecodeRuneInString(s)
	b, k := utf8.DecodeRuneInString(s[i:])
	n = i + k
	if isRadical(b) && !isRadical(a) {
		a, b = b, a
	}
	if !isRadical(a) || k == 0 {
		return 0, 0
	}
	if w := wholes()[[2]rune{a, b}]; w != 0 {
		return w, n
	}
	return 0, 0
}

// isPart reports whether the Han letter at text[i] is a radical that stands alone.
func isPart(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isRadical(r)
}

// assemble writes out a word with its characters put together.
func (j *joiner) assemble(r *letterRun) {
	j.begin()
	for i := r.start; i < r.end; {
		if w, n := whole(j.text[i:r.end]); w != 0 {
			j.b.Put(i, i+n, string(w), Jamo)
			i += n
			continue
		}
		_, n := utf8.DecodeRuneInString(j.text[i:])
		j.b.Keep(i, i+n)
		i += n
	}
	j.b.Put(r.end, r.end, "\n", 0)
}
