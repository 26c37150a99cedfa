package fold

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed confusables.txt
var confusables string

// twins holds, for each letter of another alphabet, the Latin letter or digit
// that it looks like.
var twins = sync.OnceValue(func() map[rune]byte {
	m := make(map[rune]byte, 512)
	for line := range strings.Lines(confusables) {
		hex, latin, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || hex == "#" || hex[0] == '#' {
			continue
		}
		n, err := strconv.ParseUint(hex, 16, 32)
		if err != nil || len(latin) != 1 {
			panic("fold: confusables.txt: " + strconv.Quote(line) + ": not a code point and a letter")
		}
		m[rune(n)] = latin[0]
	}
	return m
})

// backwards holds, for a small Latin letter, the small letter of another
// alphabet that it looks like there.
var backwards = sync.OnceValue(func() map[alphabet]map[rune]rune {
	m := map[alphabet]map[rune]rune{cyrillic: {}, greek: {}}
	for r, c := range twins() {
		small := unicode.ToLower(r)
		to := m[alphabetOf(r)]
		if to == nil || c < 'a' {
			continue
		}
		if old, ok := to[rune(c)]; !ok || small < old {
			to[rune(c)] = small
		}
	}
	return m
})

type alphabet uint8

const (
	roman alphabet = 1 << iota
	cyrillic
	greek
	other
)

func alphabetOf(r rune) alphabet {
	switch {
	case r >= 0x370 && r < 0x400 || r >= 0x1f00 && r < 0x2000:
		return greek
	case r >= 0x400 && r < 0x530 || r >= 0x1c80 && r < 0x1c90 || r >= 0xa640 && r < 0xa6a0:
		return cyrillic
	}
	return other
}

// unmix puts the letters of v into lower case and, in words of several
// alphabets, replaces look-alikes.
func unmix(v View) View {
	b := NewBuilder(v.Text)
	done := 0
	for i := 0; i < len(v.Text); {
		_, n, c := letter(v.Text[i:])
		if c&(foreign|upper) == 0 {
			i += n
			continue
		}
		start := wordStart(v.Text, i, done)
		end := wordEnd(v.Text, i)
		b.Keep(done, start)
		b.word(v.Text, start, end)
		done, i = end, end
	}
	b.Keep(done, len(v.Text))
	w := b.View()
	if w.pieces == nil { // byte for byte: only case has changed
		v.Text = w.Text
		return v
	}
	if v.pieces != nil {
		under := v
		w.under = &under
	}
	return w
}

// letter decodes the first rune of s. Its class is 0 if no word of an alphabet
// can hold it.
func letter(s string) (r rune, n int, c class) {
	if b := s[0]; b < utf8.RuneSelf {
		if 'a' <= b && b <= 'z' || '0' <= b && b <= '9' {
			return rune(b), 1, latin
		}
		return rune(b), 1, 0
	} else if b >= 0xe4 && b <= 0xed && len(s) > 2 {
		return ' ', 3, 0
	}
	r, n = utf8.DecodeRuneInString(s)
	return r, n, classOf(r) &^ stop
}

func wordStart(s string, i, low int) int {
	for i > low {
		_, n := utf8.DecodeLastRuneInString(s[low:i])
		if _, _, c := letter(s[i-n : i]); c == 0 {
			break
		}
		i -= n
	}
	return i
}

func wordEnd(s string, i int) int {
	for i < len(s) {
		_, n, c := letter(s[i:])
		if c == 0 {
			break
		}
		i += n
	}
	return i
}

// word folds one word of letters.
func (b *Builder) word(s string, start, end int) {
	to := direction(s[start:end])
	for i := start; i < end; {
		r, n, c := letter(s[i:])
		put := unicode.ToLower(r)
		why := Cause(0)
		if t := twin(r, c, to); t != 0 {
			put, why = t, Confusable
		}
		switch {
		case put == r:
			b.Keep(i, i+n)
		case why == 0 && utf8.RuneLen(put) == n:
			b.Same(i, i+n, string(put))
		default:
			b.Put(i, i+n, string(put), why)
		}
		i += n
	}
}

// twin returns the letter of an alphabet that r looks like, or 0 if r belongs
// to that alphabet or looks like none of its letters.
func twin(r rune, c class, to alphabet) rune {
	switch {
	case to == roman && c&foreign != 0:
		return rune(twins()[r])
	case to == greek && r < utf8.RuneSelf:
		return backwards()[greek][r]
	case to == cyrillic && alphabetOf(r) != cyrillic:
		return cyrillicTwin(r)
	}
	return 0
}

func cyrillicTwin(r rune) rune {
	switch r {
	case 'π', 'Π':
		return 'п'
	case 'γ', 'Γ':
		return 'г'
	case 'φ', 'Φ':
		return 'ф'
	case 'λ', 'Λ':
		return 'л'
	case '0':
		return 'о'
	case '3':
		return 'з'
	case '6':
		return 'б'
	}
	if r >= utf8.RuneSelf {
		r = rune(twins()[r])
	}
	return backwards()[cyrillic][r]
}

// direction returns the alphabet that the look-alikes of a word stand for,
// or 0 if the word has one alphabet or its mixture is an honest one.
func direction(word string) alphabet {
	var seen alphabet
	var own, others int // Cyrillic letters, those of other alphabets
	toRoman, toCyrillic, toGreek := true, true, true
	for i := 0; i < len(word); {
		r, n, c := letter(word[i:])
		i += n
		a := alphabet(0)
		switch {
		case c&foreign != 0:
			a = alphabetOf(r)
			toRoman = toRoman && twins()[r] != 0
		case c&latin != 0 && (r < '0' || r > '9'):
			a = roman
			toGreek = toGreek && backwards()[greek][r] != 0
		default:
			continue
		}
		seen |= a
		if a == cyrillic {
			own++
		} else {
			others++
			toCyrillic = toCyrillic && cyrillicTwin(r) != 0
		}
	}
	switch {
	case seen&(seen-1) == 0:
		return 0
	case seen&cyrillic != 0 && toCyrillic && (!toRoman || own > others):
		return cyrillic
	case seen == roman|greek && toGreek && !toRoman:
		return greek
	case toRoman:
		return roman
	}
	return 0
}
