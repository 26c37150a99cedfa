package fold_test

import (
	"testing"

	"github.com/boardspam/boardspam/spam/internal/fold"
)

func TestAppendHangul(t *testing.T) {
	tests := []struct {
		word   string
		second bool
		want   string
	}{
		{"jino", false, "지노"},
		{"geum", false, "금"},
		{"ca", false, "카"},
		{"ris", false, "리스"},
		{"rot", false, "롯"},
		{"dem", true, "덤"},
		{"seul", false, "슬"},
		{"jang", false, "장"},
		{"oh", false, "오"},
		{"angeul", false, "안글"},
		{"hwang", false, "황"},
		{"tv", false, "tv"},
		{"pc", false, "pc"},
		{"", false, ""},
	}
	for _, tt := range tests {
		if got := string(fold.AppendHangul([]byte("="), tt.word, tt.second)); got != "="+tt.want {
			t.Errorf("%q: %q, want %q", tt.word, got, "="+tt.want)
		}
	}
}
