package synth

import "strings"

// jamo takes syllables apart: all of them, or one and others by chance.
func jamo(g *draft, s string, all bool) string {
	r := []rune(s)
	sure := g.IntN(len(r))
	return syllables(s, func(i int, y syllable) string {
		if !all && i != sure && g.chance(0.75) {
			return string(y.rune())
		}
		out := string(initials[y.initial]) + string(middles[y.vowel])
		if y.final > 0 {
			out += string(finals[y.final])
		}
		return out
	})
}

// syllables writes s with every syllable rewritten by f.
func syllables(s string, f func(i int, y syllable) string) string {
	var b strings.Builder
	i := 0
	for _, r := range s {
		if y, ok := apart(r); ok {
			b.WriteString(f(i, y))
		} else {
			b.WriteRune(r)
		}
		i++
	}
	return b.String()
}

func halfJamo(g *draft, s string) string {
	var b strings.Builder
	for _, r := range jamo(g, s, true) {
		switch {
		case r >= 'ㄱ' && r <= 'ㅎ':
			r += 0xFFA1 - 'ㄱ'
		case r >= 'ㅏ' && r <= 'ㅣ':
			n := r - 'ㅏ'
			r = 0xFFC2 + n + n/6*2
		}
		b.WriteRune(r)
	}
	return b.String()
}

// jamoLatin writes ㅏ as r, ㅣ as l and ㅡ as _ beside a bare consonant.
func jamoLatin(_ *draft, s string) string {
	return syllables(s, func(_ int, y syllable) string {
		latin := map[int]string{0: "r", 20: "l", 18: "_"}[y.vowel]
		if latin == "" || y.final != 0 {
			return string(y.rune())
		}
		return string(initials[y.initial]) + latin
	})
}

// boxes writes syllables of simple vowels with circled consonants and lines.
func boxes(_ *draft, s string) string {
	const plain = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
	lines := map[int]string{0: "┣", 4: "┫", 8: "┻", 13: "┳", 18: "━", 20: "┃"}
	circle := func(r rune) string {
		for i, c := range []rune(plain) {
			if c == r {
				return string('㉠' + rune(i))
			}
		}
		return ""
	}
	return syllables(s, func(_ int, y syllable) string {
		first, line := circle(initials[y.initial]), lines[y.vowel]
		if first == "" || line == "" {
			return string(y.rune())
		}
		out := first + line
		if y.final > 0 {
			out += string(finals[y.final])
		}
		return out
	})
}

func circledSyllables(g *draft, s string) string {
	const known = "가나다라마바사아자차카타파하"
	base := one(g.source, []rune{'㉮', '㈎'})
	var b strings.Builder
	changed := false
	for _, r := range s {
		for i, c := range []rune(known) {
			if c == r {
				r, changed = base+rune(i), true
				break
			}
		}
		b.WriteRune(r)
	}
	if !changed {
		return boxes(g, s)
	}
	return b.String()
}

func choseong(_ *draft, s string) string {
	return syllables(s, func(_ int, y syllable) string { return string(initials[y.initial]) })
}

// lookAlikes are pairs of syllables that look alike at a glance.
const lookAlikes = "대머 머대 비네 네비 파과 과파 팔괄 유윾 명띵 며띠 귀커 왕앟 광팡 피끠 토톸 지직 노뇨 카캬 바뱌 라랴 릴렬 게계 임잉 야얘 기긔 황횡 금긍 성셩 마먀 출춣 장쟝 안얀 대댸 사샤 트틋 먹멱 튀튁 블븜 랙렉 잭쟥 슬솔 롯룻 흥훙 분뷴 제졔 경겅 조죠 건겅 남냠 만먄 만맨 배베 팅딩 픽픾"

func lookAlike(g *draft, s string) string {
	pairs := strings.Fields(lookAlikes)
	r := []rune(s)
	changed := false
	for i := range r {
		for _, p := range pairs {
			if q := []rune(p); q[0] == r[i] && q[0] != q[1] && (!changed || g.chance(0.5)) {
				r[i], changed = q[1], true
				break
			}
		}
	}
	if !changed {
		return finalsAdded(g, s)
	}
	return string(r)
}

func tense(g *draft, s string) string {
	swap := map[int]int{0: 1, 15: 1, 3: 4, 16: 4, 7: 8, 17: 8, 9: 10, 12: 13, 14: 13, 1: 15, 4: 16, 8: 17, 10: 9, 13: 14}
	changed := false
	out := syllables(s, func(_ int, y syllable) string {
		if to, ok := swap[y.initial]; ok && (!changed || g.chance(0.5)) {
			y.initial, changed = to, true
		}
		return string(y.rune())
	})
	if !changed {
		return vowelsShifted(g, s)
	}
	return out
}

func finalsAdded(g *draft, s string) string {
	r := []rune(s)
	sure := g.IntN(len(r))
	return syllables(s, func(i int, y syllable) string {
		if y.final == 0 && (i >= sure || g.chance(0.3)) {
			y.final = one(g.source, []int{1, 4, 16, 19, 21, 7})
		} else if y.final != 0 && i == sure {
			y.final = one(g.source, []int{0, 2, 5, 20})
		}
		return string(y.rune())
	})
}

func vowelsShifted(g *draft, s string) string {
	shift := map[int][]int{0: {2, 9}, 1: {5}, 5: {1}, 4: {6}, 8: {12, 9}, 13: {17, 18}, 20: {16, 19}, 18: {13}, 2: {0}, 6: {4}, 12: {8}}
	r := []rune(s)
	sure := g.IntN(len(r))
	return syllables(s, func(i int, y syllable) string {
		if to := shift[y.vowel]; to != nil && (i == sure || g.chance(0.4)) {
			y.vowel = one(g.source, to)
		}
		return string(y.rune())
	})
}

// hanja replaces what the table of readings knows; the rest stays Hangul.
func hanja(g *draft, s string) string {
	for _, pair := range g.t.lists["hanja"] {
		from, to, _ := strings.Cut(pair, "=")
		if strings.Contains(s, from) {
			return strings.ReplaceAll(s, from, to)
		}
	}
	pair := g.entry("hanja")
	_, to, _ := strings.Cut(pair, "=")
	return to
}

var (
	romanInitials = strings.Split("g kk n d tt r m b pp s ss - j jj ch k t p h", " ")
	romanVowels   = strings.Split("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i", " ")
	romanFinals   = strings.Split("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t", " ")
	keyInitials   = strings.Split("r R s e E f a q Q t T d w W c z x v g", " ")
	keyVowels     = strings.Split("k o i O j p u P h hk ho hl y n nj np nl b m ml l", " ")
	keyFinals     = strings.Split("- r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g", " ")
)

func roman(_ *draft, s string) string { return spell(s, romanInitials, romanVowels, romanFinals) }

func keyboard(_ *draft, s string) string { return spell(s, keyInitials, keyVowels, keyFinals) }

// spell writes every syllable with the given letters; "-" is none.
func spell(s string, first, middle, last []string) string {
	return syllables(s, func(_ int, y syllable) string {
		return strings.ReplaceAll(first[y.initial]+middle[y.vowel]+last[y.final], "-", "")
	})
}

func mixed(g *draft, s string) string {
	inner := one(g.source, []func(*draft, string) string{tense, finalsAdded, lookAlike, jamoLatin, vowelsShifted})
	return separated(g, inner(g, s))
}

// noisy writes a word as Korean text messages do: plain or disguised lightly.
func noisy(g *draft, s string) string {
	switch {
	case !g.chance(g.noise):
		return s
	case g.chance(0.4):
		return separated(g, s)
	}
	return one(g.source, []func(*draft, string) string{jamoSome, finalsAdded, tense, lookAlike, vowelsShifted, jamoLatin, mixed, spaced, circledSyllables, emojiBetween, romanSome, romanSome, vowelsShifted, finalsAdded})(g, s)
}

func jamoSome(g *draft, s string) string { return jamo(g, s, false) }

func spaced(_ *draft, s string) string { return strings.Join(strings.Split(s, ""), " ") }

// romanSome writes one syllable in Latin letters.
func romanSome(g *draft, s string) string {
	r := []rune(s)
	i := g.IntN(len(r))
	out := roman(g, string(r[i]))
	if g.chance(0.4) {
		out = strings.ToUpper(out)
	}
	return string(r[:i]) + out + string(r[i+1:])
}
