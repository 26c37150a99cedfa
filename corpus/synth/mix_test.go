package synth

import (
	"testing"

	"github.com/boardspam/boardspam/corpus"
)

func TestMix(t *testing.T) {
	const count = 2000
	posts, err := Mix(Options{Seed: 3, Count: count})
	if err != nil {
		t.Fatal(err)
	}
	labels := map[corpus.Label]int{}
	ids := map[string]bool{}
	for p := range posts {
		labels[p.Label]++
		if ids[p.ID] {
			t.Errorf("%s comes twice", p.ID)
		}
		ids[p.ID] = true
	}
	if labels[corpus.Ham]+labels[corpus.Spam] != count {
		t.Errorf("%d ham and %d spam of %d posts", labels[corpus.Ham], labels[corpus.Spam], count)
	}
	if labels[corpus.Ham] < count*2/5 || labels[corpus.Spam] < count*2/5 {
		t.Errorf("one-sided: %v", labels)
	}
	total := 0
	for _, m := range mixture {
		total += m.share
	}
	if total != 100 {
		t.Errorf("the shares add up to %d", total)
	}
}
