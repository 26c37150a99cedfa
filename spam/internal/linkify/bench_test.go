package linkify

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared returns a file that stands beside the project, or skips the test.
func shared(tb testing.TB, name string) string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		path := filepath.Join(dir, "shared", name)
		if _, err := os.Stat(path); err == nil {
			return path
		}
		if dir == filepath.Dir(dir) {
			tb.Skipf("no ../shared/%s here", name)
		}
	}
}

// posts returns the texts of up to limit posts of a set.
func posts(tb testing.TB, set string, limit int) (texts []string) {
	tb.Helper()
	f, err := os.Open(shared(tb, "data/dev/"+set+".jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for len(texts) < limit && lines.Scan() {
		var post struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &post); err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, post.Text)
	}
	return texts
}

func BenchmarkFind(b *testing.B) {
	for _, set := range []string{"ko_news_ham", "ko_news_comments_ham", "id_judol_muzazr", "stackexchange", "ko_sms_spam_lgai"} {
		b.Run(set, func(b *testing.B) { findAll(b, posts(b, set, 2000)) })
	}
	b.Run("nothing", func(b *testing.B) {
		findAll(b, []string{strings.Repeat("모두가 아는 말이다. 그래서 ", 300)})
	})
}

func findAll(b *testing.B, texts []string) {
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			Find(t)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(texts)), "ns/post")
}
