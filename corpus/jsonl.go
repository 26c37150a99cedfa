package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

// MaxLine is the longest line of a corpus file, in bytes, that is read.
const MaxLine = 64 << 20

// ReadJSONL returns the posts of r, one JSON object a line, in order. A line
// that cannot be read yields a zero Sample and a *LineError with the given
// file name; reading goes on with the next. Any other error ends the sequence.
func ReadJSONL(r io.Reader, file string) iter.Seq2[Sample, error] {
	return func(yield func(Sample, error) bool) {
		var scanner postScanner
		for line, err := range lines(r, file, MaxLine) {
			var s Sample
			if err == nil {
				if !scanner.scan(&s, line.text) {
					s, err = unmarshalPost(line.text)
				}
				if err != nil {
					err = &LineError{file, line.number, err}
				}
				s.Source, s.Line = file, line.number
			}
			if !yield(s, err) {
				return
			}
		}
	}
}

// unmarshalPost reads any line. If it cannot it returns a zero Sample.
func unmarshalPost(line []byte) (Sample, error) {
	if r, _ := utf8.DecodeRune(line); r >= utf8.RuneSelf { // which encoding/json would name by its first byte
		return Sample{}, fmt.Errorf("no JSON: invalid character %q looking for beginning of value", r)
	}
	s := new(Sample)
	if err := json.Unmarshal(line, s); err != nil {
		return Sample{}, explain(err)
	}
	return *s, nil
}

// WriteJSONL writes posts as ReadJSONL reads them.
func WriteJSONL(w io.Writer, samples ...Sample) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range samples {
		if err := e.Encode(samples[i].wire()); err != nil {
			return fmt.Errorf("corpus: %w", err)
		}
	}
	return nil
}

type line struct {
	number int
	text   []byte // valid until the next line is read
}

var byteOrderMark = []byte("\ufeff")

// lines returns the lines of r that are not blank. A longer line than limit
// is an error of its own.
func lines(r io.Reader, file string, limit int) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		in := lineReader{in: bufio.NewReaderSize(r, 1<<16)}
		for number := 1; ; number++ {
			text, long, err := in.next(limit)
			if number == 1 {
				text = bytes.TrimPrefix(text, byteOrderMark)
			}
			text = bytes.TrimSpace(text)
			var bad error
			if long {
				bad = &LineError{file, number, fmt.Errorf("line is longer than %d bytes", limit)}
			}
			if (bad != nil || len(text) > 0) && !yield(line{number, text}, bad) {
				return
			}
			if err != nil {
				if err != io.EOF {
					yield(line{}, fmt.Errorf("corpus: %s: %w", file, err))
				}
				return
			}
		}
	}
}

// A lineReader reads lines of any length.
type lineReader struct {
	in  *bufio.Reader
	buf []byte // a line that in cannot hold
}

// next returns a line, which is valid until the next. Of a line above limit
// nothing is kept.
func (r *lineReader) next(limit int) (text []byte, long bool, err error) {
	part, err := r.in.ReadSlice('\n')
	if err != bufio.ErrBufferFull && len(part) <= limit {
		return part, false, err
	}
	r.buf = r.buf[:0]
	for ; ; part, err = r.in.ReadSlice('\n') {
		if long = long || len(r.buf)+len(part) > limit; long {
			r.buf = r.buf[:0]
		} else {
			r.buf = append(r.buf, part...)
		}
		if err != bufio.ErrBufferFull {
			return r.buf, long, err
		}
	}
}

// explain says what is wrong with a line in a corpus's own terms.
func explain(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		if wrong.Field == "" {
			return fmt.Errorf("a post is an object, not %s", wrong.Value)
		}
		return fmt.Errorf("%q cannot be %s", wrong.Field, wrong.Value)
	}
	var broken *json.SyntaxError
	if errors.As(err, &broken) {
		return fmt.Errorf("no JSON: %w", err)
	}
	return err
}

// A wire is a Sample as it stands in a file.
type wire struct {
	ID        wireID     `json:"id,omitempty"`
	Label     Label      `json:"label,omitempty"`
	Board     string     `json:"board,omitempty"`
	Lang      string     `json:"lang,omitempty"`
	Title     string     `json:"title,omitempty"`
	Body      *string    `json:"body"`
	Text      *string    `json:"text,omitempty"`
	Format    string     `json:"format,omitempty"`
	Links     []string   `json:"links,omitempty"`
	Link      string     `json:"link,omitempty"`
	Author    wireAuthor `json:"author,omitzero"`
	Posted    time.Time  `json:"posted,omitzero"`
	EditOf    wireID     `json:"edit_of,omitempty"`
	Group     string     `json:"group,omitempty"`
	Technique string     `json:"technique,omitempty"`
	Category  string     `json:"category,omitempty"`
	Spans     []wireSpan `json:"spans,omitempty"`
}

// A wireID is a string or a number.
type wireID string

func (id *wireID) UnmarshalJSON(b []byte) error {
	var n json.Number
	if len(b) > 0 && b[0] != '"' && json.Unmarshal(b, &n) == nil {
		*id = wireID(n)
		return nil
	}
	return json.Unmarshal(b, (*string)(id))
}

type wireAuthor struct {
	Name     string `json:"name,omitempty"`
	URL      string `json:"url,omitempty"`
	Email    string `json:"email,omitempty"`
	IP       string `json:"ip,omitempty"`
	ID       wireID `json:"id,omitempty"`
	Posts    int    `json:"posts,omitempty"`
	Approved int    `json:"approved,omitempty"`
	AgeDays  int    `json:"age_days,omitempty"`
	Role     string `json:"role,omitempty"`
}

func (a *wireAuthor) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &a.Name)
	}
	type plain wireAuthor
	return json.Unmarshal(b, (*plain)(a))
}

type wireSpan struct {
	Field string `json:"field,omitempty"`
	Index int    `json:"index,omitempty"` // which link
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind,omitempty"`
}

// UnmarshalJSON reads a sample from its object.
func (s *Sample) UnmarshalJSON(b []byte) error {
	var w wire
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	if w.Body == nil {
		w.Body = w.Text
	}
	if w.Body == nil {
		return errors.New("no body")
	}
	if w.Link != "" {
		w.Links = append(w.Links, w.Link)
	}
	format, ok := formats[w.Format]
	if !ok {
		return fmt.Errorf("unknown format %q", w.Format)
	}
	a := w.Author
	*s = Sample{
		Post: document.Post{
			ID: string(w.ID), Board: w.Board, Lang: w.Lang, Title: w.Title, Body: *w.Body,
			Format: format, Links: w.Links, Posted: w.Posted, EditOf: string(w.EditOf),
			Author: document.Author{Name: a.Name, URL: a.URL, Email: a.Email, IP: a.IP, ID: string(a.ID),
				Posts: a.Posts, Approved: a.Approved, AgeDays: a.AgeDays, Role: a.Role},
		},
		Label: w.Label, Group: w.Group, Technique: w.Technique, Category: w.Category,
	}
	return s.mark(w.Spans)
}

var formats = map[string]document.Format{
	"": document.Plain, "plain": document.Plain, "text": document.Plain, "html": document.HTML,
	"markdown": document.Markdown, "bbcode": document.BBCode,
}

var fields = map[string]document.Field{
	"": document.Body, "body": document.Body, "text": document.Body, "title": document.Title,
	"author": document.AuthorName, "link": document.Link(0),
}

// mark adds gold spans, which must lie within their field.
func (s *Sample) mark(spans []wireSpan) error {
	for _, w := range spans {
		f, ok := fields[w.Field]
		if !ok {
			return fmt.Errorf("span of unknown field %q", w.Field)
		}
		if w.Index > 0 && f == document.Link(0) {
			f = document.Link(w.Index)
		}
		if w.Start < 0 || w.Start > w.End || w.End > len(s.Text(f)) {
			return fmt.Errorf("span %d-%d is not within the %d bytes of %s", w.Start, w.End, len(s.Text(f)), f)
		}
		s.Spans = append(s.Spans, Gold{document.Span{Field: f, Start: w.Start, End: w.End}, w.Kind})
	}
	return nil
}

// MarshalJSON writes a sample as its object.
func (s Sample) MarshalJSON() ([]byte, error) { return json.Marshal(s.wire()) }

func (s *Sample) wire() wire {
	w := wire{
		ID: wireID(s.ID), Label: s.Label, Board: s.Board, Lang: s.Lang, Title: s.Title, Body: &s.Body,
		Links: s.Links, Posted: s.Posted, EditOf: wireID(s.EditOf),
		Author: wireAuthor{s.Author.Name, s.Author.URL, s.Author.Email, s.Author.IP, wireID(s.Author.ID),
			s.Author.Posts, s.Author.Approved, s.Author.AgeDays, s.Author.Role},
		Group: s.Group, Technique: s.Technique, Category: s.Category,
	}
	if s.Format != document.Plain {
		w.Format = s.Format.String()
	}
	for _, g := range s.Spans {
		w.Spans = append(w.Spans, wireSpan{g.Field.String(), max(0, g.Field.LinkIndex()), g.Start, g.End, g.Kind})
	}
	return w
}
