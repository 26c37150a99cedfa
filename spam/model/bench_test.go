package model

import (
	"testing"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/spam/document"
)

// BenchmarkText scores the text of documents that have been read already.
func BenchmarkText(b *testing.B) {
	for _, set := range []string{"ko_news_ham", "ko_news_comments_ham", "id_judol_muzazr"} {
		b.Run(set, func(b *testing.B) {
			docs, size := documents(b, set)
			m, r := Builtin(), reading{}
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range docs {
					m.text.score(d, &r)
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

// documents reads a development set, or its first thousand posts.
func documents(b *testing.B, set string) (docs []*document.Document, size int64) {
	texts, _ := shared.Texts(b, set)
	for _, text := range texts[:min(1000, len(texts))] {
		docs = append(docs, document.Read(&document.Post{Body: text}))
		size += int64(len(text))
	}
	return docs, size
}
