package model

import (
	"math"
	"math/bits"
)

// A window is a run of 2^k segments that starts at a multiple of 2^k, or all
// of them.
type window struct {
	from, to int     // of the segments
	level    int     // k
	size     float32 // number of tokens, each counted once
	sum      float32 // of their weights
	count    counts
}

// levels is the largest number of levels: more segments than 2^levels are
// not told apart.
const levels = 28

// A sum is what a segment adds to a window.
type sum struct {
	weight float32
	size   int32
}

// windows calls f with every window of the segments, all of them last. A
// token weighs weights[i]. It is linear in the number of tokens.
func windows(segments []segment, tokens []token, weights []float32, f func(w window)) {
	top := bits.Len(uint(len(segments) - 1))
	var open [levels + 1]window
	for i := range segments {
		s := &segments[i]
		var sums [first + 1]sum
		for j := s.from; j < s.to; j++ {
			d := &sums[tokens[j].depth]
			d.weight += weights[j]
			d.size++
		}
		var all sum // of the tokens that are new to a window of level k
		for d := first; d >= 0; d-- {
			if d <= top {
				w := &open[d]
				w.sum += all.weight
				w.size += float32(all.size)
				w.count.add(s.count)
			}
			all.weight += sums[d].weight
			all.size += sums[d].size
		}
		last := i == len(segments)-1
		for k := 0; k <= top && (last || (i+1)&(1<<k-1) == 0); k++ {
			w := &open[k]
			w.from, w.to, w.level = i>>k<<k, i+1, k
			if k == top || k == 0 || w.to-w.from > 1<<(k-1) {
				f(*w)
			}
			*w = window{}
		}
	}
}

// norm is what the sum of a window's weights is divided by.
func norm(size float32) float32 { return float32(math.Sqrt(float64(size) + 8)) }
