package fold

import "unicode/utf8"

// longWords returns how many bytes a text begins with that are words, with blanks
// behind them, in which no chain of letters shows: words of Hangul, and of Latin
// letters with numbers or Hangul behind them, of which no two in a row are single
// letters. It reports whether the last is one.
func longWords(text string) (n int, single bool) {
	n, at := wordMoves.run(apart, text)
	if n == len(text) {
		return n, false
	}
	for n > 0 && !isBlankByte(text[n-1]) {
		n--
	}
	return n, (at&63 == apartOnce || at&63 == oneOnce) && !endsInNumber(text[:n])
}

// endsInNumber reports whether the last word of a text ends in two digits or
// letters of ASCII.
func endsInNumber(text string) bool {
	n := len(text)
	for n > 0 && isBlankByte(text[n-1]) {
		n--
	}
	return n > 1 && isLatinByte(text[n-1]) && isLatinByte(text[n-2])
}

// The states of longWords.
const (
	apart     state = stateBits * (iota + 1) // behind a blank
	apartOnce                                // behind a blank behind a single letter
	one                                      // in the first letter of a word, of Hangul
	oneOnce                                  // the same, behind a single letter
	more                                     // in another letter of a word, of Hangul
	oneLatin                                 // behind the first letter of a word, a Latin one
	latins                                   // behind another letter, a Latin one
	digits                                   // behind a digit
	pause                                    // in what isPause tells of
)

var wordMoves = func() (m moves) {
	for c := range byte(utf8.RuneSelf) {
		switch asciiKinds[c] {
		case blankByte:
			m.add(apart, c, c, apart)
			m.add(apartOnce, c, c, apartOnce)
			m.add(one, c, c, apartOnce)
			m.add(more, c, c, apart)
			m.add(oneLatin, c, c, apartOnce)
			m.add(latins, c, c, apart)
			m.add(digits, c, c, apartOnce)
		case latinByte:
			m.add(apart, c, c, oneLatin)
			m.add(oneLatin, c, c, latins)
			m.add(latins, c, c, latins)
		case digitByte:
			m.add(apart, c, c, digits)
			m.add(oneLatin, c, c, digits)
			m.add(latins, c, c, digits)
			m.add(digits, c, c, digits)
		}
	}
	for _, s := range [...]state{apart, more, latins} {
		m.add(s, 0xe2, 0xe2, pause)
	}
	m.add(pause, 0x80, 0x80, pause)
	m.add(pause, 0x90, 0xa7, apart)
	for _, s := range [...]state{one, oneOnce, more} {
		m.add(s, 0x80, 0xbf, s)
	}
	m.add(apart, 0xea, 0xed, one)
	m.add(apartOnce, 0xea, 0xed, oneOnce)
	for _, s := range [...]state{one, oneOnce, more, oneLatin, latins, digits} {
		m.add(s, 0xea, 0xed, more)
	}
	return m
}()
