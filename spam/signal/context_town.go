package signal

import (
	"slices"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

// townWords are what small advertisements among neighbours speak of: work in a
// place, crafts, lessons, things handed on. Shops and lenders for everybody
// stand nowhere.
var townWords = bookOf("town", "town")

var contextTown = Signal{
	Name:  "context/town",
	Kind:  Words,
	Needs: HasLink | HasReach,
	Doc: "A short text with a way to reach its writer speaks of rooms, lessons, harvests, surveys and things handed on, and of no trade of spam; " +
		"or players hand on the codes of a game. " +
		"It takes from what the words say, which are those of advertisements.",
	Find: func(d *document.Document, sink *Sink) {
		r, read := sink.body(d), sink.readings(d)
		if r == nil || len(r.folded) > townMost {
			return
		}
		for i := range read {
			if read[i].tradesAround(0, len(read[i].folded)) {
				return
			}
		}
		sink.addTown(r)
	},
}

// addTown reports a small advertisement among neighbours.
func (s *Sink) addTown(r *reading) {
	for i := range r.links {
		if l := &r.links[i]; l.Class&(rules.Shortener|rules.Messenger) != 0 || isTelling(l) {
			return
		}
	}
	reached := len(r.personal()) > 0
	switch {
	case (reached || len(r.links) > 0) && r.townWords() >= townSure:
		s.Add(Finding{Span: r.whole(), Note: "an advertisement among neighbours", Strength: FairHam})
	case !reached && len(r.links) == 1 && r.handsOnCode():
		s.Add(Finding{Span: r.whole(), Note: "the code of a game, handed on", Strength: FairHam})
	}
}

// games are words of players who hand on codes of a game.
var games = phrasesOf("games.txt")

// handsOnCode reports whether a code in capitals stands in a short text of players.
// Who advertises with a code to join with speaks of money.
func (r *reading) handsOnCode() bool {
	const least = 5 // bytes of a code
	return len(r.folded) <= townMost && slices.ContainsFunc(r.words, func(w stretch) bool {
		start, end := int(w.start), int(w.end)
		return end-start >= least && isAlpha(r.folded[start]) && r.isLoud(start, end) && !r.inLink(start)
	}) && containsAny(r.folded, games())
}

const (
	townSure  = maxTold // different words of a text that is of nothing else
	townLeast = 2       // different words of a text that is of a town
	townMost  = 1200    // bytes of one
)

// isOfTown reports whether what stands between from and to, in a short text, is
// offered among neighbours: it speaks of where one works, learns or fetches
// something, and no word near it is of a trade of spam.
func (r *reading) isOfTown(from, to int) bool {
	return len(r.folded) <= townMost && !r.tradesAround(from, to) && r.townWordsNear(from, to) >= townLeast
}

// townWords counts the different words of small advertisements, up to as many
// as matter.
func (r *reading) townWords() int { return r.townWordsNear(0, len(r.folded)) }

// townWordsNear counts those around folded[start:end]: a contact put behind a
// text of others is not offered among neighbours.
func (r *reading) townWordsNear(start, end int) int {
	const before, behind = 240, 120 // bytes
	return townWords().in(r.folded[max(0, start-before):min(len(r.folded), end+behind)]).upTo(townSure, "town")
}

// tradesAround reports whether words of trade that are not of work stand
// between two places of a text, or near them.
func (r *reading) tradesAround(from, to int) bool {
	near := r.compoundsNear(from-besideBytes, to+besideBytes)
	for i := range near {
		c := &near[i]
		if c.topics() == builtinLexicon().jobs || c.worth() == Silent || c.topics()&^builtinLexicon().studies == 0 && r.isSurvey() {
			continue
		}
		return true
	}
	return false
}

// surveys are words of those who ask for answers, mostly for a thesis.
var surveys = phrasesOf("surveys.txt")

func (r *reading) isSurvey() bool { return containsAny(r.folded, surveys()) }
