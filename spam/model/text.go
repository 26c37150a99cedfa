package model

import (
	"math"
	"sync"

	"github.com/boardspam/boardspam/spam/document"
)

// A textModel scores a text. One head judges it as a whole, where what speaks
// for ham counts too. The other judges its parts, so that no amount of ham
// around it hides one that is spam.
type textModel struct {
	table    table
	bias     [heads]float64 // of a text without any known token
	literacy literacy
	calibration
}

// A calibration turns a text's score into its share of the log-odds.
type calibration struct {
	slope, offset float64

	// Of a text, so much must be known for its score to count in full, and so
	// much for it to count at all; it counts in proportion between.
	known, unknown float64

	// The share lies between least and most. 0 is no limit.
	least, most float64

	// ceiling is the share that would just not hold a post.
	ceiling float64

	choice float64 // what the score of the heaviest window does without
}

// enough is the score of a part beyond which two fifths of what it says count, unless
// the whole says so too: ham has parts that are strong by chance.
const enough = 2

// join returns the score of a text by those of the whole and of its strongest
// part. Where the text can say no more than most, that is limit enough.
func (c *calibration) join(all, strongest float64) float64 {
	if least := max(all, enough); c.most == 0 && strongest > least {
		strongest = least + (strongest-least)*2/5
	}
	return max(all, strongest)
}

// told returns the part of a text that what softens words must stand beside to
// take from what the text says. An empty span is the whole: where the text can
// say no more than most, what stands far off may speak against it, too.
func (c *calibration) told(r *reading) document.Span {
	if c.most > 0 {
		return document.Span{}
	}
	return r.best
}

const (
	bend  = 2.5  // how far above its least share one begins to fall more slowly
	crest = 1.4  // how far below its most one begins to grow more slowly
	width = 2    // the same below the ceiling
	roomy = 6    // how far the ceiling rises for a text that can nearly be read
	dim   = 0.25 // known, below which the ceiling falls towards 0
)

// logOdds returns the share of a reading, within the limits. It rises with
// the score, but that of a text which cannot be read stays below the ceiling,
// and near 0 if nothing of it is known.
func (c *calibration) logOdds(r *reading) float64 {
	s := c.slope*r.score + c.offset
	trust := min(r.readable, 1)
	if c.known > c.unknown {
		trust *= min(max((r.known-c.unknown)/(c.known-c.unknown), 0), 1)
	}
	if trust < 1 {
		ceiling := c.ceiling*min(r.known/dim, 1) + roomy*max(2*trust-1, 0)
		s = under(s, ceiling, width, 3*width)
	}
	if c.most > 0 {
		s = under(s, c.most, crest, crest)
	}
	if c.least < 0 && s < 0 {
		s = c.least * (1 - math.Exp(s/bend))
	}
	return s
}

// under bends what is nearer to a limit than width so that it stays below.
func under(s, limit, width, slowness float64) float64 {
	if knee := limit - width; s > knee {
		return limit - width*math.Exp((knee-s)/slowness)
	}
	return s
}

// A reading is what a textModel makes of a document.
type reading struct {
	score float64 // log-odds of the whole or of its strongest part
	known float64 // share of the tokens that tell, of those that are known

	near   float64 // the same, of those that the table itself knows
	tokens float64 // that tell

	readable float64 // share of the letters that are of a known script

	best document.Span // of the strongest part

	lean [heads]float64 // what a token of the whole says on average
}

// score sets out to what it makes of a document. Neither it nor what it calls
// copies a struct that it has just written field by field: a load of many bytes
// waits until what has stored the fewer is done.
func (m *textModel) score(d *document.Document, out *reading) {
	*out = reading{}
	if len(m.table.slots) == 0 {
		return
	}
	r := scorers.Get().(*scorer)
	defer scorers.Put(r)
	r.model, r.sums, r.tokens, r.known, r.own = m, r.sums[:0], 0, 0, 0
	r.bare = m.most > 0 // as it was learnt
	r.sieve = m.table.sieve()
	r.read(d)
	m.judge(out, r.segments, &r.windows, func(i int) {
		for k := r.segments[i].from; k < r.segments[i].to; k++ {
			s := &r.sums[k]
			r.windows.sums[s.depth].add(&s.sum)
		}
	})
	out.know(m, float64(r.known)/float64(max(r.tokens, 1)), &r.letters)
	out.near, out.tokens = float64(r.own)/float64(max(r.tokens, 1)), float64(r.tokens)
	r.forget()
}

// A scorer is what it takes to score a document. It is used again.
type scorer struct {
	reader
	model   *textModel
	tallies [first + 1]tally // of the open segment, by the depth of its tokens
	met     []metToken       // of the open segment, as room
	sums    []depthSum       // of all segments
	windows windows

	tokens, known, own int // of those that tell
}

var scorers = sync.Pool{New: func() any {
	r := new(scorer)
	r.each = r.segment
	return r
}}

// segment adds up the tokens of segment i.
func (r *scorer) segment(i int) {
	all := r.plain.all + r.telling.all
	r.tokens += r.telling.all
	plain, known := len(r.plain.hashes), len(r.telling.hashes)
	own := known
	if r.model.table.under.slots != nil {
		plain, _ = r.weighLayered(r.plain.hashes, i)
		known, own = r.weighLayered(r.telling.hashes, i)
	} else {
		r.plain.hashes = append(r.plain.hashes, r.telling.hashes...)
		r.weigh(r.plain.hashes, i)
	}
	r.known += known
	r.own += own
	r.keep(i, plain+known, all-plain-known)
}

// know sets how well the text was understood.
func (r *reading) know(m *textModel, known float64, letters *letters) {
	r.known = known
	r.readable = max(m.literacy.reads(letters), (known-familiar)/(fluent-familiar))
}

// judge scores segments, whose sums fill sets.
func (m *textModel) judge(out *reading, segments []segment, o *windows, fill func(i int)) {
	if len(segments) == 0 {
		return
	}
	best := silent
	var from, to int
	o.each(segments, fill, func(w *window) {
		all, one := m.window(w)
		if muted&partHead == 0 && one > best[part] {
			best[part], from, to = one, w.from, w.to
		}
		if muted&wholeHead == 0 && w.to-w.from == len(segments) {
			best[whole] = all
			out.lean[whole] = m.lean(whole, w.sum.whole, w.sum.size)
			out.lean[part] = m.lean(part, w.sum.part, w.sum.size)
		}
	})
	out.score = m.join(best[whole], best[part])
	if best[whole] >= best[part] {
		from, to = 0, len(segments)
	}
	a, b := &segments[from], &segments[to-1]
	if a.text != nil && a.text == b.text {
		out.best = a.text.Span(a.start, b.end)
	}
}

// silent is what heads score that were not asked.
var silent = [heads]float64{math.Inf(-1), math.Inf(-1)}

// fewTold is how many tokens that say nothing are added to those of a text
// whose lean is told: a few tokens may lean far.
const fewTold = 20

// lean returns a head's average of so many tokens that weigh so much.
func (m *textModel) lean(head int, weights, tokens float32) float64 {
	return float64(weights/(tokens+fewTold)) * m.table.scale[head]
}

// familiar is the share of known tokens from which a text can be read whatever
// its script; at fluent it can be read in full.
const (
	familiar = 0.7
	fluent   = 0.9
)

// window returns the heads' scores of a window: as a whole, and as a part.
func (m *textModel) window(w *window) (all, one float64) {
	made := tally{weights: m.table.weighMake(&w.count)}.sum(0, 0)
	share := 1 / norm(w.sum.size+makes*makeTimes)
	all = m.headScore(whole, w.sum.whole+makeTimes*made.whole, share)
	one = m.headScore(part, w.sum.part+makeTimes*made.part, share)
	if w.level == free {
		one -= m.choice
	}
	return all, one
}

// headScore returns a head's score of a window whose tokens weigh so much, each
// of which has so great a share.
func (m *textModel) headScore(head int, weights, share float32) float64 {
	return float64(weights*share)*m.table.scale[head] + m.bias[head]
}
