package fold

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// TestCompose compares compose with package norm on all bases, each with the
// marks of its own script and those that stand on letters of all scripts.
func TestCompose(t *testing.T) {
	found := 0
	for base := rune(1); base < lastComposite; base++ {
		if !norm.NFKC.IsNormalString(string(base)) {
			continue
		}
		for _, marks := range [][2]rune{{0x300, 0x370}, {0x3099, 0x309b}, {base &^ 0xff, base | 0xff}} {
			for m := marks[0]; m < marks[1]; m++ {
				if !isMark(m) {
					continue
				}
				want := rune(0)
				if s := norm.NFC.String(string(base) + string(m)); utf8.RuneCountInString(s) == 1 {
					want, _ = utf8.DecodeRuneInString(s)
				}
				if got := compose(base, m); got != want {
					t.Fatalf("compose(%U, %U) = %U, want %U", base, m, got, want)
				}
				if want != 0 {
					found++
				}
			}
		}
	}
	if found < 1000 {
		t.Errorf("only %d pairs make one character", found)
	}
}

func TestComposeOtherScripts(t *testing.T) {
	for _, tt := range []struct{ base, mark, want rune }{
		{'ক', 'া', 0},   // a vowel sign that stays one
		{'ে', 'া', 'ো'}, // two vowel signs of Bengali
		{'가', 0x301, 0},
		{'𑂙', '𑂺', '𑂚'}, // Kaithi
	} {
		if got := compose(tt.base, tt.mark); got != tt.want {
			t.Errorf("compose(%U, %U) = %U, want %U", tt.base, tt.mark, got, tt.want)
		}
	}
}
