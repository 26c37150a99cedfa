package signal

import "github.com/boardspam/boardspam/spam/document"

var placeLinks = Signal{
	Name: "place/links",
	Kind: Placement,
	Doc: "Two link fields of a short post lead to sites that nobody knows, and its text speaks of no site: programs fill in every field. " +
		"People use one, and say what for.",
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		var found [2]*document.Address
		n := 0
		for i := range d.Links {
			if l := &d.Links[i]; n < len(found) && l.Span.Field.LinkIndex() >= 0 && isOwnSite(l) {
				found[n] = l
				n++
			}
		}
		if n < len(found) || len(d.Post.Body) > terseBytes || speaksOfSite(d.Post.Body) {
			return
		}
		for _, l := range found {
			sink.Add(Finding{Span: l.Span, Payload: Link, Note: "link fields filled in beside a text that does not speak of them", Strength: Fair})
		}
	},
}
