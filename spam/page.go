package spam

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/model"
	"github.com/boardspam/boardspam/spam/signal"
)

// A page is a field of a spam post, cut into passages.
type page struct {
	field    document.Field
	text     string
	html     bool
	passages []passage
	apart    stretch // the paragraph that all marks stand in, if it stands apart
	told     float64 // how much of what speaks for the post its words say
	reach    bool    // an address or a contact is marked in the field
	signed   bool    // the field tells what to reach its writer for
	unread   int     // bytes that are neither marked nor left of a passage

	all, inApart company
}

// A company is the passages of a field, or of a paragraph that stands apart.
type company struct {
	bytes  int // of words that are not marked
	honest int // of those that do not lean to spam
	marked int // passages with marks
}

func (c *company) add(q *passage) {
	c.bytes += q.bytes
	if q.lean <= 0 {
		c.honest += q.bytes
	}
	if q.marked {
		c.marked++
	}
}

// open cuts a field of a post into passages, in the room of the page before.
func (g *page) open(p *Post, f document.Field, marks []Mark, sink *signal.Sink) {
	*g = page{field: f, text: p.Text(f), html: p.Format == document.HTML, passages: g.passages[:0]}
	g.apart = apartOf(g.text, marks)
	offer := g.apart // what may be all advertisement
	if shown(g.text, g.html) <= shortField {
		offer = stretch{0, len(g.text)}
	}
	g.passages = appendPassages(g.passages, g.text, g.html, offer, marks)
	g.takeHints(sink)
	g.findNeighbours()
	g.unread = len(g.text)
	for _, m := range marks {
		g.unread -= m.Span.Len()
	}
}

// readAgain reads what no mark covers of a field, and tells what belongs to the
// advertisement.
func (d *Detector) readAgain(g *page, p *Post, score *model.Score) {
	g.told = toldByWords(score)
	for i := range g.passages {
		q := &g.passages[i]
		d.readLeft(p, q, g.text)
		g.unread -= q.bytes
		g.reach = g.reach || q.reach
		g.all.add(q)
		if g.isApart(q) {
			g.inApart.add(q)
		}
	}
	g.all.bytes += max(g.unread, 0)
	g.all.honest += max(g.unread, 0) // nothing speaks for spam in it
	g.weigh()
}

// toldByWords returns how much of what speaks for a post its words say.
func toldByWords(s *model.Score) (told float64) {
	for i := range s.Parts {
		if part := &s.Parts[i]; part.Finding.Signal == model.TextSignal {
			told += part.Weight
		}
	}
	return max(told, 0) / max(s.LogOdds-s.Prior, 1)
}

// readLeft reads what is left of a passage.
func (d *Detector) readLeft(p *Post, q *passage, text string) {
	rest := q.rest(text)
	q.bytes = len(rest)
	if q.left = hasWords(rest); q.left {
		s := d.read(p, rest)
		q.says, q.lean, q.whole = s.LogOdds-s.Prior, s.Lean, s.Whole
	}
}

// takeHints notes in the passages what signals have said of them.
func (g *page) takeHints(sink *signal.Sink) {
	for i := range sink.Findings {
		found := &sink.Findings[i]
		s := found.Span
		if found.Hint == signal.NoHint || s.Field != g.field || s.Len() == 0 {
			continue
		}
		g.signed = g.signed || found.Hint == signal.Signed
		k, _ := slices.BinarySearchFunc(g.passages, s.Start, func(q passage, at int) int { return cmp.Compare(q.end, at+1) })
		for ; k < len(g.passages) && g.passages[k].start < s.End; k++ {
			switch q := &g.passages[k]; found.Hint {
			case signal.Praised:
				q.praised = true
			case signal.Foreign:
				q.foreign = true
			case signal.Offered:
				q.offered = q.offered || q.isMostlyIn(s)
			}
		}
	}
}

// isMostlyIn reports whether more than half of a passage is in a span.
func (q *passage) isMostlyIn(s document.Span) bool {
	return 2*(min(q.end, s.End)-max(q.start, s.Start)) > q.end-q.start
}

// findNeighbours notes in the passages whether others on their lines are marked.
func (g *page) findNeighbours() {
	for i := 0; i < len(g.passages); {
		marked, j := 0, i
		for ; j < len(g.passages) && (j == i || !strings.Contains(g.text[g.passages[j-1].end-1:g.passages[j].start], "\n")); j++ {
			if g.passages[j].marked {
				marked++
			}
		}
		for ; i < j; i++ {
			q := &g.passages[i]
			q.beside = marked > 1 || marked == 1 && !q.marked
		}
	}
}

// isApart reports whether a passage is part of a paragraph that all marks stand
// in, and others do not.
func (g *page) isApart(q *passage) bool {
	return g.apart.start <= q.start && q.end <= g.apart.end && g.apart.end-g.apart.start < len(g.text)
}
