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
	company float64 // that of the bytes of the others
	honest  float64 // that of the bytes of all that do not lean to spam
	told    float64 // how much of what speaks for the post its words say
	marked  float64 // how many passages are marked
	reach   float64 // an address or a contact is marked in the field
	words   float64 // words are marked in the field
	reached float64 // an address or a contact is marked in the passage
	worded  float64 // words are
	covered float64 // what share of it is marked
	pieces  float64 // the logarithm of how many pieces are left of it
	beside  float64 // another passage on its line is marked
	first   float64 // it comes first in the field
	last    float64 // it comes last
	apart   float64 // it stands in a paragraph with all marks, apart from others
	title   float64 // it is of the title
	offered float64 // most of it is part of an offer
	foreign float64 // what was put into it is of another language
	listed  float64 // most of it is a list
	signed  float64 // the field tells what to reach its writer for
	praised float64 // a compliment that fits every text is in it
}

// What speaks for a passage in which something is marked, and for another.
// Fitted by logistic regression, a byte a vote, to posts of the generator's
// training half: to those that one half of its tables make, judged by a model
// that had learnt from the other.
var (
	markedBelonging = belonging{
		base:    2.35,
		lean:    0.67,
		whole:   1.31,
		says:    0.30,
		length:  -0.61,
		company: -0.07,
		honest:  -0.23,
		told:    2.11,
		marked:  -0.43,
		reach:   1.59,
		words:   0.30,
		reached: -1.24,
		worded:  -1.18,
		covered: 1.70,
		pieces:  0.01,
		beside:  0.36,
		first:   0.51,
		last:    0.71,
		apart:   -0.46,
		title:   -1.05,
		offered: 0.45,
		foreign: -2.04,
		listed:  0.63,
		signed:  0.60,
		praised: -3.70,
	}
	bareBelonging = belonging{
		base:    2.54,
		lean:    1.52,
		whole:   1.76,
		says:    0.49,
		length:  -0.93,
		company: -0.30,
		honest:  -0.25,
		told:    2.76,
		marked:  -0.19,
		reach:   -0.30,
		words:   -0.88,
		pieces:  1.76,
		beside:  1.23,
		first:   -0.71,
		last:    -0.53,
		apart:   -0.21,
		title:   -2.34,
		offered: 1.17,
		listed:  2.07,
		signed:  1.64,
		praised: -0.97,
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
		{g.reach, b.reach}, {g.words, b.words}, {q.reach, b.reached}, {q.words, b.worded}, {q.beside, b.beside},
		{q == &g.passages[0], b.first}, {q == &g.passages[len(g.passages)-1], b.last},
		{g.field == document.Title, b.title}, {q.offered, b.offered}, {q.praised, b.praised}, {q.foreign, b.foreign}, {q.listed, b.listed}, {g.signed, b.signed},
	} {
		if trait.is {
			sum += trait.worth
		}
	}
	return sum
}

func within(least, x, most float64) float64 { return min(max(x, least), most) }

func logOf(bytes int) float64 { return math.Log1p(float64(max(bytes, 0))) }

// How much must speak for a passage without marks, in log-odds. To cut a
// sentence of a host's is worse than to leave one of an advertisement.
const (
	doubt    = 1.6
	together = 0.8 // of that, for each passage beside it that belongs to the advertisement
)

// weigh tells which passages belong to the advertisement. What can be read
// around marks that cannot be is a host's.
func (g *page) weigh() {
	for i := range g.passages {
		q := &g.passages[i]
		switch {
		case !q.left || len(q.bare) == 0:
			q.belongs = q.marked
		case q.marked:
			q.belongs = q.shown && markedBelonging.of(g, q) > 0
		default:
			q.weight = bareBelonging.of(g, q) - doubt
			q.belongs = q.weight > 0
		}
	}
	for i := range g.passages {
		q := &g.passages[i]
		if q.belongs || q.marked || !q.left {
			continue
		}
		for _, k := range [...]int{i - 1, i + 1} {
			if 0 <= k && k < len(g.passages) && g.passages[k].belongs {
				q.weight += together
			}
		}
		q.belongs = q.weight > 0
	}
}
