package model

import (
	"math"
	"math/bits"
)

// A window is a run of 2^k segments that starts at a multiple of 2^k, or all
// of them.
type window struct {
	from, to int // of the segments
	level    int // k
	sum      sum
	count    counts
}

// A sum is what tokens add to a window, each of them once.
type sum struct{ whole, part, size float32 }

func (s *sum) add(t sum) {
	s.whole += t.whole
	s.part += t.part
	s.size += t.size
}

// sums are what a segment adds to a window, by the depth of its tokens.
type sums [first + 1]sum

// levels is the largest number of levels: more segments than 2^levels are
// not told apart.
const levels = 28

// windows calls do with every window of the segments, all of them last. fill
// adds up the tokens of a segment. It is linear in the number of tokens.
func windows(segments []segment, fill func(i int, to *sums), do func(w *window)) {
	top := bits.Len(uint(len(segments) - 1)) // no depth but first is greater
	var open [levels + 1]window
	var all sums
	for i := range segments {
		fill(i, &all)
		fresh := all[first] // what is new to a window of level k
		all[first] = sum{}
		for k := top; k >= 0; k-- {
			w := &open[k]
			w.sum.add(fresh)
			w.count.add(&segments[i].count)
			fresh.add(all[k])
			all[k] = sum{}
		}
		last := i == len(segments)-1
		for k := 0; k <= top && (last || (i+1)&(1<<k-1) == 0); k++ {
			w := &open[k]
			w.from, w.to, w.level = i>>k<<k, i+1, k
			if k == top || k == 0 || w.to-w.from > 1<<(k-1) {
				do(w)
			}
			*w = window{}
		}
	}
}

// norm is what the sum of a window's weights is divided by.
func norm(size float32) float32 { return float32(math.Sqrt(float64(size) + 8)) }
