package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A letterClass tells scripts apart as far as the borders of words go.
type letterClass uint8

const (
	noLetter letterClass = iota
	spaced               // scripts that put blanks between words
	digit
	hangul
	unspaced // Chinese, kana, Thai and others: any place may be a border
)

// classOf returns the class of a rune.
func classOf(r rune) letterClass {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case isAlpha(byte(r)):
			return spaced
		case '0' <= r && r <= '9':
			return digit
		}
		return noLetter
	case 0xAC00 <= r && r <= 0xD7A3, 0x3131 <= r && r <= 0x318E, 0x1100 <= r && r <= 0x11FF:
		return hangul
	case 0x2E80 <= r && r <= 0x9FFF, 0xF900 <= r && r <= 0xFAFF, 0x20000 <= r && r <= 0x3FFFF, 0x0E00 <= r && r <= 0x0FFF, 0x1000 <= r && r <= 0x109F, 0x1780 <= r && r <= 0x17FF:
		return unspaced
	case unicode.IsLetter(r), unicode.IsMark(r):
		return spaced
	case unicode.IsDigit(r):
		return digit
	}
	return noLetter
}

// isBorder reports whether a word may begin or end between two runes. A
// change of script is a border; between a letter and a digit there is none.
func isBorder(a, b rune) bool {
	x, y := classOf(a), classOf(b)
	switch {
	case x == noLetter || y == noLetter || x == unspaced || y == unspaced:
		return true
	case x == hangul || y == hangul:
		return x != y
	}
	return false
}

// isWord reports whether text[start:end] stands as words of their own. After
// Hangul, particles may follow: "카지노에서는" holds the word "카지노".
func isWord(text string, start, end int) bool {
	if start > 0 {
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		first, _ := utf8.DecodeRuneInString(text[start:])
		if !isBorder(before, first) {
			return false
		}
	}
	if end == len(text) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(text[start:end])
	after, _ := utf8.DecodeRuneInString(text[end:])
	if classOf(after) == hangul && classOf(last) != noLetter {
		return isParticles(text[end:])
	}
	return isBorder(last, after)
}

// maxParticles is the most bytes that particles after a word may take: eight
// syllables.
const maxParticles = 24

// isParticles reports whether the Hangul that text begins with is made of
// particles and endings of the copula only.
func isParticles(text string) bool {
	end := 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if classOf(r) != hangul {
			break
		}
		if end += size; end > maxParticles {
			return false
		}
	}
	var reached [maxParticles + 1]bool
	reached[0] = true
	for at := 0; at < end; at += 3 {
		if !reached[at] {
			continue
		}
		for _, p := range particles {
			if strings.HasPrefix(text[at:end], p) {
				reached[at+len(p)] = true
			}
		}
	}
	return reached[end]
}

// particles are what follows a noun without a blank (Korean grammar of the
// National Institute of Korean Language, chapters on 조사 and 이다).
var particles = strings.Fields(`
	가 같은 같이 고 과 까지 께 께서 나 는 대로 도 든지 들 라고 라는 라도 라며 라면 랑 로 로서 로써 를
	마다 마저 만 만큼 며 면 밖에 보다 부터 뿐 서 야 에 에게 에게서 에는 에서 에서는 엔 와 요 으로 으로서 으로써
	은 을 의 이 이고 이나 이다 이든지 이라 이라고 이라는 이라도 이라며 이라면 이랑 이며 이야 이었다 이에요
	인 인가 인데 일 임 입니까 입니다 예요 였다 조차 처럼 치고 커녕 하고 한테 한테서`)
