package signal

import (
	"unicode/utf8"

	"github.com/boardspam/boardspam/rules"
)

// What Hangul syllables are made of: Unicode 3.12.
const (
	firstSyllable = 0xac00
	finals        = 28 // none among them
	openings      = 19 * 21
	syllables     = openings * finals
	syllableBytes = 3
)

// Some of the finals.
const (
	finalN  = 4  // ㄴ
	finalM  = 16 // ㅁ
	finalSS = 20 // ㅆ
)

// isSyllableAt reports whether a Hangul syllable stands at text[i].
func isSyllableAt(text string, i int) bool {
	return i+2 < len(text) && isLead(text[i]) && isSyllable(longLetter(text, i))
}

// longLetter returns the letter at text[i], which has three bytes.
func longLetter(text string, i int) rune {
	return rune(text[i]&0xf)<<12 | rune(text[i+1]&0x3f)<<6 | rune(text[i+2]&0x3f)
}

// isSyllableBefore reports whether a Hangul syllable stands in front of text[i].
func isSyllableBefore(text string, i int) bool {
	return i >= syllableBytes && isSyllableAt(text, i-syllableBytes)
}

// firstRune returns the first letter of a folded text. Most are Hangul.
func firstRune(s string) rune {
	if isSyllableAt(s, 0) {
		return longLetter(s, 0)
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// lastRune returns the last one.
func lastRune(s string) rune {
	if isSyllableBefore(s, len(s)) {
		return longLetter(s, len(s)-syllableBytes)
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func isSyllable(r rune) bool { return firstSyllable <= r && r < firstSyllable+syllables }

// nextSyllable returns where the first Hangul syllable of text[i:] begins, or
// the end of the text.
func nextSyllable(text string, i int) int {
	const wide = 0x8080808080808080
	for i < len(text) && !isSyllableAt(text, i) {
		if i++; rules.BeginningAt(text, i)&wide == 0 {
			i += 8 // of ASCII
		}
	}
	return min(i, len(text))
}

// nthSyllable returns which Hangul syllable a text begins with, or what is no less
// than syllables.
func nthSyllable(beginning uint64) uint {
	const none = 0xe0<<12 + firstSyllable // of a letter of three bytes, all bits that are no syllable's
	return uint(beginning&0xff<<12|beginning>>2&0xfc0|beginning>>16&0x3f) - none
}

// nthSyllableOf returns which Hangul syllable the bytes of a letter are, or what is
// no less than syllables.
func nthSyllableOf(a, b, c byte) uint {
	const none = (0xe0<<6+0x80)<<6 + 0x80 + firstSyllable // as in nthSyllable
	return uint(a)<<12 + uint(b)<<6 + uint(c) - none
}

// finalOf returns the final of a Hangul syllable, 0 if it has none.
func finalOf(r rune) rune { return (r - firstSyllable) % finals }

// hasFinal reports whether a Hangul syllable ends in a consonant.
func hasFinal(r rune) bool { return finalOf(r) != 0 }
