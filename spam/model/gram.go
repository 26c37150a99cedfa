package model

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// A streamRune is a rune of a segment's stream, which holds each letter, digit
// and sign, and one blank for all that separates them.
type streamRune struct {
	rune           uint32
	plain, telling uint32 // where the reader's n-grams that end with it begin
}

// gram adds a rune to the stream, and room for its n-grams. Nothing stands
// before the blank that a stream begins behind.
func (r *reader) gram(c uint32) {
	s := &r.scan
	s.stream = append(s.stream, streamRune{c, uint32(len(r.plain)), uint32(len(r.telling))})
	switch len(s.stream) {
	case 1:
		r.plain = append(r.plain, 0)
	case 2:
		r.plain = append(r.plain, 0, 0)
	default:
		r.plain, r.telling = append(r.plain, 0, 0), append(r.telling, 0)
	}
}

// endGram adds a blank to the stream, if there is none already.
func (r *reader) endGram() {
	if s := r.scan.stream; len(s) > 0 && s[len(s)-1].rune != runeBlank {
		r.gram(runeBlank)
	}
}

// run reads the small Latin letters and Hangul syllables that text[i:] begins
// with as letter does each of them, up to text[end], and returns how many bytes
// they have. It leaves the first letters of a segment and the last of a text
// to letter. typed is as long as text.
func (r *reader) run(text, typed string, i, end int) int {
	s, w := &r.scan, &r.scan.word
	if b := text[i]; b-'a' >= 26 && b-0xea >= 4 || len(s.stream) < 2 || w.digits > 0 {
		return 0
	}
	r.fill()
	most := int(min(wordRunes-w.runes, max(cutAnywhere-s.count.runes, 1)))
	had := len(s.stream)
	s.stream = slices.Grow(s.stream, most)
	l := letterRun{stream: s.stream[had:][:most], next: streamRune{0, uint32(len(r.plain)), uint32(len(r.telling))}, hash: spaceWord}
	if w.runes == 0 {
		w.start = i
	} else {
		l.hash = w.hash
	}
	end = max(min(end+3, len(text)), i)
	bytes := l.read(text[i:end], typed[i:end])
	w.hash = l.hash
	s.stream = s.stream[:had+l.runes]
	r.plain, r.telling = slices.Grow(r.plain, 2*l.runes)[:l.next.plain], slices.Grow(r.telling, l.runes)[:l.next.telling]
	s.count.runes += int32(l.runes)
	s.count.upper += int32(l.upper)
	r.letters[latin] += int32(l.latins)
	r.letters[hangul] += int32(l.runes - l.latins)
	w.runes += int32(l.runes)
	w.upper += int32(l.upper)
	w.lower += int32(l.runes - l.upper)
	w.cased = w.cased || l.latins > 0
	return bytes
}

// A letterRun is what there is to know of small Latin letters and Hangul
// syllables in a row.
type letterRun struct {
	stream               []streamRune // where they go
	next                 streamRune   // where the n-grams of the next begin
	hash                 uint32       // of the word so far
	runes, latins, upper int
}

// read reads the letters that a text begins with, but none in its last three
// bytes, and returns their length.
func (l *letterRun) read(text, typed string) int {
	stream, next, hash := l.stream, l.next, l.hash
	n, latins, upper, at := 0, 0, 0, 0
	for ; n < len(stream) && at+4 <= len(text) && at+4 <= len(typed); n++ {
		c := binary.LittleEndian.Uint32([]byte(text[at : at+4]))
		changed := c ^ binary.LittleEndian.Uint32([]byte(typed[at:at+4]))
		if b := c & 0xff; b-'a' < 26 {
			c, changed = b, changed&0xff
			latins++
			at++
		} else {
			if c&0xc0c0f0 != 0x8080e0 {
				break
			}
			if c = c&0xf<<12 | c>>2&0xfc0 | c>>16&0x3f; !isSyllable(rune(c)) {
				break
			}
			changed &= 0xffff
			at += 3
		}
		if changed != 0 {
			upper++
		}
		stream[n] = streamRune{c, next.plain, next.telling}
		next.plain, next.telling, hash = next.plain+2, next.telling+1, mix(hash, c)
	}
	l.next, l.hash, l.runes, l.latins, l.upper = next, hash, n, latins, upper
	return at
}

// grams fills in the n-grams of the stream, of two to four runes. Those of four
// tell.
func (r *reader) grams() {
	one, two, three := spread(runeBlank), uint64(0), uint64(0) // the runes before, the nearest first
	for i, s := range r.scan.stream {
		x := spread(s.rune)
		pair := x + bits.RotateLeft64(one, 21)
		triple := pair + bits.RotateLeft64(two, 42)
		r.plain[s.plain] = letterPairs.of(settle(pair))
		if i > 0 {
			r.plain[s.plain+1] = letterTriples.of(settle(triple + 1))
		}
		if i > 1 {
			r.telling[s.telling] = letterQuadruples.of(settle(triple + bits.RotateLeft64(three, 11) + 2))
		}
		one, two, three = x, one, two
	}
}

// spread turns a rune of the stream into 64 bits that can be added to others.
func spread(c uint32) uint64 { return uint64(c+1) * 0x9fb21c651e98df25 }

// settle makes a hash of spread runes.
func settle(x uint64) uint32 { return uint32((x ^ x>>29) * 0xbf58476d1ce4e5b9 >> 32) }
