package model

import (
	"math"
	"math/bits"
)

// The heads of a text model.
const (
	whole = iota // judges a text as a whole
	part         // judges each part of it
	heads
)

// A table holds the weights of tokens, one for each head. Each token has at
// most one place, which keeps eight bits of its hash besides, so that of the
// tokens that were never learnt not one in two hundred is taken for another.
type table struct {
	places
	scale [heads]float64
	makes []int64 // what the tokens weigh that tell makes, by their numbers; see slot.both

	// under are the places of the model that this one was learnt on top of.
	// What its own places do not hold is looked for there.
	under places
}

// places are those of a table, a power of two.
type places struct {
	slots []slot

	// checks hold the check of each slot once more: most tokens that are looked
	// for are not there, and a quarter of the memory tells.
	checks []uint8

	shift uint8 // 32 minus the binary logarithm of len(slots)
}

// newPlaces returns places of slots, which do not change any more.
func newPlaces(slots []slot) places {
	checks := make([]uint8, len(slots))
	for i, s := range slots {
		checks[i] = uint8(s)
	}
	return places{slots, checks, shiftOf(len(slots))}
}

func shiftOf(slots int) uint8 { return uint8(33 - bits.Len(uint(slots))) }

// at returns the slot where a token would be.
func (p *places) at(hash uint32) *slot { return &p.slots[hash>>p.shift] }

// A slot is a place of a table: twelve bits of each head's weight, in steps of
// its scale, and eight bits of the token's hash.
type slot uint32

// The steps of a weight.
const (
	steps    = 1<<9 - 1  // of the greatest one that is learnt: smaller ones tell no more posts apart
	maxSteps = 1<<11 - 1 // that a slot holds
)

func (s slot) whole() int32 { return int32(s) >> 20 }
func (s slot) part() int32  { return int32(s<<12) >> 20 }

// both returns the weights of both heads as one number, so that one addition
// adds both: the whole's times 2^32, and the part's.
func (s slot) both() int64 { v := int64(int32(s)); return v>>20<<32 + v<<44>>52 }

// of returns 1 if the slot is that of a token, or 0.
func (s slot) of(hash uint32) uint32 { return uint32(one(uint8(s) == uint8(hash))) }

// one returns 1 if something holds, or 0, without a branch.
func one(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

// The sizes of a table, as binary logarithms of its places.
const (
	tableMin = 10
	tableMax = 22
)

// find returns the slot of a token, or 0, and 1 if it is known, or 0.
func (t *table) find(hash uint32) (s slot, known uint32) {
	if len(t.slots) == 0 {
		return 0, 0
	}
	s, known = t.places.find(hash)
	if t.under.slots != nil && known == 0 {
		return t.under.find(hash)
	}
	return s, known
}

// find does the same in these places alone.
func (p *places) find(hash uint32) (s slot, known uint32) {
	s = *p.at(hash)
	known = s.of(hash)
	return s & -slot(known), known
}

// sieve returns one that lets the tokens of the table through. Where it lies on top of
// another, that is for two lists of places to tell.
func (t *table) sieve() sieve {
	if t.under.slots != nil {
		return everything
	}
	return t.places.sieve()
}

func (p *places) sieve() sieve { return sieve{p.checks, p.shift} }

// weights returns what a slot holds.
func (t *table) weights(s slot) [heads]float64 {
	return [heads]float64{whole: float64(s.whole()) * t.scale[whole], part: float64(s.part()) * t.scale[part]}
}

func (t *table) slot(e *entry) slot {
	code := func(head int) uint32 {
		v := math.RoundToEven(float64(e.weight[head]) / t.scale[head])
		return uint32(int32(min(max(v, -maxSteps), maxSteps))) & 0xfff
	}
	return slot(code(whole)<<20 | code(part)<<8 | e.hash&0xff)
}

// An entry is a token with what it was found to weigh.
type entry struct {
	hash   uint32
	posts  uint32 // that hold it
	weight [heads]float32
}

// worth returns what it is worth to keep an entry: when two want one place, the
// greater stays.
func (e *entry) worth() float32 {
	greatest := float32(0)
	for _, w := range e.weight {
		greatest = max(greatest, w, -w)
	}
	return float32(float64(greatest) * math.Sqrt(float64(e.posts)))
}

// beats reports whether an entry stays where another wants to.
func (e *entry) beats(o *entry) bool {
	own, other := e.worth(), o.worth()
	return own > other || own == other && e.hash < o.hash
}

// tabulate makes a table of entries, with so many places at most; 0 is no limit.
func tabulate(entries []entry, most int) *table {
	t := &table{}
	var greatest [heads]float32
	for i := range entries {
		for head, w := range entries[i].weight {
			greatest[head] = max(greatest[head], w, -w)
		}
	}
	for head, w := range greatest {
		t.scale[head] = max(float64(w), 1e-6) / steps
	}
	t.fill(entries, most)
	t.weighMakes()
	return t
}

// fill gives the table places for entries, and those of most worth to them.
func (t *table) fill(entries []entry, most int) {
	size := min(max(bits.Len(uint(2*len(entries))), tableMin), tableMax)
	if most > 0 {
		size = min(size, bits.Len(uint(most))-1)
	}
	slots, shift := make([]slot, 1<<size), shiftOf(1<<size) // at first of the numbers of entries, from 1
	for i := range entries {
		e := &entries[i]
		if s := &slots[e.hash>>shift]; *s == 0 || e.beats(&entries[*s-1]) {
			*s = slot(i + 1)
		}
	}
	for i, s := range slots {
		if s > 0 {
			slots[i] = t.slot(&entries[s-1])
		}
	}
	t.places = newPlaces(slots)
}

// with returns a table of entries on top of t. If t lies on top of another
// itself, the entries take places of a copy of it.
func (t *table) with(entries []entry, most int) *table {
	out := *t
	if t.under.slots == nil {
		out.under = t.places
		out.fill(entries, most)
		out.weighMakes()
		return &out
	}
	slots := append([]slot(nil), t.slots...)
	for i := range entries {
		slots[entries[i].hash>>t.shift] = out.slot(&entries[i])
	}
	out.places = newPlaces(slots)
	out.weighMakes()
	return &out
}
