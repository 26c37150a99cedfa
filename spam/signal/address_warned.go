package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

// warnings are words of those who write of an address that it is dangerous.
var warnings = phrasesOf("warnings.txt")

// warns reports whether a text has a word of warning in its first few lines.
func warns(t *document.Text) bool {
	const few = 2000 // bytes
	return containsAny(t.Folded.Text[:min(len(t.Folded.Text), few)], warnings())
}

// warnsOfSites reports whether a post lists addresses for others to keep away
// from: several, all defanged as those do who share such lists. Who hides his
// own from filters wants one to be found.
func warnsOfSites(d *document.Document) bool {
	const several = 2
	n := 0
	for i := range d.Links[:min(len(d.Links), maxSites)] {
		l := &d.Links[i]
		switch {
		case l.Text == nil:
			return false
		case l.Form&linkify.Defanged != 0, l.URL.IP.IsValid() && strings.Contains(l.Span.In(d.Post), "[.]"):
			n++
		case !isKnown(l):
			return false
		}
	}
	return n >= several && warns(d.Links[0].Text)
}

// toldBytes is the most of a text in which somebody tells of one message.
const toldBytes = 700

// isTold reports whether a link is part of what a few sentences cite and speak
// of as a crime or a nuisance, or is defanged and warned of.
func (r *reading) isTold(l *document.Address) bool {
	if len(r.folded) > toldBytes {
		return false
	}
	return r.isCitation(l.Start, l.End) || l.Form&linkify.Defanged != 0 && warns(r.text) && r.isQuiet()
}

// isQuiet reports whether a text offers nothing and calls nobody.
func (r *reading) isQuiet() bool {
	return r.different(offer|invite|contact|code) == 0 && !r.tradesAround(0, len(r.folded))
}

// isTold reports the same of a link of d.
func (s *Sink) isTold(d *document.Document, l *document.Address) bool {
	if l.Text == nil || len(l.Text.Folded.Text) > toldBytes {
		return false
	}
	r := s.readingOf(d, l.Text)
	return r != nil && r.isTold(l)
}

// isMailbox reports whether what looks like a link is the end of a mail address
// that is spelled out, with a sign or a word for the at, as people do whom
// robots shall not find.
func isMailbox(l *document.Address) bool {
	if l.Form&linkify.Disguised == 0 || l.Text == nil {
		return false
	}
	before := strings.TrimRight(l.Text.Folded.Text[:min(l.Start, len(l.Text.Folded.Text))], " ")
	for _, at := range [...]string{"(at)", "[at]", "{at}", "골뱅이", "собака", "アット", "艾特"} {
		if strings.HasSuffix(before, at) {
			return true
		}
	}
	return false
}

var contextWarned = Signal{
	Name:  "context/warned",
	Kind:  Words,
	Needs: HasLink,
	Doc: "A post lists addresses for others to keep away from, and names nothing that spam deals in. " +
		"It takes from what the words say, which are those of the sites.",
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(d.Links) > 0 && warnsOfSites(d) && !r.tradesIn(0, len(r.folded)) {
			sink.Add(Finding{Span: d.Links[0].Span, Note: "addresses to keep away from", Strength: StrongHam})
		}
	},
}
