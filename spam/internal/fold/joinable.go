package fold

import (
	"unicode"
	"unicode/utf8"
)

// What a byte of folded ASCII is to a chain of letters.
const (
	blankByte = iota // separates words anyway
	signByte
	latinByte
	digitByte
)

var asciiKinds = func() (kinds [utf8.RuneSelf]uint8) {
	for c := range kinds {
		blank, sign := kindsOf(string(rune(c)))
		switch {
		case isLower(byte(c)):
			kinds[c] = latinByte
		case '0' <= c && c <= '9':
			kinds[c] = digitByte
		case sign && !blank:
			kinds[c] = signByte
		}
	}
	return kinds
}()

// joinable reports whether Join could have something to show. It may say so
// in vain, never the other way round.
func joinable(text string) bool {
	letters, singles := 0, 0  // in this run; runs of one letter up to it
	sign, han := false, false // since the last run; anywhere
	for i := 0; i < len(text); {
		c := text[i]
		if c >= 0xe4 && c <= 0xed {
			if c < 0xea && !han && isHanjaWord(text, i) {
				if han = true; hasHangul(text) {
					return true
				}
			}
			if i > 0 && text[i-1] < utf8.RuneSelf && asciiKinds[text[i-1]] >= latinByte && wedge(text, i) {
				return true
			}
			letters++
			i += 3
			continue
		}
		kind := uint8(signByte)
		n := 1
		if c < utf8.RuneSelf {
			kind = asciiKinds[c]
			if (kind == digitByte || c == '$') && i+1 < len(text) && isLower(text[i+1]) || kind == latinByte && jamoBefore(text, i) {
				return true
			}
		} else {
			kind, n = wideKind(text, i)
			if n == 0 || kind == signByte && i+n < len(text) && isSingleSign(text, i, i+n) {
				return true
			}
		}
		i += n
		if kind >= latinByte {
			letters++
			continue
		}
		if letters > 0 {
			if chained(letters, singles, sign) {
				return true
			}
			if letters > 1 {
				singles = 0
			} else {
				singles++
			}
			sign, letters = false, 0
		}
		sign = sign || kind == signByte
	}
	return chained(letters, singles, sign)
}

// wedge reports whether the syllable at text[i], which a Latin letter or digit
// touches, stands alone before another such.
func wedge(text string, i int) bool {
	return i+3 < len(text) && text[i+3] < utf8.RuneSelf && asciiKinds[text[i+3]] >= latinByte
}

// chained reports whether a run may belong to a chain with those before it:
// so many of one letter each, and a sign or not in between.
func chained(letters, singles int, sign bool) bool {
	return sign && (letters == 1 || letters > 1 && singles > 0) || letters == 1 && singles > 1
}

// wideKind classifies the rune at text[i], which is neither ASCII nor a letter
// of East Asia. n is 0 if it is a jamo that may belong to a syllable.
func wideKind(text string, i int) (kind uint8, n int) {
	r, n := utf8.DecodeRuneInString(text[i:])
	switch {
	case r >= 'ㄱ' && r <= 'ㅣ':
		if i+n < len(text) {
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if r <= 'ㅎ' && (next >= 'ㅏ' && next <= 'ㅣ' || asVowel(next) != 0 || isSyllable(next) && i > 0 && (text[i-1] >= utf8.RuneSelf || asciiKinds[text[i-1]] >= latinByte)) {
				return 0, 0
			}
		}
		return latinByte, n
	case r >= 0x2010 && r <= 0x2027, r >= 0x3000 && r < 0x3030, r == '·':
		return blankByte, n
	case r >= 0x2000 && r < 0x2c00, r >= 0x1f000 && r < 0x20000:
		return signByte, n
	case r >= 0xf8 && r < 0x2c0, unicode.IsLetter(r), isMark(r):
		return latinByte, n
	}
	return signByte, n
}

// jamoBefore reports whether a consonant stands right before text[i].
func jamoBefore(text string, i int) bool {
	if i < 3 || text[i-3] != 0xe3 || text[i] != 'r' && text[i] != 'l' && text[i] != 'i' && text[i] != 't' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i-3:])
	return r >= 'ㄱ' && r <= 'ㅎ'
}
