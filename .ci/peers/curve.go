package main

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"github.com/boardspam/boardspam/.ci/readme"
	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/model"
)

// sizes are the numbers of posts to learn from; 0 is all.
var sizes = []int{10, 30, 100, 300, 1000, 0}

// fewPosts is the size up to which figures are means of several draws.
const (
	fewPosts = 300
	draws    = 3
)

// An engine learns from some posts and returns how much each of others looks
// like spam.
type engine struct {
	name   string
	scores func(dir string, train, dev []corpus.Sample) ([]float64, error)
}

// engines returns boardspam and those of its peers that are installed.
func engines() []engine {
	all := []engine{
		{"boardspam", boardspam(nil)},
		{"on the built-in", boardspam(model.Builtin())},
	}
	for _, e := range []engine{{"fasttext", fastText}, {"bogofilter", bogofilter}} {
		if isInstalled(e.name, e.name) {
			all = append(all, e)
		}
	}
	return all
}

// A dot is what the engines make of one set, having learnt from some posts of
// it: for each engine, recall at a false-positive rate of at most 1 %, and
// 1−AUC in per cent.
type dot struct {
	size   int // of sizes
	recall []float64
	missed []float64
}

// curve has every engine learn from the same posts, ever more of them, prints
// what it finds in the same others, and returns the means over the sets.
func curve(data string, wanted []string) (readme.Table, error) {
	all := engines()
	fmt.Println("Recall at a false-positive rate of at most 1 %, and 1−AUC in per cent.")
	fmt.Printf("%-24s %6s", "learnt from", "posts")
	for _, e := range all {
		fmt.Printf("  %15s", e.name)
	}
	fmt.Println()
	var dots []dot
	for _, r := range rivals {
		if len(wanted) > 0 && !slices.Contains(wanted, r.set) {
			continue
		}
		more, err := dotsOf(data, r.set, all)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.set, err)
		}
		dots = append(dots, more...)
	}
	means := meansOf(dots, all)
	fmt.Print(means)
	return means, nil
}

// dotsOf measures and prints what the engines make of one set.
func dotsOf(data, set string, all []engine) (dots []dot, err error) {
	train, dev, err := halves(data, set)
	if err != nil {
		return nil, err
	}
	for _, size := range sizes {
		n := size
		if size == 0 {
			n = len(train)
		}
		if n > len(train) {
			continue
		}
		d, err := dotOf(all, train, dev, n)
		if err != nil {
			return nil, err
		}
		d.size = size
		dots = append(dots, d)
		fmt.Printf("%-24s %6d", set, n)
		for i := range all {
			fmt.Printf("  %6.3f %8.3f", d.recall[i], d.missed[i])
		}
		fmt.Println()
	}
	return dots, nil
}

// dotOf has every engine learn from n posts of train.
func dotOf(all []engine, train, dev []corpus.Sample, n int) (dot, error) {
	times := 1
	if n <= fewPosts {
		times = draws
	}
	d := dot{recall: make([]float64, len(all)), missed: make([]float64, len(all))}
	for draw := range times {
		some := drawn(train, n, uint64(draw))
		for i, e := range all {
			f, err := measured(e, some, dev)
			if err != nil {
				return dot{}, fmt.Errorf("%s: %w", e.name, err)
			}
			d.recall[i] += f.RecallAt.Percent / float64(times)
			d.missed[i] += f.OneMinusAUC / float64(times)
		}
	}
	return d, nil
}

// meansOf returns a row for each size: the mean recall over the sets that have
// so many posts, and the geometric mean of 1−AUC.
func meansOf(dots []dot, all []engine) readme.Table {
	const least = 0.0005 // per cent; a set without an error counts as this
	head := []string{"posts learnt from"}
	for _, e := range all {
		head = append(head, e.name)
	}
	table := readme.Table{head}
	for _, size := range sizes {
		name, n := fmt.Sprint(size), 0.0
		if size == 0 {
			name = "all"
		}
		recall, logs := make([]float64, len(all)), make([]float64, len(all))
		for _, d := range dots {
			if d.size != size {
				continue
			}
			n++
			for i := range all {
				recall[i] += d.recall[i]
				logs[i] += math.Log(max(d.missed[i], least))
			}
		}
		if n == 0 {
			continue
		}
		row := []string{fmt.Sprintf("%s, of %.0f sets", name, n)}
		for i := range all {
			row = append(row, fmt.Sprintf("%.1f %%, %.2f %%", 100*recall[i]/n, math.Exp(logs[i]/n)))
		}
		table = append(table, row)
	}
	return table
}

// halves returns the part of a set to learn from and the part to measure on.
func halves(data, set string) (train, dev []corpus.Sample, err error) {
	if train, err = corpus.ReadFile(filepath.Join(data, "train", set+".jsonl")); err != nil {
		return nil, nil, err
	}
	dev, err = corpus.ReadFile(filepath.Join(data, "dev", set+".jsonl"))
	return train, dev, err
}

// drawn returns n posts at random, in order of drawing. If all are of one
// kind, the last gives way to the first of the other kind behind them.
func drawn(all []corpus.Sample, n int, seed uint64) []corpus.Sample {
	some := slices.Clone(all)
	rand.New(rand.NewPCG(seed, 1)).Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
	other := slices.IndexFunc(some, func(s corpus.Sample) bool { return s.Label != some[0].Label })
	if other >= n {
		some[n-1] = some[other]
	}
	return some[:n]
}

// measured returns the figures of an engine.
func measured(e engine, train, dev []corpus.Sample) (corpus.Figures, error) {
	dir, err := os.MkdirTemp("", "peers")
	if err != nil {
		return corpus.Figures{}, err
	}
	defer os.RemoveAll(dir)
	scores, err := e.scores(dir, train, dev)
	if err != nil {
		return corpus.Figures{}, err
	}
	if len(scores) != len(dev) {
		return corpus.Figures{}, fmt.Errorf("%d scores of %d posts", len(scores), len(dev))
	}
	outcomes := make([]corpus.Outcome, len(dev))
	for i := range dev {
		outcomes[i] = corpus.Outcome{Sample: &dev[i], Verdict: spam.Verdict{Score: scores[i]}}
	}
	return corpus.Measure(outcomes).Figures, nil
}

// errAnswer is what a peer is to blame for.
var errAnswer = errors.New("an answer that cannot be read")
