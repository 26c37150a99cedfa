package signal

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fold"
)

// Terms of several words lose the blanks between them where single letters
// are closed up.
const (
	gluedLetters = 8       // letters of the shortest term that is looked for so
	gluedStart   = 4       // bytes that the terms are sorted by
	maxGlued     = 1 << 12 // closed up letters of a text that are searched
)

// gluedTerms holds the heads of several words in alphabets, without blanks, by
// their beginnings, the longest first.
var gluedTerms = sync.OnceValue(func() map[string][]string {
	m := make(map[string][]string)
	for _, t := range builtinLexicon().terms {
		if t.role&head == 0 || !strings.Contains(t.text, " ") || scriptOf(firstRune(t.text)) == open {
			continue
		}
		if s := strings.ReplaceAll(t.text, " ", ""); utf8.RuneCountInString(s) >= gluedLetters {
			m[s[:gluedStart]] = append(m[s[:gluedStart]], s)
		}
	}
	for _, list := range m {
		slices.SortFunc(list, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	}
	return m
})

// gluedIn reports the terms of several words among letters that are closed up.
func gluedIn(t *document.Text, sink *Sink) {
	v, left := t.Joined(), maxGlued
	for i := 0; i+gluedLetters <= len(v.Text) && left > 0; i++ {
		if !utf8.RuneStart(v.Text[i]) {
			continue
		}
		if left--; scriptOf(firstRune(v.Text[i:])) == open {
			continue // no such term begins so
		}
		for _, term := range gluedTerms()[v.Text[i:i+gluedStart]] {
			if end := i + len(term); strings.HasPrefix(v.Text[i:], term) && v.CausesIn(i, end)&fold.Spaced != 0 {
				sink.Add(Finding{Span: t.JoinedSpan(i, end), Payload: Anchor, Note: "a veiled word: spaced", Strength: Strong})
				i = end - 1
				break
			}
		}
	}
}
