package signal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var contextQuestion = Signal{
	Name:  "context/question",
	Kind:  Words,
	Needs: HasQuestion,
	Doc: "A text asks something and leaves nothing to follow: no address, number, name, code or call. " +
		"It takes from what the words say. Advertisements ask too, and answer at length.",
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= questionBytes && len(d.Links)+len(d.Hidden) == 0 {
			sink.addQuestion(r)
		}
	},
}

// What a question to a board is like.
const (
	questionBytes = 1500 // most of the text
	questionRunes = 14   // least of its sentence
)

// addQuestion reports the last question of a text that leads nowhere. One that
// offers something asks at its end, if it asks at all.
func (s *Sink) addQuestion(r *reading) {
	start, end := r.lastQuestion()
	if start == end || r.leads() {
		return
	}
	for i := range s.Findings {
		f := &s.Findings[i]
		switch {
		case f.Strength <= Silent:
		case f.Kind != Words, f.Signal == wordsPitch.Name, f.Hint == Offered && 2*end < len(r.folded):
			return
		}
	}
	s.Add(Finding{Span: r.span(start, end), Note: "a question that leads nowhere", Strength: StrongHam})
}

// lastQuestion returns the last sentence of a text that asks something and is
// more than a word or two.
func (r *reading) lastQuestion() (start, end int) {
	for end = strings.LastIndexByte(r.folded, '?'); end > 0; end = strings.LastIndexByte(r.folded[:end], '?') {
		before, after := lastRune(r.folded[:end]), firstRune(r.folded[end+1:])
		start = strings.LastIndexAny(r.folded[:end], ".!?\n") + 1
		start += len(r.folded[start:end]) - len(strings.TrimLeft(r.folded[start:end], " "))
		if (unicode.IsLetter(before) || before == ' ') && (len(r.folded) == end+1 || unicode.IsSpace(after) || !isWordRune(after)) &&
			hasRunes(r.folded[start:end], questionRunes) {
			return start, end + 1
		}
	}
	return 0, 0
}

// hasRunes reports whether there are at least n characters in text.
func hasRunes(text string, n int) bool {
	return len(text) >= n*utf8.UTFMax || utf8.RuneCountInString(text) >= n
}

// leads reports whether a text gives its reader anything to follow but an
// address: a number or a name to write to, a code, a name to search for, a call.
func (r *reading) leads() bool {
	const calls = contact | profile | invite
	return r.different(calls) > 0 || r.zeros || r.isNaming() || len(r.personal()) > 0 || slices.ContainsFunc(r.cues, r.isSearch)
}

// isSearch reports whether a cue tells the reader to search for a name.
func (r *reading) isSearch(cue unit) bool {
	if cue.term.role&search == 0 {
		return false
	}
	if start, end := quotedNear(r.folded, &cue); start < end {
		return true
	}
	start, end := r.soughtNear(&cue)
	return start < end
}

// isNaming reports whether a word of letters and digits is in a text that may
// be somebody's name, or that of a site.
func (r *reading) isNaming() bool {
	const name, number = 5, 7 // least letters and digits, digits alone
	return r.has&HasDigit != 0 && slices.ContainsFunc(r.words, func(w stretch) bool {
		word := r.folded[w.start:w.end]
		if !hasDigit(word) {
			return false
		}
		if strings.IndexFunc(word, unicode.IsLetter) >= 0 {
			return len(word) >= name
		}
		glued := unicode.IsLetter(lastRune(r.folded[:w.start])) && !unicode.IsLetter(firstRune(r.folded[w.end:]))
		return len(word) >= number || len(word) > 1 && glued
	})
}
