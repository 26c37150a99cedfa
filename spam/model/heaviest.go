package model

import "math/bits"

// A heaviest is the run of segments whose weights for spam add up to most, for
// spam may begin and end anywhere. It is found in one go: where a run is worth
// nothing, another begins (Bentley, Programming Pearls, CACM 27, 1984).
type heaviest struct{ run, best window }

// free is the level of a window that may begin and end anywhere, and choice what
// its score must do without in a text unlike those learnt from: of so many, one is
// strong by chance.
const (
	free   = -1
	choice = 1
)

// freshDepth returns how deep a token of a segment must stand to be new to a run
// that begins at a segment before. Some that stand just so deep are not, and count
// once more.
func freshDepth(from, segment int32) uint8 {
	return max(uint8(bits.Len32(uint32(from^segment))), 1)
}

// weigh adds segment i, alone in its window, behind a gap. fresh is what of it is
// new to the run.
func (h *heaviest) weigh(i int, alone *window, fresh *sum, gap *counts) {
	r := &h.run
	if r.sum.part <= 0 {
		*r = window{from: i, level: free}
		fresh = &alone.sum
	} else {
		r.count.add(gap)
	}
	r.to = i + 1
	r.sum.add(fresh)
	r.count.add(&alone.count)
	if r.sum.part > h.best.sum.part {
		h.best = window{from: r.from, to: r.to, level: free} // not *r: see textModel.score
		h.best.sum.add(&r.sum)
		h.best.count.add(&r.count)
	}
}

// canBeFree reports whether so many segments have runs that are neither one of them
// nor all.
func canBeFree(segments int) bool { return segments > 2 }

// isWindow reports whether the heaviest of so many segments is neither one of
// them nor all, which are windows anyway.
func (h *heaviest) isWindow(segments int) bool {
	n := h.best.to - h.best.from
	return n > 1 && n < segments
}

// A piece is what a lesson keeps of a segment.
type piece struct {
	end        int32 // of lesson.runs
	size       float32
	count, gap counts
}

// find finds the heaviest window of a lesson whose runs have such weights, and
// reports whether there is one.
func (h *heaviest) find(e *lesson, parts []float32) bool {
	*h = heaviest{}
	k, at := int32(0), int32(0)
	for i := range e.pieces {
		p := &e.pieces[i]
		w := window{sum: sum{size: p.size}, count: p.count}
		depth, fresh := freshDepth(int32(h.run.from), int32(i)), sum{}
		for ; k < p.end; k++ {
			r := &e.runs[k]
			w.sum.part += parts[k]
			if r.depth >= depth {
				fresh.part += parts[k]
				fresh.size += float32(r.end - at)
			}
			at = r.end
		}
		h.weigh(i, &w, &fresh, &p.gap)
	}
	return h.isWindow(len(e.pieces))
}

// frame returns the frame of a window without a level. ids are of the tokens that
// tell makes, by their numbers.
func (e *lesson) frame(w *window, ids []int32) frame {
	f := frame{level: free, first: int32(w.from), to: e.pieces[w.to-1].end, share: 1 / norm(w.sum.size+makes*makeTimes)}
	if w.from > 0 {
		f.from = e.pieces[w.from-1].end
	}
	var numbers [makes]uint16
	w.count.makes(&numbers)
	for k, n := range &numbers {
		f.makes[k] = ids[n]
	}
	return f
}
