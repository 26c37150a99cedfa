package signal

import (
	"fmt"
	"math"
	"strings"
	"unicode"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

var placeInsideWord = Signal{
	Name: "place/inside_word",
	Kind: Placement,
	Doc: "An address stands between two halves of a word. " +
		"An address used as a noun, with a particle behind it, is not one.",
	Needs: HasInsertion,
	Find: func(d *document.Document, sink *Sink) {
		strength := Fair
		n := 0
		sink.eachInsertion(d, func(_ *reading, in *insertion) {
			if in.splits() {
				n++
			}
		})
		if n > 1 {
			strength = Strong
		}
		sink.eachInsertion(d, func(r *reading, in *insertion) {
			if in.splits() {
				sink.addInsertion(r, in, strength, "the address splits a word")
			}
		})
	},
}

// splits reports whether an address stands between two halves of a word.
func (in *insertion) splits() bool {
	return in.link != nil && in.inside && in.split >= splitNeeded && in.unknown()
}

var placeSplice = Signal{
	Name: "place/splice",
	Kind: Placement,
	Doc: "An address with words of trade stands in the middle of a sentence, which closes without them. " +
		"An address that the sentence speaks of is not one, nor one whose owner asks about spam that has come to it.",
	Needs: HasInsertion,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachInsertion(d, func(r *reading, in *insertion) {
			switch {
			case in.link == nil || !in.inside || !in.unknown():
			case in.topical() && in.gain > topicalGain && (r.isPlagued() || r.isWordEnd(in)):
			case in.topical() && in.gain > topicalGain:
				sink.addInsertion(r, in, Strong, "address and search words in mid-sentence")
			case in.gain > blindGain && !in.after.empty():
				sink.addInsertion(r, in, Fair, "the sentence closes without the address and the words behind it")
			}
		})
	},
}

// isWordEnd reports whether the words before an address are one ordinary name
// that a longer word ends with, and the sentence speaks of the address: it is
// what that word calls it.
func (r *reading) isWordEnd(in *insertion) bool {
	c := in.before.compound
	return c != nil && in.noun && len(c.units) == 1 && !c.has(head) && isSyllable(lastRune(r.folded[:c.start]))
}

var placeMidSentence = Signal{
	Name: "place/mid_sentence",
	Kind: Placement,
	Doc: "Addresses of unknown sites stand in the middle of Korean or Chinese sentences. " +
		"Writers put a link behind a sentence; one alone within it, as a noun, is nothing.",
	Needs: HasInsertion,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachInsertion(d, func(r *reading, in *insertion) {
			if in.korean && in.unknown() && r.inside > 1 {
				strength := []Strength{Fair, Strong}[min(r.inside, insideSeveral)-2]
				sink.addInsertion(r, in, strength, "address in mid-sentence")
			}
		})
	},
}

var placeAnchored = Signal{
	Name: "place/anchored",
	Kind: Placement,
	Doc: "An address stands next to a commercial compound, as its anchor. " +
		"A link with its title beside it is not one, for a title is a sentence.",
	Needs: HasInsertion,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachInsertion(d, func(r *reading, in *insertion) {
			if in.link == nil || in.inside || !in.searched() || !in.unknown() {
				return
			}
			strength := Fair
			if in.before.strong() || in.after.strong() {
				strength = Strong
			}
			sink.addInsertion(r, in, strength, "search words beside an address")
		})
	},
}

// strong reports whether the words are a name of spam's own with a word of trade.
func (w words) strong() bool {
	return w.compound != nil && w.compound.has(head) && len(w.compound.units) > 1
}

var placeLineBreak = Signal{
	Name: "place/line_break",
	Kind: Placement,
	Doc: "Words stand at a line break within running text, which closes without them: their link was lost. " +
		"A heading stands on a line of its own, and a text that is broken at its margin goes on.",
	Needs: HasInsertion,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachInsertion(d, func(r *reading, in *insertion) {
			switch {
			case in.link != nil:
			case in.after.topical() && in.sure:
				sink.addInsertion(r, in, Strong, "search words before a line break in running text")
			case in.after.topical():
				sink.addInsertion(r, in, Fair, "search words before a line break in running text")
			case in.sure:
				sink.addInsertion(r, in, Strong, "words before a line break that the text closes without, and others like them")
			}
		})
	},
}

var placeRepeated = Signal{
	Name: "place/repeated",
	Kind: Placement,
	Doc: "What stands beside evident insertions in the same text was put in with them: " +
		"an address of the same name or shape, words of trade at a line break.",
	Needs: HasInsertion,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		var shapes map[string]bool // of the hosts of sure insertions; nil if there are none
		for i := range read {
			for k := range read[i].insertions {
				in := &read[i].insertions[k]
				if in.sure && shapes == nil {
					shapes = make(map[string]bool)
				}
				if in.sure && in.link != nil {
					shapes[nameShape(in.link.URL.Host)] = true
				}
			}
		}
		if shapes == nil {
			return
		}
		sink.eachInsertion(d, func(r *reading, in *insertion) {
			if !in.sure && in.unknown() && (in.link == nil || shapes[nameShape(in.link.URL.Host)]) {
				sink.addInsertion(r, in, Fair, "like the other insertions of this post")
			}
		})
	},
}

// nameShape returns a host name with every letter as 'a' and every digit as '0'.
func nameShape(host string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9':
			return '0'
		case unicode.IsLetter(r):
			return 'a'
		}
		return r
	}, host)
}

var placeEvenGaps = Signal{
	Name:  "place/even_gaps",
	Kind:  Placement,
	Doc:   "Four or more insertions stand at even distances: a program counted the characters between them.",
	Needs: HasInsertion,
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
// insertions, of many the most deviant one left out, and the number of insertions.
func (r *reading) gapVariation() (cv float64, n int) {
	var gaps []float64
	last := 0
	for i := range r.insertions {
		in := &r.insertions[i]
		if !in.inside || !in.unknown() || in.link != nil && in.link.Class&rules.Hosted != 0 {
			continue
		}
		if n > 0 {
			gaps = append(gaps, float64(in.start()-last))
		}
		last = in.end()
		n++
	}
	if len(gaps) < 3 {
		return math.Inf(1), n
	}
	if len(gaps) >= 5 {
		gaps = dropOutlier(gaps)
	}
	return variation(gaps), n
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

// addInsertion reports an insertion: its link, and the words on either side.
func (s *Sink) addInsertion(r *reading, in *insertion, strength Strength, note string) {
	if in.link != nil {
		s.Add(Finding{Span: in.link.Span, Payload: Link, Note: note, Strength: strength})
	}
	for _, w := range []words{in.before, in.after} {
		if !w.empty() {
			s.Add(Finding{Span: r.span(w.start, w.end), Payload: Anchor, Note: note, Strength: strength})
		}
	}
}
