package signal

import "github.com/boardspam/boardspam/spam/document"

// keeperWords are what those say who keep a board, and those who turn to them.
var keeperWords = bookOf("keepers", "")

var contextKeeper = Signal{
	Name:  "context/keeper",
	Kind:  Words,
	Needs: HasCompound | HasCue,
	Doc: "A text speaks of posts and of what is done about them, and leaves nothing to follow but what it quotes: a notice of a board's keeper, or a word to one. " +
		"Or it asks what to do about spam on a site of the writer's own. " +
		"It takes from what the words say, which are those of the posts.",
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(d.Hidden) == 0 && r.isKept() {
			sink.Add(Finding{Span: r.whole(), Note: "a board's keeper speaks, or is spoken to", Strength: StrongHam})
		}
	},
}

const (
	keeperBytes = 1500  // most of a notice
	keeperActs  = 2     // different words for what is done about a post
	actRole     = "act" // what these words tell
)

// isKept reports whether a board's keeper speaks in a text, or is spoken to, or
// somebody asks what to do about spam on a site of his own.
func (r *reading) isKept() bool {
	if len(r.folded) > keeperBytes || !r.mayAct() && !r.mayBePlagued() {
		return false
	}
	told := keeperWords().in(r.folded)
	if r.mayBePlagued() && tellsOfPlague(&told) && len(r.personal()) == 0 {
		return true
	}
	return told.tells("post") > 0 && told.tells(actRole) >= keeperActs && !r.leadsOn()
}

// mayAct reports whether enough words for what is done about a post may stand in
// the text. A sweep sees none of them behind digits.
func (r *reading) mayAct() bool { return r.acts >= keeperActs || r.has&HasMixed != 0 }

// plagueBytes is the most of what somebody asks whose site spam has come to.
const plagueBytes = 500

// isPlagued reports whether a few sentences speak of a site of the writer's own
// and of spam that has come to it, and ask something. They may say which site
// it is, and call nobody there.
func (r *reading) isPlagued() bool {
	if !r.mayBePlagued() {
		return false
	}
	told := keeperWords().in(r.folded)
	return tellsOfPlague(&told)
}

// mayBePlagued reports whether a text is as short as that, and asks and calls so.
func (r *reading) mayBePlagued() bool {
	return len(r.folded) <= plagueBytes && len(r.links) <= 1 && r.roles&(contact|code|profile) == 0 && r.signs.has('?')
}

// tellsOfPlague reports whether words of a keeper tell of his own site and of
// spam on it.
func tellsOfPlague(told *telling) bool {
	return told.tells("plague") > 0 && (told.tells("own") > 0 || told.tells("mine") > 0 && told.tells("site") > 0)
}

// leadsOn reports whether a text has an address or a contact that it neither
// quotes nor shares with everybody.
func (r *reading) leadsOn() bool {
	for i := range r.links {
		if l := &r.links[i]; !isKnown(l) && !r.isQuoted(l.Start, l.End) {
			return true
		}
	}
	for _, h := range r.personal() {
		if !h.isOffice() && !h.isHotline() && !r.isQuoted(h.start, h.end) {
			return true
		}
	}
	return false
}

// isQuoted reports whether folded[start:end] stands in a quotation, or in what
// mail answers.
func (r *reading) isQuoted(start, end int) bool {
	_, ok := r.opened(start, end)
	return ok || r.isCited(start) || inQuotes(r.folded, start, end)
}
