package grammar

import (
	"slices"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
)

// TestTaggerIsProse compares parts of speech with those that prose itself tells.
func TestTaggerIsProse(t *testing.T) {
	for _, text := range []string{
		"to check out my . to visit our site . to subscribe now guys .",
		"to don't miss this . to let's begin with . to can't wait to .",
		"to call 5551234 now . to win 1000 dollars . to tim 0 the .",
		"to derma Breast Lift . to contrary to what . to self confidence and .",
		"to nick Hilliard's nick . to nope indeed IPFW2 . to font face Verdana .",
		"to click here now . to click the link . to love my click .",
		"to xyzzy Qwfp 12ab .",
	} {
		doc, err := prose.NewDocument(text+" ", prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		g := tagging{tagger: builtinTagger()}
		for word := range strings.FieldsSeq(text) {
			g.words = appendPieces(g.words, word)
		}
		tokens := doc.Tokens()
		if len(tokens) != len(g.words) {
			t.Fatalf("%s: %q, prose has %v", text, g.words, tokens)
		}
		for i, token := range tokens {
			if part := g.part(i); g.words[i] != token.Text || part != token.Tag {
				t.Errorf("%s: %q is %s, to prose %q is %s", text, g.words[i], part, token.Text, token.Tag)
			}
		}
	}
}

func TestPieces(t *testing.T) {
	tests := []struct {
		word string
		want []string
	}{
		{"word", []string{"word"}},
		{"Don't", []string{"Do", "n't"}},
		{"it's", []string{"it", "'s"}},
		{"you're", []string{"you", "'re"}},
		{"x's'll", []string{"x's", "'ll"}},
		{"abc'sdef", []string{"abc"}},
		{"n't", []string{"n't"}},
	}
	for _, tt := range tests {
		if got := appendPieces(nil, tt.word); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.word, got, tt.want)
		}
	}
}
