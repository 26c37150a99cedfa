package model

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
)

// onTop returns a model learnt on top of that of small from posts whose spam
// has words of the base's ham and whose ham is of another kind.
func onTop(base *Model) *Model {
	l := Learner{Seed: 3, Base: base}
	for i := range 150 {
		ham := document.Post{Body: fmt.Sprintf("haha ok %d, see you later then, was it %d lol", i%7, i)}
		spam := document.Post{Body: fmt.Sprintf("the loan office at the harbour opens from %d, apply past nine at desk %d", i%60, i)}
		l.Add(document.Read(&ham), nil, Label{Held: i%4 == 0, Weight: 1})
		l.Add(document.Read(&spam), nil, Label{Spam: true, Held: i%4 == 0, Weight: 1})
	}
	return l.Learn()
}

// What is learnt on top of a base tells its own spam, and does not hold the
// base's ham for words that the two share.
func TestStrangers(t *testing.T) {
	base, posts := small(1)
	m := onTop(base)
	own := document.Post{Body: "the loan office at the harbour opens from 7, apply past nine at desk 999"}
	if s := m.Score(document.Read(&own), nil); s.Probability < m.Hold {
		t.Errorf("%q: p = %.3f, and is held from %.3f", own.Body, s.Probability, m.Hold)
	}
	for i := 0; i < len(posts); i += 2 {
		d := document.Read(&posts[i])
		s := m.Score(d, nil)
		if s.Probability >= m.Hold {
			t.Errorf("%q: p = %.3f, and is held from %.3f", posts[i].Body, s.Probability, m.Hold)
		}
		sum := s.Prior
		for _, p := range s.Parts {
			sum += p.Weight
		}
		if sum != s.LogOdds {
			t.Errorf("%q: parts add up to %v, not to %v", posts[i].Body, sum, s.LogOdds)
		}
	}
	strict := *m
	strict.kinship.long = 1 // nothing is kin
	d := document.Read(&own)
	if was, s := m.Score(d, nil), strict.Score(d, nil); s.Probability >= m.Hold || s.LogOdds >= was.LogOdds {
		t.Errorf("strange: p = %.3f, log-odds %.2f; kin: %.3f, %.2f", s.Probability, s.LogOdds, was.Probability, was.LogOdds)
	}
}

// As long as it has been shown little ham, a model on top rejects nothing that
// its base would not hold.
func TestWary(t *testing.T) {
	base, _ := small(1)
	m := onTop(base)
	own := document.Post{Body: "the loan office at the harbour opens from 7, apply past nine at desk 999"}
	m.Hold, m.Reject = 0.5, 0.6
	for _, tt := range []struct {
		shown  float64
		reject bool
	}{{shownMost - 1, false}, {shownMost, true}} {
		m.kinship.shown = tt.shown
		if p := m.Score(document.Read(&own), nil).Probability; p < m.Hold || p >= m.Reject != tt.reject {
			t.Errorf("ham held out %v: p = %.3f", tt.shown, p)
		}
	}
}

// A file holds the base once, whatever was learnt on top of it, and a base has
// none itself.
func TestFileOnTop(t *testing.T) {
	base, posts := small(1)
	first := onTop(base)
	for _, m := range []*Model{first, onTop(first)} {
		if m.base != base {
			t.Error("it is not tempered by what knows most kinds of posts")
		}
		_, again := reread(t, m)
		for _, p := range posts[:10] {
			d := document.Read(&p)
			if a, b := m.Score(d, nil), again.Score(d, nil); a.Probability != b.Probability || a.LogOdds != b.LogOdds {
				t.Errorf("%q: %v, read again %v", p.Body, a, b)
			}
		}
	}
	deep := *base
	deep.base = first
	if _, err := Read(bytes.NewReader(fileOf(t, &deep))); err == nil {
		t.Error("a base that has a base is read")
	}
}
