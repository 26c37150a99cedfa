package model

import (
	"math/bits"
	"sync"

	"github.com/boardspam/boardspam/spam/document"
)

// A token is one feature of a text where it stands.
type token struct {
	hash uint32

	// depth says how far back the same token stands: the number of bits in
	// which the numbers of the two segments differ, or first. A window of
	// 2^k segments that starts at a multiple of 2^k holds the token for the
	// first time if depth > k, so that each window counts it once.
	depth uint8

	// telling is 1 if a text in a language that was never learnt does not
	// share the token by chance: words and long n-grams.
	telling uint8
}

const first = 32 // depth of a token that has not been seen before

// A segment is a sentence, a line or a piece of a long one.
type segment struct {
	text       *document.Text
	start, end int // of text.Folded.Text
	from, to   int // of the tokens
	count      counts
}

// A counts describes the make of a window.
type counts struct{ runes, lines, upper, digits, symbols int32 }

func (c *counts) add(d counts) {
	c.runes += d.runes
	c.lines += d.lines
	c.upper += d.upper
	c.digits += d.digits
	c.symbols += d.symbols
}

// The namespaces of tokens. Within one, equal things have equal hashes.
const (
	spaceGram uint32 = 0x01000193 * (iota + 1)
	spaceWord
	spacePair
	spaceSkip
	spaceShape
	spaceCase
	spaceCasePair
	spaceDigits
	spaceDigitsPair
	spaceChange
	spaceChangeKind
	spaceChangeLength
	spaceAddress
	spaceForm
	spaceHost
	spaceName
	spaceTop
	spaceHostGram
	spacePath
	spaceMake // the shape of a window; the last
)

// recent is the number of tokens that a reader remembers. What falls out of
// memory counts as new again.
const recent = 1 << 12

// A reader cuts documents into tokens and segments. It serves one document at
// a time and can be used again.
type reader struct {
	tokens   []token
	segments []segment
	weights  []float32 // of the tokens
	letters  letters

	base uint32 // number of the document's first segment
	now  uint32 // number of the open one
	seen [recent]struct{ hash, segment uint32 }

	scan scanner
}

var readers = sync.Pool{New: func() any { return &reader{base: 1} }}

// read cuts a document. What it returns is the reader's own.
func (r *reader) read(d *document.Document) {
	r.base += uint32(len(r.segments)) + 1
	if r.base > 1<<30 {
		r.base = 1
		clear(r.seen[:])
	}
	r.tokens, r.segments, r.letters = r.tokens[:0], r.segments[:0], letters{}
	links := d.Links
	for _, t := range d.Texts {
		n := 0
		for n < len(links) && links[n].Text == t {
			n++
		}
		r.text(t, links[:n])
		links = links[n:]
	}
}

// add appends a token to the segment that is open.
func (r *reader) add(hash uint32, telling uint8) {
	s := &r.seen[hash%recent]
	if s.hash != hash || s.segment < r.base {
		s.hash, s.segment = hash, r.now
		r.tokens = append(r.tokens, token{hash, first, telling})
		return
	}
	if s.segment == r.now {
		return
	}
	depth := bits.Len32((s.segment - r.base) ^ (r.now - r.base))
	s.segment = r.now
	r.tokens = append(r.tokens, token{hash, uint8(depth), telling})
}

// mix hashes two numbers.
func mix(a, b uint32) uint32 {
	h := (uint64(a)<<32 | uint64(b)) * 0x9fb21c651e98df25
	return uint32(h>>32) ^ uint32(h>>3)
}

// hashOf hashes a string.
func hashOf(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// open starts a segment of t at start.
func (r *reader) open(t *document.Text, start int) {
	r.now = r.base + uint32(len(r.segments))
	r.segments = append(r.segments, segment{text: t, start: start, end: start, from: len(r.tokens)})
}

// close ends the open segment. One without tokens is forgotten.
func (r *reader) close(end int) {
	s := &r.segments[len(r.segments)-1]
	s.end, s.to = end, len(r.tokens)
	if s.from == s.to {
		r.segments = r.segments[:len(r.segments)-1]
	}
}

// makes returns the tokens that tell the make of a window, each of which
// counts makeTimes.
func (c *counts) makes() [makes]uint32 {
	var size, share = bits.Len32, func(n int32) uint32 { return uint32(10 * n / max(c.runes, 1)) }
	length := half(c.runes)
	return [makes]uint32{
		mix(spaceMake, length),
		mix(spaceMake+1, half(c.lines)),
		mix(spaceMake+2, share(c.upper)),
		mix(spaceMake+3, share(c.digits)),
		mix(spaceMake+4, share(c.symbols)),
		mix(spaceMake+5, length<<8|share(c.symbols)/2),
		mix(spaceMake+6, length<<8|uint32(size(uint32(c.digits)))),
	}
}

const (
	makes     = 7
	makeTimes = 4
)

// half returns the logarithm of n+1 in half steps.
func half(n int32) uint32 {
	n++
	l := bits.Len32(uint32(n)) - 1
	h := uint32(2 * l)
	if uint64(n)*uint64(n) >= uint64(1)<<(2*l+1) {
		h++
	}
	return h
}
