package corpus

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var tidyLines = []string{
	"", "plain\x7f text, longer", "한글 한글 한글 한글", "é 🍊 \u0800 \ud7ff \ue000 \uffff", "힣힣힣힣🍊🍊🍊🍊", "привет, друзья, привет", "สวัสดี สวัสดี",
	"a\tb", "1234567\x00", "12345678\x1f2345678", "한글\n한글", "\xff", "12345678\xed\xa0\x80345678", "\xe0\x80\x80345678", "12345678\xed\x95",
	"\xed\x95\x9c\xed\x95a한글한글", "\xf4\x90\x80\x8012345678", "\xc0\x8012345678", "\x80\x80\x80abcdefgh", "\xf0\x8f\x80\x8012345678",
	"1234567\xf0\x8f\x80\x80", "1234567\xed\xa0\x80", "1234567\xec", "123456\xf0\x9f\x8d", "123456\xf0\x9f\x8d1234567890",
}

// tidy is isTidy in other words.
func tidy(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' })
}

// TestIsTidy moves each line through all places of a word.
func TestIsTidy(t *testing.T) {
	for _, line := range tidyLines {
		for i := range 9 {
			for _, s := range []string{strings.Repeat("x", i) + line, line + strings.Repeat("x", i), strings.Repeat("가", i) + line + "12345678"} {
				if got := isTidy([]byte(s)); got != tidy(s) {
					t.Errorf("%q: %v", s, got)
				}
			}
		}
	}
}

func FuzzIsTidy(f *testing.F) {
	for _, line := range tidyLines {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if got := isTidy([]byte(line)); got != tidy(line) {
			t.Errorf("%q: %v", line, got)
		}
	})
}

func BenchmarkIsTidy(b *testing.B) {
	line := []byte(strings.Repeat(`{"id": "news/12", "text": "산장은 다음 달에 문을 연다고 하니 그때 다시 가 보려고 합니다."}`, 3))
	b.SetBytes(int64(len(line)))
	for b.Loop() {
		isTidy(line)
	}
}
