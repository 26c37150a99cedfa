package model

import (
	"math"
	"slices"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// A kinship tells texts like those that a model has learnt on top of another
// from texts unlike them, which the other judges.
type kinship struct {
	near, far float64 // share of a text's tokens that those posts hold: kin from near, strange below far
	long      float64 // tokens of the longest texts that are kin
}

// Where the spam that was learnt from is kin, and where a text is strange.
const (
	nearShare = 0.25 // of the spam that is less near
	farShare  = 0.05
	longShare = 0.98 // of the posts that are shorter
	strayed   = 2    // times as long, from which a text is strange
	nearGap   = 0.02 // between far and near, at least
)

// of returns how much of a reading is the model's own to judge, from 0 to 1.
func (k *kinship) of(r *reading) float64 {
	near := min(max((r.near-k.far)/(k.near-k.far), 0), 1)
	long := 1 - math.Log(max(r.tokens/k.long, 1))/math.Log(strayed)
	return near * max(long, 0)
}

// kinshipOf measures each lesson by the tokens that others share with it.
func kinshipOf(lessons []lesson, hashes []uint32, own *places) kinship {
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
	slices.Sort(near)
	slices.Sort(long)
	at := func(s []float64, share float64) float64 {
		if len(s) == 0 {
			return 0
		}
		return s[int(share*float64(len(s)))]
	}
	k := kinship{near: at(near, nearShare), far: at(near, farShare), long: max(at(long, longShare), 1)}
	k.far = max(min(k.far, k.near-nearGap), 0)
	k.near = max(k.near, k.far+nearGap)
	return k
}

// told goes over the tokens of a lesson that tell, each once for a segment
// that holds it.
func (e *lesson) told() func(func(int32) bool) {
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

// leave leaves so much of a score to the base.
func (m *Model) leave(s *Score, d *document.Document, found []signal.Finding, share float64) {
	b := m.base.Score(d, found)
	own := m.slope*s.LogOdds + m.offset
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
	s.Probability = probability(own + share*(m.ofBase(b.LogOdds)-own))
}

// ofBase returns what the base's log-odds are to the model, so that each holds
// and rejects the same with its own thresholds.
func (m *Model) ofBase(logOdds float64) float64 {
	b := m.base
	hold, other := logit(m.Hold), logit(b.Hold)
	return hold + (b.slope*logOdds+b.offset-other)*(logit(m.Reject)-hold)/(logit(b.Reject)-other)
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }
