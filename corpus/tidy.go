package corpus

import (
	"encoding/binary"
	"unicode/utf8"
)

// isTidy reports whether a line is well-formed UTF-8 without control
// characters. It reads eight bytes at a time and doubts little: in a line that
// it doubts, every character is looked at.
func isTidy(line []byte) bool {
	rest := line
	var before lead
	var doubt uint64
	for ; len(rest) >= 8; rest = rest[8:] {
		doubt |= before.check(binary.LittleEndian.Uint64(rest))
	}
	if doubt != 0 {
		return isTidySlowly(line)
	}
	done := len(line) - len(rest)
	for whole := before.following == 0; !whole; whole = line[done] >= 0xc0 {
		done-- // to the beginning of the character that the last word left open
	}
	return isTidySlowly(line[done:])
}

func isTidySlowly(line []byte) bool {
	for _, c := range line {
		if c < ' ' {
			return false
		}
	}
	return utf8.Valid(line)
}

// A lead is what the bytes of a word ask of the next word's: bytes in memory
// are lanes of eight bits, of which only the highest is used.
type lead struct {
	following uint64 // bytes that must continue a character
	surrogate uint64 // bytes behind ED, which must be below A0
	overlong  uint64 // bytes behind F0, which must be above 8F
}

// check returns 0 if a word holds nothing but characters from U+0020 on in
// their shortest form. Of the leading bytes it doubts those that seldom come:
// C0 and C1, E0, and all above F0.
func (before *lead) check(word uint64) (doubt uint64) {
	const (
		lows  = 0x2020202020202020
		highs = 0x8080808080808080
	)
	controls := (word - lows) &^ word & highs
	if word&highs == 0 {
		doubt = controls | before.following
		*before = lead{}
		return doubt
	}
	bit6, bit5, bit4, bit3 := word<<1, word<<2, word<<3, word<<4
	bit2, bit1, bit0 := word<<5, word<<6, word<<7
	first := word & bit6 & highs // of a character of two bytes or more
	three := first & bit5
	four := three & bit4
	following := first<<8 | three<<16 | four<<24 | before.following
	doubt = controls | following ^ word&^bit6&highs
	doubt |= first &^ (bit5 | bit4 | bit3 | bit2 | bit1)    // C0, C1
	doubt |= three &^ (bit4 | bit3 | bit2 | bit1 | bit0)    // E0
	doubt |= four & (bit3 | bit2 | bit1 | bit0)             // F1 and above
	surrogate := three &^ bit4 & bit3 & bit2 &^ bit1 & bit0 // ED
	doubt |= (surrogate<<8 | before.surrogate) & bit5       // D800 to DFFF
	doubt |= (four<<8 | before.overlong) &^ (bit5 | bit4)   // F0 80 to F0 8F
	*before = lead{first>>56 | three>>48 | four>>40, surrogate >> 56, four >> 56}
	return doubt
}
