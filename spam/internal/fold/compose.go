package fold

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// lastComposite is the end of the characters that NFC composes, but for
// Hangul and a few rare scripts.
const lastComposite = 0x3100

// compose returns the character that NFC makes of a base and the mark behind
// it, or 0 if they stay two. The base is what folding leaves: NFKC.
func compose(base, mark rune) rune {
	if base < lastComposite && mark < lastComposite && !decomposes(mark) {
		return composites()[[2]rune{base, mark}]
	}
	both := norm.NFC.String(string(base) + string(mark))
	if r, n := utf8.DecodeRuneInString(both); n == len(both) {
		return r
	}
	return 0
}

// decomposes reports whether NFC makes something else of a mark by itself.
func decomposes(mark rune) bool {
	return mark >= 0x340 && mark <= 0x344 || mark == 0xf73 || mark == 0xf75 || mark == 0xf81
}

// composites holds, by base and mark, all that is below lastComposite. Whoever
// hides words under marks uses many.
var composites = sync.OnceValue(func() map[[2]rune]rune {
	all := make(map[[2]rune]rune)
	for r := rune(0xc0); r < lastComposite; r++ {
		s := string(r)
		parts := []rune(norm.NFD.String(s))
		if len(parts) < 2 || norm.NFC.String(s) != s {
			continue
		}
		for i := 1; i < len(parts); i++ {
			rest := string(parts[:i]) + string(parts[i+1:])
			base := []rune(norm.NFC.String(rest))
			if len(base) == 1 && norm.NFC.String(string(base)+string(parts[i])) == s {
				all[[2]rune{base[0], parts[i]}] = r
			}
		}
	}
	return all
})
