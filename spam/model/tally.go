package model

import (
	"math/bits"
	"slices"
)

// A tally is a sum of slots.
type tally struct{ weights, size int64 } // see slot.both

// A depthSum is what the tokens of one depth in a segment add up to.
type depthSum struct {
	depth int
	sum
}

// count adds up tokens of segment i and returns how many are known, and how
// many by the table's own places.
func (r *scorer) count(hashes []uint32, i int) (known, own int) {
	s, t := &r.sorted, &r.model.table
	r.memory.sort(s, hashes, i)
	r.hits = slices.Grow(r.hits[:0], len(s.fresh))
	weights, known, own := t.sum(s.fresh, r.hits[:len(s.fresh)])
	r.tallies[first].add(weights, len(s.fresh))
	for _, m := range s.met {
		slot, is := t.find(m.hash)
		r.tallies[bits.Len32(m.back^uint32(i))%first].add(slot.both(), 1)
		known += int(is)
		own += int(t.at(m.hash).of(m.hash))
	}
	return known, own
}

func (t *tally) add(weights int64, tokens int) {
	t.weights += weights
	t.size += int64(tokens)
}

// keep keeps what the tallies of segment i hold.
func (r *scorer) keep(i int) {
	s := &r.segments[i]
	s.from = len(r.sums)
	put := func(depth int) {
		if t := &r.tallies[depth]; t.size > 0 {
			part := int32(t.weights)
			r.sums = append(r.sums, depthSum{depth, sum{float32((t.weights - int64(part)) >> 32), float32(part), float32(t.size)}})
			*t = tally{}
		}
	}
	for d := range bits.Len(uint(i)) + 1 { // no depth but first is greater
		put(d)
	}
	put(first)
	s.to = len(r.sums)
}
