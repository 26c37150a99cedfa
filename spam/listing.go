package spam

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// What makes a list of search words, of which some are marked.
const (
	markedLeast = 3  // marked entries
	markedShare = 6  // one entry in so many is marked
	markedProse = 3  // the same where the sign is one that parts sentences, too
	markedWords = 2  // the same where only blanks part the entries
	longList    = 16 // entries that no sentence strings together
	listNeeded  = 2  // log-odds of one of these by itself that make it spam, marked or not
)

// withLists returns the marks together with the other entries of the lists
// that they stand in, one mark for each entry.
func (d *Detector) withLists(p *Post, sink *signal.Sink, marks []Mark) []Mark {
	for _, f := range [...]document.Field{document.Title, document.Body} {
		least, prose := longList, false
		if len(marksOf(marks, f)) >= markedLeast {
			least, prose = markedLeast, true
		}
		for _, list := range sink.Lists(f, least, prose) {
			if sure := d.isSpamList(p, list); sure || mayMark(list, marks) {
				marks = withList(p, list, marks, sure)
			}
		}
	}
	return marks
}

// isSpamList reports whether a long list, whose sign stands in no sentence, is
// spam by itself.
func (d *Detector) isSpamList(p *Post, list signal.Listing) bool {
	n := len(list.Entries)
	if n < longList || strings.ContainsRune(proseSigns, list.Sign) {
		return false
	}
	first, last := list.Entries[0], list.Entries[n-1]
	text := p.Text(first.Field)[first.Start:last.End]
	return len(text) <= maxReread && d.read(p, text).LogOdds > listNeeded
}

// withList puts a mark for each entry in the place of those within them, if the
// list is sure to be spam or enough entries are marked. An entry that a mark
// goes beyond is left as it is.
func withList(p *Post, list signal.Listing, marks []Mark, sure bool) []Mark {
	var out []Mark
	marked, rest := 0, marks
	for _, e := range list.Entries {
		for len(rest) > 0 && rest[0].Span.Compare(e) < 0 && !rest[0].Span.Overlaps(e) {
			out, rest = append(out, rest[0]), rest[1:]
		}
		n, within, words := 0, true, false
		for n < len(rest) && rest[n].Span.Overlaps(e) {
			m := &rest[n]
			within = within && m.Span.Start >= e.Start && m.Span.End <= e.End
			words = words || m.Payload == signal.Anchor || m.Payload == signal.Phrase
			n++
		}
		if words {
			marked++
		}
		if within {
			out, rest = append(out, Mark{e, signal.Anchor, e.In(p)}), rest[n:]
		}
	}
	if !sure && (marked < markedLeast || marked*shareOf(list) < len(list.Entries)) {
		return marks
	}
	return append(out, rest...)
}

// mayMark reports whether enough marks stand in a list.
func mayMark(list signal.Listing, marks []Mark) bool {
	first, last := list.Entries[0], list.Entries[len(list.Entries)-1]
	from, _ := slices.BinarySearchFunc(marks, first, func(m Mark, s document.Span) int {
		return cmp.Or(cmp.Compare(m.Span.Field, s.Field), cmp.Compare(m.Span.Start, s.Start))
	})
	next := from + markedLeast - 1
	return next < len(marks) && marks[next].Span.Field == last.Field && marks[next].Span.Start < last.End
}

// proseSigns are what parts the entries of lists and, in sentences, words.
const proseSigns = " ,、，\n."

// shareOf returns for how many entries of a list one that is marked speaks.
func shareOf(list signal.Listing) int {
	share := markedShare
	switch {
	case list.Sign == ' ':
		share = markedWords
	case strings.ContainsRune(proseSigns, list.Sign):
		share = markedProse
	}
	if len(list.Entries) >= longList {
		share = min(3*share, markedShare)
	}
	return share
}
