package signal

import (
	"slices"
	"strings"
	"unicode"

	"github.com/boardspam/boardspam/spam/document"
)

const (
	replacedOften = 5   // how often they stand where no doubt is left
	replacedTimes = 3   // how often the same search words must stand in a text
	replacedBytes = 300 // least text around them
	strewnBytes   = 150 // the same if they are of several topics
	longSearch    = 12  // bytes from which one term is what people search for
	twoWords      = 9   // the same of two
	replacedCues  = 2   // so many words that go with the topic make it the text's own
)

var placeReplaced = Signal{
	Name: "place/replaced",
	Kind: Placement,
	Doc: "The same search words stand three or more times in a long text that says nothing else of their topic: " +
		"they were put in the place of its own noun. Or such words of any topic stand all over it. A report on the topic speaks of police, of customers, of prices.",
	Needs: HasTopic,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			if r := &read[i]; len(r.folded) >= strewnBytes && (len(r.folded) < replacedBytes || !sink.addReplaced(r)) {
				sink.addStrewn(r)
			}
		}
	},
}

// addReplaced reports the search words that a text says most often if nothing
// goes with them, and whether it has.
func (s *Sink) addReplaced(r *reading) bool {
	first, times := r.commonest()
	if times < replacedTimes || r.cuesBeside(first) >= replacedCues {
		return false
	}
	spoken := 0 // how often it is spoken of
	for i := range r.compounds {
		c := &r.compounds[i]
		same := r.core(c) == r.core(first)
		spoken += points(same && c.setting&^told != 0)
		if !same && c.has(head|name) && c.topics()&first.topics() != 0 || 2*spoken >= times {
			return false // the text is about the topic
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
	return true
}

// addStrewn reports search words of whatever topics that stand within the
// sentences of a text which says nothing that goes with any of them.
func (s *Sink) addStrewn(r *reading) {
	n, words, telling := 0, 0, 0
	for i := range r.compounds {
		if c := &r.compounds[i]; c.has(head | name) {
			if c.setting&^told != 0 {
				return
			}
			if r.isStrewn(c) {
				n++
				words += points(r.isPhrase(c))
				telling += points(c.worth() >= Fair)
			}
		}
	}
	beside := r.cuesApart(report | notice | guide | offer | invite | contact | code)
	twice := telling > 1 && beside == 0 && len(r.folded) >= replacedBytes && r.cuesApart(medic|story) == 0
	if n < replacedTimes && !twice || words == 0 || len(r.links) > 0 || beside >= replacedCues {
		return
	}
	strength := Fair
	if n > replacedTimes || beside == 0 {
		strength = Strong
	}
	for i := range r.compounds {
		if c := &r.compounds[i]; r.isStrewn(c) {
			s.Add(Finding{Span: r.span(c.start, c.end), Payload: Anchor, Note: "search words in the place of a noun", Strength: strength})
		}
	}
}

// cuesApart counts the cues of some roles that are no part of a compound.
func (r *reading) cuesApart(roles role) (n int) {
	for _, u := range r.cues {
		if u.term.role&roles != 0 && !slices.ContainsFunc(r.compoundsNear(u.start, u.end), func(c compound) bool { return c.start <= u.start && u.start < c.end }) {
			n++
		}
	}
	return n
}

// isPhrase reports whether a compound is of two words or more.
func (r *reading) isPhrase(c *compound) bool {
	return len(c.units) > 1 || strings.Contains(r.folded[c.start:c.end], " ")
}

// isStrewn reports whether a compound is what people search for, and a sentence
// goes on around it.
func (r *reading) isStrewn(c *compound) bool {
	if c.end-c.start < longSearch || !c.has(head) && !(c.has(name) && c.has(tail)) {
		return false
	}
	before, after := strings.TrimRight(r.folded[:c.start], " “‘\""), strings.TrimLeft(r.folded[c.end:], " ”’\"")
	return unicode.IsLetter(lastRune(before)) && unicode.IsLetter(firstRune(after)) && !strings.HasPrefix(after, "합니다") && !strings.HasPrefix(after, "해")
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
		if !c.isSearch() && !r.isCoinedName(c) {
			continue
		}
		core := r.core(c)
		if len(core) < longSearch && (len(c.units) < 2 || len(core) < twoWords) {
			continue
		}
		if looked++; looked > most {
			break
		}
		n := 0
		for k := range r.compounds {
			if r.core(&r.compounds[k]) == core {
				n++
			}
		}
		if n > times {
			best, times = c, n
		}
	}
	return best, times
}

// cuesBeside counts the different words that go with a topic, those of offers
// beside it only, without those that are part of the search words themselves.
// Any news is spoken of as reports are, that of what all people speak of too.
func (r *reading) cuesBeside(c *compound) (n int) {
	var seen []*term
	search, roles := r.core(c), report|guide
	if c.topics()&builtinLexicon().pharma != 0 {
		roles |= medic
	}
	if !c.has(head) {
		roles |= notice
	}
	for _, u := range r.cues {
		own := u.end-u.start <= len(search) && strings.Contains(search, r.folded[u.start:u.end])
		tells := u.term.role&roles != 0 || u.term.role&(offer|invite) != 0 && r.saysNear(search, u.start, u.end)
		if tells && !own && !containsTerm(seen, u.term) && n < replacedCues {
			seen = append(seen, u.term)
			n++
		}
	}
	return n
}

// saysNear reports whether search words stand beside folded[start:end].
func (r *reading) saysNear(search string, start, end int) bool {
	around := r.folded[max(0, start-besideBytes):min(len(r.folded), end+besideBytes)]
	return strings.Contains(around, search)
}
