package main

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/model"
)

// strangers are sets whose ham a board that has learnt from posts of another
// kind must not hold.
var strangers = []string{
	"ko_news_ham", "ko_petitions_ham", "nsmc_ham", "ko_unsmile_ham", "ko_news_comments_ham", "sms_spam_collection", "stackexchange",
}

const (
	strangerPosts = 1000 // of a set of strangers, at most
	every         = 1 << 30
)

// TestOnTop learns from posts of each set on top of the built-in model, and
// judges others of the same set and the ham of strangers.
func TestOnTop(t *testing.T) {
	if *measure != "ontop" {
		t.Skip("needs -measure ontop")
	}
	ham := make(map[string][]corpus.Sample)
	fmt.Printf("%-24s %6s  %5s %5s %6s  %12s", "per cent", "posts", "R@1%", "held", "fpr", "strangers")
	for _, s := range strangers {
		ham[s] = hamOf(dataOf(t, "dev/"+s))
		fmt.Printf(" %11.11s", s)
	}
	fmt.Println()
	sizes := []int{10, 30, 300, every}
	means := make([]toll, len(sizes))
	for _, set := range learnable {
		if !wanted(set) {
			continue
		}
		train, dev := dataOf(t, "train/"+set), dataOf(t, "dev/"+set)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(train), func(i, j int) { train[i], train[j] = train[j], train[i] })
		for i, n := range sizes {
			m := learn(t, train[:min(n, len(train))], corpus.TrainConfig{Seed: 1, Base: model.Builtin()})
			means[i].add(measureOnTop(t, m, set, min(n, len(train)), dev, ham))
		}
	}
	for i, f := range means {
		fmt.Printf("mean of %.0f sets after at most %d posts: R@1%% %.1f, held %.1f; strangers held %.3f, rejected %.3f\n",
			f.sets, sizes[i], f.recall/f.sets, f.found/f.sets, f.held/f.sets, f.rejected/f.sets)
	}
}

// A toll is sums over sets, in per cent.
type toll struct{ sets, recall, found, held, rejected float64 }

func (f *toll) add(g toll) {
	f.sets++
	f.recall += g.recall
	f.found += g.found
	f.held += g.held
	f.rejected += g.rejected
}

// measureOnTop prints what a model makes of posts of the set that it has
// learnt from, and of strangers.
func measureOnTop(t *testing.T, m *model.Model, set string, posts int, dev []corpus.Sample, ham map[string][]corpus.Sample) toll {
	own := corpus.Measure(verdicts(t, m, dev)).Figures
	f := toll{recall: 100 * own.RecallAt.Percent, found: 100 * own.Hold.Recall}
	judged, cells := 0.0, ""
	for _, s := range strangers {
		if s == set {
			cells += fmt.Sprintf(" %11s", "")
			continue
		}
		held, rejected := lost(verdicts(t, m, ham[s]))
		n := float64(len(ham[s]))
		judged, f.held, f.rejected = judged+n, f.held+100*held, f.rejected+100*rejected
		cells += fmt.Sprintf(" %11s", fmt.Sprintf("%.1f/%.1f", 100*held/n, 100*rejected/n))
	}
	f.held, f.rejected = f.held/judged, f.rejected/judged
	fmt.Printf("%-24s %6d  %5.1f %5.1f %6.2f  %6.2f/%-5.2f%s\n", set, posts, f.recall, f.found, 100*own.Hold.FPR, f.held, f.rejected, cells)
	return f
}

// lost counts the posts that are held or rejected.
func lost(outcomes []corpus.Outcome) (held, rejected float64) {
	for _, o := range outcomes {
		if o.Action != spam.Pass {
			held++
		}
		if o.Action == spam.Reject {
			rejected++
		}
	}
	return held, rejected
}

func hamOf(samples []corpus.Sample) (ham []corpus.Sample) {
	for _, s := range samples {
		if s.Label == corpus.Ham && len(ham) < strangerPosts {
			ham = append(ham, s)
		}
	}
	return ham
}
