package model

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
)

func TestHeaviest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 7))
	for range 1000 {
		weights := make([]float32, 1+random.IntN(9))
		for i := range weights {
			weights[i] = float32(random.IntN(21) - 12)
		}
		most := float32(0)
		for from := range weights {
			sum := float32(0)
			for _, w := range weights[from:] {
				sum += w
				most = max(most, sum)
			}
		}
		var h heaviest
		for i, v := range weights {
			alone := window{sum: sum{part: v, size: 1}, count: counts{runes: 1}}
			h.weigh(i, &alone, &alone.sum, &counts{runes: 1})
		}
		n := h.best.to - h.best.from
		if h.best.sum.part != most || int(h.best.sum.size) != n || most > 0 && int(h.best.count.runes) != 2*n-1 {
			t.Fatalf("%v: heaviest %+v, want %v", weights, h.best, most)
		}
		if is := h.isWindow(len(weights)); is != (n > 1 && n < len(weights)) {
			t.Fatalf("%v: %d to %d is a window: %v", weights, h.best.from, h.best.to, is)
		}
	}
}

// A lesson is scored as its document is, but for how many new tokens a document
// has that are not known, which is an estimate; and spam of some lines is found
// wherever it stands among others.
func TestScoreAmongOthers(t *testing.T) {
	m, posts := small(1)
	var ham, spam []string
	for i := range posts {
		if body := posts[i].Body; strings.Contains(body, "bonus") {
			spam = append(spam, body)
		} else {
			ham = append(ham, body)
		}
	}
	scoreOf := func(d *document.Document) float64 {
		var r reading
		m.text.score(d, &r)
		return r.score
	}
	alone := scoreOf(document.Read(&document.Post{Body: strings.Join(spam[:3], "\n")}))
	for before := range 6 {
		lines := append(append(append([]string{}, ham[:before]...), spam[:3]...), ham[before:6]...)
		d := document.Read(&document.Post{Body: strings.Join(lines, "\n")})
		maker := newLessonMaker()
		maker.read(d)
		e := maker.lesson()
		got, want := m.text.examine(&e, maker.hashes).score, scoreOf(d)
		if math.Abs(got-want) > 0.1 {
			t.Errorf("%d lines before: the lesson scores %.4f, the document %.4f", before, got, want)
		}
		if want < alone/2 {
			t.Errorf("%d lines before: %.2f, alone %.2f", before, want, alone)
		}
	}
}
