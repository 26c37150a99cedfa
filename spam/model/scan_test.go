package model

import (
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClassOf(t *testing.T) {
	for c := rune(utf8.RuneSelf); c <= unicode.MaxRune; c++ {
		want := symbol
		switch {
		case unicode.IsLetter(c), unicode.IsMark(c):
			want = letter
		case unicode.IsDigit(c):
			want = digit
		case unicode.IsSpace(c):
			want = blank
		}
		if got := classOf(c); got != want {
			t.Errorf("%U is of class %d, want %d", c, got, want)
		}
	}
}

func TestDecode(t *testing.T) {
	for c := rune(0); c <= unicode.MaxRune; c++ {
		s := string(c) + "."
		if got, size := decode(s, 0); size != len(s)-1 || got != c && utf8.ValidRune(c) {
			t.Errorf("%U is decoded as %U of %d bytes", c, got, size)
		}
	}
	for _, s := range []string{"\xe1", "\xe1\x80", "\xe1\x80.", "\xe1.\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\x80", "\xf5\x80\x80\x80"} {
		if got, size := decode(s, 0); got != utf8.RuneError || size != 1 {
			t.Errorf("%q is decoded as %U of %d bytes", s, got, size)
		}
	}
}
