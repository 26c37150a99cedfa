package model

import "math/bits"

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
	seen []uint64 // number of the segment<<32 | hash
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
	back := note(&m.seen[hash&m.mask], hash, m.number(segment))
	if back > uint64(segment) {
		return first
	}
	return depthOf(uint32(back), uint32(segment))
}

// depthOf returns the depth of a token that stands so many segments back.
func depthOf(back, segment uint32) int { return bits.Len32(segment ^ (segment - back)) }

// number returns a segment's number as places hold it.
func (m *memory) number(segment int) uint64 { return (m.base + uint64(segment)) << 32 }

// note takes note in its place of a token that stands here, in the segment of a
// number. It returns how many segments back the token stood last, or more than the
// document has. No number that a place holds is greater than here.
func note(place *uint64, hash uint32, here uint64) (back uint64) {
	now := here + uint64(hash)
	back = bits.RotateLeft64(now-*place, 32) // 2^32 and more if another stood there
	*place = now
	return back
}

// part takes note of tokens of a segment. Those that the document has not had
// before come to stand first, so many of them; those that earlier segments have
// are met, of which there is room for all. Those that stand in the segment
// already are dropped.
func (m *memory) part(tokens []uint32, met []metToken, segment int) (fresh, again int) {
	seen, here, most := m.seen[:m.mask+1], m.number(segment), uint64(segment)
	if met = met[:len(tokens)]; len(seen) == 0 {
		return 0, 0
	}
	for _, h := range tokens {
		back := note(&seen[int(h)&(len(seen)-1)], h, here)
		tokens[fresh], met[again] = h, metToken{h, uint32(back)}
		fresh += one(back > most)
		again += one(back-1 < most)
	}
	return fresh, again
}

// begin does the same with the first segment of a document, which has met none: of
// the document a token's place can hold only just what it holds then.
func (m *memory) begin(tokens []uint32) (fresh int) {
	seen, here := m.seen[:m.mask+1], m.number(0)
	if len(seen) == 0 {
		return 0
	}
	for _, h := range tokens {
		place, now := &seen[int(h)&(len(seen)-1)], here+uint64(h)
		tokens[fresh] = h
		fresh += one(*place != now)
		*place = now
	}
	return fresh
}
