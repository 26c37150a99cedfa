package model

import "math"

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

// windows calls f with every window of the segments, all of them last. A
// token weighs weights[i]. It is linear in the number of tokens.
func windows(segments []segment, tokens []token, weights []float32, f func(w *window)) {
	n := len(segments)
	top := 0
	for 1<<top < n {
		top++
	}
	var open [levels + 1]window
	for i := range segments {
		s := &segments[i]
		var sum [first + 1]float32
		var size [first + 1]int32
		for j := s.from; j < s.to; j++ {
			d := tokens[j].depth
			sum[d] += weights[j]
			size[d]++
		}
		deepSum, deepSize := float32(0), int32(0)
		for d := first; d > top; d-- {
			deepSum += sum[d]
			deepSize += size[d]
		}
		for k := top; k >= 0; k-- {
			w := &open[k]
			w.sum += deepSum
			w.size += float32(deepSize)
			w.count.add(s.count)
			deepSum += sum[k]
			deepSize += size[k]
		}
		for k := 0; k <= top; k++ {
			w := &open[k]
			full := (i+1)&(1<<k-1) == 0
			if !full && i < n-1 {
				break
			}
			w.from, w.to, w.level = i>>k<<k, i+1, k
			if k == top || k == 0 || w.to-w.from > 1<<(k-1) {
				f(w)
			}
			*w = window{}
		}
	}
}

// norm is what the sum of a window's weights is divided by.
func norm(size float32) float32 { return float32(math.Sqrt(float64(size) + 8)) }
