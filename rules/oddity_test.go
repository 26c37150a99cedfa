package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// IsHostingService reports whether users own the names below host.
func IsHostingService(host string) bool {
	_, ok := hostingServices()[host]
	return ok
}

// Letters counts the letters of names for lists/letters.txt.
func Letters(names map[string]bool) string {
	var count [27][27]int
	var share [27][27]float64
	for _, name := range slices.Sorted(maps.Keys(names)) {
		label, _, _ := strings.Cut(name, ".")
		n := 0
		letterPairs(label, func(int, int) { n++ })
		letterPairs(label, func(a, b int) {
			count[a][b]++
			share[a][b] += 1 / float64(n)
		})
	}
	var b strings.Builder
	const letters = "abcdefghijklmnopqrstuvwxyz."
	for i := range letters {
		for k := range letters {
			if count[i][k] > 0 {
				fmt.Fprintf(&b, "%c%c %d %.3f\n", letters[i], letters[k], count[i][k], share[i][k])
			}
		}
	}
	return b.String()
}

func TestOddity(t *testing.T) {
	if usual, odd := Oddity("morningnews"), Oddity("xkqzvjwq"); usual > 0.3 || odd < 1.5 {
		t.Errorf("oddity of a usual name is %.2f, of an odd one %.2f", usual, odd)
	}
	if _, err := readAlphabet("ab x\n"); err == nil {
		t.Error("no error for a line without numbers")
	}
}
