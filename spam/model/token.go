package model

import (
	"math/bits"

	"github.com/boardspam/boardspam/spam/document"
)

// A segment is a sentence, a line or a piece of a long one.
type segment struct {
	text       *document.Text
	start, end int // of text.Folded.Text
	from, to   int // of what is kept of its tokens
	count      counts
	gap        counts // of the blanks before it, for windows that hold more before it
}

// A counts is the make of a window.
type counts struct{ runes, lines, upper, digits, symbols int32 }

func (c *counts) add(d *counts) {
	c.runes += d.runes
	c.lines += d.lines
	c.upper += d.upper
	c.digits += d.digits
	c.symbols += d.symbols
}

// The namespaces of tokens. Within one, equal things have equal hashes.
const (
	spaceWord uint32 = 0x01000193 * (iota + 1)
	spacePair
	spaceShape
	spaceCase
	spaceCasePair
	spaceDigits
	spaceDigitsPair
	spaceMarkup
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
	spaceMake // the shape of a window; the numbers right behind it are its too
)

// A reader cuts documents into segments and tokens. It serves one document at
// a time and can be used again.
type reader struct {
	segments []segment
	letters  letters
	memory   memory

	// The tokens of the open segment that the sieve lets through. Those that tell
	// are words and long n-grams, which a text in a language that was never learnt
	// does not share by chance.
	plain, telling tokenList
	sieve          sieve

	each func(i int) // called at the end of segment i

	scan scanner

	bare bool // markup is not read: a board's editor writes it
}

// read cuts a document.
func (r *reader) read(d *document.Document) {
	size := 0
	for _, t := range d.Texts {
		size += len(t.Folded.Text)
	}
	r.memory.next(len(r.segments), size+size/2) // from one token a byte, in Korean, to four
	r.segments = r.segments[:0]
	r.letters = letters{}
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

// forget lets go of the document, but for how many segments it had.
func (r *reader) forget() {
	clear(r.segments)
	clear(r.scan.changes)
	r.scan.text, r.scan.typed = nil, ""
}

// add adds a token to the open segment, tell one that tells.
func (r *reader) add(hash uint32)  { r.plain.add(r.sieve, hash) }
func (r *reader) tell(hash uint32) { r.telling.add(r.sieve, hash) }

// mix hashes two numbers.
func mix(a, b uint32) uint32 { return uint32(stir(uint64(a), uint64(b))) }

// stir is mix where many numbers are hashed one after the other. Only the lower
// half of a counts, and of what it returns.
func stir(a, b uint64) uint64 {
	h := (a<<32 | b) * 0x9fb21c651e98df25
	return h>>32 ^ h>>3
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
	r.segments = append(r.segments, segment{})
	s := &r.segments[len(r.segments)-1]
	s.text, s.start = t, start
	r.plain.reset()
	r.telling.reset()
}

// close ends the open segment. One without tokens is forgotten.
func (r *reader) close(end int) {
	i := len(r.segments) - 1
	r.grams()
	if r.plain.all+r.telling.all == 0 {
		r.segments = r.segments[:i]
		return
	}
	r.segments[i].end = end
	r.segments[i].count.add(&r.scan.count)
	r.each(i)
}

// half returns the logarithm of n+1 in half steps.
func half(n int32) uint32 {
	m := uint64(n) + 1
	l := bits.Len32(uint32(m)) - 1
	return uint32(2*l) + uint32(m*m>>((2*l+1)&63)) // 1 from the square root of 2^(2l+1) on
}
