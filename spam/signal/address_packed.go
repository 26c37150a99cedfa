package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

// addressPacked sees programs whose addresses are packed.
var addressPacked = Signal{
	Name: "address/packed",
	Doc: "A program within a post unpacks another one, which leads to a site; nobody writes such for readers, " +
		"and questions about programs show what they unpack.",
	Kind:  Disguise,
	Needs: HasTag | HasChange,
	Find: func(d *document.Document, sink *Sink) {
		for _, t := range d.Texts {
			if t.Field == document.Body {
				sink.addPacked(t)
			}
		}
	},
}

// addPacked reports the first call that unpacks an address.
func (s *Sink) addPacked(t *document.Text) {
	const call, longest, reach = "atob(", 4096, 64
	at := strings.Index(t.Raw, call)
	if at < 0 {
		return
	}
	from := max(0, at-reach)
	start := strings.LastIndex(t.Raw[from:at], "<script")
	if start < 0 {
		return
	}
	rest := strings.TrimLeft(t.Raw[at+len(call):], " \"'`\\")
	end := strings.IndexFunc(rest, func(c rune) bool { return c >= 0x80 || !isBase64(byte(c)) })
	if end < 0 || end > longest {
		return
	}
	if plain := decodeBase64(rest[:end]); strings.Contains(plain, "http") || strings.Contains(plain, "//") {
		span := document.Span{Field: t.Field, Start: from + start, End: len(t.Raw) - len(rest) + end}
		s.Add(Finding{Span: span, Payload: Phrase, Note: "a packed program leads elsewhere", Strength: Strong})
	}
}
