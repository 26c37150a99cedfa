//go:build ablation

// Command measure prints what is lost without each family of tokens, each head
// and each kind of finding: see .ci/ablation.
package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/boardspam/boardspam/.ci/readme"
	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/corpus/synth"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/model"
	"github.com/boardspam/boardspam/spam/signal"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

func run(data string) error {
	tokens, err := families(data)
	if err != nil {
		return err
	}
	found, err := kinds(data)
	if err != nil {
		return err
	}
	padded, err := attack(data)
	if err != nil {
		return err
	}
	fmt.Print(tokens.String(), found.String(), padded.String())
	return nil
}

// sets are learnt from and measured on, each apart.
var sets = []string{
	"id_judol_ikryz7", "id_judol_muzazr", "ko_sms_spam_lgai", "ru_telegram_tizhproger", "sms_spam_collection",
	"spamassassin_email", "stackexchange", "tg_spam_umputun", "tr_sms_karasoy", "youtube_spam_collection", "zh_sms_mudou",
}

// families learns from every set without each family in turn.
func families(data string) (readme.Table, error) {
	table := readme.Table{{fmt.Sprintf("learnt from nothing but each of %d sets, without", len(sets)), "1−AUC", "R at 1 %", "R at 0.1 %", "lost most by"}}
	var all []float64
	for _, without := range slices.Concat([]string{""}, model.Families()) {
		model.Mute(without)
		missed, logs, percent, permille := make([]float64, len(sets)), 0.0, 0.0, 0.0
		for i, set := range sets {
			_, judged, err := learnt(data, set)
			if err != nil {
				return nil, err
			}
			f := corpus.Measure(judged).Figures
			missed[i] = max(f.OneMinusAUC, 0.0005) // a set without an error counts as this
			logs += math.Log(missed[i])
			percent += f.RecallAt.Percent
			permille += f.RecallAt.Permille
		}
		if all == nil {
			all = missed
		}
		n := float64(len(sets))
		table = append(table, []string{
			cmp.Or(without, "(nothing)"), fmt.Sprintf("%.3f %%", math.Exp(logs/n)), fmt.Sprintf("%.1f %%", 100*percent/n), fmt.Sprintf("%.1f %%", 100*permille/n),
			worst(all, missed),
		})
		fmt.Fprintln(os.Stderr, table[len(table)-1])
	}
	model.Mute()
	return table, nil
}

// worst names the set whose 1−AUC rises most.
func worst(before, after []float64) string {
	most, at := 1.02, -1
	for i := range before {
		if r := after[i] / before[i]; r > most && after[i] > 0.01 {
			most, at = r, i
		}
	}
	if at < 0 {
		return ""
	}
	return fmt.Sprintf("`%s`, %.2f %% → %.2f %%", sets[at], before[at], after[at])
}

// learnt learns from one part of a set, and judges the other.
func learnt(data, set string) (m *model.Model, judged []corpus.Outcome, err error) {
	train, err := corpus.ReadFile(fileOf(data, "train", set))
	if err != nil {
		return nil, nil, err
	}
	dev, err := corpus.ReadFile(fileOf(data, "dev", set))
	if err != nil {
		return nil, nil, err
	}
	m, err = corpus.Train(train, corpus.TrainConfig{Seed: 1})
	if err != nil {
		return nil, nil, err
	}
	judged, err = verdicts(m, dev)
	return m, judged, err
}

// fileOf names the file of a part of a set.
func fileOf(data, part, set string) string { return filepath.Join(data, part, set+".jsonl") }

// kinds takes from the built-in detector's verdicts what each kind of finding
// said, and what needs English grammar.
func kinds(data string) (readme.Table, error) {
	own, err := synth.Posts(synth.Options{Half: synth.Eval, Seed: 3, Count: 3000})
	if err != nil {
		return nil, err
	}
	posts := [][]corpus.Sample{slices.Collect(own)}
	table := readme.Table{{"the built-in's 1−AUC and R at 1 %, without", "`synth eval`"}}
	for _, set := range []string{"id_judol_kaggle_gambling", "ko_sms_spam_lgai", "stackexchange"} {
		dev, err := corpus.ReadFile(fileOf(data, "dev", set))
		if err != nil {
			return nil, err
		}
		posts, table[0] = append(posts, dev), append(table[0], "`"+set+"`")
	}
	without := []string{"(nothing)", "english grammar"}
	for k := range signal.Kind(signal.Kinds) {
		if k != signal.Flood { // which tells of many posts
			without = append(without, k.String())
		}
	}
	for _, w := range without {
		table = append(table, []string{w})
	}
	for _, some := range posts {
		outcomes, err := verdicts(model.Builtin(), some)
		if err != nil {
			return nil, err
		}
		for i, w := range without {
			f := corpus.Measure(silenced(outcomes, w)).Figures
			table[i+1] = append(table[i+1], fmt.Sprintf("%.3f %%, %.1f %%", f.OneMinusAUC, 100*f.RecallAt.Percent))
		}
	}
	return table, nil
}

// silenced returns outcomes without what a kind of finding said.
func silenced(outcomes []corpus.Outcome, kind string) []corpus.Outcome {
	out := slices.Clone(outcomes)
	for i := range out {
		sum := 0.0
		for _, r := range out[i].Reasons {
			if r.Kind.String() != kind && (kind != "english grammar" || !strings.HasPrefix(r.Signal, "english/")) {
				sum += r.Weight
			}
		}
		out[i].Score = 1 / (1 + math.Exp(-sum/4)) // spread, that no two become 1
	}
	return out
}

func verdicts(m *model.Model, samples []corpus.Sample) ([]corpus.Outcome, error) {
	d, err := spam.New(spam.Config{Model: m})
	if err != nil {
		return nil, err
	}
	out := make([]corpus.Outcome, len(samples))
	for i := range samples {
		out[i] = corpus.Outcome{Sample: &samples[i], Verdict: d.Check(samples[i].Post)}
	}
	return out, nil
}
