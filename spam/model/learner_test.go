package model

import (
	"math"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
)

// A few posts on top of a model teach it about them and leave the rest of what
// it knows, in both heads, as it was.
func TestLearnOnTop(t *testing.T) {
	base, posts := small(1)
	base.text.bias[part] -= 5 // so that one head is not taken for the other
	l := Learner{Seed: 2, Base: base}
	ham := document.Post{Body: "배추는 절이기 전에 반으로 갈라 두세요"}
	spam := document.Post{Body: "당일 입금 가능 급전 문의 주세요"}
	for range 3 {
		l.Add(document.Read(&ham), nil, Label{Weight: 1})
		l.Add(document.Read(&spam), nil, Label{Spam: true, Weight: 1})
	}
	m := l.Learn()
	heads := func(m *Model, p *document.Post) [heads]float64 {
		maker := newLessonMaker()
		maker.read(document.Read(p))
		w := window{count: maker.segments[0].count}
		for _, id := range maker.lesson().ids {
			s, _ := m.text.table.find(maker.hashes[id])
			w.sum.add(&sum{float32(s.whole()), float32(s.part()), 1})
		}
		all, one := m.text.window(&w)
		return [heads]float64{whole: all, part: one}
	}
	for i := range posts[:20] {
		before, after := heads(base, &posts[i]), heads(m, &posts[i])
		for head := range before {
			if moved := math.Abs(after[head] - before[head]); moved > 1 {
				t.Errorf("%q: head %d moved by %.2f to %.2f", posts[i].Body, head, moved, after[head])
			}
		}
	}
	a, b := heads(m, &ham), heads(m, &spam)
	for head := range a {
		if a[head] >= b[head] {
			t.Errorf("head %d learnt nothing: ham %.2f, spam %.2f", head, a[head], b[head])
		}
	}
}
