package fold

import (
	"strings"
	"unicode/utf8"
)

// AppendHangul appends the Hangul that lower-case Latin letters are to sound
// like: 지노 for "jino", 금 for "geum". Some letters sound in two ways; the second
// way is taken if second is set. Letters that are no syllables are appended as
// they are.
func AppendHangul(to []byte, word string, second bool) []byte {
	before := len(to)
	for i := 0; i < len(word); {
		l, n := latinPart(latinInitials, word[i:])
		if n == 0 {
			l = 11 // ㅇ
		}
		i += n
		v, n := latinPart(latinVowels, word[i:])
		if n == 0 {
			if l == 9 && i == len(word) && i > 1 { // ris: 리스
				return utf8.AppendRune(to, Syllable(l, 18, 0))
			}
			return append(to[:before], word...)
		}
		if second {
			v = secondVowel(v)
		}
		i += n
		t, n := latinFinal(word[i:])
		i += n
		to = utf8.AppendRune(to, Syllable(l, v, t))
	}
	return to
}

// secondVowel returns the vowel that people who do not know the rules mean by
// the letters for v: e for ㅓ, u for ㅡ.
func secondVowel(v int) int {
	switch v {
	case 5: // ㅔ
		return 4
	case 13: // ㅜ
		return 18
	}
	return v
}

// A soundedLetter is Latin letters and the index of the jamo that they sound like.
type soundedLetter struct {
	letters string
	jamo    int
}

// Of letters that begin alike the longer ones stand first.
var (
	latinInitials = byLetter([]soundedLetter{
		{"kk", 1}, {"tt", 4}, {"pp", 8}, {"ss", 10}, {"jj", 13}, {"ch", 14}, {"sh", 9}, {"ph", 17}, {"th", 16},
		{"g", 0}, {"n", 2}, {"d", 3}, {"r", 5}, {"l", 5}, {"m", 6}, {"b", 7}, {"v", 7}, {"s", 9}, {"j", 12}, {"z", 12},
		{"c", 15}, {"k", 15}, {"q", 15}, {"t", 16}, {"p", 17}, {"f", 17}, {"h", 18},
	})
	latinVowels = byLetter([]soundedLetter{
		{"yeo", 6}, {"yae", 3}, {"wae", 10}, {"eo", 4}, {"eu", 18}, {"ae", 1}, {"ya", 2}, {"ye", 7}, {"yo", 12}, {"yu", 17},
		{"wa", 9}, {"wo", 14}, {"we", 15}, {"wi", 16}, {"oe", 11}, {"ui", 19}, {"ee", 20}, {"oo", 13}, {"oh", 8}, {"ah", 0},
		{"a", 0}, {"e", 5}, {"i", 20}, {"o", 8}, {"u", 13}, {"y", 20},
	})
	latinFinals = byLetter([]soundedLetter{{"ng", 21}, {"k", 1}, {"g", 1}, {"n", 4}, {"t", 19}, {"l", 8}, {"r", 8}, {"m", 16}, {"p", 17}, {"b", 17}})
)

// soundedBy holds letters with their sounds by the first of them.
type soundedBy [256][]soundedLetter

func byLetter(list []soundedLetter) *soundedBy {
	by := new(soundedBy)
	for _, p := range list {
		by[p.letters[0]] = append(by[p.letters[0]], p)
	}
	return by
}

// latinPart returns the jamo that text begins with, and how long it is.
func latinPart(by *soundedBy, text string) (jamo, n int) {
	if text == "" {
		return 0, 0
	}
	for _, p := range by[text[0]] {
		if strings.HasPrefix(text, p.letters) {
			return p.jamo, len(p.letters)
		}
	}
	return 0, 0
}

// latinFinal returns the final that text begins with: one that no vowel follows.
func latinFinal(text string) (jamo, n int) {
	if text == "" {
		return 0, 0
	}
	for _, p := range latinFinals[text[0]] {
		if rest, ok := strings.CutPrefix(text, p.letters); ok {
			if _, vowel := latinPart(latinVowels, rest); vowel == 0 {
				return p.jamo, len(p.letters)
			}
		}
	}
	return 0, 0
}
