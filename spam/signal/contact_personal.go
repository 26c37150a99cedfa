package signal

import (
	"slices"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var contactPersonal = Signal{
	Name: "contact/personal",
	Kind: Contact,
	Doc: "A few sentences say how their writer is to be reached in person: a mobile number, a messenger's name, a mailbox at a service that is free for all. " +
		"Finders, neighbours and tutors do so too, and speak of other things: it takes a text that is like spam by itself.",
	Needs: HasWord,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= personalBytes && len(r.links) <= terseLinks {
			sink.addPersonal(r)
		}
	},
}

// personalBytes is the most of a text that is an advertisement and nothing else.
const personalBytes = 700

// addPersonal reports the first handle of a text, unless the text is of a town
// or another signal has said as much of a contact.
func (s *Sink) addPersonal(r *reading) {
	found := r.personal()
	if len(found) == 0 || r.townWords() > 0 || isHomely(r.folded) ||
		slices.ContainsFunc(s.Findings, func(f Finding) bool { return f.Kind == Contact && f.Strength >= Fair }) {
		return
	}
	for i := range found {
		if h := &found[i]; !h.isOffice() && !h.isHotline() && !r.reportsNear(h.start, h.end) {
			s.Add(Finding{Span: r.span(h.start, h.end), Payload: Handle, Note: "a way to reach the writer in person", Strength: Fair})
			return
		}
	}
}

// personal returns the handles of a text, whether or not the lexicon knows a
// word of it.
func (r *reading) personal() []handle {
	switch {
	case len(r.compounds)+len(r.cues) > 0:
		return r.contacts()
	case r.digits || r.zeros || strings.IndexByte(r.folded, '@') >= 0:
		return r.appendMentions(r.appendPhones(nil))
	}
	return nil
}

// isHotline reports whether a number is one of China that companies answer,
// at the price of a call in town.
func (h *handle) isHotline() bool {
	return len(h.text) == 10 && strings.HasPrefix(h.text, "400") || len(h.text) == 5 && strings.HasPrefix(h.text, "95")
}
