package synth

import (
	"iter"

	"github.com/boardspam/boardspam/corpus"
)

// mixture says in which shares, of a hundred, a general model learns from the
// makers. Honest text messages, links and contacts come once more: among the many kinds
// of ham they would be few, and they are what spam is taken for first.
var mixture = []struct {
	makers string
	share  int
}{
	{"splice", 9}, {"place", 7}, {"letters", 7}, {"address", 6}, {"contact", 3},
	{"content", 7}, {"message", 12}, {"trap", 20}, {"ham", 18}, {"ham/ko/sms", 5}, {"ham/link", 2},
	{"ham/article-link", 2}, {"ham/contact", 2},
}

// Mix returns o.Count posts in the shares that suit a general model, one share
// after the other. Makers is ignored.
func Mix(o Options) (iter.Seq[corpus.Sample], error) {
	var parts []iter.Seq[corpus.Sample]
	before, done := 0, 0
	for i, m := range mixture {
		before += m.share
		part := o
		part.Makers, part.Seed = []string{m.makers}, o.Seed+uint64(i)
		part.Count = o.Count*before/100 - done
		done += part.Count
		posts, err := Posts(part)
		if err != nil {
			return nil, err
		}
		parts = append(parts, posts)
	}
	return func(yield func(corpus.Sample) bool) {
		for _, posts := range parts {
			for p := range posts {
				if !yield(p) {
					return
				}
			}
		}
	}, nil
}
