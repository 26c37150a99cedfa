package spam_test

import (
	"os"
	"testing"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
)

// benchmarkSets are the shapes of work that speed is measured on.
var benchmarkSets = []string{"ko_news_ham", "ko_news_comments_ham", "id_judol_muzazr", "stackexchange", "nsmc_ham"}

func BenchmarkCheck(b *testing.B) {
	for _, set := range benchmarkSets {
		b.Run(set, func(b *testing.B) {
			posts, bytes := readPosts(b, set)
			b.SetBytes(int64(bytes / len(posts)))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				spam.Check(posts[i%len(posts)])
			}
		})
	}
}

// readPosts returns the posts of a set and the length of their bodies, added up.
func readPosts(b *testing.B, set string) (posts []spam.Post, bytes int) {
	f, err := os.Open("../../shared/data/dev/" + set + ".jsonl")
	if err != nil {
		b.Skip("the measuring data is not here: ", err)
	}
	defer f.Close()
	for s, err := range corpus.ReadJSONL(f, set) {
		if err != nil {
			b.Fatal(err)
		}
		posts = append(posts, s.Post)
		bytes += len(s.Body)
	}
	return posts, bytes
}
