package signal

import "github.com/boardspam/boardspam/spam/document"

var contextErrand = Signal{
	Name:  "context/errand",
	Kind:  Words,
	Needs: hasTerm(code),
	Doc: "A code belongs to a shop, a class, a game among friends or a machine, and nothing is to be won. " +
		"It takes from what the words say, which are those of codes that somebody is paid for.",
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= errandBytes {
			sink.addErrand(r)
		}
	},
}

// errandBytes is the most of what is said of a code.
const errandBytes = 200

// errandNumbers is how many numbers stand in it: the code, an hour.
const errandNumbers = 2

// addErrand reports the first code of a text that is part of an errand.
func (s *Sink) addErrand(r *reading) {
	numbers := 0
	for _, w := range r.words {
		numbers += points(hasDigit(r.folded[w.start:w.end]))
	}
	if numbers > errandNumbers || r.tradesAround(0, len(r.folded)) || len(r.links) > 0 {
		return
	}
	for i := range r.cues {
		u := &r.cues[i]
		if u.term.role&code == 0 {
			continue
		}
		if l := r.luringAround(u.start, u.end); l.errand && !l.reward && !l.barred && l.promises == 0 {
			s.Add(Finding{Span: r.span(u.start, u.end), Note: "a code of everyday", Strength: FairHam})
		}
		return
	}
}
