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

	// Lean and Whole are what a token of the text says on average, in log-odds:
	// as part of a longer text, and as part of a text that is judged whole. Of
	// texts that are too short for LogOdds to say much, they say which way one
	// leans. No part of LogOdds comes from them.
	Lean, Whole float64
}

// A Model scores documents. It is immutable and safe for concurrent use.
type Model struct {
	Card         Card
	Hold, Reject float64 // probabilities from which a post is held, rejected

	prior    float64
	evidence evidence
	text     textModel

	slope, offset float64 // of LogOdds, to make it a calibrated one

	base    *Model // that this one was learnt on top of and tempered by; nil: there is none
	kinship kinship

	digest string // of the file it was read from; empty if it was not
}

// ID names the model: the card's name and version, and a digest of its file if
// it was read from one.
func (m *Model) ID() string {
	id := m.Card.Name
	for _, part := range []string{m.Card.Version, m.digest} {
		if part != "" {
			id += "-" + part
		}
	}
	return id
}

// A Card says what a model is and where it comes from.
type Card struct {
	Name    string
	Version string
	Date    string // YYYY-MM-DD
	Licence string
	Sources []string // what it was learnt from, with licence and counts
}

// TextSignal is the name of the finding that a model makes of the text itself.
const TextSignal = "model/text"

// Score weighs the findings of a document and the document's own text.
func (m *Model) Score(d *document.Document, found []signal.Finding) Score {
	return m.ScoreInto(nil, d, found)
}

// ScoreInto is Score with its Parts in the room that parts have.
func (m *Model) ScoreInto(parts []Part, d *document.Document, found []signal.Finding) (s Score) {
	var r reading
	m.text.score(d, &r)
	s.Parts = parts
	m.put(&s, &r, found)
	if m.base != nil {
		m.temper(&s, &r, d, found)
	}
	return s
}

// put weighs a reading of the text and the findings.
func (m *Model) put(s *Score, r *reading, found []signal.Finding) {
	w := m.text.logOdds(r)
	s.Prior, s.Known, s.Lean, s.Whole = m.prior, r.known, r.lean[part], r.lean[whole]
	s.Parts = m.evidence.weigh(s.Parts[:0], found, w, m.text.told(r))
	if w != 0 {
		s.Parts = append(s.Parts, Part{})
		r.part(&s.Parts[len(s.Parts)-1], w, found)
	}
	m.sum(s)
}

func (m *Model) sum(s *Score) {
	s.LogOdds = s.Prior
	for i := range s.Parts {
		s.LogOdds += s.Parts[i].Weight
	}
	s.Probability = probability(m.slope*s.LogOdds + m.offset)
}

func probability(logOdds float64) float64 { return 1 / (1 + math.Exp(-logOdds)) }

func logit(probability float64) float64 { return math.Log(probability / (1 - probability)) }

// part sets what a reading adds to the parts, of such a weight. It marks its
// window only if nothing else says what is to be cut out.
func (r *reading) part(p *Part, w float64, found []signal.Finding) {
	p.Weight = w
	f := &p.Finding
	f.Signal, f.Kind, f.Span, f.Note = TextSignal, signal.Learnt, r.best, "the text is like ham"
	if w > 0 {
		f.Note = "the text is like spam"
		f.Payload = signal.Phrase
	}
	for i := range found {
		if found[i].Payload != signal.None {
			f.Payload = signal.None
		}
	}
}
