package spam

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// What is read again of a post that is spam.
const (
	maxPassages = 64      // sentences and lines of a field
	maxReread   = 1 << 14 // bytes of them
	maxPassage  = 400     // bytes of one: what is longer is no line of an advertisement
	shortField  = 700     // bytes of a field that may be all advertisement
	hostBytes   = 160     // bytes of other sentences that make it the host of one
)

// How strongly what is left of a passage must speak for spam to be marked
// with the rest of it, in log-odds: more beside words that are marked, for
// these are the payload then.
const (
	restNeeded   = 0
	besideWords  = -1
	withinHost   = 2  // in a long field
	insideNeeded = -2 // where words stand on both sides of the mark
)

// A passage is a sentence or a line of a field, with the stretches of it that
// no mark covers.
type passage struct {
	start, end int
	bare       []stretch
	reach      bool    // an address or a contact is marked in it
	words      bool    // words are
	says       float64 // what the rest of it says for spam, in log-odds
}

type stretch struct{ start, end int }

// withRest returns the marks of a spam post together with what stands around
// them if it belongs to the same advertisement: the words beside an address or
// a contact that has no others, and passages that are spam without what is
// marked in them. What is left of a sentence that the spam was put into is
// neither.
func (d *Detector) withRest(p *Post, marks []Mark) []Mark {
	for _, f := range [...]document.Field{document.Title, document.Body} {
		text := p.Text(f)
		passages := passagesOf(text, marksOf(marks, f))
		host := 0 // bytes that no mark stands in and that are no advertisement
		for i := range passages {
			q := &passages[i]
			if rest := q.rest(text); hasWords(rest) {
				q.says = d.logOdds(p, rest)
			}
			if !q.reach && !q.words && q.says <= restNeeded {
				host += q.end - q.start
			}
		}
		hosted := len(text) > shortField || host > hostBytes
		for i := range passages {
			if q := &passages[i]; q.says > q.needed(text, hosted) {
				marks = q.mark(marks, f, text)
			}
		}
	}
	slices.SortFunc(marks, func(a, b Mark) int { return a.Span.Compare(b.Span) })
	return marks
}

// marksOf returns the marks of one field; marks are in order.
func marksOf(marks []Mark, f document.Field) []Mark {
	by := func(m Mark, f document.Field) int { return cmp.Compare(m.Span.Field, f) }
	from, _ := slices.BinarySearchFunc(marks, f, by)
	to, _ := slices.BinarySearchFunc(marks, f+1, by)
	return marks[from:to]
}

// needed returns what must speak for spam in the rest of a passage, in
// log-odds, to be marked with it. A hosted one stands in a text that is no
// advertisement.
func (q *passage) needed(text string, hosted bool) float64 {
	switch {
	case hosted:
		return withinHost
	case q.words:
		return besideWords
	case q.reach && q.inside(text):
		return insideNeeded
	case q.reach:
		return math.Inf(-1)
	}
	return restNeeded
}

// logOdds returns how much a text of a post says for spam by itself.
func (d *Detector) logOdds(p *Post, rest string) float64 {
	k := desks.Get().(*desk)
	k.post = Post{Body: rest, Format: p.Format, Lang: p.Lang, Board: p.Board}
	k.doc.Reuse(&k.post, d.book)
	k.sink.Run(&k.doc, d.signals)
	s := d.model.Score(&k.doc, k.sink.Findings).LogOdds
	k.clear()
	return s
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
				q.reach = q.reach || marks[0].Payload == signal.Link || marks[0].Payload == signal.Handle
				q.words = q.words || marks[0].Payload == signal.Anchor || marks[0].Payload == signal.Phrase
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
		if q.end-q.start <= maxPassage && (q.reach || q.words || len(text) <= shortField) {
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

// inside reports whether words stand on both sides of what is marked.
func (q *passage) inside(text string) bool {
	n := 0
	for _, s := range q.bare {
		if hasWords(text[s.start:s.end]) {
			n++
		}
	}
	return n > 1
}

// mark appends marks of what is left of a passage.
func (q *passage) mark(marks []Mark, f document.Field, text string) []Mark {
	for _, s := range q.bare {
		bare := text[s.start:s.end]
		start := s.start + len(bare) - len(strings.TrimLeftFunc(bare, unicode.IsSpace))
		end := s.start + len(strings.TrimRightFunc(bare, unicode.IsSpace))
		if start < end && hasWords(text[start:end]) {
			marks = append(marks, Mark{document.Span{Field: f, Start: start, End: end}, signal.Phrase, text[start:end]})
		}
	}
	return marks
}

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
