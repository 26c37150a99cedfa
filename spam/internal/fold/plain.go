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

// hasCapitals reports whether a text holds capitals of ASCII.
func hasCapitals(s string) bool {
	b := []byte(s)
	for n := 0; n <= len(b)-8; n += 8 {
		if capitals(binary.LittleEndian.Uint64(b[n:n+8])) != 0 {
			return true
		}
	}
	for _, c := range b[len(b)&^7:] {
		if 'A' <= c && c <= 'Z' {
			return true
		}
	}
	return false
}

// capitals tells which of eight bytes are capitals of ASCII.
func capitals(w uint64) uint64 {
	low := w &^ tops
	return (atLeast(low, 'A') ^ atLeast(low, 'Z'+1)) &^ w & tops
}

// plainRun returns how many bytes a text begins with that stay as they are but for
// their case, as far as they are ASCII, Hangul and common punctuation.
func plainRun(s string) int {
	n, at := plainMoves.run(between, s)
	for at&63 != between { // in a character, of which the rest is not known
		if n--; s[n] >= 0xc0 {
			break
		}
	}
	return n
}

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
