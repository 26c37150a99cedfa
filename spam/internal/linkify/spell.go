package linkify

import (
	"strings"
	"unicode/utf8"
)

// hangulTLDs are top-level domains as Koreans say them.
var hangulTLDs = []struct{ said, ascii string }{
	{"컴", "com"}, {"콤", "com"}, {"넷", "net"}, {"케이알", "kr"}, {"오알지", "org"},
	{"클럽", "club"}, {"비즈", "biz"}, {"인포", "info"}, {"탑", "top"}, {"씨씨", "cc"}, {"티비", "tv"},
}

// hangulTLD returns the top-level domain that is spelled at the start of text
// and ends there as a word does, and the bytes that it takes.
func hangulTLD(text string) (ascii string, n int) {
	for _, t := range hangulTLDs {
		if rest, ok := strings.CutPrefix(text, t.said); ok && (!startsHangul(rest) || isParticle(rest)) {
			return t.ascii, len(t.said)
		}
	}
	return "", 0
}

func startsHangul(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isHangul(r)
}

// particles are what may follow a noun in a Korean sentence without a blank.
var particles = strings.Fields(`
	은 는 이 가 을 를 에 의 로 와 과 도 만 님 께 및 에서 에게 에는 에도 으로 으로도 로는 로도 까지 부터 보다 처럼 이나 이랑 하고
	입니다 입니당 이에요 예요 이예요 에요 이고 이며 인데 이라고 라고 라는 이라는 이란 란 임 이다 였 이었 사이트 주소 접속 클릭 가입 검색 참고 참조 바로가기`)

// isParticle reports whether the word at the start of text begins with a
// particle, or is no more than one.
func isParticle(text string) bool {
	end := 0
	for end < len(text) && end < len("바로가기로") {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !isHangul(r) {
			break
		}
		end += n
	}
	word := text[:end]
	for _, p := range particles {
		if len(p) > len("가") && strings.HasPrefix(word, p) || word == p {
			return true
		}
	}
	return false
}

// letterNames are the letters and digits as Koreans say them, longest first.
var letterNames = []struct {
	said  string
	ascii byte
}{
	{"에이치", 'h'}, {"더블유", 'w'}, {"떠블유", 'w'}, {"에이", 'a'}, {"에프", 'f'}, {"아이", 'i'}, {"제이", 'j'},
	{"케이", 'k'}, {"에스", 's'}, {"브이", 'v'}, {"엑스", 'x'}, {"와이", 'y'}, {"제트", 'z'}, {"지엣", 'z'},
	{"하나", '1'}, {"다섯", '5'}, {"여섯", '6'}, {"일곱", '7'}, {"여덟", '8'}, {"아홉", '9'},
	{"비", 'b'}, {"씨", 'c'}, {"디", 'd'}, {"이", 'e'}, {"지", 'g'}, {"엘", 'l'}, {"엠", 'm'}, {"엔", 'n'},
	{"오", 'o'}, {"피", 'p'}, {"큐", 'q'}, {"알", 'r'}, {"티", 't'}, {"유", 'u'},
	{"공", '0'}, {"영", '0'}, {"일", '1'}, {"삼", '3'}, {"사", '4'}, {"육", '6'}, {"칠", '7'}, {"팔", '8'}, {"구", '9'},
}

// maxSpelled is the number of bytes that a name may have that is spelled out.
const maxSpelled = 96

// spell returns the name that is spelled out in text, letter by letter, and
// "" if text is anything else. A single letter is no name, and two or more of
// the letters must take two syllables, for short ones make up many a word.
func spell(text string) string {
	if len(text) > maxSpelled {
		return ""
	}
	var b []byte
	long := 0
next:
	for text != "" {
		if c := text[0]; asciiHost[c] {
			b, text = append(b, lower(c)), text[1:]
			continue
		}
		for _, l := range letterNames {
			if rest, ok := strings.CutPrefix(text, l.said); ok {
				if b, text = append(b, l.ascii), rest; len(l.said) > len("비") {
					long++
				}
				continue next
			}
		}
		return ""
	}
	if len(b) < 3 || long == 0 {
		return ""
	}
	return string(b)
}
