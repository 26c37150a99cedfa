package model

import (
	"iter"
	"math"
	"slices"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// A kinship tells texts like those that a model has learnt on top of another,
// its base, from strange ones. Of what the model holds against a strange text,
// only as much counts as the base holds against it.
type kinship struct {
	near, far float64 // share of a text's tokens that the model's own places hold: kin from near, strange below far
	long      float64 // tokens that tell in the longest texts that are kin
	shown     float64 // ham held out

	slope, offset float64 // of the base's log-odds, to make them those of such posts
}

// Which texts are kin.
const (
	nearShare = 0.15 // of the spam learnt from that is less near than what is kin
	farShare  = 0.05 // of it that is strange
	nearGap   = 0.02 // between the two, at least
	longShare = 0.95 // of the posts learnt from that are shorter
	strayed   = 2    // times as long as kin, from which a text is strange
	better    = 1.5  // times as many tokens as the base knows, from which a text is kin however few they are
	shownMost = 100  // ham held out, from which the model may reject what its base would not hold
	brink     = 0.3  // how far below rejecting one that may not grows more slowly
)

// nearness returns how near a reading is, from 0 to 1, beside the base's.
func (k *kinship) nearness(r, base *reading) float64 {
	near := (r.near - k.far) / (k.near - k.far)
	if base.known > 0 {
		near = max(near, (r.near/base.known-1)/(better-1))
	}
	return min(max(near, 0), 1)
}

// fit returns how well a reading's length fits, from 0 to 1.
func (k *kinship) fit(r *reading) float64 {
	return max(1-math.Log(max(r.tokens/k.long, 1))/math.Log(strayed), 0)
}

// measure learns what is kin to lessons. Each shows how near a text can be by
// the tokens that it shares with others.
func (k *kinship) measure(lessons []lesson, hashes []uint32, own *places) {
	posts := make([]int32, len(hashes))
	for i := range lessons {
		for id := range lessons[i].told() {
			posts[id]++
		}
	}
	var near, long []float64
	for i := range lessons {
		tokens, shared := 0, 0
		for id := range lessons[i].told() {
			tokens++
			if posts[id] > 1 && own.at(hashes[id]).of(hashes[id]) != 0 {
				shared++
			}
		}
		long = append(long, float64(tokens))
		if lessons[i].spam {
			near = append(near, float64(shared)/float64(max(tokens, 1)))
		}
	}
	k.long = max(quantile(long, longShare), 1)
	k.near = quantile(near, nearShare)
	k.far = max(min(quantile(near, farShare), k.near-nearGap), 0)
	k.near = max(k.near, k.far+nearGap)
}

// quantile returns the value below which a share of the values lies, and sorts
// them. Of no values it is 0.
func quantile(values []float64, share float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[int(share*float64(len(values)))]
}

// told goes over the tokens of a lesson that tell, each once.
func (e *lesson) told() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		from := int32(0)
		for _, r := range e.runs {
			if r.telling && r.depth == first {
				for _, id := range e.ids[from:r.end] {
					if !yield(id) {
						return
					}
				}
			}
			from = r.end
		}
	}
}

// temper takes back what a score holds against a strange text that the base
// does not, and leaves it to the base to reject as long as too little ham has
// been shown.
func (m *Model) temper(s *Score, r *reading, d *document.Document, found []signal.Finding) {
	k := &m.kinship
	wary := k.shown < shownMost && s.Probability >= m.Reject
	fit := k.fit(r)
	if fit == 1 && r.near >= k.near && !wary {
		return
	}
	var other reading
	m.base.text.score(d, &other)
	var b Score
	m.base.put(&b, &other, found)
	own, known := m.slope*s.LogOdds+m.offset, m.ofBase(b.LogOdds)
	if strange := 1 - k.nearness(r, &other)*fit; known < own && strange > 0 {
		s.mix(&b, strange)
		own += strange * (known - own)
	}
	if wary && known < logit(m.Hold) {
		own = under(own, logit(m.Reject), brink, roomy)
	}
	s.Probability = probability(own)
}

// mix moves a score's log-odds, part by part, by a share towards those of
// another of the same findings.
func (s *Score) mix(b *Score, share float64) {
	s.Prior += share * (b.Prior - s.Prior)
	for len(s.Parts) < len(b.Parts) { // the text, if it says something to the base alone
		p := b.Parts[len(s.Parts)]
		p.Weight = 0
		s.Parts = append(s.Parts, p)
	}
	s.LogOdds = s.Prior
	for i := range s.Parts {
		p, other := &s.Parts[i], 0.0
		if i < len(b.Parts) {
			other = b.Parts[i].Weight
		}
		p.Weight += share * (other - p.Weight)
		s.LogOdds += p.Weight
	}
}

// ofBase returns what the base's log-odds are to the model after calibration:
// as much as posts like those learnt from have shown, but no more than keeps
// the base's thresholds.
func (m *Model) ofBase(logOdds float64) float64 {
	b := m.base
	hold, other := logit(m.Hold), logit(b.Hold)
	most := hold + (b.slope*logOdds+b.offset-other)*(logit(m.Reject)-hold)/max(logit(b.Reject)-other, 1)
	return min(most, m.kinship.slope*logOdds+m.kinship.offset)
}
