package signal

import (
	"math/bits"
	"unicode/utf8"
)

// maxRun is how many characters on one side of a place are read of a word that
// may go on there, and of each that is read together with it.
const maxRun = 32

// runStart returns where the run of characters begins that is around text[i],
// with so many blanks in it.
func runStart(text string, i, blanks int, of func(rune) bool) int {
	for left := maxRun * max(1, blanks); i > 0 && left > 0; left-- {
		c := lastRune(text[:i])
		if c == ' ' {
			if blanks--; blanks < 0 {
				break
			}
		} else if !of(c) {
			break
		}
		i -= utf8.RuneLen(c)
	}
	return i
}

// runEnd returns where it ends.
func runEnd(text string, i, blanks int, of func(rune) bool) int {
	for left := maxRun * max(1, blanks); i < len(text) && left > 0; left-- {
		c := firstRune(text[i:])
		if c == ' ' {
			if blanks--; blanks < 0 {
				break
			}
		} else if !of(c) {
			break
		}
		i += utf8.RuneLen(c)
	}
	return i
}

// lettersEnd returns the end of the letters from a to z at text[i:], of which w is
// the Beginning.
func lettersEnd(text string, i int, w uint64) int {
	n := lettersIn(w)
	if n < 8 {
		return i + n
	}
	return longEnd(text, i+n)
}

// longEnd is lettersEnd for where a long word goes on.
func longEnd(text string, i int) int {
	for i < len(text) && isAlpha(text[i]) {
		i++
	}
	return i
}

// lettersIn returns how many bytes of w are letters from a to z, up to the first,
// from the lowest on, that is none. It looks at all of them at once: nobody can
// tell how long a word is.
func lettersIn(w uint64) int {
	const (
		ones  = 0x0101010101010101
		highs = 0x80 * ones
	)
	low := w &^ highs
	others := ^(low + (0x80-'a')*ones) | (low + (0x7f-'z')*ones) | w // by the highest bit of a byte
	return bits.TrailingZeros64(others&highs) >> 3
}

// wideEnd returns the end of the character that begins at text[i] and is not ASCII.
func wideEnd(text string, i int) int {
	switch c := text[i]; {
	case c < 0xe0:
		return i + 2
	case c < 0xf0:
		return i + 3
	}
	return i + 4
}

// termsOf returns the terms of letters that a text may stand for, good until the
// next call.
func (s *Sink) termsOf(letters string) []unit {
	lex := builtinLexicon()
	s.matches = lex.appendMatches(s.matches[:0], letters)
	s.units = lex.units(s.units[:0], s.matches, letters, nil)
	return s.units
}
