package corpus

import "encoding/binary"

// isTidy reports whether a line is well-formed UTF-8 without control
// characters. It reads eight bytes of ASCII at a time, and all others one by
// one without a branch.
func isTidy(line []byte) bool {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	at, n := whole, 0
	for ; n <= len(line)-8; n += 8 {
		word := binary.LittleEndian.Uint64(line[n : n+8])
		if word&tops == 0 && (word-' '*ones)&tops|uint64(at&63^whole) == 0 {
			continue
		}
		c := [8]byte(line[n : n+8]) // a copy: reading line again would split the reading of word
		at = at.read(c[0]).read(c[1]).read(c[2]).read(c[3]).read(c[4]).read(c[5]).read(c[6]).read(c[7])
	}
	for _, c := range line[n:] {
		at = at.read(c)
	}
	return at&63 == whole
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

// read returns the stance behind a byte.
func (s stance) read(c byte) stance { return moves[c] >> (s & 63) }

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
