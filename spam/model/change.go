package model

import (
	"slices"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fold"
)

// A change is a stretch that was written otherwise than it is perceived.
type change struct {
	at     int // in the folded text
	cause  uint32
	rune   rune // the first as written
	size   int
	markup string // as written, if that is what it was
}

// changesRead is how many changes of one text are read, of disguise and of
// markup each.
const changesRead = 4096

// appendChanges appends the changes of a text in order.
func appendChanges(out []change, t *document.Text) []change {
	for c := range t.Folded.Changes() {
		if len(out) == changesRead {
			break
		}
		written, _ := utf8.DecodeRuneInString(t.Shown.Text[min(c.From, len(t.Shown.Text)):])
		out = append(out, change{})
		n := &out[len(out)-1]
		n.at, n.cause, n.rune, n.size = c.Start, uint32(c.Cause), written, c.To-c.From
	}
	if t.Shown.Causes()&fold.Markup != 0 {
		most := len(out) + changesRead
		for c := range t.Shown.Changes() {
			if len(out) == most {
				break
			}
			if c.Cause&fold.Markup != 0 && c.From < c.To {
				at, _ := t.Folded.Locate(c.Start, c.Start)
				out = append(out, change{at: at, markup: t.Raw[c.From:c.To]})
			}
		}
	}
	if !slices.IsSortedFunc(out, byPlace) {
		slices.SortStableFunc(out, byPlace)
	}
	return out
}

func byPlace(a, b change) int { return a.at - b.at }

// change adds the tokens of a stretch that hides what it is.
func (r *reader) change(c *change) {
	if c.markup != "" {
		if !r.bare {
			r.markup(c.markup)
		}
		return
	}
	r.add(disguise.of(mix(spaceChangeKind, c.cause)))
	r.add(disguise.of(mix(spaceChange^c.cause, uint32(c.rune)>>4)))
	r.add(disguise.of(mix(spaceChangeLength^c.cause, half(int32(c.size)))))
}

// What is read of markup.
const (
	markupWords = 24  // of a stretch of tags
	markupBytes = 512 // of them
)

// markup adds the tokens of markup: the words of a tag, which name elements,
// attributes, styles and sizes; of other markup its signs.
func (r *reader) markup(s string) {
	if s[0] != '<' {
		n := 0
		for n < min(len(s), 4) && byteClass[s[n]&0x7f] != letter {
			n++
		}
		r.add(markup.of(mix(spaceMarkup, hashOf(s[:n]))))
		return
	}
	s = s[:min(len(s), markupBytes)]
	last := uint32(0)
	for n := 0; s != "" && n < markupWords; {
		end := 0
		h := uint32(spaceMarkup)
		for end < len(s) && isWord(s[end]) {
			h = mix(h, uint32(s[end]|0x20))
			end++
		}
		if end > 0 && end < wordRunes {
			r.add(markup.of(h))
			r.add(markup.of(mix(h, last)))
			last = h
			n++
		}
		s = s[min(end+1, len(s)):]
	}
}

func isWord(b byte) bool {
	return byteClass[b] == letter || byteClass[b] == digit
}
