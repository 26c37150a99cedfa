package model

import (
	"slices"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// A lesson is a post to learn from, made ready to be gone over many times.
type lesson struct {
	ids    []int32 // of its tokens, each once for each segment, run by run
	runs   []run   // segment by segment
	frames []frame // those of its windows but the heaviest; all segments last
	pieces []piece // segment by segment; none if there are but two

	letters letters
	found   []signal.Finding
	spam    bool
	held    bool // not learnt from in the first try
	weight  float32
}

// A run is the tokens of a segment that stand equally deep.
type run struct {
	end     int32 // of lesson.ids
	segment int32
	depth   uint8 // see memory.depth
	telling bool
}

// A frame is what is fixed of a window.
type frame struct {
	from, to int32   // of lesson.runs
	level    int8    // see window.level
	first    int32   // segment, of one without a level
	share    float32 // of each token in the score: one by the norm
	makes    [makes]int32
}

// counts reports whether the tokens of a run that stands in the window count: not
// if they stand in it already.
func (w *frame) counts(r *run) bool {
	if w.level == free {
		return r.depth >= freshDepth(w.first, r.segment)
	}
	return r.depth > uint8(w.level)
}

// A lessonMaker makes lessons of documents, one after the other.
type lessonMaker struct {
	reader
	vocabulary
	thread bool // of titles no token is taken

	ids    []int32 // of the lesson that is being made
	runs   []run
	frames []frame
	pieces []piece

	makes   []int32 // numbers of the tokens that tell makes
	ends    []int32 // of the runs of each segment
	depths  []uint8 // of the tokens of one segment
	windows windows

	keptIDs    arena[int32]
	keptRuns   arena[run]
	keptFrames arena[frame]
	keptPieces arena[piece]
}

func newLessonMaker() *lessonMaker {
	m := new(lessonMaker)
	m.each = m.segment
	m.sieve = everything
	for _, h := range makeHashes {
		m.makes = append(m.makes, m.id(windowShape.of(h)))
	}
	return m
}

// segment takes the tokens of the reader's segment i.
func (m *lessonMaker) segment(i int) {
	if m.thread && m.segments[i].text.Field == document.Title {
		m.plain.reset()
		m.telling.reset()
	}
	m.take(m.plain.hashes, i, false)
	m.take(m.telling.hashes, i, true)
	m.ends = append(m.ends[:i], int32(len(m.runs)))
}

// take adds tokens of segment i, a run for each depth.
func (m *lessonMaker) take(hashes []uint32, i int, telling bool) {
	m.depths = m.depths[:0]
	var deep uint64 // a bit for each depth
	for _, h := range hashes {
		d := m.memory.depth(h, i)
		m.depths = append(m.depths, uint8(d))
		deep |= 1 << d
	}
	for d := uint8(1); d <= first; d++ { // those of depth 0 stand there already
		if deep>>d&1 == 0 {
			continue
		}
		for k, h := range hashes {
			if m.depths[k] == d {
				m.ids = append(m.ids, m.id(h))
			}
		}
		m.runs = append(m.runs, run{int32(len(m.ids)), int32(i), d, telling})
	}
}

// frame adds the frame of a window.
func (m *lessonMaker) frame(w *window) {
	f := frame{to: m.ends[w.to-1], level: int8(w.level), share: 1 / norm(w.sum.size+makes*makeTimes)}
	if w.from > 0 {
		f.from = m.ends[w.from-1]
	}
	var numbers [makes]uint16
	w.count.makes(&numbers)
	for k, n := range &numbers {
		f.makes[k] = m.makes[n]
	}
	m.frames = append(m.frames, f)
}

// lesson returns what has been read as a lesson.
func (m *lessonMaker) lesson() lesson {
	m.frames, m.pieces = m.frames[:0], m.pieces[:0]
	begin, at := int32(0), int32(0)
	m.windows.each(m.segments, func(i int) {
		p := piece{end: m.ends[i], count: m.segments[i].count, gap: m.segments[i].gap}
		for _, r := range m.runs[begin:p.end] {
			m.windows.sums[r.depth].size += float32(r.end - at)
			p.size += float32(r.end - at)
			at = r.end
		}
		begin = p.end
		m.pieces = append(m.pieces, p)
	}, m.frame)
	if len(m.pieces) < 3 {
		m.pieces = m.pieces[:0]
	}
	e := lesson{
		letters: m.letters, ids: m.keptIDs.keep(m.ids), runs: m.keptRuns.keep(m.runs),
		frames: m.keptFrames.keep(m.frames), pieces: m.keptPieces.keep(m.pieces),
	}
	m.ids, m.runs = m.ids[:0], m.runs[:0]
	return e
}

// An arena keeps slices side by side.
type arena[T any] struct{ free []T }

const arenaLeast = 1 << 14

func (a *arena[T]) keep(s []T) []T {
	if len(s) > cap(a.free) {
		a.free = make([]T, 0, max(arenaLeast, len(s)))
	}
	kept := append(a.free[:0], s...)
	a.free = a.free[len(s):len(s):cap(a.free)]
	return slices.Clip(kept)
}
