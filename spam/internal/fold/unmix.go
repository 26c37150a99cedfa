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
		if to == roman && c&foreign != 0 {
			if t := twins()[r]; t != 0 {
				put, why = rune(t), Confusable
			}
		} else if to > roman && r < utf8.RuneSelf {
			if t := backwards()[to][r]; t != 0 {
				put, why = t, Confusable
			}
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

// direction returns the alphabet that the look-alikes of a word stand for,
// or 0 if the word has one alphabet or its mixture is an honest one.
func direction(word string) alphabet {
	var seen alphabet
	var romans, foreigners int
	toRoman, fromRoman := true, [2]bool{true, true} // Cyrillic, Greek
	for i := 0; i < len(word); {
		r, n, c := letter(word[i:])
		i += n
		switch {
		case c&foreign != 0:
			foreigners++
			seen |= alphabetOf(r)
			toRoman = toRoman && twins()[r] != 0
		case c&latin != 0 && (r < '0' || r > '9'):
			romans++
			seen |= roman
			fromRoman[0] = fromRoman[0] && backwards()[cyrillic][r] != 0
			fromRoman[1] = fromRoman[1] && backwards()[greek][r] != 0
		}
	}
	switch {
	case seen&(seen-1) == 0:
		return 0
	case seen == roman|cyrillic && fromRoman[0] && (!toRoman || foreigners > romans):
		return cyrillic
	case seen == roman|greek && fromRoman[1] && !toRoman:
		return greek
	case toRoman:
		return roman
	}
	return 0
}
