// Package fluency tells how well two pieces of text go on from one to the
// other: whether what stands behind a gap continues what stands before it.
//
// It is a character trigram model with Witten–Bell smoothing in back-off form
// (Chen and Goodman, "An Empirical Study of Smoothing Techniques for Language
// Modeling", 1998), hashed and quantised.
package fluency

import (
	"math"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

const (
	reach = 3 // characters of the right piece that are judged
	order = 3 // characters of an n-gram
)

// A Model holds the statistics of one language. It is immutable and safe for
// concurrent use.
type Model struct {
	slots []slot // open addressing; never full
	floor int16  // log-probability of a character never seen
}

// A slot is one n-gram. Its zero value is empty.
type slot struct {
	check   uint16 // lower bits of the n-gram's hash, never 0
	log     uint8  // -log P(last character | the ones before it), in sixteenths
	backoff uint8  // -log of the share left to unseen continuations, in sixteenths
}

// unit is the step of quantised logarithms.
const unit = 16

// Join returns how much likelier it is that right continues left than that
// right stands anywhere: the difference of the log-probabilities of right's
// first characters behind left and behind nothing. Above 0 the two close up.
// It is 0 if either is empty.
func (m *Model) Join(left, right string) float64 {
	r := m.Right(right)
	return r.Behind(left)
}

// JoinSpaced is Join with a blank behind left.
func (m *Model) JoinSpaced(left, right string) float64 {
	r := m.Right(right)
	return r.BehindBlank(left)
}

// A Right is the right one of two pieces of text, read once for any number of
// left ones.
type Right struct {
	model *Model
	first [reach]rune // characters
	n     int
	alone int // -log P of them behind nothing, in units
}

// Right reads a right piece.
func (m *Model) Right(text string) Right {
	r := Right{model: m}
	r.n = firstOf(text, r.first[:])
	for i := range r.n {
		r.alone += m.log(r.first[max(0, i-order+1) : i+1])
	}
	return r
}

// Behind is Join with left.
func (r *Right) Behind(left string) float64 { return r.join(left, false) }

// BehindBlank is JoinSpaced with left.
func (r *Right) BehindBlank(left string) float64 { return r.join(left, true) }

func (r *Right) join(left string, blank bool) float64 {
	var text [order - 1 + reach]rune
	n := lastOf(left, blank, text[:order-1])
	if n == 0 {
		return 0
	}
	start := order - 1 - n
	copy(text[start:], text[:n])
	copy(text[order-1:], r.first[:r.n])
	sum := -r.alone
	for i := order - 1; i < order-1+r.n; i++ {
		sum += r.model.log(text[max(start, i-order+1) : i+1])
	}
	return float64(-sum) / unit
}

// log returns -log P of the last character given the ones before it, in units.
func (m *Model) log(gram []rune) int {
	cost := 0
	for len(gram) > 0 {
		if s := m.find(gram); s != nil {
			return cost + int(s.log)
		}
		if len(gram) > 1 {
			if s := m.find(gram[:len(gram)-1]); s != nil {
				cost += int(s.backoff)
			}
		}
		gram = gram[1:]
	}
	return cost + int(m.floor)
}

func (m *Model) find(gram []rune) *slot {
	h := hash(gram)
	check := uint16(h) | 1
	for i := m.home(h); m.slots[i].check != 0; i = m.next(i) {
		if m.slots[i].check == check {
			return &m.slots[i]
		}
	}
	return nil
}

// home returns the slot at which the search for a hash begins.
func (m *Model) home(h uint64) int {
	hi, _ := bits.Mul64(h, uint64(len(m.slots)))
	return int(hi)
}

func (m *Model) next(i int) int {
	if i++; i == len(m.slots) {
		return 0
	}
	return i
}

func hash(gram []rune) uint64 {
	h := uint64(len(gram))
	for _, r := range gram {
		h = (h ^ uint64(r)) * 0x9e3779b97f4a7c15
		h ^= h >> 32
	}
	return h
}

// quantise returns -log p in units, at most 255.
func quantise(p float64) uint8 {
	return uint8(math.Round(min(255, max(0, -math.Log(p)*unit))))
}

// normal maps characters that are alike for the purpose to one: every digit to
// '0', Latin letters to 'a', white space to ' ', quotation marks to '"'.
func normal(r rune) rune {
	switch {
	case r >= 0xAC00 && r <= 0xD7A3:
		return r
	case '0' <= r && r <= '9':
		return '0'
	case r < utf8.RuneSelf && unicode.IsLetter(r):
		return 'a'
	case unicode.IsSpace(r):
		return ' '
	case r == '\'' || r >= 0x2018 && r <= 0x201F:
		return '"'
	}
	return r
}

// repeats reports whether a character says nothing after one of its own kind.
func repeats(r, last rune) bool { return r == last && (r == ' ' || r == '0' || r == 'a') }

// lastOf fills into with the last characters of s, or of s and a blank,
// normalised, and returns how many.
func lastOf(s string, blank bool, into []rune) int {
	n, last := 0, rune(-1)
	if blank {
		n, last = 1, ' '
		into[len(into)-1] = ' '
	}
	for len(s) > 0 && n < len(into) {
		r, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
		if r = normal(r); repeats(r, last) {
			continue
		}
		last = r
		n++
		into[len(into)-n] = r
	}
	copy(into, into[len(into)-n:])
	return n
}

// firstOf fills into with the first characters of s, normalised, and returns how many.
func firstOf(s string, into []rune) int {
	n, last := 0, rune(-1)
	for _, r := range s {
		if n == len(into) {
			break
		}
		if r = normal(r); repeats(r, last) {
			continue
		}
		last = r
		into[n] = r
		n++
	}
	return n
}
