package signal

import (
	"fmt"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

var listBlocked = Signal{
	Name: "list/blocked",
	Kind: List,
	Doc: "An address, or one that it redirects to, is on a list of spam sites and on no allow list. " +
		"Lists age: an honest owner may have bought the name.",
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		for i := range d.Links {
			a := &d.Links[i]
			list, name, ok := listedBy(d.Book, a)
			if ok {
				sink.Add(Finding{
					Span:     a.Span,
					Payload:  Link,
					Note:     fmt.Sprintf("%s is on the list %q", name, list),
					Strength: Strong,
				})
			}
		}
	},
}

// listedBy returns the first list that speaks against an address or one of
// its targets.
func listedBy(book *rules.Book, a *document.Address) (list, name string, ok bool) {
	if a.Class&rules.Listed != 0 {
		return book.ListedBy(&a.URL)
	}
	for i := range a.Inner {
		if list, name, ok = book.ListedBy(&a.Inner[i]); ok {
			return list, name, true
		}
	}
	return "", "", false
}

var listAllowed = Signal{
	Name:  "list/allowed",
	Kind:  List,
	Doc:   "All addresses of the post are on an allow list. A redirect that an allowed site offers to anybody is not allowed by that.",
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		if len(d.Links) == 0 {
			return
		}
		for i := range d.Links {
			if a := &d.Links[i]; a.Class&rules.Allowed == 0 || len(a.Inner) > 0 {
				return
			}
		}
		sink.Add(Finding{Span: d.Links[0].Span, Note: "every address is allowed", Strength: WeakHam})
	},
}
