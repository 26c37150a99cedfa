package signal

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fluency"
)

// An insertion is what looks put into a text: an address with the words that
// it is to be found by, or those words alone. Offsets are of the folded text.
type insertion struct {
	link        *document.Address // nil if the words stand alone
	start, end  int               // of the whole, without the blanks around it
	anchor      [2]int            // the words; empty if there are none
	words       *compound         // the compound among the words, or nil
	before      bool              // words stand before the link, not after it
	inside      bool              // text of the same line, or of the same sentence, stands on both sides
	gain        float64           // how much better the text closes without it, in log-odds
	split       float64           // how much likelier it is that it splits a word than that it stands between two
	atLineBreak bool              // a line break in mid-sentence follows
}

// A slot is a place in a text from which something may be taken out:
// text[from:to], which begins and ends with what was put in.
type gap struct {
	text     string
	from, to int
}

// left and right are the pieces of text next to a gap without its blanks.
func (g gap) left() string  { return strings.TrimRight(nearBefore(g.text, g.from), " ") }
func (g gap) right() string { return nearAfter(g.text, g.to) }

// closure returns how well the text goes on across the gap, with or without a blank.
func (g gap) closure() float64 {
	l, r := g.left(), g.right()
	m := fluency.Korean()
	glued := m.Join(l, r)
	if spaced := m.Join(l+" ", strings.TrimLeft(r, " ")); spaced > glued || strings.HasPrefix(r, " ") {
		return spaced
	}
	return glued
}

// split returns by how much the two sides go on better as one word than as two.
// It is 0 if a side does not end, or begin, in a Hangul syllable. The blank
// behind the gap may have been put in as well.
func (g gap) split() float64 {
	l, r := g.left(), strings.TrimLeft(g.right(), " ")
	a, _ := utf8.DecodeLastRuneInString(l)
	b, _ := utf8.DecodeRuneInString(r)
	if !isSyllable(a) || !isSyllable(b) && !isClosing(b) {
		return 0
	}
	m := fluency.Korean()
	return m.Join(l, r) - m.Join(l+" ", r) - m.Join(l, " ")
}

func isSyllable(r rune) bool { return 0xAC00 <= r && r <= 0xD7A3 }

func isClosing(r rune) bool { return strings.ContainsRune("”’\"').,", r) }

// context is how many bytes next to a gap matter.
const context = 32

func nearBefore(text string, i int) string {
	from := max(0, i-context)
	for from < i && !utf8.RuneStart(text[from]) {
		from++
	}
	if nl := strings.LastIndexByte(text[from:i], '\n'); nl >= 0 {
		from += nl + 1
	}
	return text[from:i]
}

func nearAfter(text string, i int) string {
	to := min(len(text), i+context)
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	return text[i:to]
}

// findInsertions lists what looks put into the text, in order.
func (r *reading) findInsertions() {
	used := 0 // compounds before this one belong to an insertion already
	for i := range r.links {
		a := &r.links[i]
		for used < len(r.compounds) && r.compounds[used].end <= a.Start {
			r.addLostAnchor(&r.compounds[used], a.Start)
			used++
		}
		in := r.aroundLink(a)
		for used < len(r.compounds) && r.compounds[used].start < in.end {
			used++
		}
		r.insertions = append(r.insertions, in)
	}
	for ; used < len(r.compounds); used++ {
		r.addLostAnchor(&r.compounds[used], len(r.folded))
	}
}

// addLostAnchor adds a compound that stands without a link, at the end of a
// line, if it names a topic.
func (r *reading) addLostAnchor(c *compound, nextLink int) {
	end := skipBlanks(r.folded, c.end)
	if !c.has(head|name) || end >= len(r.folded) || r.folded[end] != '\n' || end >= nextLink {
		return
	}
	in := insertion{start: c.start, end: c.end, anchor: [2]int{c.start, c.end}, words: c}
	after := end
	for after < len(r.folded) && (r.folded[after] == '\n' || r.folded[after] == ' ') {
		after++
	}
	if strings.Count(r.folded[end:after], "\n") > 1 || after == len(r.folded) {
		return
	}
	lineStart := strings.LastIndexByte(r.folded[:c.start], '\n') + 1
	in.inside = c.start-lineStart >= minHost && len(r.folded)-after >= minHost
	in.atLineBreak = in.inside
	g := gap{r.folded, c.start, after}
	in.gain = g.closure()
	in.split = g.split()
	if in.inside {
		r.insertions = append(r.insertions, in)
	}
}

// minHost is how many bytes of text must stand beside an insertion for it to
// be inside that text.
const minHost = 30

// aroundLink finds the words that belong to a link, and how well the text
// closes without both.
func (r *reading) aroundLink(a *document.Address) insertion {
	in := insertion{link: a, start: a.Start, end: a.End}
	from, to, c := r.anchorAfter(a.End)
	in.anchor, in.words = [2]int{from, to}, c
	if to > from {
		in.end = to
	} else if c := r.compoundBefore(a.Start); c != nil {
		in.anchor, in.words, in.before = [2]int{c.start, c.end}, c, true
		in.start = c.start
	}
	g := gap{r.folded, in.start, in.end}
	in.inside = hostBefore(r.folded, in.start) && hostAfter(r.folded, in.end)
	if in.inside {
		in.gain = g.closure() - (gap{r.folded, in.end, in.end}).closure()
		in.split = g.split()
	}
	return in
}

// hostBefore reports whether the line before i holds text that has not come to
// the end of a sentence.
func hostBefore(text string, i int) bool {
	line := strings.TrimRight(text[strings.LastIndexByte(text[:i], '\n')+1:i], " ")
	last, _ := utf8.DecodeLastRuneInString(line)
	return line != "" && (unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune(",”’\"'", last))
}

// hostAfter reports whether the line goes on behind i.
func hostAfter(text string, i int) bool {
	line := text[i:]
	if nl := strings.IndexByte(line, '\n'); nl >= 0 {
		line = line[:nl]
	}
	return strings.IndexFunc(line, unicode.IsLetter) >= 0
}

// skipBlanks returns the position after the blanks at text[i:].
func skipBlanks(text string, i int) int {
	for i < len(text) && text[i] == ' ' {
		i++
	}
	return i
}

// compoundBefore returns the compound that names a topic and ends at i, or one
// blank before, or nil.
func (r *reading) compoundBefore(i int) *compound {
	k := sort.Search(len(r.compounds), func(k int) bool { return r.compounds[k].end > i }) - 1
	if k < 0 {
		return nil
	}
	c := &r.compounds[k]
	if i-c.end > 2 || strings.TrimSpace(r.folded[c.end:i]) != "" || !c.has(head|name) {
		return nil
	}
	return c
}

// compoundFrom returns the first compound that begins in folded[from:to], or nil.
func (r *reading) compoundFrom(from, to int) *compound {
	k := sort.Search(len(r.compounds), func(k int) bool { return r.compounds[k].start >= from })
	if k == len(r.compounds) || r.compounds[k].start >= to {
		return nil
	}
	return &r.compounds[k]
}
