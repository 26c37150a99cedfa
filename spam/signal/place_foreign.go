package signal

import (
	"slices"

	"github.com/boardspam/boardspam/spam/document"
)

var placeForeign = Signal{
	Name: "place/foreign",
	Kind: Placement,
	Hint: Foreign,
	Doc: "Korean search words stand in a text that has no other word of Korean. " +
		"Who writes of Korea in another language names dishes and towns, not what people search for.",
	Needs: HasTopic,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && slices.ContainsFunc(r.compounds, r.isSoughtInKorean) && r.isForeign() {
			sink.addForeign(r)
		}
	},
}

const (
	foreignLetters = 15 // Latin letters at least of a text that is not Korean
	strayHangul    = 4  // syllables beside the search words at most
)

// isForeign reports whether a text is in Latin letters but for its compounds.
func (r *reading) isForeign() bool {
	latin, hangul := 0, 0
	links := r.links
	for i, c := range r.folded {
		for len(links) > 0 && links[0].End <= i {
			links = links[1:]
		}
		switch {
		case len(links) > 0 && links[0].Start <= i:
		case 'a' <= c && c <= 'z':
			latin++
		case isSyllable(c) && !r.inCompound(i+1):
			if hangul++; hangul > strayHangul {
				return false
			}
		}
	}
	return latin >= foreignLetters
}

func (s *Sink) addForeign(r *reading) {
	for i := range r.compounds {
		c := &r.compounds[i]
		if r.isSoughtInKorean(*c) {
			s.Add(Finding{Span: r.span(c.start, c.end), Payload: Anchor, Note: "Korean search words in a text that is not Korean", Strength: Strong})
		}
	}
}

// isSoughtInKorean reports whether a compound is Korean search words.
func (r *reading) isSoughtInKorean(c compound) bool {
	return isSyllable(firstRune(r.folded[c.start:])) && c.worth() != Silent
}
