package model

// A heaviest is the run of segments whose weights for spam add up to most, for
// spam may begin and end anywhere. It is found in one go: where a run is worth
// nothing, another begins (Bentley, Programming Pearls, CACM 27, 1984).
type heaviest struct{ run, best window }

// free is the level of a window that may begin and end anywhere, and choice
// what its score must do without: of so many, one is strong by chance.
const (
	free   = -1
	choice = 1
)

// weigh adds segment i, alone in its window, behind a gap.
func (h *heaviest) weigh(i int, alone *window, gap *counts) {
	if r := &h.run; r.sum.part <= 0 {
		*r = window{from: i, to: i + 1, level: free, sum: alone.sum, count: alone.count}
	} else {
		r.to = i + 1
		r.sum.add(&alone.sum)
		r.count.add(gap)
		r.count.add(&alone.count)
	}
	if h.run.sum.part > h.best.sum.part {
		h.best = h.run
	}
}

// of returns the heaviest of so many segments, or nil if it is one of them or
// all: these are windows anyway.
func (h *heaviest) of(segments int) *window {
	if n := h.best.to - h.best.from; n < 2 || n == segments {
		return nil
	}
	return &h.best
}

// A piece is what a lesson keeps of a segment.
type piece struct {
	end        int32 // of lesson.runs
	size       float32
	count, gap counts
}

// heaviest returns the heaviest window of a lesson whose runs have such
// weights, or nil.
func (e *lesson) heaviest(parts []float32) *window {
	var h heaviest
	from := int32(0)
	for i := range e.pieces {
		p := &e.pieces[i]
		w := window{sum: sum{size: p.size}, count: p.count}
		for _, v := range parts[from:p.end] {
			w.sum.part += v
		}
		h.weigh(i, &w, &p.gap)
		from = p.end
	}
	return h.of(len(e.pieces))
}

// frame returns the frame of a window without a level. ids are of the tokens that
// tell makes, by their numbers.
func (e *lesson) frame(w *window, ids []int32) frame {
	f := frame{to: e.pieces[w.to-1].end, share: 1 / norm(w.sum.size+makes*makeTimes)}
	if w.from > 0 {
		f.from = e.pieces[w.from-1].end
	}
	for k, n := range w.count.makes() {
		f.makes[k] = ids[n]
	}
	return f
}
