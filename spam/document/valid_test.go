package document

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestFoldedIsValid reads posts of stray bytes: signals take it for granted that folded
// text is well-formed UTF-8.
func TestFoldedIsValid(t *testing.T) {
	parts := []string{"가", "삼", "1", "a", "A", " ", "\n", "<b>", "&#44032;", "&", "%EA", "ⓐ", "́", "\xe2", "\xea\xb0", "\xed\xa0\x80", "\xff", "\xc2", "\xf0\x9f", "\x80", "http://a.kr/\xea"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range 1 + random.IntN(12) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		for _, format := range []Format{Plain, HTML, Markdown, BBCode} {
			for _, text := range Read(&Post{Title: b.String(), Body: b.String(), Format: format}).Texts {
				if !utf8.ValidString(text.Folded.Text) {
					t.Fatalf("%v %q: folded to %q", format, b.String(), text.Folded.Text)
				}
			}
		}
	}
}
