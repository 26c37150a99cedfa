package document

import (
	"strings"

	"github.com/boardspam/boardspam/spam/internal/fold"
)

// Limits of what is read of one field. A page that meets one is Truncated.
const (
	maxField  = 32 << 20 // bytes
	maxLinks  = 1 << 13  // links in markup
	maxTarget = 2048     // bytes of an address in Markdown or BBCode
	maxMarks  = 1 << 13  // segments
)

// A markupLink is an address that markup points to.
type markupLink struct {
	start, end           int // of the target in the raw text
	labelStart, labelEnd int // of what is shown instead; equal if nothing is
	role                 Role
	hidden               bool
	shown                bool // the target itself is what a reader sees
	address              int  // index in Document.Links, or -1
}

// A page is what markup says about a text.
type page struct {
	shown    fold.View
	hidden   fold.View // all that a reader does not see, if there is any
	links    []markupLink
	segments []Segment
	cut      bool // a limit was met
}

// syntax is a set of markup languages.
type syntax uint8

const (
	htmlTags syntax = 1 << iota
	markdown
	bbcode
	linksOnly // markup shows as it was typed; only what it links to is read
)

// syntaxOf returns the markup to be read in raw. Plain text often holds some
// all the same: whoever posts to many boards does not know what each takes.
func syntaxOf(f Format, raw string) syntax {
	switch f {
	case HTML:
		if strings.ContainsAny(raw, "<&") {
			return htmlTags
		}
	case Markdown:
		return markdown | htmlTags
	case BBCode:
		return bbcode
	default:
		if strings.IndexByte(raw, ']') >= 0 && strings.Contains(raw, "](") ||
			strings.IndexByte(raw, '/') >= 0 && (strings.Contains(raw, "[/") || strings.Contains(raw, "</")) {
			return linksOnly | htmlTags | markdown | bbcode
		}
	}
	return 0
}

// specials returns the bytes at which something of the syntax can begin.
func (s syntax) specials() (set [256]bool) {
	chars := ""
	if s&htmlTags != 0 {
		chars += "<&"
	}
	if s&markdown != 0 {
		chars += "[]<"
		if s&linksOnly == 0 {
			chars += "`*~\\\n&"
		}
	}
	if s&bbcode != 0 {
		chars += "[&"
	}
	for _, c := range []byte(chars) {
		set[c] = true
	}
	return set
}

// A reader turns raw text with markup into a page, from start to end.
type reader struct {
	page
	raw    string
	syntax syntax

	view, buried *fold.Builder // what is shown, what is not
	hide, faint  scope
	lift         scope // in hide: an element that is shown all the same
	quote, code  scope
	anchor       int // open link in page.links, or -1
	anchorTag    string

	noTags   bool      // the rest of the text holds no whole tag
	codeEnd  int       // position of the next [/code], as with close
	close    int       // position of the next ']' at or after any '[' asked for
	brackets []int     // label starts of open Markdown brackets, the last few
	stars    [4]int    // where emphasis of 1 to 3 stars, or two tildes, ends
	empty    []Segment // elements without content, if only links are read
	uses     []use
	defs     map[string]int // reference name → index in page.links
}

// A pageRoom is memory that the views of pages are made in. They are good until
// the next page is read in the same room.
type pageRoom struct{ view, buried fold.Builder }

// forget lets go of the page.
func (m *pageRoom) forget() {
	m.view.Forget()
	m.buried.Forget()
}

// read reads raw, which is written in s.
func (m *pageRoom) read(raw string, s syntax) page {
	m.view.Reset(raw)
	m.buried.Reset(raw)
	r := reader{raw: raw, syntax: s, anchor: -1, view: &m.view, buried: &m.buried}
	set := s.specials()
	i := 0
	if s&markdown != 0 {
		i = r.lineStart(0)
	}
	for i < len(raw) {
		j := i
		for j < len(raw) && !set[raw[j]] {
			j++
		}
		r.text(i, j)
		if j == len(raw) {
			break
		}
		if i = r.construct(j); i == j {
			r.text(j, j+1)
			i++
		}
	}
	r.finish()
	return r.page
}

// construct reads what begins at the special byte raw[i] and returns where it
// ends; i if it is ordinary text.
func (r *reader) construct(i int) int {
	switch r.raw[i] {
	case '<':
		if r.syntax&markdown != 0 {
			if end := r.autolink(i); end > i {
				return end
			}
		}
		if r.syntax&htmlTags != 0 && !r.noTags {
			return r.tag(i)
		}
	case '&':
		return r.entity(i)
	case '[':
		if r.syntax&bbcode != 0 {
			if end := r.bbTag(i); end > i {
				return end
			}
		}
		if r.syntax&markdown != 0 {
			return r.openBracket(i)
		}
	default:
		return r.markdownByte(i)
	}
	return i
}

// text takes over raw[start:end] as it is.
func (r *reader) text(start, end int) {
	if start >= end {
		return
	}
	if r.concealed() {
		r.buried.Keep(start, end)
		r.view.Drop(fold.Markup)
		return
	}
	r.view.Keep(start, end)
}

// put shows other text for raw[start:end].
func (r *reader) put(start, end int, text string, why fold.Cause) {
	b := r.view
	if r.concealed() {
		b = r.buried
	}
	b.Put(start, end, text, why)
}

// drop leaves markup out.
func (r *reader) drop() { r.view.Drop(fold.Markup) }

// bury keeps raw[start:end], which is never shown, among the hidden text.
func (r *reader) bury(start, end int, why string) {
	r.drop()
	if start >= end || r.syntax&linksOnly != 0 {
		return
	}
	r.segment(Segment{Hidden, start, end, why})
	for i := start; i < end; {
		j := strings.IndexByte(r.raw[i:end], '&')
		if j < 0 {
			j = end - i
		}
		r.buried.Keep(i, i+j)
		if i += j; i < end {
			text, n := fold.DecodeEntity(r.raw[i:end])
			if n == 0 {
				text, n = "&", 1
			}
			r.buried.Put(i, i+n, text, fold.Entity)
			i += n
		}
	}
	r.buried.Put(end, end, "\n", fold.Markup)
}

// entity decodes one character reference.
func (r *reader) entity(i int) int {
	if r.syntax&linksOnly != 0 {
		return i
	}
	text, n := fold.DecodeEntity(r.raw[i:])
	if n == 0 {
		return i
	}
	r.put(i, i+n, text, fold.Entity)
	return i + n
}

// lineBreak shows raw[start:end], a tag, as the end of a line.
func (r *reader) lineBreak(start, end int, always bool) {
	b := r.view
	if r.concealed() {
		b, end = r.buried, start // its attributes may be hidden text, too
		r.drop()
	}
	if always || b.Last() != '\n' && b.Len() > 0 {
		b.Put(start, end, "\n", fold.Markup)
		return
	}
	r.drop()
}

// link records a link and returns its index, or -1 if there are too many.
func (r *reader) link(l markupLink) int {
	if len(r.links) == maxLinks {
		r.cut = true
		return -1
	}
	l.hidden = l.hidden || r.concealed()
	r.links = append(r.links, l)
	return len(r.links) - 1
}

// openAnchor begins a link whose label follows at raw[label].
func (r *reader) openAnchor(tag string, start, end, label int) {
	r.closeAnchor(start)
	r.anchor = r.link(markupLink{start: start, end: end, labelStart: label, labelEnd: label, role: Target})
	r.anchorTag = tag
}

// closeAnchor ends the label of the open link before raw[end].
func (r *reader) closeAnchor(end int) {
	if r.anchor >= 0 {
		l := &r.links[r.anchor]
		l.labelEnd = max(end, l.labelStart)
	}
	r.anchor = -1
}

// finish closes what is still open.
func (r *reader) finish() {
	end := len(r.raw)
	r.closeAnchor(end)
	r.leave(&r.hide, Hidden, end)
	r.leave(&r.faint, Faint, end)
	r.leave(&r.quote, Quote, end)
	r.leave(&r.code, Code, end)
	r.references()
	if r.syntax&linksOnly != 0 {
		r.shown = r.withoutEmpty()
		return
	}
	r.shown = r.view.View()
	if r.buried.Len() > 0 {
		r.hidden = r.buried.View()
	}
}
