package signal

import "github.com/boardspam/boardspam/spam/document"

const (
	replacedTimes = 3   // how often the same search words must stand in a text
	replacedBytes = 500 // least text around them
	longSearch    = 15  // bytes from which one term is what people search for
	replacedCues  = 2   // so many words that go with the topic make it the text's own
)

var placeReplaced = Signal{
	Name: "place/replaced",
	Kind: Placement,
	Doc: "The same search words stand three or more times in a long text that says nothing else of their topic: " +
		"they were put in the place of its own noun. A report on the topic speaks of police, of customers, of prices.",
	Needs: HasCompound,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			if len(read[i].folded) >= replacedBytes {
				sink.addReplaced(&read[i])
			}
		}
	},
}

// addReplaced reports the search words of a text if they are always the same
// and nothing goes with them.
func (s *Sink) addReplaced(r *reading) {
	var first *compound
	times := 0
	for i := range r.compounds {
		c := &r.compounds[i]
		switch {
		case !c.has(head | name):
		case c.setting != 0 || len(c.units) == 1 && c.end-c.start < longSearch:
			return
		case first == nil:
			first, times = c, 1
		case r.folded[c.start:c.end] == r.folded[first.start:first.end]:
			times++
		case c.topics()&first.topics() != 0:
			return
		}
	}
	if times < replacedTimes || r.different(report|medic|story|guide|offer|invite) >= replacedCues {
		return
	}
	for i := range r.compounds {
		if c := &r.compounds[i]; r.folded[c.start:c.end] == r.folded[first.start:first.end] {
			s.Add(Finding{Span: r.span(c.start, c.end), Payload: Anchor, Note: "search words in the place of a noun", Strength: Fair})
		}
	}
}
