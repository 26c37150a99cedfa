package fold

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestPlainRun checks that plainRun stops before what is not plain, and not long before.
func TestPlainRun(t *testing.T) {
	plain := []string{" ", "\n", "a", "Z", "it's", "7", "가", "나다", "각", "훟", "\ucfff", "\ud000", "뿌리 깊은 나무는"}
	other := []string{"\x00", "&amp;", "%", "\x7f", "힞", "힣", "é", "ㅋ", "漢", "か", "\ua9ff", "\ud7b0", "😀", "\xff", "\x80", "\xed", "\xea\xb0", "\xed\xa0\x80", "\xea\xaf\xbf"}
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
		n, k := plainRun(b.String())
		if n > len(head) || n+10 < len(head) || n < len(head) && !utf8.RuneStart(head[n]) {
			t.Fatalf("plainRun(%q) stops at %d, want %d", b.String(), n, len(head))
		}
		if want := strings.Contains(head[:n], "Z"); want != (k == upper) {
			t.Fatalf("plainRun(%q) finds capitals: %v, want %v", b.String(), !want, want)
		}
	}
}

// TestRuns checks what is counted without a branch.
func TestRuns(t *testing.T) {
	pieces := []string{"가", "힣", "나", "\ua9ff", "\ud7b0", "a", "Z", "@", "[", "`", "{", " ", "é", "\xff", "\xea", "\xb0"}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var s string
		for len(s) < 13 {
			s += pieces[rng.IntN(1+rng.IntN(len(pieces)))]
		}
		want := 0
		for _, r := range s {
			if want == 4 || r < 0xac00 || r > 0xd7a3 {
				break
			}
			want++
		}
		if got := syllableRun(s[:13]); got != want {
			t.Fatalf("syllableRun(%q) = %d, want %d", s[:13], got, want)
		}
		letters := 0
		for letters < 8 && (s[letters]|0x20)-'a' < 26 {
			letters++
		}
		n, k := latinRun(s[:8])
		if n != letters || strings.Contains(s[:n], "Z") != (k == upper) {
			t.Fatalf("latinRun(%q) = %d, %d, want %d", s[:8], n, k, letters)
		}
	}
}
