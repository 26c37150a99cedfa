package signal

import (
	"fmt"

	"github.com/boardspam/boardspam/spam/document"
)

// pileSize is how many different commercial compounds make a pile.
const pileSize = 5

var wordsPile = Signal{
	Name: "words/pile",
	Kind: Words,
	Doc: "Five or more different commercial compounds stand in one text: no honest text names so many. " +
		"A long report may name two or three.",
	Needs: HasPile,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			n, bytes := r.differentCompounds()
			if n < pileSize {
				continue
			}
			strength := Fair
			if bytes*10 > len(r.folded) {
				strength = Strong
			}
			sink.Add(Finding{
				Span:     document.Span{Field: r.text.Field},
				Note:     fmt.Sprintf("%d different search words", n),
				Strength: strength,
			})
		}
	},
}

// heads counts the names that hardly mean anything but their topic.
func (r *reading) heads() (n int) {
	for i := range r.compounds {
		n += r.compounds[i].count(head)
	}
	return n
}

// differentCompounds returns how many different commercial compounds the text
// names, those of an ambiguous name counted half, and how many bytes all of
// them take. A run of several heads counts once for each.
func (r *reading) differentCompounds() (n, bytes int) {
	if len(r.compounds)+2*r.heads() < 2*pileSize {
		return 0, 0
	}
	seen := make(map[string]bool)
	halves := 0
	for k := range r.compounds {
		c := &r.compounds[k]
		if c.strength() == Silent {
			continue
		}
		bytes += c.end - c.start
		if text := r.folded[c.start:c.end]; !seen[text] {
			seen[text] = true
			halves += max(1, 2*c.count(head))
		}
	}
	return halves / 2, bytes
}
