package linkify

import (
	"strings"
	"testing"

	"github.com/boardspam/boardspam/.ci/shared"
)

// posts returns the texts of up to limit posts of a set.
func posts(tb testing.TB, set string, limit int) []string {
	tb.Helper()
	texts, _ := shared.Texts(tb, set)
	return texts[:min(limit, len(texts))]
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
