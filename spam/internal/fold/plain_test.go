package fold

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestPlainRun checks that plainRun stops before what is not plain, and not long before.
func TestPlainRun(t *testing.T) {
	plain := []string{" ", "\n", "a", "Z", "it's", "7", "가", "나다", "각", "훟", "\ucfff", "\ud000", "뿌리 깊은 나무는", "ㄱ", "ㅋㅋ", "ㅠ", "ㅣ", "…", "“", "’", "\ud7a3"}
	other := []string{"\x00", "&amp;", "%", "\x7f", "é", "\u2011", "\u2017", "\u2028", "\u200b", "․", "\u2202", "\u3164", "\u3165", "か", "漢", "か", "\ua9ff", "\ud7a4", "\ud7b0", "😀", "\xff", "\x80", "\xed", "\xea\xb0", "\xed\xa0\x80", "\xea\xaf\xbf"}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range rng.IntN(12) {
			b.WriteString(plain[rng.IntN(len(plain))])
		}
		head := b.String()
		b.WriteString(other[rng.IntN(len(other))])
		for range rng.IntN(4) {
			b.WriteString(plain[rng.IntN(len(plain))])
		}
		n := plainRun(b.String())
		if n > len(head) || n+10 < len(head) || n < len(head) && !utf8.RuneStart(head[n]) {
			t.Fatalf("plainRun(%q) stops at %d, want %d", b.String(), n, len(head))
		}
	}
}

// TestHasCapitals moves a capital, and what comes close to one, through a text.
func TestHasCapitals(t *testing.T) {
	for _, c := range []string{"A", "M", "Z", "@", "[", "a", "z", "7", "\xc1", "\xda", "É", "가"} {
		for i := range 20 {
			s := strings.Repeat("x", i) + c + strings.Repeat("y", 20-i)
			if got, want := hasCapitals(s), c >= "A" && c <= "Z"; got != want {
				t.Errorf("hasCapitals(%q) = %v", s, got)
			}
		}
	}
}
