package fold

import (
	"strings"
	"sync"
)

// The keys of the two-set keyboard, and Revised Romanisation, in the order of
// the jamo of a syllable. Sources: KS X 5002; National Institute of Korean
// Language, Romanization of Korean (2000), letter by letter.
var (
	initialKeys = strings.Fields("r R s e E f a q Q t T d w W c z x v g")
	vowelKeys   = strings.Fields("k o i O j p u P h hk ho hl y n nj np nl b m ml l")
	finalKeys   = strings.Fields("r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g")

	initialRoman = strings.Fields("g kk n d tt r m b pp s ss - j jj ch k t p h")
	vowelRoman   = strings.Fields("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
	finalRoman   = strings.Fields("k k k n n n t l k m l l l p l m p p t t ng t t k t p t")
)

// Keyed returns what comes of typing a Hangul word with the keyboard set to
// Latin letters, in lower case: 카지노 is zkwlsh.
func Keyed(word string) string {
	return strings.ToLower(spellOut(word, initialKeys, vowelKeys, finalKeys))
}

// Romanised returns a Hangul word in Latin letters: 카지노 is kajino.
func Romanised(word string) string {
	return strings.ReplaceAll(spellOut(word, initialRoman, vowelRoman, finalRoman), "-", "")
}

// Initials returns the first consonants of a Hangul word: 카지노 is ㅋㅈㄴ.
func Initials(word string) string {
	var b strings.Builder
	for _, r := range word {
		if l, _, _, ok := Split(r); ok {
			b.WriteString(nth(initials, l))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// spellOut writes each syllable of a word with the letters of three lists.
func spellOut(word string, first, second, last []string) string {
	var b strings.Builder
	b.Grow(2 * len(word))
	for _, r := range word {
		l, v, t, ok := Split(r)
		if !ok {
			b.WriteRune(r)
			continue
		}
		b.WriteString(first[l])
		b.WriteString(second[v])
		if t > 0 {
			b.WriteString(last[t-1])
		}
	}
	return b.String()
}

// alike are pairs of syllables that look the same from afar; people exchange
// them in play (야민정음).
const alike = "대머 비네 파과 팔괄 유윾 명띵 귀커 며띠 댁먹 광팡 왕앟 눈굥 곰문 논국 근ㄹ 부쀼 우윽 털뭘 김숲"

// Alike returns the words that look like a Hangul word: with one of its
// syllables exchanged for its look-alike, and with all.
func Alike(word string) (words []string) {
	if !strings.ContainsFunc(word, func(r rune) bool { return alikeOf(r) != 0 }) {
		return nil
	}
	all := []rune(word)
	changed := 0
	for i, r := range []rune(word) {
		other := alikeOf(r)
		if other == 0 {
			continue
		}
		one := []rune(word)
		one[i], all[i] = other, other
		words = append(words, string(one))
		changed++
	}
	if changed > 1 {
		words = append(words, string(all))
	}
	return words
}

func alikeOf(r rune) rune { return alikes()[r] }

var alikes = sync.OnceValue(func() map[rune]rune {
	m := make(map[rune]rune)
	for pair := range strings.FieldsSeq(alike) {
		two := []rune(pair)
		for i, r := range two {
			if _, ok := m[r]; !ok {
				m[r] = two[1-i]
			}
		}
	}
	return m
})
