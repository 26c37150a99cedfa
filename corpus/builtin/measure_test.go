package main

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/model"
)

// The measurements of the tests here take minutes and ../shared/data. One of them:
//
//	go test ./corpus/builtin -v -measure ontop [-sets NAME,…]
var (
	measure = flag.String("measure", "", "what to measure: cross, ontop")
	only    = flag.String("sets", "", "data sets to learn from on top, all by default")
)

// learnable are the sets with a part to learn from and a part to measure on.
var learnable = []string{
	"id_judol_ikryz7", "id_judol_muzazr", "ko_sms_spam_lgai", "ru_telegram_tizhproger", "sms_spam_collection",
	"spamassassin_email", "stackexchange", "tg_spam_umputun", "tr_sms_karasoy", "youtube_spam_collection", "zh_sms_mudou",
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
