package signal

import (
	"slices"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/grammar"
)

// sold is what a post has that sells brings with it.
const sold = HasLink | HasCompound | Trigger(offer|invite|contact|luck)<<firstRole

// englishImperative sees English that asks its reader to do something, and
// offers something in the same breath.
var englishImperative = Signal{
	Name:  "english/imperative",
	Doc:   "English text that opens with requests (click, visit, call) beside a link, a number or something of the writer's own; instructions look alike.",
	Kind:  Words,
	Needs: sold,
	Also:  HasWord,
	Find: func(d *document.Document, sink *Sink) {
		if f, text := sink.english(d); text != nil && asks(f, d) {
			sink.Add(Finding{Span: document.Span{Field: text.Field}, Strength: Weak, Note: "asks the reader to do something"})
		}
	},
}

// impersonal reports whether a text asks for something, speaks of numbers and
// of nobody.
func impersonal(f *grammar.Features) bool {
	return f.Words >= 12 && f.Pronouns < 0.03 && f.Numbers >= 0.1 && f.Imperatives > 0
}

// asks reports whether requests beside something of the writer's own make up
// a text.
func asks(f *grammar.Features, d *document.Document) bool {
	if f.Imperatives == 0 {
		return false
	}
	return 2*f.Imperatives >= f.Sentences && (f.Numbers > 0 || f.Possessives > 0 || len(d.Links) > 0) || f.Numbers > 0 && f.Possessives > 0
}

// englishImpersonal sees English without a person in it.
var englishImpersonal = Signal{
	Name:  "english/impersonal",
	Doc:   "English text with requests and many numbers and hardly a pronoun, as in advertisements; so are some notices.",
	Kind:  Words,
	Needs: sold,
	Also:  HasWord,
	Find: func(d *document.Document, sink *Sink) {
		if f, text := sink.english(d); text != nil && impersonal(f) {
			sink.Add(Finding{Span: document.Span{Field: text.Field}, Strength: Weak, Note: "speaks to nobody and of nobody"})
		}
	},
}

// english returns the grammar of the body, or of the title if there is no
// body, and nil if that is not English or has nothing to sell. Prose is asked
// only if a finding hangs on what it says.
func (s *Sink) english(d *document.Document) (*grammar.Features, *document.Text) {
	f := &s.grammar.Features
	if s.grammarOf == d {
		return f, s.grammarText
	}
	s.grammarOf, s.grammarText = d, nil
	var text *document.Text
	for _, t := range d.Texts {
		if t.Field == document.Body || t.Field == document.Title && text == nil {
			text = t
		}
	}
	if text == nil || !s.sells(d) || !grammar.English(text.Shown.Text) {
		return f, nil
	}
	var ok bool
	if s.grammar, ok = grammar.Read(text.Shown.Text); !ok {
		return f, nil
	}
	s.grammarText = text
	if all := *f; all.Openings > 0 {
		all.Imperatives = all.Openings
		if asks(&all, d) || impersonal(&all) != impersonal(f) {
			s.grammar.Ask()
		}
	}
	return f, text
}

// sells reports whether the post brings what a seller does: an address that
// nobody knows, a promise, a call or a topic of spam.
func (s *Sink) sells(d *document.Document) bool {
	if hasUnknownLink(d) {
		return true
	}
	read := s.readings(d)
	for i := range read {
		if len(read[i].compounds) > 0 || slices.ContainsFunc(read[i].cues, func(u unit) bool { return u.term.role&(offer|invite|contact|luck) != 0 }) {
			return true
		}
	}
	return false
}
