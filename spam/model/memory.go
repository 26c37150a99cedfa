package model

import (
	"math/bits"
	"slices"
)

// The sizes of a memory, as binary logarithms of its places.
const (
	memoryMin = 10
	memoryMax = 17
)

// first is the depth of a token that a document has not held before.
const first = 32

// A memory knows where in a document its tokens stand. One that is longer than
// its largest size forgets: what is met again then counts as new.
type memory struct {
	base uint64   // the number of the document's first segment; what is below is of others
	mask uint32   // of a hash: its place
	seen []uint64 // hash<<32 | number of the segment
}

// next forgets the document before, of so many segments, and prepares for one
// of about so many tokens: what is larger than it needs to be is slower.
func (m *memory) next(segments, tokens int) {
	places := 1 << min(max(bits.Len(uint(2*tokens)), memoryMin), memoryMax)
	m.base, m.mask = m.base+uint64(segments), uint32(places-1)
	if places > len(m.seen) || m.base == 0 || m.base > 1<<31 {
		m.seen = make([]uint64, max(places, len(m.seen)))
		m.base = 1
	}
}

// depth takes note of a token in a segment and says how far back it stands
// already: the number of bits in which the numbers of the two segments
// differ, or first. A window of 2^k segments that starts at a multiple of 2^k
// holds the token for the first time if depth > k, so that each window counts
// it once.
func (m *memory) depth(hash uint32, segment int) int {
	back := note(&m.seen[hash&m.mask], hash, m.base, uint64(segment))
	if back > uint64(segment) {
		return first
	}
	return bits.Len64(back ^ uint64(segment))
}

// note takes note of a token in its place, and returns the number of the
// segment where the document had it last, or one beyond this segment's.
func note(place *uint64, hash uint32, base, segment uint64) uint64 {
	now := uint64(hash) << 32
	back := (*place ^ now) - base
	*place = now | (base + segment)
	return back
}

// sorted are tokens of a segment: those that the document had not held before,
// and those that it had.
type sorted struct {
	fresh []uint32
	met   []metToken
}

// A metToken is a token and the segment where the document had it last.
type metToken struct{ hash, back uint32 }

// sort takes note of tokens of a segment, as depth does of one, and sorts
// them. No branch of it depends on a token.
func (m *memory) sort(s *sorted, hashes []uint32, segment int) {
	fresh, met := slices.Grow(s.fresh[:0], len(hashes))[:len(hashes)], slices.Grow(s.met[:0], len(hashes))[:len(hashes)]
	seen, mask, base := m.seen, m.mask, m.base
	n := 0 // of those that are fresh
	for i, h := range hashes {
		back := note(&seen[h&mask], h, base, uint64(segment))
		fresh[n], met[i-n] = h, metToken{h, uint32(back)}
		_, beyond := bits.Sub64(uint64(segment), back, 0)
		n += int(beyond)
	}
	s.fresh, s.met = fresh[:n], met[:len(hashes)-n]
}
