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

// A metToken is a token that a document has had before, so many segments back.
type metToken struct{ hash, back uint32 }

// weigh adds up known tokens of segment i, and uses their list as room. In its
// loops over all of them no branch depends on a token, and each of the loops
// has no more in hand than there are registers.
func (r *scorer) weigh(known []uint32, i int) {
	p := &r.model.table.places
	if i == 0 {
		fresh := r.memory.begin(known)
		r.tallies[first].add(p.sum(known[:fresh]), fresh)
		return
	}
	r.met = slices.Grow(r.met[:0], len(known))[:len(known)]
	fresh, again := r.memory.part(known, r.met, i)
	r.tallies[first].add(p.sum(known[:fresh]), fresh)
	slots, shift := p.slots, p.shift&31
	for _, m := range r.met[:again] {
		s := slots[m.hash>>shift]
		r.tallies[depthOf(m.back, uint32(i))%first].add(s.both(), 1)
	}
}

// sum returns what the slots of tokens add up to.
func (p *places) sum(tokens []uint32) (weights int64) {
	slots, shift := p.slots, p.shift&31
	for _, h := range tokens {
		weights += slots[h>>shift].both()
	}
	return weights
}

// weighLayered adds up tokens of segment i by a table that lies on top of
// another, and returns how many are known, and how many by the table's own places.
func (r *scorer) weighLayered(hashes []uint32, i int) (known, own int) {
	t := &r.model.table
	for _, h := range hashes {
		s, is := t.places.find(h)
		own += int(is)
		if is == 0 {
			s, is = t.under.find(h)
		}
		if is != 0 {
			known++
			r.tallies[r.memory.depth(h, i)].add(s.both(), 1)
		}
	}
	return known, own
}

func (t *tally) add(weights int64, tokens int) {
	t.weights += weights
	t.size += int64(tokens)
}

// sum returns what a tally has added up, its size so many times and more.
func (t tally) sum(times, more float32) sum {
	part := int32(t.weights)
	return sum{float32((t.weights - int64(part)) >> 32), float32(part), times*float32(t.size) + more}
}

// keep keeps what the tallies of segment i hold, which has so many tokens
// that are known and so many that are not. Where those stand already has not
// been looked up: half of them are taken to be as deep as the known ones are,
// and half to be new.
func (r *scorer) keep(i, known, unknown int) {
	s := &r.segments[i]
	s.from = len(r.sums)
	fresh, times := float32(unknown), float32(1)
	if known > 0 {
		fresh /= 2
		times += fresh / float32(known)
	}
	for d := range bits.Len(uint(i)) + 1 { // no depth but first is greater
		if t := &r.tallies[d]; t.size > 0 {
			r.sums = append(r.sums, depthSum{d, t.sum(times, 0)})
			*t = tally{}
		}
	}
	t := &r.tallies[first]
	r.sums = append(r.sums, depthSum{first, t.sum(times, fresh)})
	*t = tally{}
	s.to = len(r.sums)
}
