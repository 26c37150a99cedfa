package document

import (
	"slices"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/internal/fold"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

// A Document is a post that has been read. It is built once and holds one
// Text for every field that is not empty: the title, the body, the author's
// name and home page, the link fields, in that order.
//
// A Document serves one goroutine at a time: what is costly in it is made on
// first use.
type Document struct {
	Post  *Post
	Book  *rules.Book // what is known of sites
	Texts []*Text
	Links []Address // of all texts, by field and position

	// Hidden holds what pages hold but do not show: one Text for each field
	// with such words. A page has innocent reasons for most of them.
	Hidden []*Text

	// Truncated tells that a limit was met and part of the post went unread.
	Truncated bool

	room [2]Text  // of the first Texts
	list [2]*Text // what Texts begins as
}

// A Text is one field of a document in three states: as given, as shown
// (markup removed, entities decoded) and as perceived (folded). Signals
// search Folded and report spans of Raw.
type Text struct {
	Field    Field
	Raw      string    // as given
	Shown    fold.View // Raw without markup; the same text if Format is Plain
	Folded   fold.View // Shown in lower case, without disguise
	Segments []Segment // what is not the writer's own visible words, by start; they may nest

	reach    []int     // for each segment, the furthest end up to it
	room     fold.Room // of Folded and joined
	page     pageRoom  // of Shown, and of what is hidden
	words    []Word    // made on first use
	joined   fold.View // made on first use
	isJoined bool
}

// Span returns the bytes of the field from which Folded.Text[start:end] came.
func (t *Text) Span(start, end int) Span {
	start, end = t.Folded.Source(start, end)
	start, end = t.Shown.Source(start, end)
	return Span{t.Field, start, end}
}

// Locate is the way there: the smallest range of Folded.Text that holds
// everything made from Raw[start:end].
func (t *Text) Locate(start, end int) (int, int) {
	start, end = t.Shown.Locate(start, end)
	return t.Folded.Locate(start, end)
}

// A Role says what an address is for in its text.
type Role uint8

// The roles of an address.
const (
	Typed    Role = iota // stands in the text as a reader sees it
	Target               // is where a link leads
	Image                // is shown as a picture
	Embedded             // is fetched by the page: a frame, a form's action
	Program              // is part of a program: onclick, javascript:, data:
)

// An Address is a link found in a post.
type Address struct {
	Span   Span         // of the address as written
	Text   *Text        // the text that holds it
	Start  int          // of the address in Text.Folded.Text, or where it would stand if it is not shown
	End    int          // its end there; equal to Start if it is not shown
	URL    rules.URL    // canonical; Host is empty for javascript: and the like
	Form   linkify.Form // how it was written
	Role   Role         // what it is for
	Hidden bool         // neither it nor its label can be seen
	Label  Span         // what a reader sees instead of it; empty if it is bare
	Inner  []rules.URL  // targets that it redirects to, outermost first
	Class  rules.Class  // what Document.Book knows of URL
	Beyond rules.Class  // the same of where it redirects to in the end
}

// Read reads a post by the built-in book.
func Read(p *Post) *Document { return ReadWith(p, rules.Builtin()) }

// ReadWith reads a post. Every post can be read, whatever its bytes. ReadWith
// keeps references to p and book, which must not change while the Document is
// in use.
func ReadWith(p *Post, book *rules.Book) *Document {
	d := new(Document)
	d.Reuse(p, book)
	return d
}

// Reuse makes d what ReadWith returns. What was taken from d before is no
// longer valid.
func (d *Document) Reuse(p *Post, book *rules.Book) {
	if d.Post != nil {
		d.Forget()
	}
	d.Post, d.Book = p, book
	d.add(Title, p.Format)
	d.add(Body, p.Format)
	d.add(AuthorName, Plain)
	d.add(AuthorURL, Plain)
	for i := range p.Links {
		d.add(Link(i), Plain)
	}
	for i := range d.Links {
		l := &d.Links[i]
		l.Class = book.Class(&l.URL)
		if n := len(l.Inner); n > 0 {
			l.Beyond = book.Class(&l.Inner[n-1])
		}
	}
}

// Forget lets go of the post. d keeps no more than room for another.
func (d *Document) Forget() {
	clear(d.Links)
	for i := range min(len(d.Texts), len(d.room)) {
		d.room[i].forget()
	}
	d.Post, d.Book, d.Texts, d.Links, d.Hidden, d.Truncated = nil, nil, nil, d.Links[:0], nil, false
}

// forget lets go of what was read and keeps the room for views.
func (t *Text) forget() {
	t.Raw, t.Shown, t.Folded, t.joined = "", fold.View{}, fold.View{}, fold.View{}
	t.Segments, t.reach, t.words, t.isJoined = nil, nil, nil, false
	t.room.Forget()
	t.page.forget()
}

// newText adds a Text.
func (d *Document) newText() *Text {
	if d.Texts == nil {
		d.Texts = d.list[:0]
	}
	if n := len(d.Texts); n < len(d.room) {
		d.Texts = append(d.Texts, &d.room[n])
	} else {
		d.Texts = append(d.Texts, new(Text))
	}
	return d.Texts[len(d.Texts)-1]
}

// add reads one field.
func (d *Document) add(f Field, format Format) {
	raw := d.Post.Text(f)
	if raw == "" {
		return
	}
	if len(raw) > maxField {
		raw, d.Truncated = raw[:maxField], true
	}
	t := d.newText()
	t.Field, t.Raw = f, raw
	syntax := syntaxOf(format, raw)
	if syntax == 0 {
		t.Shown = fold.Same(raw)
		t.Folded = t.room.Fold(raw)
		d.typed(t, nil, 0)
		return
	}
	p := t.page.read(raw, syntax)
	d.Truncated = d.Truncated || p.cut
	sortSegments(p.segments)
	t.Shown, t.Segments, t.reach = p.shown, p.segments, reachOf(p.segments)
	t.Folded = t.room.Fold(t.Shown.Text)
	first := len(d.Links)
	d.linked(t, p.links, syntax)
	d.typed(t, p.links, syntax)
	if p.hidden.Text != "" {
		h := &Text{Field: f, Raw: raw, Shown: p.hidden, Folded: fold.Fold(p.hidden.Text), Segments: t.Segments, reach: t.reach}
		d.Hidden = append(d.Hidden, h)
		d.typed(h, p.links, syntax)
	}
	slices.SortStableFunc(d.Links[first:], func(a, b Address) int { return a.Span.Compare(b.Span) })
}
