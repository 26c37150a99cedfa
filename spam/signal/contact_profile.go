package signal

import (
	"slices"

	"github.com/boardspam/boardspam/spam/document"
)

var contactProfile = Signal{
	Name: "contact/profile",
	Kind: Contact,
	Hint: Signed,
	Doc: "A few sentences send their reader to the writer's profile, name or pinned post, and whisper of lonely nights or of easy money. " +
		"Artists and shops have profiles too, and say what is to be seen there.",
	Needs: hasTerm(profile),
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= profileBytes {
			sink.addProfile(r)
		}
	},
}

// profileBytes is the most of what is said to lure somebody to a profile.
const profileBytes = 600

// whispers are the words of the files whisper.LANGUAGE.txt, by what they tell.
var whispers = bookOf("whisper", "")

// addProfile reports where a text sends its reader to.
func (s *Sink) addProfile(r *reading) {
	for i := range r.cues {
		u := &r.cues[i]
		if u.term.role&profile == 0 || r.isQuotedSpeech(u.start, u.end) || inQuotes(r.folded, u.start, u.end) {
			continue
		}
		told := whispers().in(r.folded)
		if r.different(report|notice) > 0 || r.townWordsNear(u.start, u.end) > 0 || told.tells("open") > 0 {
			return
		}
		trade, _, _ := r.tradeNamed()
		calls := slices.ContainsFunc(r.cues, func(c unit) bool { return c.term.role&invite != 0 && c.term.role&profile == 0 })
		n := told.tells("bait") + trade
		won := points(witnessWords().in(r.folded).tells("luck") > 0, r.amountNear(u.start, u.end))
		strength := Fair
		if n+won+points(calls) > 1 && n > 0 {
			strength = Strong
		}
		if n+won > 0 {
			s.Add(Finding{Span: r.span(u.start, u.end), Payload: Phrase, Note: "the writer's profile in the place of an address", Strength: strength})
		}
		return
	}
}
