package signal

import (
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var disguiseInitials = Signal{
	Name: "disguise/initials",
	Kind: Disguise,
	Doc: "Words are written in their first sounds alone, and a few sentences later somebody is to be reached: what is for sale must not be read by robots. " +
		"Chats and riddles have such words too, and nobody to call.",
	Needs: HasInitials,
	Also:  HasReach | HasID | HasLink,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= initialsBytes {
			sink.addInitials(r)
		}
	},
}

const (
	initialsBytes = 400 // most of a text in which they are looked for
	initialsLeast = 3   // different sounds of a word that is no sigh
	initialsSure  = 4   // the same of one that stands alone
)

// addInitials reports the words of first sounds beside a contact.
func (s *Sink) addInitials(r *reading) {
	var found []stretch
	most := 0
	for i := 0; i < len(r.folded); {
		end, kinds := initialsAt(r.folded, i)
		if kinds >= initialsLeast {
			found = append(found, stretch{int32(i), int32(end)})
			most = max(most, kinds)
		}
		_, n := utf8.DecodeRuneInString(r.folded[i:])
		i = max(end, i+n)
	}
	if len(found) == 0 || len(found) == 1 && most < initialsSure {
		return
	}
	reach := len(r.appendIDs(r.personal())) > 0
	for i := range r.links {
		reach = reach || !isKnown(&r.links[i])
	}
	if !reach || r.different(report|notice) > 0 {
		return
	}
	strength := Fair
	if len(found) > 1 {
		strength = Strong
	}
	for _, w := range found {
		s.Add(Finding{Span: r.span(int(w.start), int(w.end)), Payload: Phrase, Note: "words in their first sounds", Strength: strength})
	}
}

// initialsAt returns the end of the run of consonant letters at text[i:], and
// how many different ones it has.
func initialsAt(text string, i int) (end, kinds int) {
	const first, last = 'ㄱ', 'ㅎ'
	var seen uint32
	for end = i; end < len(text); {
		c, n := utf8.DecodeRuneInString(text[end:])
		if c < first || c > last {
			break
		}
		if bit := uint32(1) << (c - first); seen&bit == 0 {
			seen |= bit
			kinds++
		}
		end += n
	}
	return end, kinds
}
