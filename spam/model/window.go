package model

import (
	"math"
	"math/bits"
)

// A window is a run of 2^k segments that starts at a multiple of 2^k, or all
// of them, or the heaviest.
type window struct {
	from, to int // of the segments
	level    int // k, or free
	sum      sum
	count    counts
}

// A sum is what tokens add to a window, each of them once; to the heaviest, some
// of them more often.
type sum struct{ whole, part, size float32 }

func (s *sum) add(t *sum) {
	s.whole += t.whole
	s.part += t.part
	s.size += t.size
}

func (s sum) plus(t sum) sum { return sum{s.whole + t.whole, s.part + t.part, s.size + t.size} }

// levels is the largest number of levels: more segments than 2^levels are
// not told apart.
const levels = 28

// windows is what it takes to go over the windows of a text.
type windows struct {
	sums [first + 1]sum // what a segment adds, by the depth of its tokens
	open [levels + 1]window
	heaviest
}

// each calls do with every window of the segments, all of them last. fill
// sets the sums of a segment, which are zero before. It is linear in the
// number of tokens.
func (o *windows) each(segments []segment, fill func(i int), do func(w *window)) {
	free := canBeFree(len(segments))
	if free {
		o.heaviest = heaviest{}
	}
	top := bits.Len(uint(len(segments) - 1)) // no depth but first is greater
	for i := range segments {
		fill(i)
		fresh := o.sums[first] // what is new to a window of level k
		o.sums[first] = sum{}
		news, level := sum{}, int(freshDepth(int32(o.run.from), int32(i)))-1
		for k := top; k >= 0; k-- {
			w := &o.open[k]
			w.sum = w.sum.plus(fresh)
			if k == level {
				news = fresh
			}
			fresh = fresh.plus(o.sums[k])
			o.sums[k] = sum{}
		}
		o.open[0].count.add(&segments[i].count)
		last := i == len(segments)-1
		if free {
			o.weigh(i, &o.open[0], &news, &segments[i].gap)
		}
		if last && free && o.isWindow(len(segments)) {
			do(&o.best)
		}
		for k := 0; k <= top && (last || (i+1)&(1<<k-1) == 0); k++ {
			w := &o.open[k]
			w.from, w.to, w.level = i>>k<<k, i+1, k
			if k == top || k == 0 || w.to-w.from > 1<<(k-1) {
				do(w)
			}
			if k < top {
				o.open[k+1].join(w, &segments[w.from].gap)
			}
			*w = window{}
		}
	}
}

// join counts a window of the level below in the one it is a half of. There is a gap
// before the second half.
func (w *window) join(half *window, gap *counts) {
	if half.from>>half.level&1 != 0 {
		w.count.add(gap)
	}
	w.count.add(&half.count)
}

// norm is what the sum of a window's weights is divided by. It leaves little to
// a window of few tokens.
func norm(size float32) float32 { return float32(math.Sqrt(float64(size) + fewTokens)) }

const fewTokens = 40
