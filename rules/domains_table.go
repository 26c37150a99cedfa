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
type table struct {
	bucketBits uint
	buckets    []byte // 32-bit index of each bucket's first hash, and of the end
	hashes     []byte // 24 bits each
	places     []byte // 32-bit offset of each name, and of the end; empty without names
	names      []byte
}

// bucketBitsFor returns how many bits number the buckets for n hashes: about
// 24 hashes share one.
func bucketBitsFor(n uint64) uint {
	return uint(min(max(bits.Len64(n/32), 1), 24))
}

// has reports whether the table holds a hash and, if it has names, the name.
func (t *table) has(h uint64, name string) bool {
	bucket := h >> (64 - t.bucketBits) * 4
	lo := binary.LittleEndian.Uint32(t.buckets[bucket:])
	end := binary.LittleEndian.Uint32(t.buckets[bucket+4:])
	want := stored(h, t.bucketBits)
	hi := end
	for lo < hi {
		mid := lo + (hi-lo)/2
		if t.hash(mid) < want {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < end && t.hash(lo) == want; lo++ {
		if len(t.places) == 0 || t.name(uint64(lo)) == name {
			return true
		}
	}
	return false
}

// stored returns the part of a hash that is stored.
func stored(h uint64, bucketBits uint) uint32 { return uint32(h << bucketBits >> (64 - 8*hashSize)) }

// hash returns the stored part of the i-th hash.
func (t *table) hash(i uint32) uint32 {
	b := t.hashes[hashSize*int(i):][:hashSize]
	return uint32(b[0])<<16 | uint32(b[1])<<8 | uint32(b[2])
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
