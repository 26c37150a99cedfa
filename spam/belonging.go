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
	reached float64 // an address or a contact is marked in the passage
	worded  float64 // words are
	covered float64 // what share of it is marked
	pieces  float64 // the logarithm of how many pieces are left of it
	beside  float64 // another passage on its line is marked
	last    float64 // it comes last
	title   float64 // it is of the title
	offered float64 // most of it is part of an offer
	foreign float64 // what was put into it is of another language
	signed  float64 // the field tells what to reach its writer for
	praised float64 // a compliment that fits every text is in it
}

// What speaks for a passage in which something is marked, and for another.
// Fitted by logistic regression, a byte a vote, to posts of the generator's
// training half: to those that one half of its tables make, judged by a model
// that had learnt from the other.
var (
	markedBelonging = belonging{
		base:    2.71,
		lean:    0.75,
		whole:   1.44,
		says:    0.36,
		length:  -0.63,
		company: -0.18,
		honest:  -0.19,
		told:    2.15,
		marked:  -0.45,
		reach:   1.72,
		reached: -1.42,
		worded:  -0.99,
		covered: 1.61,
		pieces:  0.35,
		beside:  0.45,
		last:    0.63,
		title:   -1.25,
		offered: 0.37,
		foreign: -1.81,
		signed:  0.67,
		praised: -3.66,
	}
	bareBelonging = belonging{
		base:    1.87,
		lean:    1.03,
		whole:   1.59,
		says:    0.87,
		length:  -1.06,
		company: -0.35,
		honest:  -0.17,
		told:    3.61,
		marked:  -0.26,
		reach:   0.14,
		pieces:  1.29,
		beside:  1.43,
		last:    -0.23,
		title:   -2.02,
		offered: 1.30,
		signed:  1.58,
		praised: -1.25,
	}
)

// mostMarked is how many marked passages are as many as any number.
const mostMarked = 6

// of adds up what speaks for a passage of a page.
func (b *belonging) of(g *page, q *passage) float64 {
	c, sum := &g.all, b.base
	if g.isApart(q) {
		c = &g.inApart
	}
	sum += b.lean*within(-0.5, q.lean, 0.8) + b.whole*within(-0.5, q.whole, 0.8) + b.says*within(-0.5, q.says, 8)
	sum += b.length*logOf(q.bytes) + b.company*logOf(c.bytes-q.bytes) + b.honest*logOf(c.honest)
	sum += b.covered*q.covered() + b.pieces*logOf(len(q.bare))
	sum += b.told*g.told + b.marked*float64(min(c.marked, mostMarked))
	for _, trait := range [...]struct {
		is    bool
		worth float64
	}{
		{g.reach, b.reach}, {q.reach, b.reached}, {q.words, b.worded}, {q.beside, b.beside},
		{q == &g.passages[len(g.passages)-1], b.last},
		{g.field == document.Title, b.title}, {q.offered, b.offered}, {q.praised, b.praised}, {q.foreign, b.foreign}, {g.signed, b.signed},
	} {
		if trait.is {
			sum += trait.worth
		}
	}
	return sum
}

func within(least, x, most float64) float64 { return min(max(x, least), most) }

func logOf(bytes int) float64 { return math.Log1p(float64(max(bytes, 0))) }

// How much must speak for a passage, in log-odds, and for one without marks. To
// cut a sentence of a host's is worse than to leave one of an advertisement.
const (
	care     = 0.5
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
			q.belongs = q.shown && markedBelonging.of(g, q) > care
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
