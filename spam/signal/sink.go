package signal

import (
	"math/bits"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/grammar"
)

// perSignal is the number of findings that are kept of one signal. More of
// the same is no more evidence, and a hostile post must not fill memory.
const perSignal = 256

// A Sink collects the findings of one document.
type Sink struct {
	Findings  []Finding
	Truncated bool // a signal had more to report than is kept

	signal *Signal
	left   int

	first   *Signal // of those that s was run with last,
	ofFirst int     // and how many there were
	gates   []gate  // theirs

	doc  *document.Document // whose readings are in read
	read []reading

	sitesOf *document.Document // whose sites are in seen
	seen    []site

	grammarOf   *document.Document // whose grammar was read
	grammar     grammar.Sample
	grammarText *document.Text // that it is of; nil if none was read

	matches []rules.PhraseMatch // for reuse
	units   []unit              // for reuse
	letters []byte              // for reuse
	at      []int               // for reuse
	facts   rules.Facts         // for reuse
}

// Forget lets go of the document. s keeps no more than room for another's
// findings.
func (s *Sink) Forget() {
	clear(s.Findings)
	clear(s.seen)
	clear(s.facts.Links)
	clear(s.facts.Signals)
	for i := range s.read {
		s.read[i].forget()
	}
	if s.grammarOf != nil {
		s.grammar = grammar.Sample{}
	}
	s.facts = rules.Facts{Links: s.facts.Links[:0], Signals: s.facts.Signals[:0]}
	s.Findings, s.read, s.seen = s.Findings[:0], s.read[:0], s.seen[:0]
	s.Truncated, s.signal = false, nil
	s.doc, s.sitesOf, s.grammarOf, s.grammarText = nil, nil, nil, nil
}

// Run lets each signal search d and collects what they find, in order. Signals
// that s was run with must stay as they are.
func (s *Sink) Run(d *document.Document, signals []Signal) {
	s.doc, s.sitesOf, s.grammarOf = nil, nil, nil
	have := s.triggers(d) | always
	gates := s.gatesOf(signals)
	for at := 0; at < len(signals); at += 64 {
		asked := gates[at/64].needing(have)
		for ; asked != 0; asked &= asked - 1 {
			i := at + bits.TrailingZeros64(asked)
			if also := signals[i].Also; also == 0 || also&have != 0 {
				s.signal, s.left = &signals[i], perSignal
				signals[i].Find(d, s)
			}
		}
	}
}

// A gate holds, for each trigger, which of 64 signals need it, as a set of bits.
type gate [triggers]uint64

// needing returns the signals that need one of some triggers.
func (g *gate) needing(have Trigger) (asked uint64) {
	for ; have != 0; have &= have - 1 {
		asked |= g[bits.TrailingZeros64(uint64(have))&(triggers-1)]
	}
	return asked
}

// gatesOf returns the gates of signals, which are mostly those of the last time.
func (s *Sink) gatesOf(signals []Signal) []gate {
	if len(signals) == 0 {
		return nil
	}
	if s.first == &signals[0] && s.ofFirst == len(signals) {
		return s.gates
	}
	s.first, s.ofFirst, s.gates = &signals[0], len(signals), make([]gate, (len(signals)+63)/64)
	for i := range signals {
		needs := signals[i].Needs
		if needs == 0 {
			needs = always
		}
		for ; needs != 0; needs &= needs - 1 {
			s.gates[i/64][bits.TrailingZeros64(uint64(needs))] |= 1 << (i % 64)
		}
	}
	return s.gates
}

// Add reports one finding. The sink fills in the signal's name (unless the
// finding has one), kind and hint.
func (s *Sink) Add(f Finding) {
	if s.left == 0 {
		s.Truncated = true
		return
	}
	s.left--
	if f.Signal == "" {
		f.Signal = s.signal.Name
	}
	f.Kind, f.Hint = s.signal.Kind, s.signal.Hint
	s.Findings = append(s.Findings, f)
}
