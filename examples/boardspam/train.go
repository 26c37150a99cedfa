package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam/model"
)

// trainCmd learns a model from labelled posts.
type trainCmd struct {
	Out   string `required:"" placeholder:"MODEL" help:"File to write the model to."`
	Base  string `default:"builtin" placeholder:"builtin|none|MODEL" help:"What to build upon: the built-in model, nothing, or another model."`
	Seed  uint64 `default:"1" help:"Same data and seed, same bytes."`
	Quiet bool   `help:"No progress on standard error."`
	input
}

// Run writes the model, all of it or nothing.
func (t *trainCmd) Run(c *console) error {
	return writeFile(t.Out, func(w io.Writer) error {
		m, err := t.train(c)
		if err != nil {
			return err
		}
		_, err = m.WriteTo(w)
		return err
	})
}

// train learns from the posts of all files.
func (t *trainCmd) train(c *console) (*model.Model, error) {
	config := corpus.TrainConfig{Seed: t.Seed, Card: model.Card{Name: "trained"}}
	if !t.Quiet {
		config.Progress = func(p model.Pass) {
			fmt.Fprintf(c.errs, "%-5s pass %d: loss %.4f\n", p.Stage, p.Epoch, p.Loss)
		}
	}
	switch t.Base {
	case "none":
	case "builtin":
		config.Base = model.Builtin()
	default:
		base, err := readModel(t.Base)
		if err != nil {
			return nil, err
		}
		config.Base = base
	}
	var samples []corpus.Sample
	for s, err := range t.labelled(c) {
		if err != nil {
			return nil, err
		}
		samples = append(samples, s)
	}
	for _, name := range t.Files {
		config.Card.Sources = append(config.Card.Sources, filepath.Base(name))
	}
	m, err := corpus.Train(samples, config)
	if err == nil && !t.Quiet {
		fmt.Fprintf(c.errs, "%s: learnt from %s posts; holds from %.4f, rejects from %.4f\n", t.Out, count(len(samples)), m.Hold, m.Reject)
	}
	return m, err
}

// labelled returns the posts of all files. A line that cannot be read, and a
// post without a label, is reported and passed over.
func (in *input) labelled(c *console) iter.Seq2[corpus.Sample, error] {
	return func(yield func(corpus.Sample, error) bool) {
		for s, err := range in.posts(c, func() {}) {
			if err == nil && s.Label != corpus.Spam && s.Label != corpus.Ham {
				err = &corpus.LineError{File: s.Source, Line: s.Line, Err: errors.New("no label: neither spam nor ham")}
			}
			var line *corpus.LineError
			if errors.As(err, &line) {
				c.fail(err)
				continue
			}
			if !yield(s, err) {
				return
			}
		}
	}
}

func readModel(name string) (*model.Model, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := model.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

// writeFile writes a file beside its place and moves it there when it is whole.
func writeFile(name string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".boardspam-*")
	if wrong := (*fs.PathError)(nil); errors.As(err, &wrong) {
		return &fs.PathError{Op: "create", Path: name, Err: wrong.Err}
	} else if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // of no effect once it has moved
	err = write(f)
	if e := f.Chmod(0o644); err == nil {
		err = e
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
