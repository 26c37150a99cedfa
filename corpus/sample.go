// Package corpus reads labelled posts, divides them without leaks, learns
// from them and measures what was learnt.
package corpus

import (
	"fmt"

	"github.com/boardspam/boardspam/spam/document"
)

// A Label is what people have said of a post.
type Label string

// The labels of a post. The zero value is a post that nobody has judged.
const (
	Unlabelled Label = ""
	Ham        Label = "ham"
	Spam       Label = "spam"
)

// A Sample is a post of a corpus with what is known of it.
type Sample struct {
	document.Post

	Label     Label
	Group     string // posts of one group never stand on both sides of a split
	Technique string // how the spam is hidden or placed
	Category  string // what it sells
	Spans     []Gold // what a moderator would cut out, in order

	Source string // file that the sample was read from
	Line   int    // its line there, from 1; 0 if the file is one post
	Origin Origin // where the fields stand in the file
}

// An Origin says at which byte of its file each field of a post begins. The
// zero Origin is that of fields that do not stand in the file as they are, such
// as those of JSON: what is counted then is the field's own bytes.
type Origin struct {
	Title, Body, Author int
	Links               []int
}

// Span returns where in the file a span of the post stands.
func (o Origin) Span(s document.Span) document.Span {
	at := 0
	switch i := s.Field.LinkIndex(); {
	case s.Field == document.Title:
		at = o.Title
	case s.Field == document.Body:
		at = o.Body
	case s.Field == document.AuthorName:
		at = o.Author
	case i >= 0 && i < len(o.Links):
		at = o.Links[i]
	}
	return document.Span{Field: s.Field, Start: s.Start + at, End: s.End + at}
}

// A Gold is a span that people marked as spam.
type Gold struct {
	document.Span
	Kind string // url, anchor, contact or phrase; empty if nobody said
}

// A LineError is a line that could not be read. The lines after it can.
type LineError struct {
	File string
	Line int // from 1; 0 if the file is one post
	Err  error
}

// Error returns FILE:LINE: reason.
func (e *LineError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
}

// Unwrap returns the reason.
func (e *LineError) Unwrap() error { return e.Err }
