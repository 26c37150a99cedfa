package corpus

import (
	"fmt"
	"math"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
)

func titled(title, body string, l Label) Sample {
	return Sample{Post: document.Post{Title: title, Body: body}, Label: l}
}

func TestThreads(t *testing.T) {
	var samples []Sample
	for i := range threadPosts {
		samples = append(samples,
			titled("thread", words[2*i]+" "+words[2*i+1], Ham),
			titled("copies", "the very same advertisement of the very same seller", Spam))
	}
	samples = append(samples, titled("few", "somebody asks", Ham), titled("", "no title", Ham))
	got := threads(samples, cluster(samples))
	if len(got) != 1 || !got["thread"] {
		t.Errorf("threads %v, want the one title that stands over different posts", got)
	}
}

// What a post says decides, not the thread it is said in.
func TestTrainLearnsNothingOfThreads(t *testing.T) {
	var samples []Sample
	for i := range words {
		a, b := words[i], words[(i*7+3)%len(words)]
		samples = append(samples,
			titled("the harbour festival of last autumn", fmt.Sprintf("%s bonus %s jackpot", a, b), Spam),
			titled("our recipes for radish and cucumber", fmt.Sprintf("%s thanks %s neighbour", a, b), Ham))
	}
	m, err := Train(samples, TrainConfig{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	score := func(title, body string) float64 {
		return m.Score(document.Read(&document.Post{Title: title, Body: body}), nil).LogOdds
	}
	spam, ham := "cedar bonus maple jackpot", "cedar thanks maple neighbour"
	if a, b := score("our recipes for radish and cucumber", spam), score("the harbour festival of last autumn", ham); a <= b {
		t.Errorf("spam among ham %.2f, ham among spam %.2f", a, b)
	}
	for _, body := range []string{spam, ham} {
		if a, b := score("the harbour festival of last autumn", body), score("our recipes for radish and cucumber", body); math.Abs(a-b) > 1 {
			t.Errorf("%q: %.2f in one thread, %.2f in the other", body, a, b)
		}
	}
}

var words = []string{
	"cedar", "maple", "willow", "birch", "poplar", "hazel", "juniper", "rowan", "alder", "elm", "larch", "spruce", "chestnut",
	"sycamore", "hawthorn", "magnolia", "acacia", "cypress", "walnut", "almond", "olive", "ginkgo", "laurel", "myrtle", "linden",
	"beech", "aspen", "plane", "yew", "ebony",
}
