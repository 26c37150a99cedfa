package model

import (
	"math/bits"
	"slices"
)

// gram adds a rune to the segment's stream, which holds each letter, digit and
// sign, and one blank for all that separates them.
func (r *reader) gram(c uint32) { r.scan.stream = append(r.scan.stream, c) }

// endGram adds a blank to the stream, if there is none already.
func (r *reader) endGram() {
	if s := r.scan.stream; len(s) > 0 && s[len(s)-1] != runeBlank {
		r.gram(runeBlank)
	}
}

// run reads the words of small Latin letters and Hangul syllables that text[i:end]
// begins with, each with one blank behind it, as rune does rune by rune, and
// returns how many bytes they have and what stands last. It leaves the last
// letters of a text to rune, and those that were typed as something else.
func (r *reader) run(text string, even bool, i, end int) (bytes int, before uint8) {
	s, w := &r.scan, &r.scan.word
	if b := text[i]; b-'a' >= 26 && b-0xea >= 4 || i >= end {
		return 0, blank
	}
	for at := i; ; {
		most := int(min(wordRunes-w.runes, max(cutAnywhere-s.count.runes, 1)))
		had := len(s.stream)
		s.stream = slices.Grow(s.stream, most+1)
		hash := w.hash
		if w.runes == 0 {
			hash = spaceWord
		}
		bytes, runes, latins, hash := readLetters(text[at:min(end+3, len(text))], s.stream[had:had+most], hash)
		if runes == 0 {
			return at - i, blank
		}
		r.fill()
		s.count.runes += int32(runes)
		r.letters[latin] += int32(latins)
		r.letters[hangul] += int32(runes - latins)
		at += bytes
		if w.runes > 0 || at >= end || at == len(text) || text[at] != ' ' || latins > 0 && !even {
			s.stream = s.stream[:had+runes]
			w.letters(at-bytes, hash, s.stream[had:], latins > 0)
			return at - i, letter
		}
		r.word(lastWord{hash: hash, masked: hash, is: true})
		s.gap.runes++
		s.stream = s.stream[:had+runes+1]
		s.stream[had+runes] = runeBlank
		if at++; at >= end || at == len(text) || s.count.runes >= cutBlank {
			return at - i, blank
		}
	}
}

// readLetters reads the small Latin letters and Hangul syllables that a text
// begins with into a stream, as many as that has room for, but none in the
// text's last three bytes. It returns how many bytes and runes they have, how
// many of them are Latin, and the word's hash.
func readLetters(text string, stream []uint32, hash uint32) (at, n, latins int, word uint32) {
	for ; n < len(stream) && at+4 <= len(text); n++ {
		t := text[at : at+4]
		c := uint32(t[0]) | uint32(t[1])<<8 | uint32(t[2])<<16 | uint32(t[3])<<24
		if b := c & 0xff; b-'a' < 26 {
			c = b
			latins++
			at++
		} else {
			if c&0xc0c0f0 != 0x8080e0 {
				break
			}
			if c = c&0xf<<12 | c>>2&0xfc0 | c>>16&0x3f; !isSyllable(rune(c)) {
				break
			}
			at += 3
		}
		stream[n] = c
		hash = mix(hash, c)
	}
	return at, n, latins, hash
}

// grams adds the n-grams of the stream, of two and four runes. Those of four
// tell: of a language that was never learnt a text shares those of three by
// chance. Nothing stands before the blank that a stream begins behind, and too
// little for four before its first two runes.
func (r *reader) grams() {
	stream := r.scan.stream
	p, t, n, few := len(r.plain), len(r.telling), len(stream), min(len(stream), 2)
	r.plain, r.telling = slices.Grow(r.plain, n)[:p+n], slices.Grow(r.telling, n)[:t+n-few]
	pairs, quadruples := r.plain[p:], r.telling[t:]
	one, two, three := spread(runeBlank), uint64(0), uint64(0) // the runes before, the nearest first
	for i, c := range stream[:few] {
		x := spread(c)
		pairs[i] = letterPairs.of(settle(x + bits.RotateLeft64(one, 21)))
		one, two, three = x, one, two
	}
	stream = stream[few:]
	pairs, quadruples = pairs[few:][:len(stream)], quadruples[:len(stream)]
	for i, c := range stream {
		x := spread(c)
		pair := x + bits.RotateLeft64(one, 21)
		triple := pair + bits.RotateLeft64(two, 42) + 1
		pairs[i], quadruples[i] = letterPairs.of(settle(pair)), letterQuadruples.of(settle(triple+bits.RotateLeft64(three, 11)+1))
		one, two, three = x, one, two
	}
}

// spread turns a rune of the stream into 64 bits that can be added to others.
func spread(c uint32) uint64 { return uint64(c+1) * 0x9fb21c651e98df25 }

// settle makes a hash of spread runes.
func settle(x uint64) uint32 { return uint32((x ^ x>>29) * 0xbf58476d1ce4e5b9 >> 32) }
