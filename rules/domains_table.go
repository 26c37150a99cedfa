package rules

import (
	"encoding/binary"
	"math/bits"
	"unsafe"
)

// A table is a sorted set of hashes. The highest bits of a hash are the number
// of its bucket, which holds 16 to 32; the next 24 are stored. A name that is
// not there has the same ones once in 2^19, whatever the size of the set.
// All of it lies in one piece of memory that nobody writes to.
//
// A bucket keeps the stored bits as Elias (1974) and Fano (1971) do: the lower
// ones as they are, and the higher ones as a row of bits in which each hash is
// a one, behind as many zeros as its higher bits say. The row ends with a zero
// for each that is left. That takes 21 bits a hash.
type table struct {
	bucketBits uint
	buckets    []byte // 32-bit index of each bucket's first hash, and of the end
	lows       []byte // 19 bits each
	rows       []byte
	places     []byte // 32-bit offset of each name, and of the end; empty without names
	names      []byte
}

// The bits of a hash that are stored.
const (
	storedBits = 24
	lowBits    = 19
	rowZeros   = 1 << (storedBits - lowBits)
)

// bucketBitsFor returns how many bits number the buckets for n hashes: about
// 24 hashes share one.
func bucketBitsFor(n uint64) uint {
	return uint(min(max(bits.Len64(n/32), 1), 24))
}

// bucket returns the index of the bucket's first hash, and of the next one's.
func (t *table) bucket(number uint64) (first, end uint64) {
	return uint64(binary.LittleEndian.Uint32(t.buckets[4*number:])), uint64(binary.LittleEndian.Uint32(t.buckets[4*number+4:]))
}

// has reports whether the table holds a hash and, if it has names, the name.
func (t *table) has(h uint64, name string) bool {
	number := h >> (64 - t.bucketBits)
	i, end := t.bucket(number)
	want := stored(h, t.bucketBits)
	at, ones := t.skip(i+number*rowZeros, int(want>>lowBits))
	for i += ones; i < end && bitsAt(t.rows, at)&1 != 0; at++ {
		if t.low(i) == want&(1<<lowBits-1) && (len(t.places) == 0 || t.name(i) == name) {
			return true
		}
		i++
	}
	return false
}

// skip returns the place behind so many zeros of a row, and how many ones stand
// before it.
func (t *table) skip(at uint64, zeros int) (behind, ones uint64) {
	for zeros > 0 {
		w := ^bitsAt(t.rows, at) & (1<<bitsRead - 1) // a one for each zero
		n := bits.OnesCount64(w)
		if n < zeros {
			zeros -= n
			ones += uint64(bitsRead - n)
			at += bitsRead
			continue
		}
		for k := 1; k < zeros; k++ {
			w &= w - 1
		}
		n = bits.TrailingZeros64(w)
		return at + uint64(n+1), ones + uint64(n+1-zeros)
	}
	return at, ones
}

// stored returns the part of a hash that is stored.
func stored(h uint64, bucketBits uint) uint64 { return h << bucketBits >> (64 - storedBits) }

// low returns the lower bits of the i-th hash.
func (t *table) low(i uint64) uint64 { return bitsAt(t.lows, lowBits*i) & (1<<lowBits - 1) }

// ordered reports whether a bucket's row has a one for each of its hashes, these
// stand in order, and each is right.
func (t *table) ordered(number uint64, right func(i, hash uint64) bool) bool {
	i, end := t.bucket(number)
	at, last := i+number*rowZeros, uint64(0)
	for zeros := uint64(0); zeros < rowZeros; at++ {
		if bitsAt(t.rows, at)&1 == 0 {
			zeros++
			continue
		}
		hash := zeros<<lowBits | t.low(i)
		if i == end || hash < last || !right(i, hash) {
			return false
		}
		last = hash
		i++
	}
	return i == end
}

// bitsRead is how many bits bitsAt returns at least.
const bitsRead = 64 - 7

// bitsAt returns the bits from the at-th on, the first one lowest. Behind the
// end there are zeros.
func bitsAt(b []byte, at uint64) uint64 {
	i := at / 8
	if i+8 <= uint64(len(b)) {
		return binary.LittleEndian.Uint64(b[i:]) >> (at % 8)
	}
	w := uint64(0)
	for k := uint64(0); i+k < uint64(len(b)); k++ {
		w |= uint64(b[i+k]) << (8 * k)
	}
	return w >> (at % 8)
}

// setBits sets the bits of v from the at-th on, at most as many as bitsRead.
func setBits(b []byte, at, v uint64) {
	i := at / 8
	for v <<= at % 8; v != 0; v >>= 8 {
		b[i] |= byte(v)
		i++
	}
}

// name returns the i-th name. It shares the table's memory.
func (t *table) name(i uint64) string {
	lo := binary.LittleEndian.Uint32(t.places[4*i:])
	hi := binary.LittleEndian.Uint32(t.places[4*i+4:])
	b := t.names[lo:hi]
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// ascending reports whether 32-bit numbers never fall and end at last.
func ascending(b []byte, last uint64) bool {
	before := uint32(0)
	for ; len(b) >= 4; b = b[4:] {
		n := binary.LittleEndian.Uint32(b)
		if n < before {
			return false
		}
		before = n
	}
	return uint64(before) == last
}
