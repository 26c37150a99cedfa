package model

import "math/bits"

// gram adds a rune to the segment's stream, which holds each letter, digit and
// sign, and one blank for all that separates them.
func (r *reader) gram(c uint32) { r.scan.stream = append(r.scan.stream, c) }

// endGram adds a blank to the stream, if there is none already.
func (r *reader) endGram() {
	if s := r.scan.stream; len(s) > 0 && s[len(s)-1] != runeBlank {
		r.gram(runeBlank)
	}
}

// grams adds the n-grams of the stream, of two and four runes. Those of four
// tell: of a language that was never learnt a text shares those of three by
// chance. Nothing stands before the blank that a stream begins behind, and too
// little for four before its first two runes.
func (r *reader) grams() {
	stream := r.scan.stream
	few := min(len(stream), 2)
	pairs, quadruples := more(&r.plain, len(stream)), more(&r.telling, len(stream)-few)
	one, two, three := bits.RotateLeft64(spread(runeBlank), 21), uint64(0), uint64(0) // of the runes before, the nearest first
	for i, c := range stream[:few] {
		x := spread(c)
		pairs[i] = letterPairs.of(settle(x + one))
		one, two, three = bits.RotateLeft64(x, 21), bits.RotateLeft64(one, 21), bits.RotateLeft64(two, 33)
	}
	stream = stream[few:]
	pairs, quadruples = pairs[few:][:len(stream)], quadruples[:len(stream)]
	for i, c := range stream {
		x := spread(c)
		pair := x + one
		pairs[i], quadruples[i] = letterPairs.of(settle(pair)), letterQuadruples.of(settle(pair+two+three+2))
		one, two, three = bits.RotateLeft64(x, 21), bits.RotateLeft64(one, 21), bits.RotateLeft64(two, 33)
	}
}

// spread turns a rune of the stream into 64 bits that can be added to others.
func spread(c uint32) uint64 { return uint64(c+1) * 0x9fb21c651e98df25 }

// settle makes a hash of spread runes.
func settle(x uint64) uint32 { return uint32((x ^ x>>29) * 0xbf58476d1ce4e5b9 >> 32) }
