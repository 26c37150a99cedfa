package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A File says how posts stand in a file. Only Name is needed.
type File struct {
	Name     string // for messages and Sample.Source; its extension tells the format
	Format   string // one of Formats; empty or "auto": told by Name, then by content
	Encoding string // utf-8, cp949 or utf-16; empty or "auto": told by content

	// Comments asks for the comments of a page as posts of their own.
	Comments bool

	// Columns maps the header of a CSV column to the field it holds, named as
	// in JSON: "body", "author.ip". It is asked before the headers known anyway.
	Columns map[string]string
}

// A layout is one way in which posts stand in a file.
type layout struct {
	name       string
	extensions []string
	looks      func(text []byte) bool // reports whether text begins like this; nil: it does not tell
	read       func(r *bufio.Reader, f File) iter.Seq2[Sample, error]
}

// streams lists the layouts of many posts. They are told by what one read
// brings, so that a pipe can be answered line by line.
var streams = []layout{
	{"jsonl", []string{".jsonl", ".ndjson"}, looksJSONL, readJSONL},
	{"csv", []string{".csv", ".tsv"}, looksCSV, readCSV},
	{"sql", []string{".sql"}, looksSQL, readSQL},
	{"wxr", []string{".xml", ".wxr"}, looksWXR, readWXR},
	{"json", []string{".json"}, looksJSON, readJSON},
	{"samples", nil, nil, readSamples},
	{"journal", []string{".journal"}, nil, readJournal},
}

// wholes lists the layouts of a file that is one post, which is read whole
// before it is told what it is. The last is taken if no other fits.
var wholes = []layout{
	{"page", nil, looksPage, readPage},
	{"html", []string{".html", ".htm"}, looksHTML, readPost},
	{"markdown", []string{".md", ".markdown"}, nil, readPost},
	{"bbcode", []string{".bbcode"}, nil, readPost},
	{"text", nil, nil, readPost},
}

// Formats returns the names that File.Format can have besides "auto".
func Formats() []string {
	var names []string
	for _, l := range slices.Concat(streams, wholes) {
		names = append(names, l.name)
	}
	return names
}

// Read returns the posts of r in order. What cannot be read yields a zero
// Sample and an error: a *LineError if reading goes on after it.
//
// What gzip packed is unpacked. Text in another encoding is read as UTF-8, and
// all positions count the bytes of that. In a file that is one post, text that
// is not well-formed is kept as it is, and positions are those of the file.
func Read(r io.Reader, f File) iter.Seq2[Sample, error] {
	return func(yield func(Sample, error) bool) {
		in, err := decode(r, f.Encoding)
		if err == nil {
			f.Format, err = f.told()
		}
		var l layout
		if err == nil {
			l, in, err = f.layout(in)
		}
		if err != nil {
			yield(Sample{}, fmt.Errorf("corpus: %s: %w", f.Name, err))
			return
		}
		if l.read == nil {
			return
		}
		f.Format = l.name
		for s, err := range l.read(in, f) {
			s.Source = f.Name
			if !yield(s, err) {
				return
			}
		}
	}
}

// ReadFile returns the posts of a file that Read can tell the format of. It
// ends at the first that cannot be read.
func ReadFile(name string) (samples []Sample, err error) {
	in, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	defer in.Close()
	for s, err := range Read(in, File{Name: name}) {
		if err != nil {
			return nil, err
		}
		samples = append(samples, s)
	}
	return samples, nil
}

// told returns the format that the File itself tells, by name or by its
// extension, and "" if its content must.
func (f File) told() (string, error) {
	if f.Format != "" && f.Format != "auto" {
		if !slices.Contains(Formats(), f.Format) {
			return "", fmt.Errorf("unknown format %q", f.Format)
		}
		return f.Format, nil
	}
	ext := filepath.Ext(strings.TrimSuffix(strings.ToLower(f.Name), ".gz"))
	for _, l := range slices.Concat(streams, wholes) {
		if slices.Contains(l.extensions, ext) && l.name != "html" { // a page of a board may be saved as HTML
			return l.name, nil
		}
	}
	return "", nil
}

// layout returns the layout of f.Format, or else the one that the content
// looks like, and a reader of the whole content. Where there is no content it
// is the zero layout.
func (f File) layout(in *bufio.Reader) (layout, *bufio.Reader, error) {
	for _, l := range slices.Concat(streams, wholes) {
		if l.name == f.Format {
			return l, in, nil
		}
	}
	if _, err := in.Peek(1); err == io.EOF {
		return layout{}, in, nil
	} else if err != nil {
		return layout{}, nil, err
	}
	head, _ := in.Peek(in.Buffered())
	for _, l := range streams {
		if l.looks != nil && l.looks(head) {
			return l, in, nil
		}
	}
	text, err := readAll(in)
	if err != nil {
		return layout{}, nil, err
	}
	in = bufio.NewReader(bytes.NewReader(text))
	for _, l := range wholes {
		if l.looks != nil && l.looks(text) {
			return l, in, nil
		}
	}
	return wholes[len(wholes)-1], in, nil
}

func readJournal(r *bufio.Reader, f File) iter.Seq2[Sample, error] { return ReadJournal(r, f.Name) }

func readJSONL(r *bufio.Reader, f File) iter.Seq2[Sample, error] { return ReadJSONL(r, f.Name) }

// looksJSONL reports whether the first line that is not blank is, or begins
// like, an object, or most lines are posts.
func looksJSONL(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, byteOrderMark), " \t\r\n")
	first, _, whole := bytes.Cut(head, []byte("\n"))
	if len(first) == 0 {
		return false
	}
	if first[0] == '{' && whole && json.Valid(first) {
		return true
	}
	if first[0] == '{' && !whole {
		rest := bytes.TrimSpace(first[1:])
		return len(rest) > 0 && (rest[0] == '"' || rest[0] == '}')
	}
	return mostArePosts(head)
}

// mostArePosts reports whether of the lines up to the last more are posts than
// are not.
func mostArePosts(head []byte) bool {
	posts, others := 0, 0
	for line := range bytes.Lines(head[:bytes.LastIndexByte(head, '\n')+1]) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		others++
		if line[0] != '{' {
			continue
		}
		if _, err := unmarshalPost(line); err == nil {
			posts++
			others--
		}
	}
	return posts > others
}
