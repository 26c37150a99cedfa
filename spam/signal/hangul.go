package signal

// What Hangul syllables are made of: Unicode 3.12.
const (
	firstSyllable = 0xac00
	finals        = 28 // none among them
	openings      = 19 * 21
	syllables     = openings * finals
)

// Some of the finals.
const (
	finalN  = 4  // ㄴ
	finalM  = 16 // ㅁ
	finalSS = 20 // ㅆ
)

func isSyllable(r rune) bool { return firstSyllable <= r && r < firstSyllable+syllables }

// nextSyllable returns where the first Hangul syllable of text[i:] begins, or
// the end of the text.
func nextSyllable(text string, i int) int {
	for i < len(text) && !(isLead(text[i]) && isSyllable(firstRune(text[i:]))) {
		i++
	}
	return i
}

// finalOf returns the final of a Hangul syllable, 0 if it has none.
func finalOf(r rune) rune { return (r - firstSyllable) % finals }

// hasFinal reports whether a Hangul syllable ends in a consonant.
func hasFinal(r rune) bool { return finalOf(r) != 0 }
