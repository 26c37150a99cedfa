package synth_test

import (
	"fmt"

	"github.com/boardspam/boardspam/corpus/synth"
)

func ExamplePosts() {
	posts, err := synth.Posts(synth.Options{Seed: 1, Count: 40, Makers: []string{"splice/mixed"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	spans := map[string]int{}
	for p := range posts {
		for _, s := range p.Spans {
			if s.In(&p.Post) != "" {
				spans[s.Kind]++
			}
		}
	}
	fmt.Println(spans["url"] > 40, spans["anchor"] > spans["url"])
	// Output: true true
}
