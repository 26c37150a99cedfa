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
	hostBytes   = 160     // bytes of other words that make it the host of one
)

// How strongly a passage must speak for spam to be marked whole, in log-odds.
const (
	restNeeded  = 0   // what is left of it
	besideOther = 1   // the same without the prior, where other passages are marked
	hostNeeded  = 2   // what is left of it, or all of a line, where a text hosts the advertisement
	wholeNeeded = -2  // all of it, if something is marked in it
	ownNeeded   = 0.7 // all of it without the prior, for an address in it to be no link of the host's own
	silent      = 0.2 // what is left of one that adds no more than this to the prior is a host's
)

// withRest returns the marks of a spam post together with what stands around
// them if it belongs to the same advertisement: all of the passages that are
// spam, unless a text that is none hosts them. What is left of a sentence that
// the spam was put into stays.
func (d *Detector) withRest(p *Post, sink *signal.Sink, marks []Mark) []Mark {
	var own []document.Span // where the host speaks of addresses
	for _, f := range [...]document.Field{document.Title, document.Body} {
		marks, own = d.addRest(p, sink, f, marks, own)
	}
	marks = without(marks, own)
	slices.SortFunc(marks, func(a, b Mark) int { return a.Span.Compare(b.Span) })
	return joinPhrases(p, marks)
}

// addRest appends to the marks what else is spam in one field, and to own the
// passages whose marks are its host's own.
func (d *Detector) addRest(p *Post, sink *signal.Sink, f document.Field, marks []Mark, own []document.Span) ([]Mark, []document.Span) {
	text, html, field := p.Text(f), p.Format == document.HTML, marksOf(marks, f)
	apart, all := apartOf(text, field), stretch{0, len(text)}
	offer := apart // what may be all advertisement
	if shown(text, html) <= shortField {
		offer = all
	}
	passages := passagesOf(text, html, offer, field)
	found(passages, sink, f)
	d.readRest(p, passages, text)
	if hostOfAll(passages, offer) > hostBytes {
		offer = apart
	}
	hosted := hostOfAll(passages, offer) > hostBytes
	beside := slices.ContainsFunc(passages, func(q passage) bool { return q.marked })
	for i := range passages {
		q := &passages[i]
		inside := !hosted && offer.start <= q.start && q.end <= offer.end
		switch {
		case inside && (offer != all && !q.split || d.isOfOffer(p, q, text, beside)), !inside && d.isPutInto(p, q, text):
			marks = q.mark(marks, f, text, html)
		case !inside && d.isOwn(p, q, text):
			own = append(own, document.Span{Field: f, Start: q.start, End: q.end})
		}
	}
	return marks, own
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
	return strings.Trim(p.Text(a.Span.Field)[a.Span.End:max(a.Span.End, b.Span.Start)], " ,.!?:;~") == ""
}

// found notes in the passages of a field what signals have said of them.
func found(passages []passage, sink *signal.Sink, f document.Field) {
	each := func(name string, do func(q *passage, s document.Span)) {
		for _, s := range sink.Found(name, f) {
			i, _ := slices.BinarySearchFunc(passages, s.Start, func(q passage, at int) int { return cmp.Compare(q.end, at+1) })
			for ; i < len(passages) && passages[i].start < s.End; i++ {
				do(&passages[i], s)
			}
		}
	}
	each("place/inside_word", func(q *passage, _ document.Span) { q.split = true })
	each("place/closing", func(q *passage, _ document.Span) { q.closing = true })
	each("words/praise", func(q *passage, _ document.Span) { q.praise = true })
	each("words/offer", func(q *passage, s document.Span) {
		q.offered = q.offered || 2*(min(q.end, s.End)-max(q.start, s.Start)) > q.end-q.start
	})
}

// readRest reads what is left of the passages.
func (d *Detector) readRest(p *Post, passages []passage, text string) {
	for i := range passages {
		q := &passages[i]
		rest := q.rest(text)
		if q.left = hasWords(rest); q.left {
			s := d.read(p, rest)
			q.says, q.adds = s.LogOdds, s.LogOdds-s.Prior
		}
		q.bytes = len(rest)
	}
}

// hostOfAll returns how many bytes of what is left of the passages in a stretch
// are no advertisement.
func hostOfAll(passages []passage, in stretch) (host int) {
	for i := range passages {
		q := &passages[i]
		if in.start <= q.start && q.end <= in.end && (q.marked && q.adds <= silent || !q.marked && q.says <= restNeeded) {
			host += q.bytes
		}
	}
	return host
}

// isOfOffer reports whether all of a passage belongs to an advertisement that
// no text hosts. Others may stand beside it.
func (d *Detector) isOfOffer(p *Post, q *passage, text string, beside bool) bool {
	switch {
	case q.praise || len(q.bare) == 0:
		return false
	case q.closing || q.left && (q.says > restNeeded || beside && (q.adds > besideOther || q.offered)):
		return true
	}
	return q.shown && !q.split && d.read(p, text[q.start:q.end]).LogOdds > wholeNeeded
}

// isPutInto reports whether all of a passage was put into the text around it:
// what is left of it is spam, or it is a line with an address that parts a
// sentence and is none itself.
func (d *Detector) isPutInto(p *Post, q *passage, text string) bool {
	if q.left && q.says > hostNeeded {
		return true
	}
	return q.reach && len(q.bare) > 0 && q.parts(text) && d.read(p, text[q.start:q.end]).LogOdds > hostNeeded
}

// isOwn reports whether the addresses and contacts that are marked in a passage
// are its host's: nothing else is, and by itself it says nothing for spam.
func (d *Detector) isOwn(p *Post, q *passage, text string) bool {
	if !q.reach || q.words || !q.left {
		return false
	}
	s := d.read(p, text[q.start:q.end])
	return s.LogOdds-s.Prior <= ownNeeded
}

// without returns the marks that stand in none of the spans, or all if there
// are no others.
func without(marks []Mark, spans []document.Span) []Mark {
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
	k.doc.Reuse(&k.post, d.book)
	k.sink.Run(&k.doc, d.signals)
	s := d.model.Score(&k.doc, k.sink.Findings)
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
