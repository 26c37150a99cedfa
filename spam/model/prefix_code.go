package model

import (
	"encoding/binary"
	"math/bits"
)

const (
	symbols     = 15 // of a prefix code
	longestCode = 9  // bits
)

// A prefixCode is an optimal code of bits for symbols (Huffman 1952): how long
// the code of each is, or 0 for one that does not occur. Of two, the shorter one
// is the smaller number, and of codes of a length that of the smaller symbol
// (RFC 1951, section 3.2.2).
type prefixCode [symbols]uint8

// newPrefixCode returns the code for symbols that occur so often.
func newPrefixCode(counts [symbols]int) prefixCode {
	for {
		c, fits := huffman(counts)
		if fits {
			return c
		}
		for i, n := range counts {
			counts[i] = n/2 + n%2 // evens them out, and leaves none at 0
		}
	}
}

// huffman returns the code, and whether none of it is longer than longestCode.
func huffman(counts [symbols]int) (c prefixCode, fits bool) {
	type tree struct{ count, members int } // members: a bit for each symbol
	var trees []tree
	for i, n := range counts {
		if n > 0 {
			trees = append(trees, tree{n, 1 << i})
		}
	}
	if len(trees) == 1 {
		c[bits.TrailingZeros(uint(trees[0].members))] = 1
	}
	rarest := func() (t tree) {
		at := 0
		for i := range trees {
			if trees[i].count < trees[at].count {
				at = i
			}
		}
		t, trees[at] = trees[at], trees[len(trees)-1]
		trees = trees[:len(trees)-1]
		return t
	}
	for len(trees) > 1 {
		a, b := rarest(), rarest()
		both := tree{a.count + b.count, a.members | b.members}
		for m := uint(both.members); m != 0; m &= m - 1 {
			c[bits.TrailingZeros(m)]++
		}
		trees = append(trees, both)
	}
	for _, length := range c {
		if length > longestCode {
			return c, false
		}
	}
	return c, true
}

// each yields the symbols in order of their codes, and these.
func (c *prefixCode) each(yield func(symbol, code, length int)) (fits bool) {
	next := 0
	for length := 1; length <= longestCode; length++ {
		next <<= 1
		for symbol, l := range c {
			if int(l) == length {
				yield(symbol, next, length)
				next++
			}
		}
		if next > 1<<length {
			return false
		}
	}
	return true
}

// codes returns the codes by symbol.
func (c *prefixCode) codes() (codes [symbols]uint64) {
	c.each(func(symbol, code, _ int) { codes[symbol] = uint64(code) })
	return codes
}

// A decoding tells by the next bits, as many as the longest code has, how many
// bits the number takes whose size they begin with (5 bits), how many of them
// are behind the code (4 bits), and above these the size. It is negative where
// there is no such code.
type decoding [1 << longestCode]int16

// The lengths of a code take eight bytes, four bits each.
const prefixCodeSize = 8

func (c *prefixCode) appendTo(b []byte) []byte {
	lengths := uint64(0)
	for i, l := range c {
		lengths |= uint64(l) << (4 * i)
	}
	return binary.LittleEndian.AppendUint64(b, lengths)
}

// read reads a code from the beginning of data. It reports false if it is none.
func (d *decoding) read(data []byte) bool {
	lengths := binary.LittleEndian.Uint64(data)
	var c prefixCode
	for i := range c {
		c[i] = uint8(lengths >> (4 * i) & 15)
		if c[i] > longestCode {
			return false
		}
	}
	for i := range d {
		d[i] = -1
	}
	fits := c.each(func(symbol, code, length int) {
		from, to := code<<(longestCode-length), (code+1)<<(longestCode-length)
		lower := lowerBits(symbol)
		for i := from; i < min(to, len(d)); i++ {
			d[i] = int16(symbol<<9 | lower<<5 | (length + lower))
		}
	})
	return fits && lengths>>(4*symbols) == 0
}

// A bitWriter writes numbers bit by bit, the highest of a byte first.
type bitWriter struct {
	out  []byte
	bits uint64 // the lowest await their byte,
	left int    // so many of them
}

// write writes the lowest n bits of v, at most 32.
func (w *bitWriter) write(v uint64, n int) {
	w.bits = w.bits<<n | v&(1<<n-1)
	for w.left += n; w.left >= 8; {
		w.left -= 8
		w.out = append(w.out, byte(w.bits>>w.left))
	}
}

// close returns what was written, the last byte filled up with zeros.
func (w *bitWriter) close() []byte {
	if w.left > 0 {
		w.write(0, 8-w.left)
	}
	return w.out
}

// bitsAt returns the bits of data from the at-th on, the first one highest: 57 of
// them at least. Behind the end there are zeros.
func bitsAt(data []byte, at uint) uint64 {
	i := int(at / 8)
	if i+8 <= len(data) {
		return binary.BigEndian.Uint64(data[i:]) << (at % 8)
	}
	var last [8]byte
	copy(last[:], data[min(i, len(data)):])
	return binary.BigEndian.Uint64(last[:]) << (at % 8)
}

// number returns the number that bits begin with, its size, and how many bits it
// takes. The size, which is how many bits it has without leading zeros, comes
// first, in a code, and then all of these but the highest. A negative size is
// that of no number.
func (d *decoding) number(bits uint64) (v uint32, size, took int) {
	c := int(d[bits>>(64-longestCode)])
	took, lower, size := c&31, c>>5&15, c>>9
	v = uint32(bits>>(-took&63))&(1<<lower-1) | 1<<(size&15)>>1
	return v, size, took
}
