package main

import (
	"io"
	"iter"
	"os"
	"sync/atomic"

	"github.com/boardspam/boardspam/corpus"
)

// input is the part of a command line that says which posts to read.
type input struct {
	Files    []string          `arg:"" optional:"" name:"FILE" help:"Files to read; - or none is standard input."`
	Format   string            `default:"auto" enum:"auto,${formats}" help:"How posts stand in a file (${enum}); auto: by name, then by content."`
	Encoding string            `default:"auto" enum:"auto,utf-8,cp949,utf-16" help:"How text is written (${enum}). Positions in text that is not UTF-8 count the bytes of its UTF-8 form."`
	Column   map[string]string `placeholder:"HEADER=FIELD" help:"Field that a CSV column holds, such as 글=body."`
	Comments bool              `help:"Read the comments of a page, too, each as a post of its own."`

	read atomic.Int64 // bytes so far
}

// posts returns the posts of all files in order. Before each read from a file
// it calls idle, since the read may wait.
func (in *input) posts(c *console, idle func()) iter.Seq2[corpus.Sample, error] {
	files := in.Files
	if len(files) == 0 {
		files = []string{"-"}
	}
	return func(yield func(corpus.Sample, error) bool) {
		for _, name := range files {
			if !in.file(c, name, idle, yield) {
				return
			}
		}
	}
}

// file yields the posts of one file and reports whether to go on.
func (in *input) file(c *console, name string, idle func(), yield func(corpus.Sample, error) bool) bool {
	r := c.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return yield(corpus.Sample{}, err)
		}
		defer f.Close()
		r = f
	}
	r = &tap{r, idle, &in.read}
	how := corpus.File{Name: name, Format: in.Format, Encoding: in.Encoding, Columns: in.Column, Comments: in.Comments}
	for s, err := range corpus.Read(r, how) {
		if !yield(s, err) {
			return false
		}
	}
	return true
}

// size returns the number of bytes of all files, and 0 if it is not known.
func (in *input) size() (total int64) {
	for _, name := range in.Files {
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() {
			return 0
		}
		total += info.Size()
	}
	return total
}

// A tap counts what is read, and calls idle before each read.
type tap struct {
	r    io.Reader
	idle func()
	read *atomic.Int64
}

func (t *tap) Read(p []byte) (int, error) {
	t.idle()
	n, err := t.r.Read(p)
	t.read.Add(int64(n))
	return n, err
}
