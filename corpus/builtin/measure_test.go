package main

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/corpus/synth"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/model"
	"github.com/boardspam/boardspam/spam/signal"
)

// The measurements of this file take minutes and ../shared/data. One of them:
//
//	go test ./corpus/builtin -v -measure peers [-sets NAME,…]
var (
	measure = flag.String("measure", "", "what to measure: peers, curve, attack, cross, kinds")
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
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		path := filepath.Join(filepath.Dir(dir), "shared", "data", filepath.FromSlash(name)+".jsonl")
		if f, err := os.Open(path); err == nil {
			defer f.Close()
			var out []corpus.Sample
			for s, err := range corpus.ReadJSONL(f, name) {
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, s)
			}
			return out
		}
		if dir == filepath.Dir(dir) {
			t.Skipf("no ../shared/data/%s.jsonl", name)
		}
		dir = filepath.Dir(dir)
	}
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

// TestAttack pads spam with ham: once, five and twenty times its length,
// before, after and around it.
func TestAttack(t *testing.T) {
	if *measure != "attack" {
		t.Skip("needs -measure attack")
	}
	fmt.Printf("%-26s %7s  %s\n", "recall at 1 % of ham", "plain", "padded 1, 5, 20 times: before, after, around")
	for _, p := range peers {
		if !wanted(p.set) {
			continue
		}
		dev := dataOf(t, "dev/"+p.set)
		m := learn(t, dataOf(t, "train/"+p.set), corpus.TrainConfig{Seed: 1})
		outcomes := verdicts(t, m, dev)
		var ham []float64
		var spams, hams []corpus.Sample
		for _, o := range outcomes {
			if o.Label == corpus.Ham {
				ham = append(ham, o.Score)
				hams = append(hams, *o.Sample)
			} else if len(spams) < 500 {
				spams = append(spams, *o.Sample)
			}
		}
		slices.Sort(ham)
		threshold := ham[len(ham)-1-len(ham)/100]
		recall := func(samples []corpus.Sample) float64 {
			n := 0
			for _, o := range verdicts(t, m, samples) {
				if o.Score > threshold {
					n++
				}
			}
			return float64(n) / float64(len(samples))
		}
		fmt.Printf("%-26s %7.3f ", p.set, recall(spams))
		for _, times := range []int{1, 5, 20} {
			for where := range 3 {
				fmt.Printf(" %.3f", recall(padded(spams, hams, times, where)))
			}
			fmt.Print(" ;")
		}
		fmt.Println()
	}
}

// padded returns the samples with ham added: before (0), after (1) or around (2).
func padded(samples, ham []corpus.Sample, times, where int) []corpus.Sample {
	out := make([]corpus.Sample, len(samples))
	for i, s := range samples {
		var before, after strings.Builder
		for k := i; before.Len()+after.Len() < times*len(s.Body); k++ {
			to := &before
			if where == 1 || where == 2 && k%2 == 1 {
				to = &after
			}
			to.WriteString(ham[k%len(ham)].Body)
			to.WriteByte('\n')
		}
		s.Body = before.String() + s.Body + "\n" + after.String()
		s.Spans = nil
		out[i] = s
	}
	return out
}

// TestKinds takes one kind of evidence away from the built-in detector at a
// time, and what prose says of English.
func TestKinds(t *testing.T) {
	if *measure != "kinds" {
		t.Skip("needs -measure kinds")
	}
	own, err := synth.Posts(synth.Options{Half: synth.Eval, Seed: 3, Count: 3000})
	if err != nil {
		t.Fatal(err)
	}
	sets := map[string][]corpus.Sample{"synth eval": slices.Collect(own)}
	for _, name := range []string{"id_judol_kaggle_gambling", "ko_sms_spam_lgai", "stackexchange"} {
		sets[name] = dataOf(t, "dev/"+name)
	}
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		outcomes := verdicts(t, model.Builtin(), sets[name])
		fmt.Println(name)
		show := func(without string, keep func(spam.Reason) bool) {
			some := slices.Clone(outcomes)
			for i := range some {
				sum := 0.0
				for _, r := range some[i].Reasons {
					if keep(r) {
						sum += r.Weight
					}
				}
				some[i].Score = 1 / (1 + math.Exp(-sum/4))
			}
			f := corpus.Measure(some).Figures
			fmt.Printf("  without %-10s 1-AUC %7.3f, recall at 1 %% %.3f, at 0.1 %% %.3f\n", without, f.OneMinusAUC, f.RecallAt.Percent, f.RecallAt.Permille)
		}
		show("nothing", func(spam.Reason) bool { return true })
		for k := range signal.Kind(signal.Kinds) {
			if k != signal.Flood { // which tells of many posts
				show(k.String(), func(r spam.Reason) bool { return r.Kind != k })
			}
		}
		show("prose", func(r spam.Reason) bool { return !strings.HasPrefix(r.Signal, "english/") })
	}
}
