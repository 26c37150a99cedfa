package signal

import (
	"slices"

	"github.com/boardspam/boardspam/spam/document"
)

// A reading is what several signals need of one text: the terms in it, their
// compounds, and what looks put in. It is made once a document.
type reading struct {
	sweep
	text       *document.Text
	folded     string
	links      []document.Address // those that are shown in the text, in order
	parts      []unit             // of the compounds
	veiled     []unit             // terms in characters that stand for their own
	roles      role               // that terms play
	cues       []unit             // terms that give the text around a compound a meaning, in order
	compounds  []compound
	insertions []insertion

	said  []mention      // for reuse by bestOffer
	times map[saying]int // for reuse by bestOffer

	listItems []item // for reuse by items

	styled   []styledWord // made by styledWords
	isStyled bool         // styled is made

	phones    []handle // in the form of phone numbers
	handles   []handle // made by contacts
	contacted bool     // handles are made
	inside    int      // addresses in the middle of Korean sentences
	lured     int      // codes and names to search for that were looked at

	tongue tongue // made by isIndonesian

	closed  sweep // of the joined view; made by joined
	isSwept bool  // closed is made
}

// readings returns a reading of every text of d, in order.
func (s *Sink) readings(d *document.Document) []reading {
	if s.doc != d {
		s.readTexts(d)
	}
	return s.read
}

// readTexts reads every text of d.
func (s *Sink) readTexts(d *document.Document) {
	s.doc, s.read = d, slices.Grow(s.read[:0], len(d.Texts))[:len(d.Texts)]
	lex := builtinLexicon()
	for i, t := range d.Texts {
		r := &s.read[i]
		r.open(t, d.Links)
		r.read(r.folded)
		r.sortWords(r.folded)
		if r.veiled = s.veiledUnits(r); len(r.matches)+len(r.veiled) > 0 {
			s.units = lex.units(s.units[:0], r.matches, r.folded, r.links)
			r.split(addVeiled(s.units, r.veiled))
			r.compounds = compounds(r.compounds, r.folded, r.parts)
			r.clip()
			r.readContext()
		}
		if len(r.links) > 0 || r.breaks > 0 {
			r.findInsertions()
		}
		r.findPhones()
	}
}

// eachCue calls do with every cue of d that has one of the roles.
func (s *Sink) eachCue(d *document.Document, roles role, do func(r *reading, cue *unit)) {
	read := s.readings(d)
	for i := range read {
		r := &read[i]
		for k := range r.cues {
			if r.cues[k].term.role&roles != 0 {
				do(r, &r.cues[k])
			}
		}
	}
}

// readingOf returns the reading of a text of d, or nil if that is none of them.
func (s *Sink) readingOf(d *document.Document, t *document.Text) *reading {
	read := s.readings(d)
	for i := range read {
		if read[i].text == t && t != nil {
			return &read[i]
		}
	}
	return nil
}

// body returns the reading of the post's body, or nil if it has none.
func (s *Sink) body(d *document.Document) *reading { return s.field(d, document.Body) }

// field returns the reading of a field of the post, or nil if that is empty.
func (s *Sink) field(d *document.Document, f document.Field) *reading {
	read := s.readings(d)
	for i := range read {
		if read[i].text.Field == f {
			return &read[i]
		}
	}
	return nil
}

// open begins the reading of a text with the room of the one before.
func (r *reading) open(t *document.Text, links []document.Address) {
	r.reset()
	r.text, r.folded = t, t.Folded.Text
	for i := range links { // of all texts
		if links[i].Text == t && links[i].Start < links[i].End {
			r.links = append(r.links, links[i])
		}
	}
}

// forget lets go of the text.
func (r *reading) forget() {
	clear(r.links)
	clear(r.phones)
	clear(r.handles)
	clear(r.insertions)
	clear(r.said)
	clear(r.times)
	r.text, r.folded = nil, ""
}

// reset empties the reading and keeps its room. It is done field by field: a
// reading is half a kilobyte.
func (r *reading) reset() {
	r.sweep.reset()
	r.closed.reset()
	r.text, r.folded, r.veiled = nil, "", nil
	r.links, r.parts, r.cues = r.links[:0], r.parts[:0], r.cues[:0]
	r.compounds, r.insertions, r.said = r.compounds[:0], r.insertions[:0], r.said[:0]
	r.phones, r.handles, r.contacted, r.inside, r.lured = r.phones[:0], r.handles[:0], false, 0, 0
	r.tongue, r.isSwept, r.isStyled, r.roles = unread, false, false, 0
}

// joined returns a sweep of the text's joined view.
func (r *reading) joined() *sweep {
	if !r.isSwept {
		r.closed.read(r.text.Joined().Text)
		r.isSwept = true
	}
	return &r.closed
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
