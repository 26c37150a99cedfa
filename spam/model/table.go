package model

import (
	"math"
	"math/bits"
)

// A table holds the weights of tokens. Each has at most one place, which
// keeps eight bits of its hash besides its weight, so that of the tokens
// that were never learnt not one in two hundred is taken for another.
type table struct {
	slots []uint16 // mark<<8 | code; a mark of 0 is an empty place
	shift uint8    // 32 minus the binary logarithm of len(slots)
	scale float32  // the weight of code 127
	codes [256]float32
}

// The sizes of a table, as binary logarithms of its places.
const (
	tableMin = 10
	tableMax = 22
)

func (t *table) find(hash uint32) (weight float32, known bool) {
	s := t.slots[hash>>t.shift]
	if s>>8 != mark(hash) {
		return 0, false
	}
	return t.codes[uint8(s)], true
}

// look sets weights to those of the tokens, and counts the telling tokens and
// those of them that are known. It goes over a batch of tokens twice: their
// places lie far apart, and memory gives many at once if nothing is made of
// one before the next is asked for.
func (t *table) look(tokens []token, weights []float32) (telling, known int) {
	var places [256]uint16
	for len(tokens) > 0 {
		n := min(len(tokens), len(places))
		for i := range n {
			places[i] = t.slots[tokens[i].hash>>t.shift]
		}
		for i := range n {
			k, place := &tokens[i], uint32(places[i])
			same := ((place>>8 ^ uint32(mark(k.hash))) - 1) >> 31 // 1 or 0
			weights[i] = t.codes[place&0xff&-same]
			telling += int(k.telling)
			known += int(uint32(k.telling) & same)
		}
		tokens, weights = tokens[n:], weights[n:]
	}
	return telling, known
}

// mark returns the part of a hash that is kept, from 1 to 255.
func mark(hash uint32) uint16 { return uint16(hash&0xfff%255) + 1 }

// decode sets the weights of the codes: their squares are even steps, as most
// weights are small.
func (t *table) decode() {
	t.shift = uint8(32 - bits.Len(uint(len(t.slots)-1)))
	for i := range t.codes {
		c := float32(int8(i)) / 127
		t.codes[i] = t.scale * c * float32(math.Abs(float64(c)))
	}
}

func (t *table) encode(w float32) uint8 {
	c := math.Sqrt(min(math.Abs(float64(w/t.scale)), 1)) * 127
	return uint8(int8(math.Copysign(math.Round(c), float64(w))))
}

// An entry is a token with what it was found to weigh.
type entry struct {
	hash   uint32
	weight float32
	worth  float32 // of keeping it: when two want one place, the greater stays
}

// tabulate makes a table of entries, with so many places at most; 0 is no limit.
func tabulate(entries []entry, most int) *table {
	size := min(max(bits.Len(uint(2*len(entries))), tableMin), tableMax)
	if most > 0 {
		size = min(size, bits.Len(uint(most))-1)
	}
	t := &table{slots: make([]uint16, 1<<size)}
	for _, e := range entries {
		t.scale = max(t.scale, float32(math.Abs(float64(e.weight))))
	}
	t.scale = max(t.scale, 1e-6)
	t.decode()
	stays := make([]*entry, len(t.slots))
	for i := range entries {
		e := &entries[i]
		if s := &stays[e.hash>>t.shift]; *s == nil || e.worth > (*s).worth || e.worth == (*s).worth && e.hash < (*s).hash {
			*s = e
		}
	}
	for i, e := range stays {
		if e != nil {
			t.slots[i] = mark(e.hash)<<8 | uint16(t.encode(e.weight))
		}
	}
	return t
}

// with returns a copy of t with other entries besides its own, which give way
// only to themselves.
func (t *table) with(entries []entry) *table {
	out := *t
	out.slots = append([]uint16(nil), t.slots...)
	for _, e := range entries {
		s := &out.slots[e.hash>>out.shift]
		if m := mark(e.hash); *s == 0 || *s>>8 == m {
			*s = m<<8 | uint16(out.encode(e.weight))
		}
	}
	return &out
}
