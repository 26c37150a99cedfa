package spam

import (
	"math"

	"github.com/boardspam/boardspam/spam/document"
)

// A belonging is what speaks for what is left of a passage to be part of the
// advertisement, rather than of a text that hosts it: for each trait what it
// adds, in log-odds.
type belonging struct {
	base    float64
	lean    float64 // what a token says as part of a longer text
	whole   float64 // and as part of a text that is judged whole
	says    float64 // what the passage says by itself
	length  float64 // the logarithm of its bytes
	company float64 // of the bytes of the others
	honest  float64 // of the bytes of all that do not lean to spam
	told    float64 // how much of what speaks for the post its words say
	marked  float64 // how many passages are marked
	reach   float64 // an address or a contact is marked in the field
	words   float64 // words are marked in the field
	reached float64 // in the passage
	worded  float64 // words are marked in the passage
	covered float64 // what share of it is marked
	pieces  float64 // the logarithm of how many pieces are left of it
	split   float64 // a mark splits a word of it
	beside  float64 // another passage on its line is marked
	first   float64 // it comes first in the field
	last    float64 // it comes last
	apart   float64 // it stands in a paragraph with all marks, apart from others
	title   float64 // it is of the title
	offered float64 // most of it is part of an offer
	praised float64 // a compliment that fits every text is in it
}

// What speaks for a passage in which something is marked, and for another.
// Fitted by logistic regression, a byte a vote, to posts of the generator's
// training half: to those that one half of its tables make, judged by a model
// that had learnt from the other.
var (
	markedBelonging = belonging{
		base:    1.77,
		lean:    0.72,
		whole:   1.33,
		says:    0.28,
		length:  -0.60,
		company: -0.12,
		honest:  -0.18,
		told:    2.39,
		marked:  -0.40,
		reach:   2.09,
		words:   0.41,
		reached: -1.30,
		worded:  -1.10,
		covered: 1.54,
		pieces:  -0.10,
		split:   -0.44,
		beside:  0.56,
		first:   0.42,
		last:    1.01,
		apart:   -0.36,
		title:   -1.06,
		offered: 0.61,
		praised: -3.31,
	}
	bareBelonging = belonging{
		base:    1.93,
		lean:    1.34,
		whole:   1.16,
		says:    0.65,
		length:  -0.87,
		company: -0.44,
		honest:  -0.18,
		told:    3.75,
		marked:  -0.12,
		reach:   1.05,
		words:   -0.96,
		pieces:  1.34,
		beside:  1.35,
		first:   -0.69,
		last:    -1.39,
		apart:   -0.87,
		title:   -1.34,
		offered: 1.34,
		praised: -1.93,
	}
)

// mostMarked is how many marked passages are as many as any number.
const mostMarked = 6

// of adds up what speaks for a passage of a page.
func (b *belonging) of(g *page, q *passage) float64 {
	c, sum := &g.all, b.base
	if g.isApart(q) {
		c, sum = &g.inApart, sum+b.apart
	}
	sum += b.lean*within(-0.5, q.lean, 0.8) + b.whole*within(-0.5, q.whole, 0.8) + b.says*within(-0.5, q.says, 8)
	sum += b.length*logOf(q.bytes) + b.company*logOf(c.bytes-q.bytes) + b.honest*logOf(c.honest)
	sum += b.covered*q.covered() + b.pieces*logOf(len(q.bare))
	sum += b.told*g.told + b.marked*float64(min(c.marked, mostMarked))
	for _, trait := range [...]struct {
		is    bool
		worth float64
	}{
		{g.reach, b.reach}, {g.words, b.words}, {q.reach, b.reached}, {q.words, b.worded}, {q.split, b.split}, {q.beside, b.beside},
		{q == &g.passages[0], b.first}, {q == &g.passages[len(g.passages)-1], b.last},
		{g.field == document.Title, b.title}, {q.offered, b.offered}, {q.praised, b.praised},
	} {
		if trait.is {
			sum += trait.worth
		}
	}
	return sum
}

func within(least, x, most float64) float64 { return min(max(x, least), most) }

func logOf(bytes int) float64 { return math.Log1p(float64(max(bytes, 0))) }

// doubt is how much must speak for a passage without marks, in log-odds: to cut
// a sentence of a host's is worse than to leave one of an advertisement.
const doubt = 1

// belongs reports whether what is left of a passage is part of the
// advertisement. What can be read around marks that cannot be is a host's.
func (g *page) belongs(q *passage) bool {
	switch {
	case !q.left || len(q.bare) == 0:
		return false
	case q.marked:
		return q.shown && markedBelonging.of(g, q) > 0
	}
	return bareBelonging.of(g, q) > doubt
}
