package fold

import (
	"encoding/binary"
	bit "math/bits"
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

// plainRun returns how many bytes of ASCII and Hangul a text begins with that stay
// as they are but for their case, as far as eight at a time tell, and upper if
// capitals are among them. No branch of it depends on where a word ends, which no
// processor can tell before.
func plainRun(s string) (n int, k class) {
	var leads, low, high uint64 // the first bytes of syllables; those of the lowest and of the highest ones
	var capitals uint64
	for ; n+8 <= len(s); n += 8 {
		w := binary.LittleEndian.Uint64([]byte(s[n : n+8]))
		wide, c := w&tops, w&^tops
		odd := (^atLeast(c, ' ') | atLeast(c, 0x7f) | atLeast(c, '%')&^atLeast(c, '&'+1)) & tops &^ wide
		if odd != 0 && anyStop(w, odd) {
			break
		}
		if wide|leads != 0 {
			now := atLeast(c, 0xea) &^ atLeast(c, 0xee) & wide
			ea, ed := now&^atLeast(c, 0xeb), now&atLeast(c, 0xed)
			rest := w &^ (w << 1) & tops
			due := now<<8 | leads>>56 | now<<16 | leads>>48
			beyond := (ea<<8|low>>56)&^atLeast(c, 0xb0) | (ed<<8|high>>56)&atLeast(c, 0x9e)
			if wide^(now|rest) != 0 || rest^due != 0 || beyond != 0 {
				break
			}
			leads, low, high = now, ea, ed
		}
		capitals |= atLeast(c, 'A') &^ atLeast(c, 'Z'+1) &^ wide & tops
	}
	if capitals != 0 {
		k = upper
	}
	switch { // a syllable of which the end has not been seen is left out
	case leads>>63 != 0:
		n--
	case leads>>55&1 != 0:
		n -= 2
	}
	return n, k
}

// anyStop reports whether one of eight bytes is of class stop, of those of ASCII
// whose highest bit is set in odd.
func anyStop(w, odd uint64) bool {
	for ; odd != 0; odd &= odd - 1 {
		if ascii[w>>(bit.TrailingZeros64(odd)-7)&0x7f] == stop {
			return true
		}
	}
	return false
}

// syllableRun returns how many syllables of Hangul thirteen bytes begin with, four
// at most. It has no branch at all.
func syllableRun(s string) int {
	one := syllableAt(s[0:4])
	two := one & syllableAt(s[3:7])
	three := two & syllableAt(s[6:10])
	four := three & syllableAt(s[9:13])
	return one + two + three + four
}

// syllableAt returns 1 if four bytes begin with a syllable of Hangul, and 0 if not.
func syllableAt(s string) int {
	const first, last = 0xeab080, 0xed9ea3 // 가 and 힣, as they are written
	c := int64(uint32(s[3])|uint32(s[2])<<8|uint32(s[1])<<16|uint32(s[0])<<24) >> 8
	other := (c - first) | (last - c) | -(c&0xc0c0 ^ 0x8080) // negative if it is one
	return int(^uint64(other) >> 63)
}

// latinRun returns how many letters of ASCII eight bytes begin with, and upper if
// capitals are among them.
func latinRun(s string) (n int, k class) {
	w := binary.LittleEndian.Uint64([]byte(s))
	c := w&^tops | 0x20*ones
	other := ^(atLeast(c, 'a') &^ atLeast(c, 'z'+1) &^ w) & tops
	if letters := other&-other>>7 - 1; ^w&letters&(0x20*ones) != 0 { // the bits of those before the first other
		k = upper
	}
	return bit.TrailingZeros64(other) / 8, k
}
