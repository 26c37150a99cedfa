package signal

import (
	"slices"
	"testing"
)

// TestSweepTerms checks that a sweep, which passes over most Hangul by sounds and
// pairs of letters, finds what a search for the terms finds.
func TestSweepTerms(t *testing.T) {
	lex := builtinLexicon()
	var s sweep
	words := lex.words()
	for i, word := range words {
		next := words[(i+7)%len(words)]
		for _, text := range []string{word, word + next, "가 " + word + " 나다", "3" + word + "a " + next, word + "  " + word} {
			s.read(text)
			if want := lex.appendMatches(nil, text); !slices.Equal(s.matches, want) {
				t.Fatalf("%q: matches %v, want %v", text, s.matches, want)
			}
		}
	}
}
