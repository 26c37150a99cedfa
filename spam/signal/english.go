package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/grammar"
)

// englishImperative sees English that asks its reader to do something, and
// offers something in the same breath.
var englishImperative = Signal{
	Name:  "english/imperative",
	Doc:   "English text that opens with requests (click, visit, call) beside a link, a number or something of the writer's own; instructions look alike.",
	Kind:  Words,
	Needs: HasWord,
	Find: func(d *document.Document, sink *Sink) {
		f, text := sink.english(d)
		if text == nil || f.Imperatives == 0 {
			return
		}
		switch {
		case 2*f.Imperatives >= f.Sentences && (f.Numbers > 0 || f.Possessives > 0 || len(d.Links) > 0):
			sink.Add(Finding{Span: document.Span{Field: text.Field}, Strength: Weak, Note: "asks the reader to do something"})
		case f.Numbers > 0 && f.Possessives > 0:
			sink.Add(Finding{Span: document.Span{Field: text.Field}, Strength: Weak, Note: "asks the reader to do something"})
		}
	},
}

// englishImpersonal sees English without a person in it.
var englishImpersonal = Signal{
	Name:  "english/impersonal",
	Doc:   "English text with numbers or links and hardly a pronoun, as in advertisements; so are headlines and notices.",
	Kind:  Words,
	Needs: HasWord,
	Find: func(d *document.Document, sink *Sink) {
		f, text := sink.english(d)
		if text != nil && f.Words >= 12 && f.Pronouns < 0.03 && (f.Numbers >= 0.1 || f.Imperatives > 0 && f.Numbers > 0) {
			sink.Add(Finding{Span: document.Span{Field: text.Field}, Strength: Weak, Note: "speaks to nobody and of nobody"})
		}
	},
}

// english returns the grammar of the body, or of the title if there is no
// body, and nil if that is not English or has nothing to gain. Reading
// grammar is dear; a text that neither links, nor numbers, nor speaks of the
// writer's own things cannot be found by these signals.
func (s *Sink) english(d *document.Document) (grammar.Features, *document.Text) {
	if s.grammarOf == d {
		return s.grammar, s.grammarText
	}
	s.grammarOf, s.grammarText = d, nil
	var text *document.Text
	for _, t := range d.Texts {
		if t.Field == document.Body || t.Field == document.Title && text == nil {
			text = t
		}
	}
	if text == nil || len(d.Links) == 0 && !offers(text.Shown.Text) || !grammar.English(text.Shown.Text) {
		return s.grammar, nil
	}
	var ok bool
	if s.grammar, ok = grammar.Read(text.Shown.Text); ok {
		s.grammarText = text
	}
	return s.grammar, s.grammarText
}

// offers reports whether a text has a number of three digits, a price, or
// something of the writer's own near its beginning.
func offers(text string) bool {
	text = text[:min(len(text), 512)]
	if len(text) == 0 || text[0] >= 0xE3 && text[0] <= 0xED {
		return false // begins in Hangul, kana or kanji
	}
	digits := 0
	for i := range len(text) {
		switch c := text[i]; {
		case '0' <= c && c <= '9':
			if digits++; digits == 3 {
				return true
			}
			continue
		case c == '$' || c == '%':
			return true
		}
		digits = 0
	}
	return strings.Contains(text, "my ") || strings.Contains(text, "our ") || strings.Contains(text, "My ") || strings.Contains(text, "Our ")
}
