// Package document reads a post into what a person would perceive of it:
// its fields, their visible and folded text, and its links, each with the
// way back to the bytes that were typed.
package document

import "time"

// A Format is the markup a post's text is written in.
type Format uint8

// The formats of a post. Plain is the zero value.
const (
	Plain Format = iota
	HTML
	Markdown
	BBCode
)

// String returns the format's name in lower case, as in the JSON form of a post.
func (f Format) String() string {
	switch f {
	case HTML:
		return "html"
	case Markdown:
		return "markdown"
	case BBCode:
		return "bbcode"
	}
	return "plain"
}

// An Author is what the board knows of a post's writer.
// A zero value means "unknown", never "none".
type Author struct {
	Name  string
	URL   string // home page given with the post
	Email string
	IP    string
	ID    string
	Role  string // the board's own word, such as "admin" or "member"

	Posts    int // posts written so far
	Approved int // of these, posts a moderator let through
	AgeDays  int // days since the account was made
}

// A Post is one message to a board, as it was given. Only Body matters;
// every other field's zero value means "unknown".
type Post struct {
	ID    string
	Board string
	Lang  string // BCP 47 hint, such as "ko"

	Title  string
	Body   string
	Format Format   // markup of Title and Body
	Links  []string // the board's own link fields, in order
	Author Author

	Posted time.Time
	EditOf string // ID of the post that this one replaces
}
