package main

import (
	"bytes"
	"os"
	"os/exec"
	"time"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/model"
)

// boardspam learns from posts alone, or on top of a model.
func boardspam(base *model.Model) func(string, []corpus.Sample, []corpus.Sample) ([]float64, error) {
	return func(_ string, train, dev []corpus.Sample) ([]float64, error) {
		m, err := corpus.Train(train, corpus.TrainConfig{Seed: 1, Base: base})
		if err != nil {
			return nil, err
		}
		d, err := spam.New(spam.Config{Model: m})
		if err != nil {
			return nil, err
		}
		scores := make([]float64, len(dev))
		for i := range dev {
			scores[i] = d.Check(dev[i].Post).Score
		}
		return scores, nil
	}
}

// beginBoardspam builds the command line.
func beginBoardspam(b *bed) (judge, error) {
	program, file := b.path("boardspam"), b.path("posts.jsonl")
	if err := call(exec.Command("go", "build", "-o", program, "./examples/boardspam")); err != nil {
		return nil, err
	}
	return func(posts []corpus.Sample) (time.Duration, error) {
		if err := writePosts(file, posts); err != nil {
			return 0, err
		}
		return processorTime(exec.Command(program, "check", "--json", "--jobs", "1", file), len(posts))
	}, nil
}

func writePosts(name string, posts []corpus.Sample) error {
	var b bytes.Buffer
	if err := corpus.WriteJSONL(&b, posts...); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o600)
}
