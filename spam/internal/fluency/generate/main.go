// Generate learns a fluency model from posts and writes it to a file, packed by
// gzip: zcat shows its head.
//
//	go run ./spam/internal/fluency/generate OUT POSTS.jsonl…
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/boardspam/boardspam/spam/internal/fluency"
)

// least is how often a trigram must occur to be kept.
const least = 3

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: generate OUT POSTS.jsonl…")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(out string, files []string) error {
	var counter fluency.Counter
	about := []string{"# Character trigrams of ham. Generated: go generate ./spam/internal/fluency"}
	for _, file := range files {
		n, err := count(&counter, file)
		if err != nil {
			return err
		}
		about = append(about, fmt.Sprintf("# learnt from %d posts of %s", n, filepath.Base(file)))
	}
	about = append(about,
		"# ko_news_comments_ham: kocohub, CC BY-SA 4.0; nsmc_ham: e9t/nsmc, CC0. Statistics only, no text.",
		"# 2026-11-22")
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	packed, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := counter.Model(least).Write(packed, strings.Join(about, "\n")); err != nil {
		return err
	}
	if err := packed.Close(); err != nil {
		return err
	}
	return f.Close()
}

// count adds the ham of a file and returns how many posts that were.
func count(counter *fluency.Counter, file string) (n int, err error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var post struct{ Label, Text string }
		if err := json.Unmarshal(lines.Bytes(), &post); err != nil {
			return n, fmt.Errorf("%s:%d: %w", file, n+1, err)
		}
		if post.Label == "ham" {
			counter.Add(post.Text)
			n++
		}
	}
	return n, lines.Err()
}
