package linkify

import (
	"strings"
	"unicode/utf8"
)

// A label is what stands between two dots of a text.
type label struct {
	start, end int
	head       int  // end of the ASCII letters that it begins with
	tail       int  // start of the ASCII letters that it ends with
	letters    bool // holds a letter of Unicode that does not read as ASCII
	tailLetter bool // its tail holds a letter
	alike      bool // holds letters that look like ASCII among such
	ascii      bool // holds an ASCII letter
	form       Form // Styled, Lookalike, Invisible
	long       bool // longer than a label may be; the rest is not read
}

// readLabel reads the label at text[start:], which ends before limit.
func readLabel(text string, start, limit int) label {
	i := start
	l := label{start: start, tail: start}
	for i < limit && asciiHost[text[i]] {
		l.ascii = l.ascii || isLetter(text[i])
		i++
	}
	l.end, l.head = i, i
	if i < limit && text[i] >= utf8.RuneSelf {
		l.readGlyphs(text, min(limit, start+maxLabel))
	}
	if l.alike && !l.ascii {
		l.letters = true // a word of its own script
	}
	if l.letters {
		l.form &^= Lookalike // they are not meant to be read as Latin
	}
	l.long = l.end-start > maxLabel || l.end == start+maxLabel && l.end < limit
	for i := l.tail; i < l.end && !l.tailLetter; i++ {
		l.tailLetter = isLetter(text[i]) || l.form&Styled != 0
	}
	return l
}

// readGlyphs reads on where the first letter stands that is not ASCII.
func (l *label) readGlyphs(text string, limit int) {
	for l.end < limit {
		r, n := utf8.DecodeRuneInString(text[l.end:])
		g, _ := glyphOf(r)
		switch g {
		case noGlyph:
			return
		case letter:
			if l.end > l.start && spelledDotAt(text, l.end, r) {
				return
			}
			l.letters = true
			l.tail = l.end + n
		case plain:
			l.ascii = l.ascii || isLetter(byte(r))
		case lookalike, alike:
			l.form |= Lookalike
			l.alike = l.alike || g == alike
		case styled:
			l.form |= Styled
		case invisible:
			l.form |= Invisible
		}
		l.end += n
		if !l.letters && l.form&Lookalike == 0 {
			l.head = l.end
		}
	}
}

// folds reports whether the label's lookalikes are to be read as ASCII: they
// are if that leaves no foreign letter.
func (l *label) folds() bool { return !l.letters }

// spelledDotAt reports whether the letter r at text[i:] begins a dot that is
// spelled in Hangul and the top-level domain after it.
func spelledDotAt(text string, i int, r rune) bool {
	j, _ := blanks(text, i+len("점"))
	switch r {
	case '점', '쩜':
		if tldAt(text, j, weakTLD) > 0 {
			return true
		}
	case '닷':
		if tldAt(text, j, plainTLD) > 0 {
			return true
		}
	case '쩌':
		return strings.HasPrefix(text[i:], "쩌미")
	default:
		return false
	}
	_, n := hangulTLD(text[j:])
	return n > 0
}

// A host is the address that the chain of labels in a text comes to.
type host struct {
	start, end int
	form       Form
	tld        rank
	tldStart   int // of the last label, in name
	labels     int
	leet       Form // Lookalike if digits stand for letters in the last label
	foreign    bool // the last label but one is not ASCII
	name       [maxHost + maxLabel + 8]byte
	size       int // of name; what lies behind is of labels after the host's end
	last       int // start of the label before the last one, in name
}

// put appends how text reads to the name, and returns the end of it.
func (h *host) put(at int, text string, fold bool) int {
	for i := 0; i < len(text) && at < len(h.name)-utf8.UTFMax; {
		if c := text[i]; c < utf8.RuneSelf {
			h.name[at] = lower(c)
			at++
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		g, c := glyphOf(r)
		switch {
		case g == invisible:
		case g == styled, (g == lookalike || g == alike) && fold:
			h.name[at] = c
			at++
		default:
			at += copy(h.name[at:], text[i:i+n])
		}
		i += n
	}
	return at
}
