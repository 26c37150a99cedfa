package document

// A Field names one text of a Post. Values from 4 upwards are link fields.
type Field int

// The fields of a post. Link(i) gives the others.
const (
	Body Field = iota
	Title
	AuthorName
	AuthorURL
	firstLink
)

// Link returns the field of Post.Links[i].
func Link(i int) Field { return firstLink + Field(i) }

// LinkIndex returns i for Link(i), and -1 for every other field.
func (f Field) LinkIndex() int {
	if f < firstLink {
		return -1
	}
	return int(f - firstLink)
}

// String returns the field's name in JSON: body, title, author or link.
func (f Field) String() string {
	switch f {
	case Body:
		return "body"
	case Title:
		return "title"
	case AuthorName, AuthorURL:
		return "author"
	}
	return "link"
}

// Text returns what the post holds in field f, or "" if there is no such field.
func (p *Post) Text(f Field) string {
	switch f {
	case Body:
		return p.Body
	case Title:
		return p.Title
	case AuthorName:
		return p.Author.Name
	case AuthorURL:
		return p.Author.URL
	}
	if i := f.LinkIndex(); i >= 0 && i < len(p.Links) {
		return p.Links[i]
	}
	return ""
}

// A Span is the half-open byte range [Start, End) of a field as it was given.
type Span struct {
	Field      Field
	Start, End int
}

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool {
	return s.Field == t.Field && s.Start < t.End && t.Start < s.End
}

// Compare orders spans by field, then start, then end.
func (s Span) Compare(t Span) int {
	switch {
	case s.Field != t.Field:
		return int(s.Field - t.Field)
	case s.Start != t.Start:
		return s.Start - t.Start
	}
	return s.End - t.End
}

// In returns the bytes of p that s covers, and "" if s does not lie within p.
func (s Span) In(p *Post) string {
	text := p.Text(s.Field)
	if s.Start < 0 || s.Start > s.End || s.End > len(text) {
		return ""
	}
	return text[s.Start:s.End]
}
