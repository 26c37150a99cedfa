package signal

import (
	"slices"
	"testing"
)

// TestSweepTerms checks that a sweep, which passes over most of a text by what terms
// begin with, finds what a search for the terms finds.
func TestSweepTerms(t *testing.T) {
	lex := builtinLexicon()
	words := lex.words()
	var s sweep
	for i, word := range words {
		next := words[(i+7)%len(words)]
		for _, text := range []string{word, word + next, "가 " + word + " 나다", "3" + word + "a " + next, word + "s  " + word, next + "." + word + "7"} {
			s.read(text)
			all, acts, issue := lex.onlyTerms(lex.phrases.Append(nil, text, maxUnits))
			got, want := lex.units(nil, s.matches, text, nil), lex.units(nil, lex.addSingles(all, text), text, nil)
			if !slices.Equal(got, want) || s.acts != acts || s.issue != issue {
				t.Fatalf("%q: units %v, acts %d, issue %d, want %v, %d, %d", text, got, s.acts, s.issue, want, acts, issue)
			}
		}
	}
}
