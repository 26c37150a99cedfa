package fold

import (
	"encoding/binary"
	"unicode/utf8"
)

// Eight bytes are looked at in one go, the first of them the lowest: what is told
// of each stands in its highest bit.
const (
	ones = 0x0101010101010101
	tops = 0x80 * ones
)

// atLeast tells which of eight bytes are no less than c, all without their highest
// bits. No other bits of the result mean anything.
func atLeast(low uint64, c byte) uint64 { return low + uint64(0x80-c&0x7f)*ones }

// plainRun returns how many bytes a text begins with that stay as they are but for
// their case, as far as they are ASCII, Hangul and common punctuation, and upper if
// capitals are among them.
func plainRun(s string) (n int, k class) {
	at, capitals := between, uint64(0)
	for ; n <= len(s)-8; n += 8 {
		c := [8]byte([]byte(s[n : n+8]))
		next := at.read(c[0]).read(c[1]).read(c[2]).read(c[3]).read(c[4]).read(c[5]).read(c[6]).read(c[7])
		if next&63 == halted {
			break
		}
		at = next
		w := binary.LittleEndian.Uint64(c[:])
		capitals |= atLeast(w&^tops, 'A') &^ atLeast(w&^tops, 'Z'+1) &^ w
	}
	if capitals&tops != 0 {
		k = upper
	}
	for ; n < len(s); n++ {
		next := at.read(s[n])
		if next&63 == halted {
			break
		}
		if at = next; 'A' <= s[n] && s[n] <= 'Z' {
			k = upper
		}
	}
	for at&63 != between { // in a character, of which the rest is not known
		if n--; s[n] >= 0xc0 {
			break
		}
	}
	return n, k
}

// read returns the state behind a byte.
func (s state) read(c byte) state { return plainMoves[c] >> (s & 63) }

// The states of plainRun.
const (
	between    state = stateBits * (iota + 1) // two characters
	lastByte                                  // before the last byte of a character
	behindLead                                // behind the lead of 64 times 64 syllables
	behindEA                                  // before B0 or more: the syllables begin with AC00
	behindED                                  // before 9E or less
	upToA3                                    // before the last byte of D780 to D7A3, or of jamo up to 3163
	behindE3                                  // before 84 or 85
	behindE2                                  // before 80
	behindE280                                // before the last byte of dashes, quotation marks and dots
)

var plainMoves = func() (m moves) {
	for c := range byte(utf8.RuneSelf) {
		if ascii[c] != stop {
			m.add(between, c, c, between)
		}
	}
	m.add(between, 0xea, 0xea, behindEA)
	m.add(between, 0xeb, 0xec, behindLead)
	m.add(between, 0xed, 0xed, behindED)
	m.add(behindEA, 0xb0, 0xbf, lastByte)
	m.add(behindLead, 0x80, 0xbf, lastByte)
	m.add(behindED, 0x80, 0x9d, lastByte)
	m.add(behindED, 0x9e, 0x9e, upToA3)
	m.add(lastByte, 0x80, 0xbf, between)
	m.add(upToA3, 0x80, 0xa3, between)
	m.add(between, 0xe3, 0xe3, behindE3)
	m.add(behindE3, 0x84, 0x84, lastByte)
	m.add(behindE3, 0x85, 0x85, upToA3)
	m.add(between, 0xe2, 0xe2, behindE2)
	m.add(behindE2, 0x80, 0x80, behindE280)
	m.add(behindE280, 0x92, 0x96, between)
	m.add(behindE280, 0x98, 0xa3, between)
	m.add(behindE280, 0xa5, 0xa6, between)
	return m
}()
