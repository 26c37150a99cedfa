package corpus

import (
	"slices"

	"github.com/boardspam/boardspam/spam/document"
)

// spansOf compares the spans of verdicts with those that people marked.
func spansOf(outcomes []Outcome) SpanFigures {
	var f SpanFigures
	var ham, marked, found, gold, both, hits float64
	for _, o := range outcomes {
		if o.Label == Ham {
			ham++
			if len(o.Verdict.Spans) > 0 {
				marked++
			}
			continue
		}
		if len(o.Sample.Spans) == 0 {
			continue
		}
		want, got := goldOf(&o), marksOf(&o)
		f.Gold += len(want)
		for _, w := range want {
			if slices.ContainsFunc(got, func(g document.Span) bool { return overUnion(g, w) >= 0.5 }) {
				hits++
			}
		}
		want, got = union(want), union(got)
		gold, found = gold+length(want), found+length(got)
		for _, w := range want {
			for _, g := range got {
				both += float64(overlap(w, g))
			}
		}
	}
	f.HamWithSpan = marked / max(ham, 1)
	f.Hit = hits / max(float64(f.Gold), 1)
	f.Precision, f.Recall = both/max(found, 1), both/max(gold, 1)
	if both > 0 {
		f.F1 = 2 * f.Precision * f.Recall / (f.Precision + f.Recall)
	}
	return f
}

func goldOf(o *Outcome) []document.Span {
	out := make([]document.Span, len(o.Sample.Spans))
	for i, g := range o.Sample.Spans {
		out[i] = g.Span
	}
	return out
}

func marksOf(o *Outcome) []document.Span {
	out := make([]document.Span, len(o.Verdict.Spans))
	for i, m := range o.Verdict.Spans {
		out[i] = m.Span
	}
	return out
}

// union returns spans that cover the same bytes, each once.
func union(spans []document.Span) []document.Span {
	slices.SortFunc(spans, document.Span.Compare)
	var out []document.Span
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1].Field == s.Field && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

func length(spans []document.Span) (n float64) {
	for _, s := range spans {
		n += float64(s.Len())
	}
	return n
}

// overlap returns the number of bytes in both spans.
func overlap(a, b document.Span) int {
	if !a.Overlaps(b) {
		return 0
	}
	return min(a.End, b.End) - max(a.Start, b.Start)
}

// overUnion returns the bytes in both spans as a share of those in either.
func overUnion(a, b document.Span) float64 {
	both := overlap(a, b)
	if both == 0 {
		return 0
	}
	return float64(both) / float64(a.Len()+b.Len()-both)
}
