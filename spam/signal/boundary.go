package signal

import "unicode/utf8"

// endings is how many letters an ending of a language with inflection may have.
const endings = 3

// bounded reports whether text[start:end] is a word of its own, as its script
// has it. Words in Latin letters begin and end where the letters do; digits
// may follow a longer one, as in a brand. Words in Cyrillic or Greek letters
// may go on with an ending. In Hangul, Han, kana, Thai and Arabic, words touch.
func bounded(text string, start, end int) bool {
	if end-start >= 3 && text[start] >= openLead && text[end-3] >= openLead {
		return true
	}
	if scriptOf(firstRune(text[start:])) != open && scriptOf(lastRune(text[:start])) != open {
		return false
	}
	a := scriptOf(lastRune(text[:end]))
	if a == open || end == len(text) {
		return true
	}
	switch b := scriptOf(firstRune(text[end:])); {
	case b == open:
		return true
	case a == inflected && b == inflected:
		return lettersAt(text[end:]) <= endings
	default:
		return a == latin && b == digits && end-start > endings+1
	}
}

// openLead is the least byte with which a letter of at least three begins that is
// open, as are all those above it.
const openLead = 0xe2

// labelledDigits is how many digits a messenger's numbers have at least.
const labelledDigits = 5

// labels reports whether text[start:end], which ends in a Latin letter, is a
// word behind no other and is glued to a number, as in qq12345678.
func labels(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	if end-start < 2 || !isAlpha(text[end-1]) || scriptOf(before) != open {
		return false
	}
	n := 0
	for end+n < len(text) && '0' <= text[end+n] && text[end+n] <= '9' {
		n++
	}
	return n >= labelledDigits && (end+n == len(text) || !isAlpha(text[end+n]))
}

// A script says how its words are set apart.
type script uint8

const (
	open script = iota // they are not, or carry particles; also what is no letter
	latin
	digits
	inflected // Cyrillic, Greek
)

func scriptOf(r rune) script {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
		return latin
	case '0' <= r && r <= '9':
		return digits
	case r < 0xC0:
		return open
	case r < 0x250 || 0x1E00 <= r && r < 0x1F00:
		return latin
	case 0x370 <= r && r < 0x530:
		return inflected
	}
	return open
}

func isLatin(r rune) bool { return scriptOf(r) == latin }

// lettersAt returns how many letters of an inflected language text begins
// with, but no more than matter.
func lettersAt(text string) (n int) {
	for _, r := range text {
		if scriptOf(r) != inflected || n > endings {
			break
		}
		n++
	}
	return n
}

func isAlnum(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }
