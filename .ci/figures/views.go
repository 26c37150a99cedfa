package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/boardspam/boardspam/.ci/readme"
	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/corpus/synth"
	"github.com/boardspam/boardspam/spam/document"
)

// viewed are the sets whose views are counted.
var viewed = []string{"nsmc_ham", "ko_news_comments_ham", "ko_news_ham", "id_judol_muzazr", "stackexchange"}

// views are what a text is read as besides itself, if it needs to be.
var views = []struct {
	name string
	made func(t *document.Text) bool
}{
	{"in lower case alone", func(t *document.Text) bool { return t.Folded.Causes() == 0 && t.Folded.Text != t.Shown.Text }},
	{"folded", func(t *document.Text) bool { return t.Folded.Causes() != 0 }},
	{"closed up", func(t *document.Text) bool { return t.Joined().Text != "" }},
}

// viewTable returns how often each view of a text is made: the share of posts
// of our own making, and of each set that is at hand.
func viewTable() (readme.Table, error) {
	table := readme.Table{{"posts of which some text is read"}}
	for _, v := range views {
		table[0] = append(table[0], v.name)
	}
	own, err := synth.Posts(synth.Options{Half: synth.Eval, Seed: 7, Count: 8000})
	if err != nil {
		return nil, err
	}
	table = append(table, shares("synth --tables eval", slices.Collect(own)))
	for _, set := range viewed {
		posts, err := corpus.ReadFile(filepath.Join(sets, set+".jsonl"))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		table = append(table, shares(set, posts))
	}
	return table, nil
}

// shares returns the row of some posts.
func shares(name string, posts []corpus.Sample) []string {
	row := []string{"`" + name + "`"}
	made := make([]int, len(views))
	for i := range posts {
		d := document.Read(&posts[i].Post)
		for k, v := range views {
			if slices.ContainsFunc(d.Texts, v.made) {
				made[k]++
			}
		}
	}
	for _, n := range made {
		row = append(row, percent(float64(n)/float64(len(posts))))
	}
	return row
}
