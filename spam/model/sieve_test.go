package model

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/boardspam/boardspam/spam/document"
)

// TestSieve reads a text with a sieve, and with everything let through.
func TestSieve(t *testing.T) {
	d := document.Read(&document.Post{Body: "가나다 라마바 ABC 12개, https://example.com/path/here 가나다! word two-three 3일 🎲 "})
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{0, 1, 4, 12} {
		p := newPlaces(make([]slot, 1<<size))
		v := p.sieve()
		for i := range v.checks {
			v.checks[i] = uint8(random.Uint32())
		}
		type tokens struct {
			hashes []uint32
			all    int
		}
		read := func(v, second sieve) (found []tokens) {
			r := reader{sieve: v}
			r.each = func(int) {
				for _, l := range []tokenList{r.plain, r.telling} {
					passed := []uint32{}
					for _, h := range l.hashes {
						if second.lets(h) == 1 {
							passed = append(passed, h)
						}
					}
					found = append(found, tokens{passed, l.all})
				}
			}
			r.read(d)
			return found
		}
		got, want := read(v, everything), read(everything, v)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(tokens{})); diff != "" {
			t.Errorf("%d places (-want +got):\n%s", 1<<size, diff)
		}
	}
}
