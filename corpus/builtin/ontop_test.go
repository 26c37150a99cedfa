package main

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/model"
)

// strangers are sets whose ham a board that has learnt from posts of another kind
// must not hold.
var strangers = []string{
	"ko_news_ham", "ko_petitions_ham", "nsmc_ham", "ko_unsmile_ham", "ko_news_comments_ham", "sms_spam_collection", "stackexchange",
}

// gaugePosts is how many posts of a gauge are judged at most.
const gaugePosts = 1000

// TestOnTop learns from posts of each set on top of the built-in model, and
// judges others of the same set and the honest posts of sets it was not shown.
func TestOnTop(t *testing.T) {
	if *measure != "ontop" {
		t.Skip("needs -measure ontop")
	}
	foreign := make(map[string][]corpus.Sample)
	fmt.Printf("%-24s %6s  %5s %5s %6s  %-14s", "per cent", "posts", "R@1%", "held", "fpr", "worst, all")
	for _, g := range strangers {
		foreign[g] = honest(dataOf(t, "dev/"+g))
		fmt.Printf(" %11.11s", g)
	}
	fmt.Println()
	sums := make(map[int]*[5]float64)
	for _, p := range peers {
		if !wanted(p.set) {
			continue
		}
		train, dev := dataOf(t, "train/"+p.set), dataOf(t, "dev/"+p.set)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(train), func(i, j int) { train[i], train[j] = train[j], train[i] })
		for _, n := range []int{10, 30, 300, 1 << 30} {
			some := train[:min(n, len(train))]
			m := learn(t, some, corpus.TrainConfig{Seed: 1, Base: model.Builtin()})
			f := corpus.Measure(verdicts(t, m, dev)).Figures
			row := &foreignRow{}
			for _, g := range strangers {
				if g != p.set {
					row.add(verdicts(t, m, foreign[g]))
				} else {
					row.cells = append(row.cells, "")
				}
			}
			fmt.Printf("%-24s %6d  %5.1f %5.1f %6.2f  %5.2f/%-5.2f   ", p.set, len(some), 100*f.RecallAt.Percent,
				100*f.Hold.Recall, 100*f.Hold.FPR, row.percent(row.held), row.percent(row.rejected))
			for _, c := range row.cells {
				fmt.Printf(" %11s", c)
			}
			fmt.Println()
			if sums[n] == nil {
				sums[n] = new([5]float64)
			}
			for i, v := range []float64{1, 100 * f.RecallAt.Percent, 100 * f.Hold.Recall, row.percent(row.held), row.percent(row.rejected)} {
				sums[n][i] += v
			}
		}
	}
	for _, n := range []int{10, 30, 300, 1 << 30} {
		if s := sums[n]; s != nil {
			fmt.Printf("mean of %2.0f sets, %10d: R@1%% %.1f, held %.1f; foreign ham held %.3f, rejected %.3f\n",
				s[0], n, s[1]/s[0], s[2]/s[0], s[3]/s[0], s[4]/s[0])
		}
	}
}

// A foreignRow counts what becomes of foreign ham.
type foreignRow struct {
	posts, held, rejected int
	cells                 []string
}

func (r *foreignRow) add(outcomes []corpus.Outcome) {
	held, rejected := 0, 0
	for _, o := range outcomes {
		if o.Action != spam.Pass {
			held++
		}
		if o.Action == spam.Reject {
			rejected++
		}
	}
	r.posts, r.held, r.rejected = r.posts+len(outcomes), r.held+held, r.rejected+rejected
	n := float64(len(outcomes))
	r.cells = append(r.cells, fmt.Sprintf("%.1f/%.1f", 100*float64(held)/n, 100*float64(rejected)/n))
}

func (r *foreignRow) percent(n int) float64 { return 100 * float64(n) / float64(r.posts) }

// honest returns the ham of samples, as much as a gauge takes.
func honest(samples []corpus.Sample) (ham []corpus.Sample) {
	for _, s := range samples {
		if s.Label == corpus.Ham && len(ham) < gaugePosts {
			ham = append(ham, s)
		}
	}
	return ham
}
