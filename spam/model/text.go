package model

import (
	"math"

	"github.com/boardspam/boardspam/spam/document"
)

// A textModel scores windows of text.
type textModel struct {
	table    table
	bias     float64 // of a window without any known token
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
}

const (
	bend  = 2.5 // how far below its limit a share begins to grow more slowly
	width = 2   // the same below the ceiling
	roomy = 6   // how far the ceiling rises for a text that can nearly be read
	dim   = 0.2 // known, below which the ceiling falls towards 0
)

// logOdds returns the share of a reading, within the limits. It rises with
// the score, but that of a text which cannot be read stays below the ceiling,
// and near 0 if nothing of it is known.
func (c *calibration) logOdds(r reading) float64 {
	s := c.slope*r.score + c.offset
	trust := min(r.readable, 1)
	if c.known > c.unknown {
		trust *= min(max((r.known-c.unknown)/(c.known-c.unknown), 0), 1)
	}
	if trust < 1 {
		ceiling := c.ceiling*min(r.known/dim, 1) + roomy*max(2*trust-1, 0)
		s = under(s, ceiling, width, 4*width)
	}
	if c.most > 0 {
		s = under(s, c.most, bend, bend)
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

// What a part of a post must be ahead of the whole, in the text model's own
// units: some, and more for each doubling of the segments, for among many
// parts one or the other looks like anything. Padding beyond that hides nothing.
const (
	partPenalty   = 1
	manyPenalty   = 0.5
	manyDoublings = 3
)

// penalty returns what a part of so many segments must be ahead.
func penalty(segments int) float64 {
	return partPenalty + manyPenalty*min(math.Log2(float64(segments)), manyDoublings)
}

// A reading is what a textModel makes of a document.
type reading struct {
	score float64 // log-odds of the strongest window, and the penalty of a part
	known float64

	readable float64 // share of the letters that are of a known script

	best document.Span // of the strongest window
}

// score reads a document.
func (m *textModel) score(d *document.Document) reading {
	if len(m.table.slots) == 0 {
		return reading{}
	}
	r := readers.Get().(*reader)
	defer readers.Put(r)
	r.read(d)
	return m.judge(r.segments, r.tokens, &r.letters, &r.weights)
}

// judge scores what has been read. The buffer is for reuse.
func (m *textModel) judge(segments []segment, tokens []token, letters *letters, buffer *[]float32) reading {
	if len(segments) == 0 {
		return reading{}
	}
	if cap(*buffer) < len(tokens) {
		*buffer = make([]float32, len(tokens), 2*len(tokens))
	}
	weights := (*buffer)[:len(tokens)]
	known := m.weigh(tokens, weights)
	out := m.strongest(segments, tokens, weights)
	out.known = known
	out.readable = max(m.literacy.reads(letters), (known-familiar)/(fluent-familiar))
	return out
}

// weigh sets the weights of tokens and returns the share that is known of
// those that tell.
func (m *textModel) weigh(tokens []token, weights []float32) float64 {
	telling, known := m.table.look(tokens, weights)
	if telling == 0 {
		return 0
	}
	return float64(known) / float64(telling)
}

// strongest finds the window with the highest score.
func (m *textModel) strongest(segments []segment, tokens []token, weights []float32) reading {
	out := reading{score: math.Inf(-1)}
	penalty := penalty(len(segments))
	var top window
	windows(segments, tokens, weights, func(w window) {
		s := m.window(&w)
		if w.to-w.from < len(segments) {
			s -= penalty
		}
		if s > out.score {
			out.score, top = s, w
		}
	})
	a, b := &segments[top.from], &segments[top.to-1]
	if a.text != nil && a.text == b.text {
		out.best = a.text.Span(a.start, b.end)
	}
	return out
}

// familiar is the share of known tokens from which a text can be read whatever
// its script; at fluent it can be read in full.
const (
	familiar = 0.5
	fluent   = 0.7
)

// window returns the score of a window.
func (m *textModel) window(w *window) float64 {
	sum := w.sum
	for _, h := range w.count.makes() {
		v, _ := m.table.find(h)
		sum += makeTimes * v
	}
	return float64(sum/norm(w.size+makes*makeTimes)) + m.bias
}
