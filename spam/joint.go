package spam

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// counts reports whether a number goes on from left to right: with digits, or
// with what the text writes right behind digits elsewhere.
func (h *host) counts(left, right string) bool {
	l, _ := utf8.DecodeLastRuneInString(left)
	r, size := utf8.DecodeRuneInString(right)
	if !unicode.IsDigit(l) {
		return false
	}
	if unicode.IsDigit(r) {
		return true
	}
	return unicode.IsLetter(r) && h.count(right[:size], func(before, _ rune) bool { return unicode.IsDigit(before) }) > 0
}

// spells reports whether left and right are halves of a word of an alphabet:
// the text writes it somewhere else, and one of the halves nowhere. Chinese and
// Japanese part no words.
func (h *host) spells(left, right string) bool {
	l, _ := utf8.DecodeLastRuneInString(strings.TrimRight(left, ",.!?:;、。，！？"))
	r, _ := utf8.DecodeRuneInString(right)
	if isUnparted(l) && isUnparted(r) {
		return true
	}
	if l, _ = utf8.DecodeLastRuneInString(left); !unicode.IsLetter(l) || !unicode.IsLetter(r) || unicode.Is(unicode.Hangul, l) {
		return false
	}
	left, right = wordTail(left), wordHead(right)
	return h.words(left+right) > 0 && (h.words(left) < 2 || h.words(right) < 2)
}

// words returns how often a word stands in the text.
func (h *host) words(word string) int {
	return h.count(word, func(before, after rune) bool { return !unicode.IsLetter(before) && !unicode.IsLetter(after) })
}

// count returns how often s stands in the text between runes that suit, which
// are utf8.RuneError at its ends. It gives up at maxSearched.
func (h *host) count(s string, suit func(before, after rune) bool) (n int) {
	if s == "" || h.searched > maxSearched {
		return 0
	}
	h.searched += len(h.text)
	for at := 0; ; {
		i := strings.Index(h.text[at:], s)
		if i < 0 {
			return n
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(h.text[:at])
		at += len(s)
		after, _ := utf8.DecodeRuneInString(h.text[at:])
		if suit(before, after) {
			n++
		}
	}
}

// wordTail returns the letters that s ends with.
func wordTail(s string) string {
	s = s[max(0, len(s)-maxRun):]
	return s[len(strings.TrimRightFunc(s, unicode.IsLetter)):]
}

// wordHead returns the letters that s begins with.
func wordHead(s string) string {
	s = s[:min(len(s), maxRun)]
	return s[:len(s)-len(strings.TrimLeftFunc(s, unicode.IsLetter))]
}

// isUnparted reports whether a character is one of a script that puts no blanks
// between words.
func isUnparted(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
