package spam

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/model"
	"github.com/boardspam/boardspam/spam/signal"
)

// What is read again of a post that is spam.
const (
	maxPassages = 64      // sentences and lines of a field
	maxReread   = 1 << 14 // bytes of them
	maxPassage  = 400     // bytes of one: what is longer is no line of an advertisement
	shortField  = 700     // bytes of a field that may be all advertisement
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

// A passage is a sentence or a line of a field, with the stretches of it that
// no mark covers.
type passage struct {
	start, end int
	bare       []stretch
	marked     bool    // something is marked in it
	reach      bool    // an address or a contact is
	words      bool    // words are
	split      bool    // that splits a word of it
	offered    bool    // most of it is part of an offer
	left       bool    // words are left of it
	says, adds float64 // what they say for spam, in log-odds, with and without the prior
}

type stretch struct{ start, end int }

// withRest returns the marks of a spam post together with what stands around
// them if it belongs to the same advertisement: all of the passages that are
// spam, unless a text that is none hosts them. What is left of a sentence that
// the spam was put into stays.
func (d *Detector) withRest(p *Post, sink *signal.Sink, marks []Mark) []Mark {
	var own []document.Span // where the host speaks of addresses
	for _, f := range [...]document.Field{document.Title, document.Body} {
		text := p.Text(f)
		passages := passagesOf(text, marksOf(marks, f))
		eachWithin(passages, sink.Splits(f), func(q *passage, s document.Span) { q.split = true })
		eachWithin(passages, sink.Offers(f), func(q *passage, s document.Span) {
			q.offered = q.offered || 2*(min(q.end, s.End)-max(q.start, s.Start)) > q.end-q.start
		})
		host := d.readRest(p, passages, text)
		hosted := len(text) > shortField || host > hostBytes
		beside := slices.ContainsFunc(passages, func(q passage) bool { return q.marked })
		for i := range passages {
			q := &passages[i]
			switch {
			case hosted && d.isPutInto(p, q, text), !hosted && d.isOfOffer(p, q, text, beside):
				marks = q.mark(marks, f, text)
			case hosted && d.isOwn(p, q, text):
				own = append(own, document.Span{Field: f, Start: q.start, End: q.end})
			}
		}
	}
	marks = without(marks, own)
	slices.SortFunc(marks, func(a, b Mark) int { return a.Span.Compare(b.Span) })
	return joinPhrases(p, marks)
}

// joinPhrases makes one mark of phrases that only blanks and the signs of a
// sentence part.
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

// isSaidOn reports whether b goes on with the phrase a.
func isSaidOn(p *Post, a, b Mark) bool {
	if a.Payload != signal.Phrase || b.Payload != signal.Phrase || a.Span.Field != b.Span.Field {
		return false
	}
	return strings.Trim(p.Text(a.Span.Field)[a.Span.End:max(a.Span.End, b.Span.Start)], " ,.!?:;~") == ""
}

// eachWithin calls f for each passage and span that overlap; both are in order.
func eachWithin(passages []passage, spans []document.Span, f func(*passage, document.Span)) {
	for i := range passages {
		q := &passages[i]
		for len(spans) > 0 && spans[0].End <= q.start {
			spans = spans[1:]
		}
		for k := 0; k < len(spans) && spans[k].Start < q.end; k++ {
			f(q, spans[k])
		}
	}
}

// readRest reads what is left of the passages and returns how many bytes of it
// are no advertisement.
func (d *Detector) readRest(p *Post, passages []passage, text string) (host int) {
	for i := range passages {
		q := &passages[i]
		rest := q.rest(text)
		if q.left = hasWords(rest); q.left {
			s := d.read(p, rest)
			q.says, q.adds = s.LogOdds, s.LogOdds-s.Prior
		}
		if q.marked && q.adds <= silent || !q.marked && q.says <= restNeeded {
			host += len(rest)
		}
	}
	return host
}

// isOfOffer reports whether all of a passage belongs to an advertisement that
// no text hosts. Others may stand beside it.
func (d *Detector) isOfOffer(p *Post, q *passage, text string, beside bool) bool {
	if q.left && (q.says > restNeeded || beside && (q.adds > besideOther || q.offered)) {
		return true
	}
	return q.marked && !q.split && len(q.bare) > 0 && d.read(p, text[q.start:q.end]).LogOdds > wholeNeeded
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

// linePiece is the most bytes of words on one side of the address in a line of
// search words.
const linePiece = 54

// parts reports whether a passage is a line of little but names between two
// halves of a sentence.
func (q *passage) parts(text string) bool {
	above := strings.TrimRight(text[:q.start], " \r\n")
	if above == "" || !strings.Contains(text[len(above):q.start], "\n") || q.end < len(text) && text[q.end-1] != '\n' {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(above); !unicode.IsLetter(last) || endsTalk(above) {
		return false
	}
	for _, s := range q.bare {
		piece := strings.TrimSpace(text[s.start:s.end])
		if len(piece) > linePiece || endsTalk(piece) || strings.ContainsAny(piece, ".,!?。、，") {
			return false
		}
	}
	return true
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

// passagesOf cuts a text into lines and sentences, but no mark. Of a long text
// it returns those with marks.
func passagesOf(text string, marks []Mark) []passage {
	var all []passage
	left := maxReread
	for at := 0; at < len(text) && len(all) < maxPassages && left > 0; {
		q := passage{start: at}
		for ended := false; !ended && at < len(text); {
			for len(marks) > 0 && marks[0].Span.Start <= at {
				q.marked = true
				isReach := marks[0].Payload == signal.Link || marks[0].Payload == signal.Handle
				q.reach, q.words = q.reach || isReach, q.words || !isReach
				at = marks[0].Span.End
				marks = marks[1:]
			}
			stop := len(text)
			if len(marks) > 0 {
				stop = marks[0].Span.Start
			}
			var s stretch
			s.start = at
			at, ended = sentenceEnd(text, at, stop)
			if s.end = at; s.start < s.end {
				q.bare = append(q.bare, s)
			}
		}
		q.end = at
		if q.end-q.start <= maxPassage && (q.marked || len(text) <= shortField) {
			all = append(all, q)
			left -= q.end - q.start
		}
	}
	return all
}

// sentenceEnd returns where the sentence or the line that text[from:] goes on
// with ends, at stop at the latest, and whether it ends there.
func sentenceEnd(text string, from, stop int) (int, bool) {
	for i := from; i < stop; i++ {
		switch text[i] {
		case '\n':
			return i + 1, true
		case ' ':
			if i > from && endsTalk(text[from:i]) {
				return i + 1, true
			}
		}
	}
	return stop, false
}

// endsTalk reports whether s ends a sentence: with its sign, or as Korean talk
// ends that goes without.
func endsTalk(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".?!。？！", r) || strings.HasSuffix(s, "니다") || strings.HasSuffix(s, "요")
}

// rest returns what is left of a passage without its marks.
func (q *passage) rest(text string) string {
	if len(q.bare) == 1 {
		return text[q.bare[0].start:q.bare[0].end]
	}
	var b strings.Builder
	for _, s := range q.bare {
		b.WriteString(text[s.start:s.end])
		b.WriteByte(' ')
	}
	return b.String()
}

// mark appends marks of what is left of a passage.
func (q *passage) mark(marks []Mark, f document.Field, text string) []Mark {
	for _, s := range q.bare {
		bare := text[s.start:s.end]
		start := s.start + len(bare) - len(strings.TrimLeftFunc(bare, unicode.IsSpace))
		end := s.start + len(strings.TrimRightFunc(bare, unicode.IsSpace))
		if start < end && !isSeparator(text[start:end]) {
			marks = append(marks, Mark{document.Span{Field: f, Start: start, End: end}, signal.Phrase, text[start:end]})
		}
	}
	return marks
}

// isSeparator reports whether s is nothing but signs that part names.
func isSeparator(s string) bool { return strings.Trim(s, " |/#·•★☆▶◆■※>ㅣ│") == "" }

// hasWords reports whether two letters or digits stand in s.
func hasWords(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if n++; n == 2 {
				return true
			}
		}
	}
	return false
}
