package signal

import (
	"strings"
	"unicode/utf8"
)

// brailleBegins is what the UTF-8 of the cells with six dots begins with
// (Unicode block Braille Patterns, U+2800 to U+283F).
const brailleBegins = "\xe2\xa0"

// Braille cells by the bits of their dots, as in the block: the letters, and
// the signs that stand in addresses.
const (
	brailleLetters = "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵⠲⠤⠌⠨"
	brailleReads   = "abcdefghijklmnopqrstuvwxyz.-/."
	brailleNumber  = '⠼' // makes digits of a to j
)

// braille reads a cell of Braille, with the sign before it that makes it a
// digit. A full stop may be one as well.
func (r *reading) braille(i int) (plain string, end int) {
	c, n := utf8.DecodeRuneInString(r.folded[i:])
	if c == '.' && i > 0 && strings.HasPrefix(r.folded[i+n:], brailleBegins) {
		return ".", i + n
	}
	isNumber := c == brailleNumber
	if isNumber {
		i += n
		c, n = utf8.DecodeRuneInString(r.folded[i:])
	}
	at := strings.IndexRune(brailleLetters, c)
	if at < 0 {
		return "", i
	}
	k := at / len("⠁")
	if isNumber && k < 10 {
		return string(rune('0' + (k+1)%10)), i + n
	}
	return brailleReads[k : k+1], i + n
}

// Morse code, ITU-R M.1677: the letters from a on, the digits from 0, the signs
// of addresses.
const (
	morseCodes = " .- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. " +
		"----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----. .-.-.- -....- -..-. "
	morseReads = "abcdefghijklmnopqrstuvwxyz0123456789.-/"
)

// morse reads a letter of Morse code.
func (r *reading) morse(i int) (plain string, end int) {
	const longest = 6
	for end = i; end < len(r.folded) && (r.folded[end] == '.' || r.folded[end] == '-'); end++ {
	}
	if end == i || end-i > longest || end < len(r.folded) && r.folded[end] > ' ' && r.folded[end] != '/' {
		return "", i
	}
	at := strings.Index(morseCodes, " "+r.folded[i:end]+" ")
	if at < 0 {
		return "", i
	}
	k := strings.Count(morseCodes[:at], " ")
	return morseReads[k : k+1], end
}
