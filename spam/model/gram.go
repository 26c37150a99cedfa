package model

import "math/bits"

// gram adds a rune to the segment's stream, which holds, spread, a blank and then
// each letter, digit and sign, and one blank for all that separates them.
func (r *reader) gram(c uint32) { r.scan.stream = append(r.scan.stream, spread(c)) }

// endGram adds a blank to the stream, if it does not end in one already.
func (r *reader) endGram() {
	if s := r.scan.stream; s[len(s)-1] != spread(runeBlank) {
		r.gram(runeBlank)
	}
}

// grams adds the n-grams of the stream, of two and four runes. Those of four
// tell: of a language that was never learnt a text shares those of three by
// chance.
func (r *reader) grams() {
	s, v := r.scan.stream, r.sieve
	if v.isEmpty() {
		return
	}
	pairs, n := r.plain.room(len(s)-1), 0
	for i := 1; i < len(s); i++ {
		n = v.put(pairs, n, letterPairs.of(settle(pair(s[i], s[i-1]))))
	}
	r.plain.keep(n)
	quadruples, n := r.telling.room(max(len(s)-3, 0)), 0
	for i := 3; i < len(s); i++ {
		x := pair(s[i], s[i-1]) + bits.RotateLeft64(s[i-2], 42) + bits.RotateLeft64(s[i-3], 11)
		n = v.put(quadruples, n, letterQuadruples.of(settle(x+2)))
	}
	r.telling.keep(n)
}

// spread turns a rune of the stream into 64 bits that can be added to others.
func spread(c uint32) uint64 { return uint64(c+1) * 0x9fb21c651e98df25 }

// pair adds two spread runes, of which the other stands before.
func pair(x, before uint64) uint64 { return x + bits.RotateLeft64(before, 21) }

// settle makes a hash of spread runes.
func settle(x uint64) uint32 { return uint32((x ^ x>>29) * 0xbf58476d1ce4e5b9 >> 32) }
