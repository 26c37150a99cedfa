package fold

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A class says what folding has to do with a rune.
type class uint8

const (
	upper   class = 1 << iota // has a lower case
	foreign                   // letter of an alphabet whose letters have Latin twins
	latin                     // letter of the Latin alphabet
	stop                      // must be replaced or dropped, or may be
)

// ascii holds the classes of ASCII, capitals left out. An ampersand may begin a
// character reference, a per cent sign a letter's code.
var ascii = func() (all [utf8.RuneSelf]class) {
	for c := range all {
		if r := rune(c); invisible(r) != 0 || r == '%' || r == '&' {
			all[c] = stop
		}
	}
	return all
}()

// A row holds the classes of 256 runes in a row.
type row [1 << 8]class

// rows hold the classes of the Basic Multilingual Plane. Each is made on first
// use: few texts need more than two or three, and all take 5 ms.
var rows = func() (all [1 << 8]func() *row) {
	for i := range all {
		all[i] = sync.OnceValue(func() *row {
			var t row
			for k := range t {
				if r := rune(i<<8 | k); r >= utf8.RuneSelf { // those of ASCII are in a table of their own
					t[k] = classify(r)
				}
			}
			return &t
		})
	}
	return all
}()

func classOf(r rune) class {
	if r < 1<<16 {
		return rows[r>>8]()[r&0xff]
	}
	switch {
	case r >= 0x1f300 && r <= 0x1faff, r >= 0x20000 && r < 0x2f800:
		return 0
	case r >= 0x1d400 && r <= 0x1d6a3, r >= 0x1d7ce && r <= 0x1d7ff: // letters and digits of mathematics
		return stop
	}
	return classify(r)
}

func classify(r rune) class {
	var c class
	switch {
	case kept(r):
		return 0
	case invisible(r) != 0, styled(r) != "", isMark(r), isSpace(r), conjoining(r), r >= 0xd800 && r < 0xe000,
		regional(r), r < 0xa0, unicode.Is(unicode.Nd, r):
		c = stop
	case r >= 0xac00 && r < 0xd7a4, r >= 0x4e00 && r < 0xa000:
		return 0
	case !norm.NFKC.IsNormalString(string(r)):
		c = stop
	}
	if unicode.ToLower(r) != r {
		c |= upper
	}
	if twins()[r] != 0 || unicode.In(r, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee) {
		c |= foreign
	}
	if unicode.Is(unicode.Latin, r) {
		c |= latin
	}
	return c
}

// kept reports whether r stays as it is although NFKC would change it: marks
// that stand alone, dots and primes that NFKC spells out, compatibility jamo
// (ㅋㅋㅋ is no word), vowels that Thai and Lao writing never splits, and
// ligatures of whole phrases.
func kept(r rune) bool {
	switch r {
	case 0xfdfa, 0xfdfb:
		return true
	case '¨', '¯', '´', '¸', '…', '‥', '″', '‴', '‶', '‷', '⁗', '™', '℠', 0xe33, 0xeb3, 0xfffd:
		return true
	}
	return r >= 0x2d8 && r <= 0x2dd || r >= 0x3131 && r <= 0x318e && r != 0x3164
}

// isMark reports whether r is a mark that combines with the letter before it.
func isMark(r rune) bool {
	return r >= 0x300 && (unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r))
}

// isSpace reports whether r is a blank other than ASCII's.
func isSpace(r rune) bool {
	switch r {
	case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}

// conjoining reports whether r is a jamo that composes with its neighbours.
func conjoining(r rune) bool { return r >= 0x1100 && r < 0x1200 }

func regional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

// invisible returns the cause for which r is dropped, or 0.
func invisible(r rune) Cause {
	switch {
	case r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0, r == 0x2800:
		return Filler
	case r == 0x061c, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return Bidi
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0100 && r <= 0xe01ef, r == 0x20e3, r >= 0x180b && r <= 0x180f && r != 0x180e:
		return Selector
	case r >= 0xe0000 && r <= 0xe007f:
		return Tag
	case r < 0x20 && r != '\t' && r != '\n' && r != '\r', r == 0x7f,
		r == 0xad, r == 0x34f, r == 0x17b4, r == 0x17b5, r == 0x180e, r >= 0x200b && r <= 0x200d,
		r >= 0x2060 && r <= 0x2064, r >= 0x206a && r <= 0x206f, r == 0xfeff, r >= 0xfff9 && r <= 0xfffb,
		r >= 0x1bca0 && r <= 0x1bca3, r >= 0x1d173 && r <= 0x1d17a:
		return Invisible
	}
	return 0
}

// shortcut returns the length and class of the letter of East Asia or of Cyrillic
// that a text begins with if folding does nothing to it, but perhaps for its
// case; else 0.
func shortcut(s string) (n int, k class) {
	switch c := s[0]; {
	case c >= 0xe4 && c <= 0xed:
		return eastern(s), 0
	case c == 0xe3 && len(s) > 2 && isKana(s[1], s[2]):
		return 3, 0
	case c == 0xd0 && len(s) > 1 && s[1]^0x80 < 0x40, c == 0xd1 && len(s) > 1 && s[1]^0x80 < 0x20:
		return 2, foreign
	}
	return 0, 0
}

// eastern returns the length of the syllable of Hangul or the Han letter that a
// text begins with, or 0.
func eastern(s string) int {
	if len(s) < 3 || (s[1]^0x80)|(s[2]^0x80) >= 0x40 {
		return 0
	}
	r := rune(s[0]&0xf)<<12 | rune(s[1]^0x80)<<6 | rune(s[2]^0x80)
	if r >= 0xac00 && r < 0xd7a4 || r >= 0x4e00 && r < 0xa000 {
		return 3
	}
	return 0
}

// isStop reports whether the byte of class stop that s begins with stands for
// something else, and not for itself.
func isStop(s string) bool {
	switch s[0] {
	case '&':
		return entity(s) > 0
	case '%':
		_, n := percent(s)
		return n > 0
	}
	return true
}

// isKana reports whether the bytes after 0xe3 make a kana that stays: not a
// mark of voicing, and not a digraph.
func isKana(b, c byte) bool {
	return b >= 0x81 && b <= 0x83 && c^0x80 < 0x40 && (b != 0x82 || c < 0x99 || c > 0x9f) && (b != 0x83 || c != 0xbf) && (b != 0x81 || c != 0x80)
}

// scan returns the position at or after i of the first byte of s that must be
// replaced, or len(s), and what letters stand before it, besides seen: none, or
// foreign ones.
func scan(s string, i int, seen class) (end int, _ class) {
	for odd := i; i < len(s); { // odd: up to where plainRun would look in vain
		if i >= odd && plainMoves[s[i]]>>between&63 != halted {
			n := plainRun(s[i:])
			if i += n; n >= 8 {
				odd = i + 1
			} else { // more of the like will follow
				odd = i + 8
			}
			continue
		}
		n, k := 1, ascii[s[i]&0x7f]
		if s[i] >= utf8.RuneSelf {
			n, k = wide(s[i:])
		}
		if k&stop != 0 && isStop(s[i:]) {
			return i, seen
		}
		seen |= k & foreign
		i += n
	}
	return i, seen
}

// wide returns the length and class of the character, none of ASCII, that a
// text begins with. Capitals are foreign: lower leaves them.
func wide(s string) (n int, k class) {
	if n, k = shortcut(s); n > 0 {
		return n, k
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		return n, stop
	}
	if k = classOf(r); k&upper != 0 {
		return n, k&^upper | foreign
	}
	return n, k
}
