package signal

import (
	"sync"

	"github.com/boardspam/boardspam/spam/document"
)

var disguiseRotated = Signal{
	Name: "disguise/rotated",
	Kind: Disguise,
	Doc: "The syllables of a Korean word of a spam topic are out of order: one has gone from one end to the other, or neighbours have changed places. " +
		"Readers put them right without noticing. Slips of the finger change two letters of a longer text.",
	Needs: HasLink | HasReach,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			if r := &read[i]; len(r.folded) <= rotatedText && (len(r.links) > 0 || r.mayReach()) {
				sink.addRotated(r)
			}
		}
	},
}

const (
	rotatedText  = 1200 // most bytes of a text that is looked at
	rotatedLeast = 3    // syllables of a word
	rotatedMost  = 8
	rotatedSure  = 4 // syllables that are no other word by chance
)

// rotatedTerms holds heads and names with their syllables out of order.
var rotatedTerms = sync.OnceValue(func() *sievedSet {
	known := newSievedSet(0)
	lex := builtinLexicon()
	for i := range lex.terms {
		t := &lex.terms[i]
		s := []rune(t.text)
		if n := len(s); t.role&(head|name) == 0 || n < rotatedLeast || n > rotatedMost || !allSyllables(t.text) {
			continue
		}
		for _, other := range outOfOrder(s) {
			if lex.find([]byte(other)) == nil && other != t.text {
				known.add(other)
			}
		}
	}
	return known
})

func allSyllables(text string) bool {
	for _, c := range text {
		if !isSyllable(c) {
			return false
		}
	}
	return true
}

// outOfOrder returns a word with its first syllable last, with its last one
// first, and with all neighbours exchanged.
func outOfOrder(s []rune) []string {
	n := len(s)
	swapped := append([]rune(nil), s...)
	for i := 0; i+1 < n; i += 2 {
		swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
	}
	return []string{string(s[1:]) + string(s[:1]), string(s[n-1:]) + string(s[:n-1]), string(swapped)}
}

// addRotated reports words that are terms out of order.
func (s *Sink) addRotated(r *reading) {
	const size = 3 // bytes of a syllable
	before := len(s.Findings)
	for i := nextSyllable(r.folded, 0); i < len(r.folded); i = nextSyllable(r.folded, i) {
		start := i
		for i < len(r.folded) && isSyllableAt(r.folded, i) {
			i += size
		}
		letters := (i - start) / size
		if letters < rotatedLeast || letters > rotatedMost || !rotatedTerms().has(r.folded[start:i]) {
			continue
		}
		f := Finding{Span: r.span(start, i), Payload: Anchor, Note: "syllables out of order"}
		if letters >= rotatedSure {
			f.Strength = Strong
		}
		s.Add(f)
	}
	found := s.Findings[before:]
	for k := range found {
		if len(found) > 1 {
			found[k].Strength = Strong
		}
	}
	if len(found) == 1 && found[0].Strength == Silent {
		s.Findings = s.Findings[:before]
	}
}
