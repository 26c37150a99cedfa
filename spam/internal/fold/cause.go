package fold

import "strings"

// A Cause is a set of reasons why a stretch of text is perceived otherwise
// than it was written. None of them is wrong in itself: names are written in
// full-width letters, hearts need a variation selector, Persian needs the
// zero-width non-joiner. What matters is which of them hides what.
type Cause uint32

// The causes of a change.
const (
	Styled     Cause = 1 << iota // letters of another make: 𝒂 ⓐ 🅰 ᴀ ᵃ 🇦 ㉮ ①
	Width                        // full-width Latin, half-width kana and jamo
	Compat                       // any other compatibility character: ㎏ ㈜ ﬁ
	Confusable                   // a letter of another alphabet within a word
	Invisible                    // nothing is shown: zero-width, control and joining characters, soft hyphens
	Filler                       // an empty letter: Hangul fillers, blank Braille
	Selector                     // variation selectors and the combining keycap
	Bidi                         // marks that turn the direction of writing
	Tag                          // tag characters outside a flag
	Combining                    // marks piled on a letter that has no such form
	Decomposed                   // a letter in pieces that compose: NFD text, as some systems save it
	Entity                       // an HTML character reference, or the per cent code of a letter
	Broken                       // bytes that are not UTF-8
	Markup                       // tags and the like, which a page does not show
	Spaced                       // letters that stand one by one, in view Join
	Jamo                         // a syllable spelt out in jamo or their look-alikes, a Han character in its parts, in view Join
	Leet                         // digits and signs for letters, in view Join
	Reading                      // hanja for Hangul, in view Join
)

var causeNames = [...]string{
	"styled", "width", "compat", "confusable", "invisible", "filler", "selector",
	"bidi", "tag", "combining", "decomposed", "entity", "broken", "markup",
	"spaced", "jamo", "leet", "reading",
}

// String returns the names of the causes, joined by '+'.
func (c Cause) String() string {
	var names []string
	for i, name := range causeNames {
		if c&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, "+")
}
