package model

import (
	"math"
	"slices"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// An evidence holds what findings are worth, in log-odds, by signal. A signal
// that is not in it is worth what its finding's strength says.
type evidence map[string]float64

// Worth of a finding by its strength, as long as nothing has been learnt of
// its signal.
const (
	weak   = 0.7
	fair   = 2.0
	strong = 4.5
	sure   = 9.0
)

var byStrength = [...]float64{
	0: -sure, signal.StrongHam - signal.SureHam: -strong,
	signal.FairHam - signal.SureHam: -fair, signal.WeakHam - signal.SureHam: -weak,
	signal.Silent - signal.SureHam: 0, signal.Weak - signal.SureHam: weak, signal.Fair - signal.SureHam: fair,
	signal.Strong - signal.SureHam: strong, signal.Sure - signal.SureHam: sure,
}

// perKind caps what the findings of one kind add up to, unless one of them is
// sure. It lies above what it takes to hold a post and below what it takes
// to reject one: that needs a second kind.
const perKind = strong

// again is how much all further findings of a kind add, as a share of the
// strongest: the same thing said ten times is not ten reasons.
const again = 0.5

// weigh makes a part of each finding, in the room of parts. Within a kind, what
// speaks for spam and what speaks for ham are capped apart from each other.
// What softens words takes away no more than the words have given, and so much
// of the text's share for spam, which is of words too, as it stands beside. A contact is evidence by the
// words beside it: both together add little to the stronger, but what the text
// agrees to.
func (e evidence) weigh(parts []Part, found []signal.Finding, text float64, best document.Span) []Part {
	if len(found) == 0 {
		return parts
	}
	parts = slices.Grow(parts, len(found))[:len(found)]
	var sum, top [2][signal.Kinds]float64
	for i := range found {
		f, p := &found[i], &parts[i]
		w := e.worth(f)
		p.Finding, p.Weight = *f, w
		side := sideOf(w)
		sum[side][f.Kind] += math.Abs(w)
		top[side][f.Kind] = max(top[side][f.Kind], math.Abs(w))
	}
	softened := beside(parts, best, text)
	for i := range parts {
		side, k := sideOf(parts[i].Weight), parts[i].Finding.Kind
		limit := limitOf(top[side][k])
		if side == ham && k == signal.Words && top[side][k] < sure {
			limit = min(limit, min(limitOf(top[spam][k]), sum[spam][k])+softened)
		}
		if sum[side][k] > limit {
			parts[i].Weight *= limit / sum[side][k]
		}
	}
	temperWords(parts, max(top[spam][signal.Words], top[spam][signal.Contact]), text)
	return parts
}

// reach is how many bytes around the part of a text that is most like spam what
// softens words stands beside it.
const reach = 120

// beside returns the share of a text for spam, if something that softens words
// stands beside the part that is most like spam, or 0. An empty span is the whole.
func beside(parts []Part, best document.Span, text float64) float64 {
	for i := range parts {
		f, at := &parts[i].Finding, parts[i].Finding.Span
		if parts[i].Weight >= 0 || f.Kind != signal.Words {
			continue
		}
		if best.Len() == 0 || at.Len() == 0 || at.Field != best.Field || at.Start < best.End+reach && best.Start < at.End+reach {
			return max(text, 0)
		}
	}
	return 0
}

// temperWords lowers what speaks for spam among words and contacts, which are
// one thing said twice. top is the weight of the strongest.
func temperWords(parts []Part, top, text float64) {
	if top >= sure {
		return
	}
	said := 0.0
	for i := range parts {
		if parts[i].isSaid() {
			said += parts[i].Weight
		}
	}
	limit := min(top+weak, perKind) + max(text, 0)
	if said <= limit {
		return
	}
	for i := range parts {
		if parts[i].isSaid() {
			parts[i].Weight *= limit / said
		}
	}
}

// isSaid reports whether a part speaks for spam by its words, or by a contact
// beside them.
func (p *Part) isSaid() bool {
	return p.Weight > 0 && (p.Finding.Kind == signal.Words || p.Finding.Kind == signal.Contact)
}

// worth returns what a finding is worth before any cap.
func (e evidence) worth(f *signal.Finding) float64 {
	if f.Strength >= signal.Sure || f.Strength <= signal.SureHam {
		return byStrength[min(max(f.Strength, signal.SureHam), signal.Sure)-signal.SureHam]
	}
	if w, ok := e[f.Signal]; ok {
		return w
	}
	return byStrength[f.Strength-signal.SureHam]
}

// limitOf returns the most that findings of one kind and side add up to, by
// the weight of the strongest.
func limitOf(top float64) float64 {
	if top >= sure {
		return top * (1 + again)
	}
	return min(top*(1+again), perKind)
}

// The sides that evidence speaks for.
const (
	ham = iota
	spam
)

func sideOf(w float64) int {
	if w < 0 {
		return ham
	}
	return spam
}
