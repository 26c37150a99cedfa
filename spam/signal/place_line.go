package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var placeLine = Signal{
	Name: "place/line",
	Kind: Placement,
	Doc: "Lines of nothing but search words stand between lines of prose that is about something else. " +
		"A heading stands once above what it speaks of.",
	Needs: HasTopic,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.compounds) > 0 {
			sink.addLines(r)
		}
	},
}

// proseBytes is the least length of a line of prose.
const proseBytes = 60

// addLines reports the lines of search words if there are several, or if one
// parts a sentence.
func (s *Sink) addLines(r *reading) {
	var found [maxLines]*compound
	n, parting := 0, false
	for i := range r.compounds {
		c := &r.compounds[i]
		if n == maxLines || !c.isSearch() || c.setting&reported != 0 || !r.isOwnLine(c) {
			continue
		}
		found[n] = c
		n++
		before := strings.TrimRight(r.folded[:c.start], " \n")
		parting = parting || !isSaid(before[max(0, len(before)-proseBytes):])
	}
	if n < 2 && !parting {
		return
	}
	strength := Fair
	if n > 1 {
		strength = Strong
	}
	for _, c := range found[:n] {
		s.Add(Finding{Span: r.span(c.start, c.end), Payload: Anchor, Note: "search words on a line of their own in a text about something else", Strength: strength})
	}
}

// maxLines is how many lines of search words are looked at.
const maxLines = 32

// isOwnLine reports whether a compound fills its line, between two of prose.
func (r *reading) isOwnLine(c *compound) bool {
	const margin = 8  // bytes of signs beside it on the line
	const line = 1024 // bytes of the lines around it that are read
	above := strings.TrimRight(r.folded[max(0, c.start-margin):c.start], " -*★▶")
	below := strings.TrimLeft(r.folded[c.end:min(len(r.folded), c.end+margin)], " -*★◀")
	if !strings.HasSuffix(above, "\n") || !strings.HasPrefix(below, "\n") {
		return false
	}
	above = strings.TrimRight(r.folded[max(0, c.start-line):c.start], "\n -*★▶")
	above = above[strings.LastIndexByte(above, '\n')+1:]
	below, _, _ = strings.Cut(strings.TrimLeft(r.folded[c.end:min(len(r.folded), c.end+line)], "\n -*★◀"), "\n")
	return len(above) >= proseBytes && len(below) >= proseBytes
}
