package signal

import "testing"

func TestSortWords(t *testing.T) {
	const seeds = "abandon, ability, able, about, above, absent, absorb, abstract, absurd, abuse, access, acid"
	tests := []struct {
		text string
		of   func(c *kindCounts) int
		want int
	}{
		{"nginx 1.2.3 linux, 1234.5", func(c *kindCounts) int { return c.machines }, 4},
		{"sierra, x-rayecho 115 - dot 01110100 01 delta 36 77개 88 99", func(c *kindCounts) int { return c.codes.most }, 6},
		{"yang aku suka 2", func(c *kindCounts) int { return c.indonesian }, 3},
		{"(" + seeds + ") a " + seeds[:13], func(c *kindCounts) int { return c.seeds.most }, 12},
		{"able and about the abuse -- access", func(c *kindCounts) int { return c.seeds.most }, 1},
	}
	for _, test := range tests {
		var s sweep
		s.read(test.text)
		s.sortWords(test.text)
		if got := test.of(&s.kinds); got != test.want {
			t.Errorf("%q: got %d, want %d", test.text, got, test.want)
		}
	}
}
