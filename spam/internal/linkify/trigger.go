package linkify

import (
	"strings"
	"unicode/utf8"
)

// A pair of bytes is a trigger if first and second have a bit in common. The
// filter lets through all that readers may take for the dot of an address, or
// for a scheme's colon, and stops the full stop of a sentence.
const (
	dotPair     = 1 << iota // '.' and a letter or digit
	dotBlank                // '.' and a blank
	blankDot                // a blank and '.' or ',', or 'd' of "dot"
	colonPair               // ':' and a slash
	bracketPair             // an opening bracket and a dot, or its first letter
	commaPair               // a comma, a star and the like, and the first letter of a top-level domain
	oddHigh                 // 2nd and 3rd byte of 。 ․ ‧ •
	oddC2B7                 // ·
	odd868D                 // ㆍ
	odd83BB                 // ・
	oddBC8E                 // ． ，
	oddBDA1                 // ｡
	hangul8BB7              // 닷
	hangulA99C              // 쩜 쩌
	hangulA090              // 점
	han82B9                 // 点
	hanBB9E                 // 點
	kana                    // どっと ドット
	cyrillic                // a blank and the first byte of точка
	oddCircle               // ● ○ ◦
	oddStar                 // ★ ☆
	bidi                    // U+202E, after which text is shown from right to left
	tags                    // U+E0000 to U+E0FFF
)

var first, second = triggerTables()

func triggerTables() (first, second [256]uint32) {
	pair := func(bit uint32, a, b string) {
		for i := range len(a) {
			first[a[i]] |= bit
		}
		for i := range len(b) {
			second[b[i]] |= bit
		}
	}
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	pair(dotPair, ".", letters+"0123456789")
	for c := 0xC2; c < 0x100; c++ {
		second[c] |= dotPair
	}
	pair(dotBlank, ".", " \n\r]")
	pair(blankDot, " \n\r", ".,dD")
	pair(colonPair, ":", "/\\\n")
	pair(bidi, "\x80", "\xAE")
	pair(tags, "\xF3", "\xA0")
	pair(bracketPair, "[({<", ".,dD\xEC\xEB\xE3\xC2\xEF ")
	pair(commaPair, ",*~^;|", "cknCKN")
	pair(oddHigh, "\x80", "\x82\xA4\xA7\xA2")
	pair(oddC2B7, "\xC2", "\xB7")
	pair(odd868D, "\x86", "\x8D")
	pair(odd83BB, "\x83", "\xBB")
	pair(oddBC8E, "\xBC", "\x8E\x8C")
	pair(oddBDA1, "\xBD", "\xA1")
	pair(hangul8BB7, "\x8B", "\xB7")
	pair(hangulA99C, "\xA9", "\x9C\x8C")
	pair(hangulA090, "\xA0", "\x90")
	pair(han82B9, "\x82", "\xB9")
	pair(hanBB9E, "\xBB", "\x9E")
	pair(kana, "\x81\x83", "\xA9\x89")
	pair(cyrillic, " ", "\xD1\xD0")
	pair(oddCircle, "\x97", "\x8F\x8B\xA6")
	pair(oddStar, "\x98", "\x85\x86")
	return first, second
}

// isIdle reports whether the trigger at the start of text is one of those that
// prose is full of, the end of a sentence, with a blank behind it or not, and
// a word that begins with d, and is no more than that.
func isIdle(text string) bool {
	if text[0] == '.' {
		if c := text[1]; 0xEA <= c && c <= 0xED {
			return !strings.HasPrefix(text[1:], "한국") && !strings.HasPrefix(text[1:], "닷") && !strings.HasPrefix(text[1:], "삼성") &&
				!strings.HasPrefix(text[1:], "컴") && !strings.HasPrefix(text[1:], "콤")
		}
		for i := 1; i < len(text) && i < 5; i++ {
			if !isBlank(text[i]) {
				return i > 1 && (text[i] < 'a' || 'z' < text[i]) && text[i] != 'W'
			}
		}
		return isBlank(text[1])
	}
	if text[0] == ' ' && text[1] >= utf8.RuneSelf {
		return !strings.HasPrefix(text[1:], "точка") && !strings.HasPrefix(text[1:], "Точка")
	}
	return isBlank(text[0]) && text[1] != '.' && text[1] != ',' && (len(text) < 4 || lower(text[2]) != 'o' || lower(text[3]) != 't')
}

// leads holds, by second byte, the first bytes of the dots that are letters
// of three bytes; of most other letters only the rest is alike.
var leads = [256]string{0x80: "\xE2\xE3", 0x81: "\xE3", 0x82: "\xE7", 0x83: "\xE3", 0x86: "\xE3", 0x8B: "\xEB", 0x97: "\xE2", 0x98: "\xE2",
	0xA0: "\xEC", 0xA9: "\xEC", 0xBB: "\xE9", 0xBC: "\xEF", 0xBD: "\xEF"}

// isOddDot reports whether the trigger at i is the second byte of a dot.
func isOddDot(text string, i int) bool {
	if i == 0 {
		return false
	}
	c := text[i-1]
	for k := range len(leads[text[i]]) {
		if leads[text[i]][k] == c {
			return true
		}
	}
	return false
}

// nextTrigger returns the position of the first trigger at or after i, and -1
// if there is none. For a dot of three bytes this is its second byte.
func nextTrigger(text string, i int) int {
	rest, n := text[i:], 0
	for ; n <= len(rest)-9; n += 8 {
		w := rest[n : n+9]
		if (first[w[0]]&second[w[1]])|(first[w[1]]&second[w[2]])|
			(first[w[2]]&second[w[3]])|(first[w[3]]&second[w[4]])|
			(first[w[4]]&second[w[5]])|(first[w[5]]&second[w[6]])|
			(first[w[6]]&second[w[7]])|(first[w[7]]&second[w[8]]) != 0 {
			break
		}
	}
	for ; n < len(rest)-1; n++ {
		if first[rest[n]]&second[rest[n+1]] != 0 {
			return i + n
		}
	}
	return -1
}
