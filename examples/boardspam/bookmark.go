package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"
	"time"

	"github.com/boardspam/boardspam/corpus"
)

// A bookmark is how far a sweep has come. It is kept beside the verdicts and
// never ahead of them: what was written behind it is written again.
type bookmark struct {
	Done  []string `json:"done"`  // files that have been judged
	File  string   `json:"file"`  // the file that is being judged
	Items int      `json:"items"` // posts and bad lines of it so far
	Posts int      `json:"posts"` // of all files
	Size  int64    `json:"size"`  // of the verdicts

	name  string // of its file; empty: it is not kept
	saved time.Time
}

// bookmarkEvery is the time between two savings.
const bookmarkEvery = time.Second

// resume opens a file of verdicts behind its bookmark, or begins both.
func resume(name string) (io.WriteCloser, *bookmark, error) {
	mark := &bookmark{name: name + ".state"}
	b, err := os.ReadFile(mark.name)
	begun := err == nil
	if begun {
		err = json.Unmarshal(b, mark)
	} else if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("boardspam: %s: %w", mark.name, err)
	}
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	switch {
	case err == nil && !begun && info.Size() > 0:
		err = errors.New("exists, but not how far it has come: choose another name, or remove it")
	case err == nil && info.Size() < mark.Size:
		err = fmt.Errorf("is shorter than %s says: remove both to begin again", mark.name)
	case err == nil:
		err = f.Truncate(mark.Size)
	}
	if err == nil {
		_, err = f.Seek(mark.Size, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, nil, fmt.Errorf("boardspam: %s: %w", name, err)
	}
	return f, mark, nil
}

// rest returns the files that have not been judged to their end.
func (m *bookmark) rest(files []string) []string {
	if len(files) == 0 {
		files = []string{"-"}
	}
	return slices.DeleteFunc(slices.Clone(files), func(name string) bool { return slices.Contains(m.Done, name) })
}

// skip leaves out the posts and bad lines that have been judged.
func (m *bookmark) skip(posts iter.Seq2[corpus.Sample, error]) iter.Seq2[corpus.Sample, error] {
	file, left := m.File, m.Items
	return func(yield func(corpus.Sample, error) bool) {
		for s, err := range posts {
			if left > 0 && fileOf(s, err) == file {
				left--
				continue
			}
			if !yield(s, err) {
				return
			}
		}
	}
}

// fileOf returns the file that a post or a bad line was read from.
func fileOf(s corpus.Sample, err error) string {
	var bad *corpus.LineError
	if errors.As(err, &bad) {
		return bad.File
	}
	return s.Source
}

// move moves the bookmark behind a batch that was written. No batch spans
// files.
func (m *bookmark) move(b *batch) error {
	items, file := len(b.posts), ""
	if items > 0 {
		file = b.posts[0].Source
	} else {
		file = fileOf(corpus.Sample{}, b.error)
	}
	if b.error != nil && fileOf(corpus.Sample{}, b.error) != "" {
		items++
	}
	if items == 0 {
		return nil
	}
	if file != m.File {
		if m.File != "" {
			m.Done = append(m.Done, m.File)
		}
		m.File, m.Items = file, 0
	}
	m.Items += items
	m.Posts += len(b.posts)
	m.Size += int64(len(b.out))
	if time.Since(m.saved) < bookmarkEvery {
		return nil
	}
	return m.save()
}

// save writes the bookmark, whole or not at all.
func (m *bookmark) save() error {
	if m.name == "" {
		return nil
	}
	m.saved = time.Now()
	b, err := json.Marshal(m)
	if err == nil {
		err = os.WriteFile(m.name+".new", append(b, '\n'), 0o644)
	}
	if err == nil {
		err = os.Rename(m.name+".new", m.name)
	}
	if err != nil {
		return fmt.Errorf("boardspam: %w", err)
	}
	return nil
}
