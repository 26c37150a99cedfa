package order

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestStable(t *testing.T) {
	type pair struct{ key, at int }
	byKey := func(a, b pair) int { return a.key - b.key }
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 100 {
		for _, keys := range []int{1, 3, 1000} {
			list := make([]pair, n)
			for i := range list {
				list[i] = pair{random.IntN(keys), i}
			}
			want := slices.Clone(list)
			slices.SortStableFunc(want, byKey)
			for range 2 { // the second time it is in order
				if Stable(list, byKey); !slices.Equal(list, want) {
					t.Fatalf("%d of %d keys: %v, want %v", n, keys, list, want)
				}
			}
		}
	}
}
