package model

import "math/bits"

// A vocabulary numbers tokens in the order in which they are met.
type vocabulary struct {
	hashes []uint32 // by number
	index  []numbered
	shift  int // of a hash: its place in the index
}

// A numbered is a place of a vocabulary's index. A power of two of them hold
// the tokens, each where its hash says or, if that is taken, behind.
type numbered struct {
	hash uint32
	next int32 // one more than its number; 0: free
}

const (
	vocabularyMin = 12 // binary logarithm of places
	growth        = 4  // times
)

// id returns the number of a token.
func (v *vocabulary) id(hash uint32) int32 {
	if 2*len(v.hashes) >= len(v.index) {
		v.grow()
	}
	p := v.place(hash)
	if p.next == 0 {
		v.hashes = append(v.hashes, hash)
		*p = numbered{hash, int32(len(v.hashes))}
	}
	return p.next - 1
}

// place returns where a token is or would be.
func (v *vocabulary) place(hash uint32) *numbered {
	for at := hash >> v.shift; ; at = (at + 1) & uint32(len(v.index)-1) {
		if p := &v.index[at]; p.next == 0 || p.hash == hash {
			return p
		}
	}
}

func (v *vocabulary) grow() {
	old := v.index
	v.index = make([]numbered, max(growth*len(old), 1<<vocabularyMin))
	v.shift = 33 - bits.Len(uint(len(v.index)))
	for _, p := range old {
		if p.next != 0 {
			*v.place(p.hash) = p
		}
	}
}
