package signal

import "github.com/boardspam/boardspam/spam/document"

// A reading is what several signals need of one text: the terms in it, their
// compounds, and what looks put in. It is made once a document.
type reading struct {
	doc        *document.Document
	text       *document.Text
	folded     string
	compounds  []compound
	insertions []insertion
}

// readings returns a reading of every text of d, in order.
func (s *Sink) readings(d *document.Document) []reading {
	if s.doc == d {
		return s.read
	}
	s.doc, s.read = d, s.read[:0]
	lex := builtinLexicon()
	for _, t := range d.Texts {
		r := reading{doc: d, text: t, folded: t.Folded.Text}
		r.compounds = compounds(r.folded, lex.units(r.folded))
		r.findInsertions()
		s.read = append(s.read, r)
	}
	return s.read
}

// span returns the bytes of the field behind folded[start:end].
func (r *reading) span(start, end int) document.Span { return r.text.Span(start, end) }
