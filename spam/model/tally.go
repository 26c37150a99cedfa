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
type metToken struct {
	slot slot
	back uint32
}

// weigh adds up known tokens of segment i. In its loop over all of them no branch
// depends on a token.
func (r *scorer) weigh(known []uint32, i int) {
	slots, size := r.model.table.slots, uint64(len(r.model.table.slots))
	seen, here, most := r.memory.seen[:r.memory.mask+1], r.memory.base+uint64(i), uint64(i)
	mask := len(seen) - 1
	met := slices.Grow(r.met[:0], len(known))[:len(known)]
	weights, fresh := int64(0), 0
	for k, h := range known {
		s := slots[uint64(h)*size>>32]
		back := note(&seen[int(h)&mask], h, here)
		_, beyond := bits.Sub64(most, back, 0)
		met[k-fresh] = metToken{s, uint32(back)}
		weights += s.both() & -int64(beyond)
		fresh += int(beyond)
	}
	r.tallies[first].add(weights, fresh)
	for _, m := range met[:len(known)-fresh] {
		r.tallies[depthOf(m.back, uint32(i))%first].add(m.slot.both(), 1)
	}
	r.met = met
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
