package model

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
)

// BenchmarkText scores the text of documents that have been read already.
func BenchmarkText(b *testing.B) {
	for _, set := range []string{"ko_news_ham", "nsmc_ham", "sms_spam_collection"} {
		b.Run(set, func(b *testing.B) {
			docs, size := documents(b, set)
			m := Builtin()
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range docs {
					m.text.score(d)
				}
			}
			b.ReportMetric(float64(len(docs)*b.N)/b.Elapsed().Seconds(), "posts/s")
		})
	}
}

// BenchmarkRead reads the file of the built-in model.
func BenchmarkRead(b *testing.B) {
	b.SetBytes(int64(len(builtinFile)))
	for b.Loop() {
		if _, err := parse([]byte(builtinFile)); err != nil {
			b.Fatal(err)
		}
	}
}

// documents reads a development set.
func documents(b *testing.B, set string) (docs []*document.Document, size int64) {
	dir, err := os.Getwd()
	if err != nil {
		b.Fatal(err)
	}
	var f *os.File
	for f == nil {
		if dir == filepath.Dir(dir) {
			b.Skipf("no ../shared/data/dev/%s.jsonl", set)
		}
		dir = filepath.Dir(dir)
		f, _ = os.Open(filepath.Join(dir, "shared", "data", "dev", set+".jsonl"))
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() && len(docs) < 1000 {
		var p struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			b.Fatal(err)
		}
		docs = append(docs, document.Read(&document.Post{Body: p.Text}))
		size += int64(len(p.Text))
	}
	return docs, size
}
