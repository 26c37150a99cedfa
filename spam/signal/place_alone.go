package signal

import (
	"unicode"

	"github.com/boardspam/boardspam/spam/document"
)

var placeAlone = Signal{
	Name: "place/alone",
	Kind: Placement,
	Doc: "A post is an address and hardly a word, and the address is of a site that nobody knows, whose name costs next to nothing or says what it sells. " +
		"People who share a page share one that others know, or say why.",
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		r := sink.body(d)
		if r == nil || len(r.links) == 0 || len(r.links) > terseLinks || len(r.folded) > terseBytes {
			return
		}
		for i := range r.links {
			if l := &r.links[i]; isOwnSite(l) && isOdd(l) && r.lettersBesideLinks() <= aloneLetters {
				sink.Add(Finding{Span: l.Span, Payload: Link, Note: "an address and hardly a word", Strength: Weak})
				return
			}
		}
	},
}

// aloneLetters is how many letters a post has at most that is hardly a word.
const aloneLetters = 4

// lettersBesideLinks counts the letters of a text that are part of no address.
func (r *reading) lettersBesideLinks() (n int) {
	for i, c := range r.folded {
		if unicode.IsLetter(c) && !r.inLink(i) {
			n++
		}
	}
	return n
}
