package synth

import (
	"strings"
	"unicode"
)

// mapped replaces every letter of from by the one at its place in to.
func mapped(from, to string) func(*draft, string) string {
	return func(_ *draft, s string) string { return translate(strings.ToLower(s), from, to) }
}

func translate(s, from, to string) string {
	f, t := []rune(from), []rune(to)
	return strings.Map(func(r rune) rune {
		for i, c := range f {
			if c == r {
				return t[i]
			}
		}
		return r
	}, s)
}

// someTranslated translates at least one letter, others by chance.
func someTranslated(g *draft, s, from, to string) string {
	r := []rune(s)
	changed := false
	for i := range r {
		if !changed || g.chance(0.5) {
			if q := []rune(translate(string(r[i]), from, to))[0]; q != r[i] {
				r[i], changed = q, true
			}
		}
	}
	return string(r)
}

func homoglyph(g *draft, s string) string {
	if g.chance(0.3) {
		return someTranslated(g, s, "aAbBeEhHiIkKmMnNoOpPtTuvxXyYzZ", "αΑβΒεΕһΗιΙκΚмΜηΝοΟρΡτΤυνχΧγΥzΖ")
	}
	return someTranslated(g, s, "aABcCeEHijKMoOpPsSTxXyY", "аАВсСеЕНіјКМоОрРѕЅТхХуУ")
}

func homoglyphRu(g *draft, s string) string {
	return someTranslated(g, s, "аАВеЕкКМНоОрРсСТуУхХзи", "aABeEkKMHoOpPcCTyYxX3u")
}

// styled writes Latin letters and digits in a mathematical alphabet
// (Unicode block Mathematical Alphanumeric Symbols).
func styled(g *draft, s string) string {
	// Of these alphabets no letter is missing from the block.
	upper := one(g.source, []rune{0x1D400, 0x1D468, 0x1D4D0, 0x1D56C, 0x1D5A0, 0x1D5D4, 0x1D608, 0x1D63C, 0x1D670})
	digit := one(g.source, []rune{0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6})
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return upper + r - 'A'
		case r >= 'a' && r <= 'z':
			return upper + 26 + r - 'a'
		case r >= '0' && r <= '9':
			return digit + r - '0'
		}
		return r
	}, s)
}

func enclosed(g *draft, s string) string {
	base := one(g.source, []rune{0x24B6, 0x1F150, 0x1F130, 0x1F170})
	return strings.Map(func(r rune) rune {
		r = unicode.ToUpper(r)
		switch {
		case r >= 'A' && r <= 'Z':
			return base + r - 'A'
		case r >= '1' && r <= '9':
			return '①' + r - '1'
		case r == '0':
			return '⓪'
		}
		return r
	}, s)
}

// regional writes regional indicators, parted so that no two make a flag.
func regional(_ *draft, s string) string {
	var b strings.Builder
	for i, r := range strings.ToUpper(s) {
		if i > 0 {
			b.WriteByte(' ')
		}
		if r >= 'A' && r <= 'Z' {
			r += 0x1F1E6 - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

func upsideDown(_ *draft, s string) string {
	return reverse(translate(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789", "ɐqɔpǝɟƃɥıɾʞlɯuodbɹsʇnʌʍxʎz0ƖᄅƐㄣϛ9ㄥ86"))
}

func leet(g *draft, s string) string {
	return someTranslated(g, s, "aAeEiIoOsStTgGbBаАоОзЗеЕ", "443311005577998844003333")
}

func hiragana(_ *draft, s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'ァ' && r <= 'ヶ' {
			return r - 'ァ' + 'ぁ'
		}
		return r
	}, s)
}

// zhParts replaces characters by look-alikes, homophones or their parts.
func zhParts(g *draft, s string) string {
	like := map[rune][]string{
		'微': {"薇", "徽", "威", "微❤"}, '信': {"亻言", "芯", "伩", "❤"}, '澳': {"氵奥", "奥"}, '门': {"冂", "閅"},
		'赌': {"贝者", "睹", "渡"}, '博': {"十尃", "愽", "搏"}, '彩': {"採", "采彡", "菜"}, '票': {"漂", "缥"},
		'网': {"罓", "網", "冈"}, '加': {"伽", "力口", "➕"}, '娱': {"女吴", "誤"}, '乐': {"樂", "泺"},
		'贷': {"代贝", "岱"}, '款': {"欵", "kuan"}, '证': {"讠正", "証", "正"}, '发': {"发", "發"},
		'刷': {"唰"}, '单': {"単", "單"}, '充': {"冲"}, '值': {"直", "値"}, '金': {"釒", "全"}, '群': {"君羊", "裙"}, '红': {"紅", "纟工"}, '包': {"勹巳", "苞"}, '注': {"氵主", "註"}, '册': {"冊"},
	}
	var b strings.Builder
	changed := false
	for _, r := range s {
		if to := like[r]; len(to) > 0 && (!changed || g.chance(0.6)) {
			b.WriteString(one(g.source, to))
			changed = true
		} else {
			b.WriteRune(r)
		}
	}
	if !changed {
		return separated(g, s)
	}
	return b.String()
}
