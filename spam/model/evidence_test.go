package model

import (
	"math"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

func find(kind signal.Kind, s signal.Strength, times int) []signal.Finding {
	var out []signal.Finding
	for range times {
		out = append(out, signal.Finding{Signal: "test/" + kind.String(), Kind: kind, Strength: s})
	}
	return out
}

func join(parts ...[]signal.Finding) []signal.Finding {
	var out []signal.Finding
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// What kinds of evidence must do together, whatever they are.
func TestKinds(t *testing.T) {
	const pass, hold, reject = 0, 1, 2
	tests := []struct {
		name  string
		found []signal.Finding
		want  int
	}{
		{"nothing", nil, pass},
		{"one weak", find(signal.Words, signal.Weak, 1), pass},
		{"weak of one kind, often", find(signal.Words, signal.Weak, 200), pass},
		{"weak of three kinds, often", join(find(signal.Words, signal.Weak, 9), find(signal.Address, signal.Weak, 9), find(signal.Disguise, signal.Weak, 9)), pass},
		{"one strong", find(signal.Placement, signal.Strong, 1), hold},
		{"strong of one kind, often", find(signal.Placement, signal.Strong, 200), hold},
		{"strong of two kinds", join(find(signal.Placement, signal.Strong, 1), find(signal.Address, signal.Strong, 1)), reject},
		{"strong and fair of two kinds", join(find(signal.Placement, signal.Strong, 1), find(signal.Address, signal.Fair, 1)), hold},
		{"what words and a contact say is said once", join(find(signal.Words, signal.Strong, 1), find(signal.Contact, signal.Strong, 1)), hold},
		{"a little of words and of a contact", join(find(signal.Words, signal.Fair, 1), find(signal.Contact, signal.Fair, 1)), pass},
		{"sure", find(signal.List, signal.Sure, 1), reject},
		{"strong, and strong for ham", join(find(signal.Words, signal.Strong, 1), find(signal.Contact, signal.StrongHam, 1)), pass},
		{"softened words do not soften a place", join(find(signal.Placement, signal.Strong, 1), find(signal.Words, signal.StrongHam, 3)), hold},
		{"softened words", join(find(signal.Words, signal.Strong, 1), []signal.Finding{{Signal: "context/test", Kind: signal.Words, Strength: signal.FairHam}}), pass},
		{"sure ham", join(find(signal.List, signal.SureHam, 1), find(signal.Words, signal.Strong, 5), find(signal.Address, signal.Strong, 5)), pass},
	}
	m := Builtin()
	for _, tt := range tests {
		s := m.Score(&document.Document{Post: &document.Post{}}, tt.found)
		got := pass
		switch {
		case s.Probability >= m.Reject:
			got = reject
		case s.Probability >= m.Hold:
			got = hold
		}
		if got != tt.want {
			t.Errorf("%s: p = %.3f, want action %d", tt.name, s.Probability, tt.want)
		}
		sum := s.Prior
		for _, p := range s.Parts {
			sum += p.Weight
		}
		if math.Abs(sum-s.LogOdds) > 1e-9 {
			t.Errorf("%s: parts add up to %v, not %v", tt.name, sum, s.LogOdds)
		}
	}
}

func TestBeside(t *testing.T) {
	at := func(start, end int) document.Span { return document.Span{Field: document.Body, Start: start, End: end} }
	best := at(1000, 1200)
	tests := []struct {
		name  string
		found signal.Finding
		want  float64
	}{
		{"within", signal.Finding{Kind: signal.Words, Span: at(1100, 1110)}, 5},
		{"close by", signal.Finding{Kind: signal.Words, Span: at(1200+reach-1, 1400)}, 5},
		{"far before", signal.Finding{Kind: signal.Words, Span: at(0, 1000-reach)}, 0},
		{"far behind", signal.Finding{Kind: signal.Words, Span: at(1200+reach, 2000)}, 0},
		{"of the whole field", signal.Finding{Kind: signal.Words}, 5},
		{"of another field", signal.Finding{Kind: signal.Words, Span: document.Span{Field: document.Title, End: 10}}, 5},
		{"of another kind", signal.Finding{Kind: signal.Address, Span: at(1100, 1110)}, 0},
	}
	for _, tt := range tests {
		if got := beside([]Part{{tt.found, -2}}, best, 5); got != tt.want {
			t.Errorf("%s: %.1f, want %.1f", tt.name, got, tt.want)
		}
	}
}
