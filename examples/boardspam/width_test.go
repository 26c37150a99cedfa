package main

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTextWidth(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"", 0}, {"abc", 3}, {"한글", 4}, {"a한b", 4}, {"ｆｕｌｌ", 8}, {"e\u0301", 1}, {"日本", 4}, {"\u1112\u1161\u11ab", 2}, {"🍊", 2}, {"…", 1},
	}
	for _, test := range tests {
		if got := textWidth(test.text); got != test.want {
			t.Errorf("%q takes %d columns, want %d", test.text, got, test.want)
		}
	}
}

func TestFit(t *testing.T) {
	tests := []struct {
		text    string
		columns int
		want    string
	}{
		{"abc", 3, "abc"}, {"abcd", 3, "ab…"}, {"한글", 4, "한글"}, {"한글날", 5, "한글…"}, {"한글날", 4, "한…"}, {"a 한글", 3, "a…"}, {"abc", 0, "…"}, {"", 0, ""},
	}
	for _, test := range tests {
		if got := fit(test.text, test.columns); got != test.want {
			t.Errorf("fit(%q, %d) = %q, want %q", test.text, test.columns, got, test.want)
		}
	}
}

func TestVisible(t *testing.T) {
	tests := []struct {
		text  string
		lines bool
		want  string
	}{
		{"평범한 text, 👨‍👩‍👧", false, "평범한 text, 👨‍👩‍👧"},
		{"a\nb\tc", true, "a\nb\tc"},
		{"a\nb\tc", false, `a\x0ab\x09c`},
		{"a\r\nb\rc", true, "a\nb\\x0dc"},
		{"\x1b[31mred", true, `\x1b[31mred`},
		{"\u202edne\u202c", true, `\u202edne\u202c`},
		{"zero\u200bwidth \u00ad \u3164", true, `zero\u200bwidth \u00ad \u3164`},
		{"tag \U000e0041", true, `tag \U000e0041`},
		{"stray \xff\xc3", true, `stray \xff\xc3`},
		{"카\u200d지노 👩‍💻 ❤️‍🔥", true, `카\u200d지노 👩‍💻 ❤️‍🔥`},
		{"\x7f\u0085\u2028", true, `\x7f\u0085\u2028`},
	}
	for _, test := range tests {
		if got := visible(test.text, test.lines); got != test.want {
			t.Errorf("visible(%q) = %s, want %s", test.text, got, test.want)
		}
	}
}

func FuzzVisible(f *testing.F) {
	f.Add("\x1b]0;\u202e\r\n\xff", 10)
	f.Fuzz(func(t *testing.T, s string, columns int) {
		got := visible(s, true)
		if !utf8.ValidString(got) || strings.ContainsAny(got, "\x00\x07\x08\x1b\x7f\r\u009b\u202e\u2066") {
			t.Errorf("%q became %q", s, got)
		}
		if columns = columns & 127; textWidth(fit(got, columns)) > max(columns, 1) {
			t.Errorf("%q does not fit into %d", got, columns)
		}
	})
}

func TestWrap(t *testing.T) {
	red := look{color: true}.paint(red, "빨간 글")
	tests := []struct {
		line    string
		columns int
		want    string
	}{
		{"가나 다라", 0, "가나 다라"},
		{"가나 다라 마바", 12, "가나 다라 \n  마바"},
		{"한줄로된긴글자입니다", 8, "한줄로된긴글자입니다"},
		{"가 " + red, 12, "가 " + red},
	}
	for _, test := range tests {
		if got := wrap(test.line, test.columns, indent); got != test.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", test.line, test.columns, got, test.want)
		}
	}
}
