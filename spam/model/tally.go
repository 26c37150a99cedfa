package model

import "math/bits"

// A tally is a sum of slots.
type tally struct{ weights, size int64 } // see slot.both

// A depthSum is what the tokens of one depth in a segment add up to.
type depthSum struct {
	depth int
	sum
}

// count adds up those tokens of segment i that are known, and returns how many
// they are, and how many by the table's own places. It takes the room of hashes.
func (r *scorer) count(hashes []uint32, i int) (known, own int) {
	t := &r.model.table
	if t.under.slots != nil {
		return r.countLayered(hashes, i)
	}
	hits := t.places.known(hashes)
	var fresh []uint32
	fresh, r.met = r.memory.sort(hits, r.met, i)
	r.tallies[first].add(t.add(fresh), len(fresh))
	for _, m := range r.met {
		r.tallies[depthOf(m.back, uint32(i))%first].add(t.at(m.hash).both(), 1)
	}
	return len(hits), len(hits)
}

// countLayered is count with a table that lies on top of another.
func (r *scorer) countLayered(hashes []uint32, i int) (known, own int) {
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
