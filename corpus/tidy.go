package corpus

import "encoding/binary"

// isTidy reports whether a line is well-formed UTF-8 without control
// characters. It passes over ASCII where that is long, and reads all else without a
// branch.
func isTidy(line []byte) bool {
	const some = 256 // bytes until it may be worth looking for ASCII again
	at := whole
	for len(line) > 0 {
		if at&63 == whole {
			line = line[plainRun(line):]
		}
		n := min(len(line), some)
		at, line = at.read(line[:n]), line[n:]
	}
	return at&63 == whole
}

// plainRun returns how many bytes a line begins with that are ASCII and no control
// characters, in words of eight.
func plainRun(line []byte) int {
	const ones = 0x0101010101010101
	n := 0
	for ; n <= len(line)-8; n += 8 {
		word := binary.LittleEndian.Uint64(line[n : n+8])
		if (word|(word-' '*ones))&(0x80*ones) != 0 {
			break
		}
	}
	return n
}

// A stance is where within a character of UTF-8 a reader stands, in its lowest
// six bits.
type stance uint64

// The stances, each the number of a bit: see moves.
const (
	broken    stance = 6 * iota // behind what is not well-formed, or a control character
	whole                       // between two characters
	oneLeft                     // before the last byte of a character
	twoLeft                     // before its last two
	threeLeft                   // before its last three
	behindE0                    // before a byte from A0 on
	behindED                    // before one below A0: beyond are surrogates
	behindF0                    // before one from 90 on
	behindF4                    // before one below 90
)

// read returns the stance behind some bytes.
func (s stance) read(line []byte) stance {
	n := 0
	for ; n <= len(line)-8; n += 8 {
		c := line[n : n+8]
		// What is shifted and what it is shifted by want the same register, unless all of them are looked up first.
		m0, m1, m2, m3, m4, m5, m6, m7 := moves[c[0]], moves[c[1]], moves[c[2]], moves[c[3]], moves[c[4]], moves[c[5]], moves[c[6]], moves[c[7]]
		s = m7 >> (m6 >> (m5 >> (m4 >> (m3 >> (m2 >> (m1 >> (m0 >> (s & 63) & 63) & 63) & 63) & 63) & 63) & 63) & 63)
	}
	for _, c := range line[n:] {
		s = moves[c] >> (s & 63)
	}
	return s
}

// moves holds, for each byte, where it leads: at the bit of each stance six bits
// that are another. Source: the Unicode Standard, table 3-7. Where a byte must
// not stand it leads to broken, which nothing leads away from.
var moves = func() (all [256]stance) {
	move := func(from stance, first, last int, to stance) {
		for c := first; c <= last; c++ {
			all[c] |= to << from
		}
	}
	move(whole, 0x20, 0x7f, whole)
	move(whole, 0xc2, 0xdf, oneLeft)
	move(whole, 0xe0, 0xe0, behindE0)
	move(whole, 0xe1, 0xec, twoLeft)
	move(whole, 0xed, 0xed, behindED)
	move(whole, 0xee, 0xef, twoLeft)
	move(whole, 0xf0, 0xf0, behindF0)
	move(whole, 0xf1, 0xf3, threeLeft)
	move(whole, 0xf4, 0xf4, behindF4)
	move(threeLeft, 0x80, 0xbf, twoLeft)
	move(twoLeft, 0x80, 0xbf, oneLeft)
	move(oneLeft, 0x80, 0xbf, whole)
	move(behindE0, 0xa0, 0xbf, oneLeft)
	move(behindED, 0x80, 0x9f, oneLeft)
	move(behindF0, 0x90, 0xbf, twoLeft)
	move(behindF4, 0x80, 0x8f, twoLeft)
	return all
}()
