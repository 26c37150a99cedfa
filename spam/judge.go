package spam

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/model"
	"github.com/boardspam/boardspam/spam/signal"
)

// verdict turns the score of the post on a desk into an answer.
func (d *Detector) verdict(k *desk, score model.Score) Verdict {
	v := Verdict{
		Action:    d.action(&k.post, score),
		Score:     score.Probability,
		Known:     score.Known,
		Version:   d.version,
		Truncated: k.doc.Truncated || k.sink.Truncated,
	}
	if len(score.Parts) > 0 {
		v.Reasons = make([]Reason, len(score.Parts))
	}
	for i := range score.Parts {
		f := &score.Parts[i].Finding
		v.Reasons[i] = Reason{f.Signal, f.Kind, f.Note, score.Parts[i].Weight, f.Span}
	}
	slices.SortStableFunc(v.Reasons, func(a, b Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	if v.Action != Pass {
		v.Spans = d.spans(k, &score)
		v.Public = public(&k.post, v.Action)
	}
	return v
}

// manyWords is the length of a text, in bytes, from which a little of everything
// stands in it by chance.
const manyWords = 1500

// isStrong reports whether a part of a score tells much by itself, or is what
// the model has learnt for good.
func isStrong(p model.Part) bool {
	return p.Finding.Strength >= signal.Strong || p.Finding.Kind == signal.Learnt && p.Weight > learntMost
}

// learntMost is the most that a text says by itself to a model that will judge
// posts unlike those it has learnt from, in log-odds.
const learntMost = 6

func (d *Detector) action(p *Post, s model.Score) Action {
	switch {
	case slices.ContainsFunc(s.Parts, func(p model.Part) bool { return p.Finding.Strength == signal.Allow }):
		return Pass
	case s.Probability >= d.reject && (len(p.Body) < manyWords || slices.ContainsFunc(s.Parts, isStrong)):
		return Reject
	case s.Probability >= d.hold:
		return Hold
	}
	return Pass
}

// spans returns what of a spam post is spam: what signals have found, and what
// belongs to it.
func (d *Detector) spans(k *desk, score *model.Score) []Mark {
	p := &k.post
	all := withAttributes(p, d.withLabels(&k.doc, marks(p, score.Parts)))
	all = d.withLists(p, &k.sink, withRepeated(p, all))
	return d.withRest(k, score, all)
}

// marks returns the payloads among the parts, in order and without overlap.
// Where two overlap, the one that says more exactly what it is stays whole. Of
// a phrase that is all of its field, what is left stays as well.
func marks(p *Post, parts []model.Part) []Mark {
	var room [8]Mark
	all := room[:0]
	for i := range parts {
		part := &parts[i]
		f := &part.Finding
		if f.Payload != signal.None && part.Weight > 0 && f.Span.Len() > 0 {
			all = append(all, Mark{f.Span, f.Payload, f.Span.In(p)})
		}
	}
	slices.SortFunc(all, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Payload, b.Payload), a.Span.Compare(b.Span), cmp.Compare(b.Span.End, a.Span.End))
	})
	if len(all) == 0 {
		return nil
	}
	kept := make([]Mark, 0, len(all)+2) // with room for what is said around one
	for _, m := range all {
		switch {
		case !slices.ContainsFunc(kept, func(k Mark) bool { return k.Span.Overlaps(m.Span) }):
			kept = append(kept, m)
		case m.Payload == signal.Phrase && m.Span.Len() == len(p.Text(m.Span.Field)):
			kept = appendLeft(p, kept, m.Span.Field)
		}
	}
	slices.SortFunc(kept, func(a, b Mark) int { return a.Span.Compare(b.Span) })
	return kept
}

// labelNeeded is how strongly the label of a link that is marked must speak for
// spam, in log-odds without the prior, to be more than a word of the text that
// the link was put on.
const labelNeeded = 0.2

// maxLabels is how many links of a post are looked at for their labels.
const maxLabels = 256

// withLabels returns the marks together with the labels of the links that are
// marked, unless a label is what the text says anyway.
func (d *Detector) withLabels(doc *document.Document, marks []Mark) []Mark {
	if len(doc.Links) == 0 {
		return marks
	}
	links := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return m.Payload != signal.Link })
	for i := range doc.Links[:min(len(doc.Links), maxLabels)] {
		a := &doc.Links[i]
		within := func(m Mark) bool {
			return m.Span.Field == a.Label.Field && a.Label.Start <= m.Span.Start && m.Span.End <= a.Label.End
		}
		if a.Label.Len() == 0 || a.Label.Len() > maxPassage || !slices.ContainsFunc(links, func(m Mark) bool { return m.Span.Overlaps(a.Span) }) ||
			slices.ContainsFunc(marks, func(m Mark) bool { return m.Span.Overlaps(a.Label) && !within(m) }) {
			continue
		}
		label := a.Label.In(doc.Post)
		if s := d.read(doc.Post, label); a.Hidden || s.LogOdds-s.Prior > labelNeeded {
			marks = append(slices.DeleteFunc(marks, within), Mark{a.Label, signal.Anchor, label})
		}
	}
	slices.SortFunc(marks, func(a, b Mark) int { return a.Span.Compare(b.Span) })
	return marks
}

// appendLeft marks what no mark covers of a field, line by line.
func appendLeft(p *Post, marks []Mark, f document.Field) []Mark {
	own := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return m.Span.Field != f })
	slices.SortFunc(own, func(a, b Mark) int { return a.Span.Compare(b.Span) })
	text := p.Text(f)
	var left passage
	at := 0
	lines := func(to int) {
		for line := range strings.Lines(text[min(at, to):to]) {
			left.bare = append(left.bare, stretch{at, at + len(line)})
			at += len(line)
		}
	}
	for _, m := range own {
		lines(m.Span.Start)
		at = max(at, m.Span.End)
	}
	lines(len(text))
	return left.mark(marks, f, text, p.Format == document.HTML)
}
