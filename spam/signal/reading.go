package signal

import "github.com/boardspam/boardspam/spam/document"

// A reading is what several signals need of one text: the terms in it, their
// compounds, and what looks put in. It is made once a document.
type reading struct {
	text       *document.Text
	folded     string
	links      []document.Address // those that are shown in the text, in order
	cues       []unit             // terms that give the text around a compound a meaning, in order
	compounds  []compound
	insertions []insertion

	handles   []handle // made by contacts
	contacted bool     // handles are made
	inside    int      // addresses in the middle of Korean sentences
}

// readings returns a reading of every text of d, in order.
func (s *Sink) readings(d *document.Document) []reading {
	if s.doc == d {
		return s.read
	}
	s.doc, s.read = d, s.read[:0]
	lex := builtinLexicon()
	for _, t := range d.Texts {
		r := reading{text: t, folded: t.Folded.Text, links: shownIn(t, d.Links)}
		s.matches = lex.phrases.Append(s.matches[:0], r.folded, maxUnits)
		var parts []unit
		parts, r.cues = split(lex.units(nil, s.matches, r.folded, r.links))
		r.compounds = compounds(r.folded, parts)
		r.clip()
		r.readContext()
		r.findInsertions()
		s.read = append(s.read, r)
	}
	return s.read
}

// shownIn returns the links that are shown in t, out of those of all texts.
func shownIn(t *document.Text, links []document.Address) (shown []document.Address) {
	for i := range links {
		if links[i].Text == t && links[i].Start < links[i].End {
			shown = append(shown, links[i])
		}
	}
	return shown
}

// span returns the bytes of the field behind folded[start:end].
func (r *reading) span(start, end int) document.Span { return r.text.Span(start, end) }

// clip cuts compounds off where a link begins: its first digits are not theirs.
func (r *reading) clip() {
	links := r.links
	for i := range r.compounds {
		c := &r.compounds[i]
		for len(links) > 0 && links[0].End <= c.start {
			links = links[1:]
		}
		if len(links) > 0 {
			c.end = min(c.end, max(links[0].Start, c.start))
		}
	}
}
