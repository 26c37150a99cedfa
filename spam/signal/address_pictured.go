package signal

import (
	"github.com/boardspam/boardspam/spam/document"
)

// addressPictured sees pictures that are there to be clicked.
var addressPictured = Signal{
	Name: "address/pictured",
	Doc: "A picture from one site that nobody knows is a link to another, and both names cost next to nothing. " +
		"Pages show pictures of their own or of a service, and badges lead to known sites.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			label := s.link.Label
			if label.Len() == 0 || !s.unknown() || !isCheap(s.url.Suffix) || !showsPicture(label.In(d.Post)) {
				return
			}
			sink.eachSite(d, func(picture *site) {
				if picture.link.Role == document.Image && picture.unknown() && isCheap(picture.url.Suffix) &&
					picture.url.Name != s.url.Name && picture.link.Span.Overlaps(label) {
					sink.Add(s.finding(Strong, "a picture from "+picture.url.Name+" leads to "+s.url.Name))
				}
			})
		})
	},
}
