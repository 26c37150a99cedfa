package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

// readJSON reads a JSON document: one post, an array of posts as in JSONL, or
// an array of tasks as Label Studio and Doccano export them.
func readJSON(r *bufio.Reader, f File) iter.Seq2[Sample, error] {
	return func(yield func(Sample, error) bool) {
		lines := &lineCounter{r: r}
		from := &portion{r: lines}
		d := json.NewDecoder(from)
		head, err := r.Peek(1)
		for err == nil && (head[0] <= ' ' || head[0] == byteOrderMark[0]) {
			lines.skip()
			head, err = r.Peek(1)
		}
		from.next()
		if err == nil && head[0] == '[' {
			_, err = d.Token()
		}
		for err == nil && d.More() {
			from.next()
			var raw json.RawMessage
			if err = d.Decode(&raw); err != nil {
				break
			}
			line := lines.at(d.InputOffset() - int64(len(raw)))
			s, bad := jsonSample(raw)
			if bad != nil {
				s, bad = Sample{}, &LineError{f.Name, line, explain(bad)}
			}
			s.Line = line
			if !yield(s, bad) {
				return
			}
		}
		if err != nil && err != io.EOF {
			rest, _ := io.ReadAll(d.Buffered())
			at := d.InputOffset() + int64(len(rest)-len(bytes.TrimLeft(rest, ", \t\r\n")))
			yield(Sample{}, fmt.Errorf("corpus: %w", &LineError{f.Name, lines.at(at), explain(err)}))
		}
	}
}

// A task is a text that people have been asked to label.
type task struct {
	ID   wireID
	Data struct {
		Text, Body, Content, Title, Lang string
	}
	Annotations []struct {
		Cancelled bool `json:"was_cancelled"`
		Result    []taskResult
	}
	Label json.RawMessage // Doccano: its labels, or spans with theirs
}

// A taskResult is one answer: a choice for the whole, or a span with labels.
// Positions count UTF-16 units, as JavaScript does.
type taskResult struct {
	Value struct {
		Start, End int
		Choices    []string
		Labels     []string
	}
}

// jsonSample reads one element: a task if it holds data, else a post.
func jsonSample(raw []byte) (Sample, error) {
	var shape struct {
		Data  json.RawMessage
		Label json.RawMessage
	}
	if err := json.Unmarshal(raw, &shape); err != nil {
		return Sample{}, err
	}
	if len(shape.Data) > 0 && shape.Data[0] == '{' {
		var t task
		if err := json.Unmarshal(raw, &t); err != nil {
			return Sample{}, err
		}
		return t.sample()
	}
	var s Sample
	if len(shape.Label) > 0 && shape.Label[0] == '[' { // Doccano: a list of labels
		return doccano(raw)
	}
	err := json.Unmarshal(raw, &s)
	return s, err
}

// sample returns the post of a task, with what its first annotation says.
func (t *task) sample() (Sample, error) {
	s := Sample{Post: document.Post{ID: string(t.ID), Title: t.Data.Title, Lang: t.Data.Lang}}
	for _, text := range []string{t.Data.Body, t.Data.Text, t.Data.Content} {
		if s.Body == "" {
			s.Body = text
		}
	}
	if s.Body == "" {
		return Sample{}, errors.New("no text in the task's data")
	}
	for _, a := range t.Annotations {
		if a.Cancelled {
			continue
		}
		for _, r := range a.Result {
			for _, choice := range r.Value.Choices {
				if l, ok := readLabel(choice); ok {
					s.Label = l
				}
			}
			for _, kind := range r.Value.Labels {
				span := document.Span{Start: bytesOf(s.Body, r.Value.Start), End: bytesOf(s.Body, r.Value.End)}
				if span.Len() > 0 {
					s.Spans = append(s.Spans, Gold{span, kind})
				}
			}
		}
		break
	}
	return s, nil
}

// doccano reads a post whose label is a list.
func doccano(raw []byte) (Sample, error) {
	var p struct {
		ID    wireID
		Text  string
		Label []string
	}
	if err := json.Unmarshal(raw, &p); err != nil {
		return Sample{}, err
	}
	s := Sample{Post: document.Post{ID: string(p.ID), Body: p.Text}}
	for _, name := range p.Label {
		if l, ok := readLabel(name); ok {
			s.Label = l
		}
	}
	return s, nil
}

// bytesOf returns how many bytes the first units of UTF-16 take in s.
func bytesOf(s string, units int) int {
	for i, r := range s {
		if units <= 0 {
			return i
		}
		if units--; r > 0xffff {
			units--
		}
	}
	return len(s)
}

// looksJSON reports whether text is an array of objects, or one object over
// several lines.
func looksJSON(head []byte) bool {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, byteOrderMark))
	if len(head) < 2 || head[0] != '[' && head[0] != '{' {
		return false
	}
	inner := bytes.TrimSpace(head[1:])
	if head[0] == '[' {
		return len(inner) > 0 && (inner[0] == '{' || inner[0] == ']' && len(inner) == 1)
	}
	return len(inner) > 0 && inner[0] == '"' && utf8.Valid(inner[:1])
}

// A lineCounter remembers where lines begin in what has been read through it.
type lineCounter struct {
	r     *bufio.Reader
	read  int64   // bytes so far
	ends  []int64 // of lines that have not been asked for
	lines int     // ended before ends
}

// Read implements io.Reader.
func (c *lineCounter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for i, b := range p[:n] {
		if b == '\n' {
			c.ends = append(c.ends, c.read+int64(i))
		}
	}
	c.read += int64(n)
	return n, err
}

// skip leaves out one byte.
func (c *lineCounter) skip() {
	if b, _ := c.r.ReadByte(); b == '\n' {
		c.lines++
	} else if b == byteOrderMark[0] {
		c.r.Discard(len(byteOrderMark) - 1)
	}
}

// at returns the line of an offset. Offsets must not fall.
func (c *lineCounter) at(offset int64) int {
	n := 0
	for n < len(c.ends) && c.ends[n] < offset {
		n++
	}
	c.lines += n
	c.ends = c.ends[n:]
	return c.lines + 1
}
