// Package shared finds what tests and benchmarks measure with and what is no
// part of the repository: the folder "shared" beside it.
package shared

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// File returns the path of a file of the folder. It skips the test if it is
// not there.
func File(tb testing.TB, name string) string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		dir = filepath.Dir(dir)
		path := filepath.Join(dir, "shared", filepath.FromSlash(name))
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	tb.Skipf("../shared/%s is not here", name)
	return ""
}

// Texts returns the texts of a development set, and their bytes.
func Texts(tb testing.TB, set string) (texts []string, size int64) {
	tb.Helper()
	f, err := os.Open(File(tb, "data/dev/"+set+".jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var post struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &post); err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, post.Text)
		size += int64(len(post.Text))
	}
	if err := lines.Err(); err != nil {
		tb.Fatal(err)
	}
	return texts, size
}
