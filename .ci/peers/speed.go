package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/boardspam/boardspam/corpus"
)

// The sets that are judged: short posts of three languages. Those to learn
// from hold spam and ham in each.
var (
	judged = []string{"dev/ko_news_comments_ham", "dev/id_judol_muzazr", "dev/sms_spam_collection"}
	learnt = []string{"train/ko_news_comments_ham", "train/id_judol_muzazr", "train/sms_spam_collection", "train/ko_sms_spam_lgai"}
)

// times is how often the posts are judged in one run, so that starting counts little.
const times = 8

// models are fastText's, by the flags that they are trained with.
var models = []struct {
	name  string
	flags []string
}{
	{"fastText, words", []string{"-wordNgrams", "1"}},
	{"fastText, words and characters", []string{"-wordNgrams", "2", "-minn", "2", "-maxn", "4"}},
}

// speed times the command line against fastText, as whole processes on the
// same posts. fastText is trained as its authors advise, on the same languages;
// what it learns does not matter here.
func speed(data string) error {
	dir, err := os.MkdirTemp("", "peers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := bed{dir}
	if err := b.write(data); err != nil {
		return err
	}
	program := b.path("boardspam")
	if err := command("go", "build", "-o", program, "./examples/boardspam").Run(); err != nil {
		return err
	}
	ours, err := b.measure("boardspam", exec.Command(program, "check", "--json", "--jobs", "1", b.path("posts.jsonl")))
	if err != nil {
		return err
	}
	for i, m := range models {
		model := b.path(fmt.Sprint("model", i))
		flags := append([]string{"supervised", "-input", b.path("train.txt"), "-output", model, "-epoch", "5", "-lr", "0.5", "-dim", "32", "-bucket", "500000", "-thread", "1", "-verbose", "0"}, m.flags...)
		if err := command("fasttext", flags...).Run(); err != nil {
			return err
		}
		peer, err := b.measure(m.name, exec.Command("fasttext", "predict-prob", model+".bin", b.path("posts.txt")))
		if err != nil {
			return err
		}
		fmt.Printf("  boardspam judges %.2f times as many posts in the same time\n", peer.Seconds()/ours.Seconds())
	}
	return nil
}

// command returns a command that speaks on standard error.
func command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr = os.Stderr, os.Stderr
	return c
}

// A bed is a directory of files to measure with.
type bed struct{ dir string }

func (b bed) path(name string) string { return filepath.Join(b.dir, name) }

// write writes what is judged, for both, and what fastText learns from.
func (b bed) write(data string) error {
	train, err := os.Create(b.path("train.txt"))
	if err != nil {
		return err
	}
	text, err := os.Create(b.path("posts.txt"))
	if err != nil {
		return err
	}
	posts, err := os.Create(b.path("posts.jsonl"))
	if err != nil {
		return err
	}
	for _, set := range learnt {
		err = errors.Join(err, copyText(train, filepath.Join(data, set+".jsonl"), true))
	}
	for range times {
		for _, set := range judged {
			file := filepath.Join(data, set+".jsonl")
			err = errors.Join(err, copyText(text, file, false), copyFile(posts, file))
		}
	}
	return errors.Join(err, train.Close(), text.Close(), posts.Close())
}

func copyFile(w io.Writer, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// copyText writes posts as fastText reads them.
func copyText(w io.Writer, name string, labelled bool) error {
	samples, err := corpus.ReadFile(name)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	for i := range samples {
		fastTextLine(out, &samples[i], labelled)
	}
	return out.Flush()
}

// measure runs a command three times, and returns and prints the processor
// time of the fastest.
func (b bed) measure(name string, c *exec.Cmd) (best time.Duration, err error) {
	var lines int
	for range 3 {
		again := exec.Command(c.Path, c.Args[1:]...)
		answers, err := again.Output()
		var exit *exec.ExitError
		if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) { // 1: there is spam
			return 0, fmt.Errorf("%s: %w", name, err)
		}
		lines = strings.Count(string(answers), "\n")
		if took := again.ProcessState.UserTime(); best == 0 || took < best {
			best = took
		}
	}
	fmt.Printf("%-32s %d posts, %.2f s of user time, %.0f posts a second\n", name, lines, best.Seconds(), float64(lines)/best.Seconds())
	return best, nil
}
