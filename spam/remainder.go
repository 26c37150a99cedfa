package spam

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/model"
	"github.com/boardspam/boardspam/spam/signal"
)

// What is read again of a post that is spam.
const (
	maxPassages = 64      // sentences and lines of a field
	maxReread   = 1 << 14 // bytes of them
	maxPassage  = 1500    // bytes of one: what is longer is no line of an advertisement
	shortField  = 1500    // bytes of a field that may be all advertisement
)

// How strongly all of a passage must speak for spam, in log-odds.
const (
	partsNeeded = 2   // for a line that parts a sentence to be put there
	ownNeeded   = 0.7 // without the prior, for an address in it to be no link of the host's own
)

// withRest returns the marks of a spam post together with what stands around
// them if it belongs to the same advertisement. What is left of a sentence that
// the spam was put into stays, and an address that its host speaks of.
func (d *Detector) withRest(k *desk, score *model.Score, marks []Mark) []Mark {
	p, g := &k.post, &k.page
	var own []document.Span // where the host speaks of addresses
	for _, f := range [...]document.Field{document.Title, document.Body} {
		if p.Text(f) == "" {
			continue
		}
		g.open(p, f, marksOf(marks, f), &k.sink)
		d.readAgain(g, p, score)
		for i := range g.passages {
			q := &g.passages[i]
			switch {
			case q.belongs && q.left:
				marks = q.mark(marks, f, g.text, g.html)
			case q.reach && len(q.bare) > 0 && (q.left || q.parts(g.text)):
				s := d.read(p, g.text[q.start:q.end])
				if s.LogOdds > partsNeeded && q.parts(g.text) {
					marks = q.mark(marks, f, g.text, g.html)
				} else if q.left && s.LogOdds-s.Prior <= ownNeeded {
					own = append(own, document.Span{Field: f, Start: q.start, End: q.end})
				}
			}
		}
	}
	marks = without(marks, own)
	slices.SortFunc(marks, func(a, b Mark) int { return a.Span.Compare(b.Span) })
	return joinPhrases(p, marks)
}

// joinPhrases makes one mark of phrases that only blanks and the signs of a
// sentence part. Signs alone become part of the words before them.
func joinPhrases(p *Post, marks []Mark) []Mark {
	joined := marks[:0]
	for _, m := range marks {
		if n := len(joined) - 1; n >= 0 && isSaidOn(p, joined[n], m) {
			last := &joined[n].Span
			last.End = max(last.End, m.Span.End)
			joined[n].Text = last.In(p)
			continue
		}
		joined = append(joined, m)
	}
	return joined
}

// isSaidOn reports whether the phrase b goes on with the words of a.
func isSaidOn(p *Post, a, b Mark) bool {
	words := a.Payload == signal.Phrase || a.Payload == signal.Anchor && !strings.ContainsFunc(b.Text, isLetter)
	if !words || b.Payload != signal.Phrase || a.Span.Field != b.Span.Field {
		return false
	}
	return strings.TrimLeft(p.Text(a.Span.Field)[a.Span.End:max(a.Span.End, b.Span.Start)], " ,.!?:;~") == ""
}

// without returns the marks that stand in none of the spans, or all if there
// are no others.
func without(marks []Mark, spans []document.Span) []Mark {
	if len(spans) == 0 {
		return marks
	}
	rest := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool {
		return slices.ContainsFunc(spans, m.Span.Overlaps)
	})
	if len(rest) == 0 {
		return marks
	}
	return rest
}

// read returns what a text of a post says by itself.
func (d *Detector) read(p *Post, rest string) model.Score {
	k := desks.Get().(*desk)
	k.post = Post{Body: rest, Format: p.Format, Lang: p.Lang, Board: p.Board}
	s := k.score(d)
	s.Parts = nil // are the desk's
	k.clear()
	return s
}

// marksOf returns the marks of one field; marks are in order.
func marksOf(marks []Mark, f document.Field) []Mark {
	by := func(m Mark, f document.Field) int { return cmp.Compare(m.Span.Field, f) }
	from, _ := slices.BinarySearchFunc(marks, f, by)
	to, _ := slices.BinarySearchFunc(marks, f+1, by)
	return marks[from:to]
}
