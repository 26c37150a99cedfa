package main

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/model"
)

// The measurements of the tests here take minutes and ../shared/data. One of them:
//
//	go test ./corpus/builtin -v -measure peers [-sets NAME,…]
var (
	measure = flag.String("measure", "", "what to measure: peers, curve, cross, ontop")
	only    = flag.String("sets", "", "data sets to measure, all by default")
)

// A peer is a data set with the best figures of another engine and those of
// the plain yardstick, from ../shared/PEERS.md.
type peer struct {
	set              string
	best, yardstick  float64 // (1-AUC)·100
	percent, permile float64 // best recall at ≤ 1 % and at ≤ 0.1 %
}

var peers = []peer{
	{"id_judol_ikryz7", 2.450, 1.630, .764, .445},
	{"id_judol_muzazr", .495, .633, .959, .797},
	{"ko_sms_spam_lgai", .001, .0005, 1, .996},
	{"ru_telegram_tizhproger", .692, .375, .933, .803},
	{"sms_spam_collection", .286, .342, .972, .938},
	{"spamassassin_email", .123, .048, .977, .795},
	{"stackexchange", .444, .240, .973, .882},
	{"tg_spam_umputun", .376, .105, .935, .848},
	{"tr_sms_karasoy", .004, .0005, 1, .985},
	{"youtube_spam_collection", 7.572, 6.241, .373, .183},
	{"zh_sms_mudou", 2.619, 1.456, .497, .497},
}

// dataOf returns the samples of a file of ../shared/data.
func dataOf(t *testing.T, name string) []corpus.Sample {
	t.Helper()
	all, err := corpus.ReadFile(shared.File(t, "data/"+name+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func learn(t *testing.T, samples []corpus.Sample, c corpus.TrainConfig) *model.Model {
	t.Helper()
	m, err := corpus.Train(samples, c)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// verdicts returns what a model says of samples.
func verdicts(t *testing.T, m *model.Model, samples []corpus.Sample) []corpus.Outcome {
	t.Helper()
	d, err := spam.New(spam.Config{Model: m})
	if err != nil {
		t.Fatal(err)
	}
	return judge(d, samples)
}

func wanted(set string) bool { return *only == "" || strings.Contains(","+*only+",", ","+set+",") }

func TestPeers(t *testing.T) {
	if *measure != "peers" {
		t.Skip("needs -measure peers")
	}
	logs, n := 0.0, 0.0
	fmt.Printf("%-26s %8s %6s %6s  %6s  %s\n", "set", "1-AUC %", "R@1%", "R@.1%", "ratio", "")
	for _, p := range peers {
		if !wanted(p.set) {
			continue
		}
		train := dataOf(t, "train/"+p.set)
		start := time.Now()
		m := learn(t, train, corpus.TrainConfig{Seed: 1})
		took := time.Since(start)
		f := corpus.Measure(verdicts(t, m, dataOf(t, "dev/"+p.set))).Figures
		ratio := max(f.OneMinusAUC, 0.0002) / p.best
		logs += math.Log(ratio)
		n++
		var fails []string
		add := func(bad bool, name string) {
			if bad {
				fails = append(fails, name)
			}
		}
		add(f.OneMinusAUC >= p.best, "best")
		add(f.OneMinusAUC >= p.yardstick, "yardstick")
		add(f.RecallAt.Percent < p.percent, "R@1%")
		add(f.RecallAt.Permille < p.permile, "R@.1%")
		fmt.Printf("%-26s %8.4f %6.3f %6.3f  %6.2f  hold %.3f/%.4f rej %.3f/%.4f ece %.3f known %.2f | %.0f posts/s | %s\n", p.set, f.OneMinusAUC,
			f.RecallAt.Percent, f.RecallAt.Permille, ratio, f.Hold.Recall, f.Hold.FPR, f.Reject.Recall, f.Reject.FPR, f.ECE, f.Known,
			float64(len(train))/took.Seconds(), strings.Join(fails, " "))
	}
	fmt.Printf("geometric mean of the ratio to the best engine: %.3f\n", math.Exp(logs/n))
}

// TestCross learns from one language and judges the ham of every other.
func TestCross(t *testing.T) {
	if *measure != "cross" {
		t.Skip("needs -measure cross")
	}
	sets := []string{"id_judol_muzazr", "ko_sms_spam_lgai", "ru_telegram_tizhproger", "sms_spam_collection", "tr_sms_karasoy", "zh_sms_mudou"}
	fmt.Printf("%-24s", "share of ham held")
	for _, s := range sets {
		fmt.Printf(" %8.8s", s)
	}
	fmt.Println()
	for _, from := range sets {
		m := learn(t, dataOf(t, "train/"+from), corpus.TrainConfig{Seed: 1})
		fmt.Printf("%-24s", from)
		for _, to := range sets {
			f := corpus.Measure(verdicts(t, m, dataOf(t, "dev/"+to))).Figures
			fmt.Printf(" %.4f/%.2f", f.Hold.FPR, f.Known)
		}
		fmt.Println()
	}
}

// TestCurve learns from ever more posts, from nothing and on top of the
// built-in model.
func TestCurve(t *testing.T) {
	if *measure != "curve" {
		t.Skip("needs -measure curve")
	}
	fmt.Printf("%-26s %6s  %18s  %18s\n", "recall at 1 % of ham", "posts", "from nothing", "on the built-in")
	for _, p := range peers {
		if !wanted(p.set) {
			continue
		}
		train, dev := dataOf(t, "train/"+p.set), dataOf(t, "dev/"+p.set)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(train), func(i, j int) { train[i], train[j] = train[j], train[i] })
		for _, n := range []int{0, 10, 30, 100, 300, 1000, len(train)} {
			some := train[:min(n, len(train))]
			fmt.Printf("%-26s %6d", p.set, len(some))
			for _, base := range []*model.Model{nil, model.Builtin()} {
				m, err := corpus.Train(some, corpus.TrainConfig{Seed: 1, Base: base})
				if err != nil { // nothing, or of one kind only
					m = base
				}
				if m == nil {
					fmt.Printf("  %18s", "")
					continue
				}
				f := corpus.Measure(verdicts(t, m, dev)).Figures
				fmt.Printf("  %.3f, 1-AUC %6.3f", f.RecallAt.Percent, f.OneMinusAUC)
			}
			fmt.Println()
		}
	}
}
