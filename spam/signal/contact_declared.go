package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var contactDeclared = Signal{
	Name: "contact/declared",
	Kind: Contact,
	Doc: "A message that calls itself an advertisement, as the law of Korea asks, gives a mobile number, a messenger's name or an address that nobody knows. " +
		"Shops that advertise by message have numbers and sites of their own name.",
	Needs: HasReach | HasLink,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= letterBytes && isDeclared(r.folded) {
			sink.addDeclared(r)
		}
	},
}

// declaredReach is how far from its beginning a message is called an advertisement.
const declaredReach = 64

func isDeclared(text string) bool {
	head := text[:min(len(text), declaredReach)]
	for at := strings.Index(head, "광고"); at >= 0; at = nextIndex(head, "광고", at) {
		end := at + len("광고")
		if at > 0 && end < len(head) && strings.IndexByte("([<", head[at-1]) >= 0 && strings.IndexByte(")]>", head[end]) >= 0 {
			return true
		}
	}
	return false
}

func (s *Sink) addDeclared(r *reading) {
	strength := Silent
	for i := range r.links {
		if isOwnSite(&r.links[i]) {
			strength = Fair
		}
	}
	if len(r.reach()) > 0 {
		strength = Strong
	}
	if strength > Silent {
		s.Add(Finding{Span: r.whole(), Payload: r.payload(), Note: "an advertisement that says it is one, with a contact of its own", Strength: strength})
	}
}
