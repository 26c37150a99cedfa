package signal

import (
	"encoding/hex"
	"strings"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

var hiddenEncoded = Signal{
	Name: "hidden/encoded",
	Kind: Disguise,
	Doc: "The address of an unknown site is written in base64 or in hexadecimal digits, for readers to decode. " +
		"Programs hold such in quotation marks, and fans pass on files of known sites so, which is not meant.",
	Needs: HasMixed,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			for _, w := range read[i].words {
				if w.end-w.start >= encodedLeast {
					sink.addEncoded(&read[i], w, d.Book)
				}
			}
		}
	},
}

// How many letters an address has in code, and of how many a site is told.
const encodedLeast, encodedMost = 16, 512

// addEncoded reports the word w if it begins as an address does in code.
func (s *Sink) addEncoded(r *reading, w stretch, book *rules.Book) {
	isHex := strings.HasPrefix(r.folded[w.start:], "68747470") // http
	if !isHex && !strings.HasPrefix(r.folded[w.start:], "ahr0c") || r.inLink(int(w.start)) {
		return
	}
	span := r.span(int(w.start), int(w.end))
	end, most := span.Start, min(len(r.text.Raw), span.Start+encodedMost)
	for end < most && isBase64(r.text.Raw[end]) {
		end++
	}
	span.End = end
	plain := ""
	if code := r.text.Raw[span.Start:end]; isHex {
		b, _ := hex.DecodeString(code)
		plain = string(b)
	} else {
		plain = decodeBase64(code)
	}
	u, err := rules.ParseURL(plain)
	if err != nil || !strings.HasPrefix(u.Scheme, "http") || u.Host == "" || isPublicBody(u.Suffix) {
		return
	}
	site := isCheap(u.Suffix) || len(u.Path) < shortPath
	if c := book.Class(&u); c&(rules.Popular|rules.Allowed) != 0 || c&rules.Hosted != 0 && !site {
		return
	}
	s.Add(Finding{
		Span: span, Payload: Link, Note: "an address for the reader to decode: " + u.Host,
		Strength: r.encoded(span.Start, site),
	})
}

// shortPath is what an address has that leads to a site, not to a file there.
const shortPath = 8

// encoded says how much is said by an address in code at Raw[at], which leads
// to a site or to a file.
func (r *reading) encoded(at int, site bool) Strength {
	switch {
	case at > 0 && strings.IndexByte("\"'`", r.text.Raw[at-1]) >= 0, r.different(report|notice) > 1:
		return Weak
	case !site:
		return Fair
	}
	return Strong
}
