package signal

import (
	"testing"
	"unicode/utf8"
)

func TestOpenLead(t *testing.T) {
	for r := range rune(utf8.MaxRune + 1) {
		if s := string(r); s[0] >= openLead && scriptOf(r) != open {
			t.Fatalf("%q: %#x may begin a letter that is not open", s, s[0])
		}
	}
}
