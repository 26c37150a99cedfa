// Package model weighs evidence: findings and the document's own text become
// one calibrated probability. What evidence is worth is learnt.
package model

import (
	"math"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// A Part is one finding's share of a score.
type Part struct {
	Finding signal.Finding
	Weight  float64 // in log-odds, after the cap of its kind
}

// A Score is a document's log-odds of being spam, part by part.
type Score struct {
	LogOdds     float64 // Prior and the weights of all Parts, added up
	Prior       float64 // log-odds before any evidence
	Probability float64 // LogOdds after calibration
	Known       float64 // share of the text's features that were seen in training
	Parts       []Part
}

// A Model scores documents. It is immutable and safe for concurrent use.
type Model struct {
	prior        float64
	evidence     evidence
	Hold, Reject float64 // probabilities from which a post is held, rejected
}

// Builtin returns the model that comes with the library.
func Builtin() *Model { return &Model{prior: -4, Hold: 0.5, Reject: 0.95} }

// Score weighs the findings of a document.
func (m *Model) Score(d *document.Document, found []signal.Finding) Score {
	s := Score{Prior: m.prior, Parts: m.evidence.weigh(found)}
	s.LogOdds = s.Prior
	for _, p := range s.Parts {
		s.LogOdds += p.Weight
	}
	s.Probability = 1 / (1 + math.Exp(-s.LogOdds))
	return s
}
