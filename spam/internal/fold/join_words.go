package fold

import "unicode/utf8"

// longWords returns how many bytes a text begins with that are words, with blanks
// behind them, in which no chain of letters shows: words of Hangul, and of a letter,
// Latin letters and a number, of which each may lack, with Hangul behind them. No
// two in a row are single letters. It reports whether the last is one.
func longWords(text string) (n int, single bool) {
	n, at := wordMoves.run(apart, text)
	if n == len(text) {
		return n, false
	}
	for n > 0 && !isBlankByte(text[n-1]) {
		n--
	}
	return n, at&63 == apartOnce || at&63 == oneOnce
}

// The states of longWords.
const (
	apart     state = stateBits * (iota + 1) // behind a blank
	apartOnce                                // behind a blank behind a single letter
	one                                      // in the first letter of a word
	oneOnce                                  // the same, behind a single letter
	more                                     // in another letter of a word, of Hangul
	latins                                   // behind another letter, a Latin one
	oneDigit                                 // behind the first letter of a word, a digit
	digits                                   // behind another letter, a digit
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
			m.add(latins, c, c, apart)
			m.add(oneDigit, c, c, apartOnce)
			m.add(digits, c, c, apart)
		case latinByte:
			m.add(apart, c, c, one)
			m.add(apartOnce, c, c, oneOnce)
			m.add(one, c, c, latins)
			m.add(oneOnce, c, c, latins)
			m.add(latins, c, c, latins)
		case digitByte:
			m.add(apart, c, c, oneDigit)
			m.add(one, c, c, digits)
			m.add(oneOnce, c, c, digits)
			m.add(latins, c, c, digits)
			m.add(oneDigit, c, c, digits)
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
	for _, s := range [...]state{one, oneOnce, more, latins, oneDigit, digits} {
		m.add(s, 0xea, 0xed, more)
	}
	return m
}()
