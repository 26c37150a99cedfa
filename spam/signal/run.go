package signal

import "unicode/utf8"

// maxRun is how many characters on one side of a place are read of a word that
// may go on there, and of each that is read together with it.
const maxRun = 32

// runStart returns where the run of characters begins that is around text[i],
// with so many blanks in it.
func runStart(text string, i, blanks int, of func(rune) bool) int {
	for left := maxRun * max(1, blanks); i > 0 && left > 0; left-- {
		c, size := utf8.DecodeLastRuneInString(text[:i])
		if c == ' ' {
			if blanks--; blanks < 0 {
				break
			}
		} else if !of(c) {
			break
		}
		i -= size
	}
	return i
}

// runEnd returns where it ends.
func runEnd(text string, i, blanks int, of func(rune) bool) int {
	for left := maxRun * max(1, blanks); i < len(text) && left > 0; left-- {
		c, size := utf8.DecodeRuneInString(text[i:])
		if c == ' ' {
			if blanks--; blanks < 0 {
				break
			}
		} else if !of(c) {
			break
		}
		i += size
	}
	return i
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
