package corpus

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"
)

// looksWXR reports whether text begins as an export of WordPress does.
func looksWXR(head []byte) bool {
	return bytes.Contains(head, []byte("wordpress.org/export/"))
}

// wxrFields maps the elements of a comment to fields.
var wxrFields = map[string]string{
	"comment_id": "id", "comment_author": "author.name", "comment_author_email": "author.email",
	"comment_author_url": "author.url", "comment_author_IP": "author.ip", "comment_user_id": "author.id",
	"comment_content": "body",
}

// readWXR reads the comments of an export of WordPress (WXR 1.x). What its
// keeper has let through is ham, what he has marked as spam is spam; what
// waits, or is in the trash for whatever reason, has no label.
func readWXR(r *bufio.Reader, f File) iter.Seq2[Sample, error] {
	return func(yield func(Sample, error) bool) {
		d := xml.NewDecoder(r)
		d.Strict = false
		d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 by now
		w := wxrReader{decoder: d}
		for {
			s, err := w.comment()
			switch {
			case err == io.EOF:
				return
			case err != nil:
				line, _ := d.InputPos()
				yield(Sample{}, fmt.Errorf("corpus: %w", &LineError{f.Name, line, err}))
				return
			}
			if !yield(s, nil) {
				return
			}
		}
	}
}

// A wxrReader reads an export comment by comment.
type wxrReader struct {
	decoder *xml.Decoder
	link    string // of the article that is being read
}

// comment returns the next comment.
func (w *wxrReader) comment() (Sample, error) {
	var s Sample
	in := false
	for {
		t, err := w.decoder.Token()
		if err != nil {
			return Sample{}, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			name := t.Name.Local
			if in = in || name == "comment"; name == "comment" {
				s = Sample{}
				s.Line, _ = w.decoder.InputPos()
				continue
			}
			if !in && name != "link" {
				continue
			}
			text, err := w.text()
			if err != nil {
				return Sample{}, err
			}
			w.set(&s, name, text)
		case xml.EndElement:
			if in && t.Name.Local == "comment" {
				s.Board = w.link
				return s, nil
			}
		}
	}
}

// set sets what an element of a comment holds.
func (w *wxrReader) set(s *Sample, name, text string) {
	switch name {
	case "link":
		w.link = text
	case "comment_approved":
		s.Label = map[string]Label{"1": Ham, "spam": Spam}[strings.TrimSpace(text)]
	case "comment_date_gmt":
		s.Posted, _ = time.Parse(time.DateTime, text)
	default:
		if field := s.named(wxrFields[name]); field != nil {
			*field = text
		}
	}
}

// text returns the text up to the end of an element, that of elements in it
// included.
func (w *wxrReader) text() (string, error) {
	var b strings.Builder
	for depth := 1; ; {
		t, err := w.decoder.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			depth++
		case xml.EndElement:
			if depth--; depth == 0 {
				return b.String(), nil
			}
		}
	}
}
