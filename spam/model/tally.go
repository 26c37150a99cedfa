package model

import "math/bits"

// A tally is a sum of slots.
type tally struct{ weights, size int64 } // see slot.both

// A depthSum is what the tokens of one depth in a segment add up to.
type depthSum struct {
	depth int
	sum
}

// count adds up tokens of segment i and returns how many are known, and how
// many by the table's own places. It takes the room of hashes.
func (r *scorer) count(hashes []uint32, i int) (known, own int) {
	t := &r.model.table
	var fresh []uint32
	fresh, r.met = r.memory.sort(hashes, r.met, i)
	weights, known, own := t.sum(fresh)
	r.tallies[first].add(weights, len(fresh))
	layered := t.under.slots != nil
	for _, m := range r.met {
		s, is := t.places.find(m.hash)
		own += int(is)
		if layered && is == 0 {
			s, is = t.under.find(m.hash)
		}
		known += int(is)
		r.tallies[depthOf(m.back, uint32(i))%first].add(s.both(), 1)
	}
	return known, own
}

func (t *tally) add(weights int64, tokens int) {
	t.weights += weights
	t.size += int64(tokens)
}

// sum returns what a tally has added up.
func (t tally) sum() sum {
	part := int32(t.weights)
	return sum{float32((t.weights - int64(part)) >> 32), float32(part), float32(t.size)}
}

// keep keeps what the tallies of segment i hold.
func (r *scorer) keep(i int) {
	s := &r.segments[i]
	s.from = len(r.sums)
	put := func(depth int) {
		if t := &r.tallies[depth]; t.size > 0 {
			r.sums = append(r.sums, depthSum{depth, t.sum()})
			*t = tally{}
		}
	}
	for d := range bits.Len(uint(i)) + 1 { // no depth but first is greater
		put(d)
	}
	put(first)
	s.to = len(r.sums)
}
