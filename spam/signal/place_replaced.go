package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

const (
	replacedOften = 5   // how often they stand where no doubt is left
	replacedTimes = 3   // how often the same search words must stand in a text
	replacedBytes = 300 // least text around them
	longSearch    = 12  // bytes from which one term is what people search for
	twoWords      = 9   // the same of two
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

// addReplaced reports the search words that a text says most often if nothing
// goes with them.
func (s *Sink) addReplaced(r *reading) {
	first, times := r.commonest()
	if times < replacedTimes || r.cuesBeside(first) >= replacedCues {
		return
	}
	for i := range r.compounds {
		c := &r.compounds[i]
		same := r.core(c) == r.core(first)
		if !same && c.has(head|name) && c.topics()&first.topics() != 0 || same && c.setting&^told != 0 {
			return // the text is about the topic
		}
	}
	strength := Fair
	if times >= replacedOften {
		strength = Strong
	}
	for i := range r.compounds {
		if c := &r.compounds[i]; r.core(c) == r.core(first) {
			s.Add(Finding{Span: r.span(c.end-len(r.core(c)), c.end), Payload: Anchor, Note: "search words in the place of a noun", Strength: strength})
		}
	}
}

// core returns the text of a compound, a Korean one without the words before
// its topic, which may belong to what stands before, or the whole of a coined name.
func (r *reading) core(c *compound) string {
	if !c.isSearch() && r.isCoinedName(c) {
		start, _ := wordAround(r.folded, c.start)
		return r.folded[start:c.end]
	}
	for _, u := range c.units {
		if u.term.role&(head|name) != 0 && isSyllable(firstRune(u.term.text)) {
			return r.folded[u.start:c.end]
		}
	}
	return r.folded[c.start:c.end]
}

// commonest returns the search words that the text has most often, and how
// often. Of a text with many different ones it looks at the first.
func (r *reading) commonest() (best *compound, times int) {
	const most = 8
	looked := 0
	for i := range r.compounds {
		c := &r.compounds[i]
		if !c.isSearch() && !r.isCoinedName(c) || len(r.core(c)) < longSearch && (len(c.units) < 2 || len(r.core(c)) < twoWords) {
			continue
		}
		if looked++; looked > most {
			break
		}
		n := 0
		for k := range r.compounds {
			if r.core(&r.compounds[k]) == r.core(c) {
				n++
			}
		}
		if n > times {
			best, times = c, n
		}
	}
	return best, times
}

// cuesBeside counts the different words that go with a topic, without those
// that are part of the search words themselves.
func (r *reading) cuesBeside(c *compound) (n int) {
	var seen []*term
	search := r.core(c)
	for _, u := range r.cues {
		own := u.end-u.start <= len(search) && strings.Contains(search, r.folded[u.start:u.end])
		if u.term.role&(report|notice|medic|guide|offer|invite) != 0 && !own && !containsTerm(seen, u.term) && n < replacedCues {
			seen = append(seen, u.term)
			n++
		}
	}
	return n
}
