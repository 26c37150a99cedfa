package document

import (
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
	Texts []*Text
	Links []Address // of all texts, by field and position

	// Truncated tells that a limit was met and part of the post went unread.
	Truncated bool
}

// A Text is one field of a document in three states: as given, as shown
// (markup removed, entities decoded) and as perceived (folded). Signals
// search Folded and report spans of Raw.
type Text struct {
	Field  Field
	Raw    string    // as given
	Shown  fold.View // Raw without markup; the same text if Format is Plain
	Folded fold.View // Shown in lower case, without disguise
}

// Span returns the bytes of the field from which Folded.Text[start:end] came.
func (t *Text) Span(start, end int) Span {
	start, end = t.Folded.Source(start, end)
	start, end = t.Shown.Source(start, end)
	return Span{t.Field, start, end}
}

// An Address is a link found in a post.
type Address struct {
	Span  Span         // of the address as written
	Text  *Text        // the text that holds it
	Start int          // of the address in Text.Folded.Text; 0 if it is not shown
	End   int          // its end there; equal to Start if it is not shown
	URL   rules.URL    // canonical
	Form  linkify.Form // how it was written
	Label Span         // what a reader sees instead of it; empty if it is bare
	Inner []rules.URL  // targets that it redirects to, outermost first
}

// Read reads a post. Every post can be read, whatever its bytes. Read keeps a
// reference to p, which must not change while the Document is in use.
func Read(p *Post) *Document {
	d := &Document{Post: p}
	d.add(Title)
	d.add(Body)
	d.add(AuthorName)
	d.add(AuthorURL)
	for i := range p.Links {
		d.add(Link(i))
	}
	return d
}

func (d *Document) add(f Field) {
	raw := d.Post.Text(f)
	if raw == "" {
		return
	}
	t := &Text{Field: f, Raw: raw, Shown: fold.Same(raw)}
	t.Folded = fold.Fold(t.Shown.Text)
	matches, cut := linkify.Find(t.Shown.Text)
	d.Truncated = d.Truncated || cut
	for _, m := range matches {
		u, err := rules.ParseURL(m.URL)
		if err != nil {
			continue
		}
		start, end := t.Shown.Source(m.Start, m.End)
		a := Address{Span: Span{f, start, end}, Text: t, URL: u, Form: m.Form}
		a.Start, a.End = t.Folded.Locate(m.Start, m.End)
		d.Links = append(d.Links, a)
	}
	d.Texts = append(d.Texts, t)
}
