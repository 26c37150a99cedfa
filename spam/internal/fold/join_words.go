package fold

import "unicode/utf8"

// longWords returns how many bytes a text begins with that are words, with blanks
// behind them, in which no chain of letters shows: words of Hangul, and of Latin
// letters with numbers or Hangul behind them, of which no two in a row are single
// letters. It reports whether the last is one.
func longWords(text string) (n int, single bool) {
	at := apart
	for ; n <= len(text)-8; n += 8 {
		c := [8]byte([]byte(text[n : n+8]))
		next := at.word(c[0]).word(c[1]).word(c[2]).word(c[3]).word(c[4]).word(c[5]).word(c[6]).word(c[7])
		if next&63 == halted {
			break
		}
		at = next
	}
	for ; n < len(text); n++ {
		next := at.word(text[n])
		if next&63 == halted {
			break
		}
		at = next
	}
	if n == len(text) {
		return n, false
	}
	for n > 0 && !isBlankByte(text[n-1]) {
		n--
	}
	return n, at&63 == apartOnce || at&63 == oneOnce
}

// word returns the state behind a byte of folded text.
func (s state) word(c byte) state { return wordMoves[c] >> (s & 63) }

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
