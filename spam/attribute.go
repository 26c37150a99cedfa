package spam

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// maxAttribute is the most bytes of an attribute's value on one side of a mark
// that are looked through.
const maxAttribute = 400

// withAttributes widens words that are marked within a tag of HTML to all of
// the attribute that they stand in: nobody reads it, so it was written for the
// words alone. marks are in order.
func withAttributes(p *Post, marks []Mark) []Mark {
	if p.Format != document.HTML {
		return marks
	}
	kept := marks[:0]
	for _, m := range marks {
		if m.Payload == signal.Anchor || m.Payload == signal.Phrase {
			m.Span = attributeOf(p.Text(m.Span.Field), m.Span)
			m.Text = m.Span.In(p)
		}
		if n := len(kept) - 1; n >= 0 && kept[n].Span.Overlaps(m.Span) {
			continue // of the same attribute
		}
		kept = append(kept, m)
	}
	return kept
}

// attributeOf returns the value of the attribute around a span, or the span if
// there is none.
func attributeOf(text string, s document.Span) document.Span {
	before := text[max(0, s.Start-maxAttribute):s.Start]
	after := text[s.End:min(len(text), s.End+maxAttribute)]
	open := strings.LastIndexAny(before, "\"'<>")
	if open < 1 || before[open] != '"' && before[open] != '\'' || before[open-1] != '=' {
		return s
	}
	shut := strings.IndexAny(after, before[open:open+1]+"<>")
	if shut < 0 || after[shut] != before[open] {
		return s
	}
	s.Start -= len(before) - open - 1
	s.End += shut
	return s
}
