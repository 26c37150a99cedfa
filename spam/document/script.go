package document

import (
	"unicode"
	"unicode/utf8"
)

func decode(s string) (rune, int) { return utf8.DecodeRuneInString(s) }

// scriptOf returns the script of a letter outside ASCII, and 0 for what is no
// letter and no digit.
func scriptOf(r rune) Script {
	switch {
	case r >= 0xac00 && r < 0xd7a4, r >= 0x3131 && r < 0x318f, r >= 0x1100 && r < 0x1200:
		return Hangul
	case r >= 0x4e00 && r < 0xa000, r >= 0x3400 && r < 0x4dc0, r >= 0x20000 && r < 0x32000, r == '々':
		return Han
	case r >= 0x3041 && r < 0x3100, r >= 0x31f0 && r < 0x3200:
		return Kana
	case r >= 0x400 && r < 0x530:
		return Cyrillic
	case r >= 0x370 && r < 0x400, r >= 0x1f00 && r < 0x2000:
		return Greek
	case unicode.Is(unicode.Latin, r):
		return Latin
	case unicode.IsLetter(r):
		return OtherScript
	case unicode.IsDigit(r):
		return Digits
	}
	return 0
}
