package fold

import "unicode/utf8"

// isSingleSign reports whether text[start:end] is one sign outside ASCII with
// letters on both sides, of East Asia or of one alphabet: nothing that
// separates words.
func isSingleSign(text string, start, end int) bool {
	_, n := utf8.DecodeRuneInString(text[start:])
	if n != end-start || n == 1 {
		return false
	}
	switch c := text[end]; {
	case c >= 0xe4 && c <= 0xed:
		return start >= 3 && text[start-3] >= 0xe4 && text[start-3] <= 0xed
	case isLower(c):
		return start >= 1 && isLower(text[start-1])
	case c == 0xd0 || c == 0xd1:
		return start >= 2 && (text[start-2] == 0xd0 || text[start-2] == 0xd1)
	}
	return false
}

// kindsOf tells what a separator holds: blanks or marks that separate words
// anyway, signs that do not.
func kindsOf(sep string) (blank, sign bool) {
	for _, r := range sep {
		switch r {
		case ' ', '\n', '\t', '\r', '.', ',', '?', '!', ':', ';', '…', '·', '/', '~', '-', '"', '(', ')', '[', ']', '<', '>',
			'→', '&', '+', '=', '%', '#':
			blank = true
		default:
			if isPause(r) {
				blank = true
			} else {
				sign = true
			}
		}
	}
	return blank, sign
}

// isPause reports whether a wide rune parts words anyway: dashes, quotation
// marks and dots, and the brackets and stops of East Asia.
func isPause(r rune) bool {
	return r >= 0x2010 && r <= 0x2027 || r >= 0x3000 && r < 0x3030 || r == '・'
}
