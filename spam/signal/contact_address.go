package signal

import (
	"strings"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

var contactAddress = Signal{
	Name: "contact/address",
	Kind: Contact,
	Doc: "An address that nobody knows, or an invitation to a messenger, stands next to words of trade or an offer. " +
		"A link to a source or to a shop of its own name is known, or stands among other words.",
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		if len(d.Links) == 0 {
			return
		}
		read := sink.readings(d)
		for i := range read {
			if r := &read[i]; len(r.compounds)+len(r.cues) > 0 {
				sink.addAddresses(r)
			}
		}
	},
}

// addAddresses reports the links of a text next to an offer.
func (s *Sink) addAddresses(r *reading) {
	for i := range r.links {
		l := &r.links[i]
		if isKnown(l) || l.Form&linkify.Defanged != 0 && warns(r.text) || isBareNumber(l) {
			continue
		}
		strength := r.offersAround(l.Start, l.End)
		if strength < Fair && isOdd(l) {
			strength = max(strength, min(Strength(r.promisesAround(l.Start, l.End)), Fair))
		}
		if strength != Silent && !r.isOfTown(l.Start, l.End) && !r.isCitation(l.Start, l.End) {
			s.Add(Finding{Span: l.Span, Payload: Link, Note: "an address next to an offer", Strength: strength})
		}
	}
}

// isKnown reports whether many people know the site that a link leads to. An
// invitation to a messenger is the writer's own.
func isKnown(l *document.Address) bool {
	class := l.Class
	if isDetour(l) {
		return false
	}
	return class&rules.Messenger == 0 && class&(rules.Popular|rules.Allowed) != 0 || isPublicBody(l.URL.Suffix) || isInternal(&l.URL) || l.URL.Host == ""
}

// isBareNumber reports whether an address is the number of a machine and nothing
// more, which nobody follows.
func isBareNumber(l *document.Address) bool {
	return l.URL.IP.IsValid() && l.Form&linkify.Bare != 0 && l.Form&linkify.Disguised == 0 && len(l.URL.Path) < 2 && l.URL.Port == ""
}

// isDetour reports whether an address leads on, through a site that people
// know, to one that nobody knows.
func isDetour(l *document.Address) bool {
	n := len(l.Inner)
	if n == 0 || l.URL.Host == "" || strings.Contains(l.URL.Host, "archive.") {
		return false
	}
	to := &l.Inner[n-1]
	return to.Name != l.URL.Name && l.Beyond&(rules.Popular|rules.Allowed) == 0 && !isPublicBody(to.Suffix) && !isInternal(to)
}
