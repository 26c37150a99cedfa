package signal

import (
	"fmt"
	"math"

	"github.com/boardspam/boardspam/spam/document"
)

var placeInsideWord = Signal{
	Name: "place/inside_word",
	Kind: Placement,
	Doc: "An address stands between two halves of a word. " +
		"An address used as a noun, with a particle behind it, is not one.",
	Find: func(d *document.Document, sink *Sink) {
		sink.eachInsertion(d, func(r *reading, in *insertion) {
			if in.link == nil || !in.inside || in.split < splitNeeded {
				return
			}
			sink.addInsertion(r, in, Strong, "the address splits a word")
		})
	},
}

// splitNeeded is the log-odds from which two halves are taken for one word.
const splitNeeded = 4.0

var placeSplice = Signal{
	Name: "place/splice",
	Kind: Placement,
	Doc: "An address with words of trade stands in the middle of a sentence, which closes without them. " +
		"An address that the sentence speaks of is not one.",
	Find: func(d *document.Document, sink *Sink) {
		sink.eachInsertion(d, func(r *reading, in *insertion) {
			if in.link == nil || !in.inside {
				return
			}
			topical := in.words != nil && in.words.has(head|name)
			switch {
			case topical && in.gain > -2:
				sink.addInsertion(r, in, Strong, "address and search words in mid-sentence")
			case in.gain > gainNeeded && in.anchor[1] > in.anchor[0]:
				sink.addInsertion(r, in, Fair, "the sentence closes without the address and the words behind it")
			}
		})
	},
}

// gainNeeded is the log-odds by which a sentence must close better without an
// insertion whose words mean nothing to the lexicon.
const gainNeeded = 3.0

var placeAnchored = Signal{
	Name: "place/anchored",
	Kind: Placement,
	Doc: "An address stands next to a commercial compound, as its anchor. " +
		"A link with its title beside it is not one, for a title is a sentence.",
	Find: func(d *document.Document, sink *Sink) {
		sink.eachInsertion(d, func(r *reading, in *insertion) {
			if in.link == nil || in.words == nil || !in.words.has(head|name) || in.inside {
				return
			}
			sink.addInsertion(r, in, Fair, "search words beside an address")
		})
	},
}

var placeLineBreak = Signal{
	Name: "place/line_break",
	Kind: Placement,
	Doc: "Search words stand at a line break within running text, where their link was lost. " +
		"A heading stands on a line of its own.",
	Find: func(d *document.Document, sink *Sink) {
		sink.eachInsertion(d, func(r *reading, in *insertion) {
			if in.link != nil || !in.atLineBreak {
				return
			}
			s := Fair
			if in.words.has(head) || len(in.words.units) > 1 {
				s = Strong
			}
			sink.addInsertion(r, in, s, "search words before a line break in running text")
		})
	},
}

var placeEvenGaps = Signal{
	Name: "place/even_gaps",
	Kind: Placement,
	Doc:  "Four or more insertions stand at even distances: a program counted the characters between them.",
	Find: func(d *document.Document, sink *Sink) {
		for i := range sink.readings(d) {
			r := &sink.read[i]
			if cv, n := r.gapVariation(); n >= 4 && cv < evenGaps {
				sink.Add(Finding{
					Span:     document.Span{Field: r.text.Field},
					Note:     fmt.Sprintf("%d insertions at even distances", n),
					Strength: Fair,
				})
			}
		}
	},
}

// evenGaps is the coefficient of variation below which distances are even.
const evenGaps = 0.15

// gapVariation returns the coefficient of variation of the distances between
// insertions, the most deviant one left out, and the number of insertions.
func (r *reading) gapVariation() (cv float64, n int) {
	var gaps []float64
	last := 0
	for i := range r.insertions {
		in := &r.insertions[i]
		if !in.inside {
			continue
		}
		if n > 0 {
			gaps = append(gaps, float64(in.start-last))
		}
		last = in.end
		n++
	}
	if len(gaps) < 3 {
		return math.Inf(1), n
	}
	return variation(dropOutlier(gaps)), n
}

func dropOutlier(x []float64) []float64 {
	mean, _ := moments(x)
	worst := 0
	for i := range x {
		if math.Abs(x[i]-mean) > math.Abs(x[worst]-mean) {
			worst = i
		}
	}
	return append(x[:worst:worst], x[worst+1:]...)
}

func variation(x []float64) float64 {
	mean, deviation := moments(x)
	return deviation / mean
}

func moments(x []float64) (mean, deviation float64) {
	for _, v := range x {
		mean += v
	}
	mean /= float64(len(x))
	for _, v := range x {
		deviation += (v - mean) * (v - mean)
	}
	return mean, math.Sqrt(deviation / float64(len(x)))
}

// eachInsertion calls f for everything that looks put into a text of d.
func (s *Sink) eachInsertion(d *document.Document, f func(r *reading, in *insertion)) {
	read := s.readings(d)
	for i := range read {
		for k := range read[i].insertions {
			f(&read[i], &read[i].insertions[k])
		}
	}
}

// addInsertion reports an insertion: its link, and its words.
func (s *Sink) addInsertion(r *reading, in *insertion, strength Strength, note string) {
	if in.link != nil {
		s.Add(Finding{Span: in.link.Span, Payload: Link, Note: note, Strength: strength})
	}
	if in.anchor[1] > in.anchor[0] {
		span := r.span(in.anchor[0], in.anchor[1])
		s.Add(Finding{Span: span, Payload: Anchor, Note: note, Strength: strength})
	}
}
