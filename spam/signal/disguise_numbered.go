package signal

import (
	"slices"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var disguiseNumbered = Signal{
	Name: "disguise/numbered",
	Kind: Disguise,
	Doc: "Several Latin words of a short text have digits for letters within, and one of its words is of advertisements. " +
		"Players write so among themselves, of other things.",
	Needs: HasMixed,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= romanBytes && len(r.words) >= numberedLeast {
			sink.addNumbered(r)
		}
	},
}

const (
	numberedLeast = 3 // different words with digits for letters
	numberedBytes = 4 // of one
)

// lettersFor puts the letters that digits look like in their place.
var lettersFor = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t")

// addNumbered reports the words of a text that have digits for letters.
func (s *Sink) addNumbered(r *reading) {
	var found []stretch
	const telling = head | offer | luck
	roles, trading := r.roles, 0
	for _, w := range r.words {
		if !mayHoldDigit(r.folded, w) {
			continue
		}
		word := r.folded[w.start:w.end]
		if isNumbered(word) && !r.inLink(int(w.start)) &&
			!slices.ContainsFunc(found, func(o stretch) bool { return r.folded[o.start:o.end] == word }) {
			found = append(found, w)
			if t := builtinLexicon().find([]byte(lettersFor.Replace(word))); t != nil {
				roles |= t.role
				trading += points(t.role&trade != 0)
			}
		}
	}
	sells := 2*trading >= len(found) || len(r.links) > 0 || len(r.personal()) > 0
	if len(found) < numberedLeast || roles&telling == 0 && !(roles&name != 0 && sells) {
		return
	}
	for _, w := range found {
		s.Add(Finding{Span: r.span(int(w.start), int(w.end)), Payload: Anchor, Note: "digits for letters", Strength: Strong})
	}
}

// isNumbered reports whether a word has single digits that look like letters
// between its letters, and more letters than these.
func isNumbered(word string) bool {
	if len(word) < numberedBytes {
		return false
	}
	within, letters := 0, 0
	for i := range len(word) {
		switch {
		case isAlpha(word[i]):
			letters++
		case strings.IndexByte("013457", word[i]) < 0:
			return false
		case i > 0 && i+1 < len(word) && isAlpha(word[i-1]) && isAlpha(word[i+1]):
			within++
		}
	}
	return within > 0 && letters*2 > len(word)
}
