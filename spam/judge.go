package spam

import (
	"cmp"
	"slices"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/model"
	"github.com/boardspam/boardspam/spam/signal"
)

// verdict turns a score into an answer.
func (d *Detector) verdict(doc *document.Document, sink *signal.Sink, score model.Score) Verdict {
	v := Verdict{
		Action:    d.action(score),
		Score:     score.Probability,
		Known:     score.Known,
		Version:   d.version,
		Truncated: doc.Truncated || sink.Truncated,
	}
	if len(score.Parts) > 0 {
		v.Reasons = make([]Reason, 0, len(score.Parts))
	}
	for _, part := range score.Parts {
		f := part.Finding
		v.Reasons = append(v.Reasons, Reason{f.Signal, f.Kind, f.Note, part.Weight, f.Span})
	}
	slices.SortStableFunc(v.Reasons, func(a, b Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	if v.Action != Pass {
		v.Spans = d.withRest(doc.Post, withLists(doc.Post, sink, marks(doc.Post, score.Parts)))
		v.Public = public(doc.Post, v.Action)
	}
	return v
}

func (d *Detector) action(s model.Score) Action {
	switch {
	case slices.ContainsFunc(s.Parts, func(p model.Part) bool { return p.Finding.Strength == signal.Allow }):
		return Pass
	case s.Probability >= d.reject:
		return Reject
	case s.Probability >= d.hold:
		return Hold
	}
	return Pass
}

// marks returns the payloads among the parts, in order and without overlap.
// Where two overlap, the one that says more exactly what it is stays whole.
func marks(p *Post, parts []model.Part) []Mark {
	var all []Mark
	for _, part := range parts {
		f := part.Finding
		if f.Payload != signal.None && part.Weight > 0 && f.Span.Len() > 0 {
			all = append(all, Mark{f.Span, f.Payload, f.Span.In(p)})
		}
	}
	slices.SortFunc(all, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Payload, b.Payload), a.Span.Compare(b.Span), cmp.Compare(b.Span.End, a.Span.End))
	})
	var kept []Mark
	for _, m := range all {
		if !slices.ContainsFunc(kept, func(k Mark) bool { return k.Span.Overlaps(m.Span) }) {
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, func(a, b Mark) int { return a.Span.Compare(b.Span) })
	return kept
}
