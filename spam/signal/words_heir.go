package signal

import (
	"slices"

	"github.com/boardspam/boardspam/spam/document"
)

var wordsHeir = Signal{
	Name: "words/heir",
	Kind: Words,
	Doc: "A lawyer, a soldier or a widow has a fortune to share, asks for help with it, and gives a mailbox or a number of their own. " +
		"News of heirs and gifts says nothing of how to reach them, and an office has no mailbox that is free for all.",
	Needs: HasReach,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= letterBytes {
			sink.addHeir(r)
		}
	},
}

// heirWords are the words of the files heir.LANGUAGE.txt, by what they tell.
var heirWords = bookOf("heir", "")

// addHeir reports a letter of somebody who has a fortune to share.
func (s *Sink) addHeir(r *reading) {
	own := r.appendMails(r.personal())
	if !slices.ContainsFunc(own, func(h handle) bool { return !h.isOffice() && !h.isHotline() }) {
		return
	}
	told := heirWords().in(r.folded)
	const some, many = 4, 5 // of its words
	who, sum, ask := told.tells("who"), told.tells("sum"), told.tells("ask")
	n := who + sum + ask
	if who == 0 || sum == 0 || ask == 0 || n < some || r.different(report|notice) > 0 {
		return
	}
	strength := Fair
	if n >= many {
		strength = Strong
	}
	s.Add(Finding{Span: r.whole(), Payload: r.payload(), Note: "a letter of somebody who has a fortune to share", Strength: strength})
}
