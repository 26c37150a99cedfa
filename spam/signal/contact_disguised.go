package signal

import "github.com/boardspam/boardspam/spam/document"

var contactDisguised = Signal{
	Name: "contact/disguised",
	Kind: Contact,
	Doc: "A phone number is written in a mixture of digits, letters and number words, or a messenger's name in letters that stand for its own. " +
		"Sellers hide theirs from robots in the same way, so it is little by itself.",
	Needs: HasReach,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			handles := r.contacts()
			if len(r.compounds)+len(r.cues) == 0 && r.eastern {
				handles = r.appendVeiled(nil)
			}
			for k := range handles {
				h := &handles[k]
				strength, note := Weak, "a messenger in other letters"
				switch {
				case !h.phone && h.mixed && r.isParted(h):
					strength = Strong
				case h.mixed:
					strength = Fair
				}
				if h.phone {
					note = "a phone number in odd digits"
				}
				if h.disguised {
					sink.Add(Finding{Span: r.span(h.start, h.end), Payload: Handle, Note: note, Strength: strength})
				}
			}
		}
	},
}
