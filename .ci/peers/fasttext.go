package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/boardspam/boardspam/corpus"
)

// fastText learns from posts with word and character n-grams, which is the
// best of its settings on these sets.
func fastText(dir string, train, dev []corpus.Sample) ([]float64, error) {
	learnt, asked, model := filepath.Join(dir, "train.txt"), filepath.Join(dir, "dev.txt"), filepath.Join(dir, "model")
	if err := writeText(learnt, train, true); err != nil {
		return nil, err
	}
	if err := writeText(asked, dev, false); err != nil {
		return nil, err
	}
	learn := exec.Command("fasttext", "supervised", "-input", learnt, "-output", model, "-epoch", "25", "-lr", "0.5", "-dim", "32",
		"-bucket", "500000", "-wordNgrams", "2", "-minn", "2", "-maxn", "4", "-thread", "1", "-verbose", "0")
	if err := call(learn); err != nil {
		return nil, err
	}
	out, err := exec.Command("fasttext", "predict-prob", model+".bin", asked, "2").Output()
	if err != nil {
		return nil, err
	}
	var scores []float64
	for line := range strings.Lines(string(out)) {
		p, err := spamShare(strings.Fields(line))
		if err != nil {
			return nil, fmt.Errorf("%w: %q", errAnswer, line)
		}
		scores = append(scores, p)
	}
	return scores, nil
}

// fastTextLearnt are the sets that it learns from before it is timed, of the
// languages of what it judges.
var fastTextLearnt = []string{"ko_news_comments_ham", "ko_sms_spam_lgai", "id_judol_muzazr"}

// beginFastText has fastText learn with some flags and judge what its authors
// advise to give it. What it learns does not matter.
func beginFastText(flags ...string) func(*bed) (judge, error) {
	return func(b *bed) (judge, error) {
		if !isInstalled("fasttext", "fasttext") {
			return nil, nil
		}
		var train []corpus.Sample
		for _, set := range fastTextLearnt {
			posts, err := corpus.ReadFile(filepath.Join(b.data, "train", set+".jsonl"))
			if err != nil {
				return nil, err
			}
			train = append(train, posts...)
		}
		learnt, asked, model := b.path("train.txt"), b.path("posts.txt"), b.path("model")
		if err := writeText(learnt, train, true); err != nil {
			return nil, err
		}
		learn := exec.Command("fasttext", append([]string{"supervised", "-input", learnt, "-output", model, "-epoch", "5", "-lr", "0.5",
			"-dim", "32", "-bucket", "500000", "-thread", "1", "-verbose", "0"}, flags...)...)
		if err := call(learn); err != nil {
			return nil, err
		}
		return func(posts []corpus.Sample) (time.Duration, error) {
			if err := writeText(asked, posts, false); err != nil {
				return 0, err
			}
			return processorTime(exec.Command("fasttext", "predict-prob", model+".bin", asked), len(posts))
		}, nil
	}
}

// spamShare returns the probability of spam among labels, each with its own. A
// post of which nothing is known has none.
func spamShare(answer []string) (float64, error) {
	for i := 0; i+1 < len(answer); i += 2 {
		if answer[i] == "__label__spam" {
			return strconv.ParseFloat(answer[i+1], 64)
		}
	}
	return 0, nil
}

func writeText(name string, samples []corpus.Sample, labelled bool) error {
	var b bytes.Buffer
	out := bufio.NewWriter(&b)
	for i := range samples {
		fastTextLine(out, &samples[i], labelled)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o600)
}

// fastTextLine writes a post as its documentation advises: on one line, in
// lower case, with blanks around punctuation, behind its label if that is wanted.
func fastTextLine(out *bufio.Writer, s *corpus.Sample, labelled bool) {
	if labelled {
		fmt.Fprintf(out, "__label__%s ", s.Label)
	}
	for _, r := range strings.ToLower(s.Title + " " + s.Body) {
		switch {
		case unicode.IsSpace(r):
			out.WriteByte(' ')
		case unicode.IsPunct(r):
			fmt.Fprintf(out, " %c ", r)
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('\n')
}
