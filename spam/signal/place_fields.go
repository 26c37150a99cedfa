package signal

import "github.com/boardspam/boardspam/spam/document"

var placeFields = Signal{
	Name: "place/fields",
	Kind: Placement,
	Doc: "Words of trade stand in the writer's name, or alone in the title, or an unknown address in a link field beside them, " +
		"while the text says nothing of it. A title may say all there is to say, but not in search words.",
	Needs: HasTopic,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			switch r.text.Field {
			case document.AuthorName:
				sink.addName(r)
			case document.Title:
				sink.addTitle(r, read)
			case document.Body:
				sink.addLinkField(d, r)
			}
		}
	},
}

// addName reports search words in a writer's name.
func (s *Sink) addName(r *reading) {
	for i := range r.compounds {
		c := &r.compounds[i]
		strength := c.worth()
		if strength == Silent {
			continue
		}
		if len(c.units) > 1 {
			strength = Strong
		}
		s.Add(Finding{Span: r.span(c.start, c.end), Payload: Anchor, Note: "search words for a name", Strength: strength})
	}
}

// addTitle reports a title of nothing but search words above a text that does
// not speak of them.
func (s *Sink) addTitle(r *reading, read []reading) {
	taken, best, topics := 0, Silent, uint32(0)
	for i := range r.compounds {
		taken += r.compounds[i].end - r.compounds[i].start
		best = max(best, r.compounds[i].strength())
		topics |= r.compounds[i].topics()
	}
	for i := range r.links {
		taken += r.links[i].End - r.links[i].Start
	}
	if best == Silent || taken*10 < len(r.folded)*7 || len(read) < 2 || speaksOf(read, topics) {
		return
	}
	if best > Weak { // a title of ordinary words has them too
		best++
	}
	for i := range r.compounds {
		c := &r.compounds[i]
		s.Add(Finding{Span: r.span(c.start, c.end), Payload: Anchor, Note: "search words above another text", Strength: best})
	}
}

// speaksOf reports whether the body names one of some topics of spam.
func speaksOf(read []reading, topics uint32) bool {
	for i := range read {
		if read[i].text.Field != document.Body {
			continue
		}
		for k := range read[i].compounds {
			if read[i].compounds[k].topics()&topics != 0 {
				return true
			}
		}
	}
	return false
}

// addLinkField reports search words in a text whose address stands in a link
// field.
func (s *Sink) addLinkField(d *document.Document, r *reading) {
	link := unknownLinkField(d)
	if link == nil {
		return
	}
	for i := range r.compounds {
		c := &r.compounds[i]
		strength := c.strength()
		if strength == Silent || !c.isSearch() {
			continue
		}
		s.Add(Finding{Span: r.span(c.start, c.end), Payload: Anchor, Note: "search words for the address of a link field", Strength: strength + 1})
		s.Add(Finding{Span: link.Span, Payload: Link, Note: "the address of search words in the text", Strength: strength})
	}
}

// unknownLinkField returns an address that nobody knows in a link field or in
// the writer's home page, or nil.
func unknownLinkField(d *document.Document) *document.Address {
	for i := range d.Links {
		l := &d.Links[i]
		if f := l.Span.Field; (f == document.AuthorURL || f.LinkIndex() >= 0) && !isKnown(l) {
			return l
		}
	}
	return nil
}
