package model

import (
	"math"
	"slices"
)

// A fit is one head of a text model while it is being learnt. It is used again.
type fit struct {
	lessons []*lesson
	hashes  []uint32    // of the tokens, by their numbers
	posts   [][2]uint32 // ham and spam that hold a token
	weights []float32   // of the tokens, scale included
	paces   []pace
	squares []float32 // of the paces, before the first step
	careful bool
	rate    float64 // of the first step
	passed  int     // passes so far
	dropout dropout // of the lesson that is being learnt
	head    int     // that is being learnt
	rest    []bool  // which lessons sit out a pass: their error was negligible in the one before

	bias, biasSquares float64

	makes []int32 // numbers of the tokens that tell makes
	found []entry // of the tokens of the lessons

	sums   []float32 // of the runs of one lesson
	frames []frame   // of it, those that the head judges
	shares []float64 // of these in its score
	heaviest
}

// prepare prepares to learn from the lessons, those held out included if all is set.
func (f *fit) prepare(lessons []lesson, maker *lessonMaker, all, careful bool) {
	f.careful, f.rate, f.passed = careful, rate, 0
	if careful {
		f.rate = carefully
	}
	f.hashes, f.makes = maker.hashes, maker.makes
	tokens := len(f.hashes)
	f.posts, f.squares = zeros(f.posts, tokens), zeros(f.squares, tokens)
	f.weights, f.paces = zeros(f.weights, tokens), zeros(f.paces, tokens)
	f.lessons = f.lessons[:0]
	for i := range lessons {
		if e := &lessons[i]; all || !e.held {
			f.lessons = append(f.lessons, e)
		}
	}
	f.rest = zeros(f.rest, len(f.lessons))
	scales := &scales{total: f.count()}
	for i, n := range f.posts {
		p := &f.paces[i]
		if n[ham]+n[spam] > 0 {
			p.scale = scales.of(n)
		}
		if f.squares[i] = max(tokenSquares/4*p.scale*p.scale*f.squares[i], leastSquares); careful {
			f.squares[i] = carefulSquares
		}
	}
}

// zeros returns n zeros, in the room of s if that is enough.
func zeros[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// open finds the frames of a lesson that the head judges, the heaviest last.
// Of spam of some segments the part head does not judge the whole: others will
// stand among ham.
func (f *fit) open(e *lesson) {
	if f.head == whole {
		f.frames = append(f.frames[:0], e.frames[len(e.frames)-1])
		return
	}
	f.frames = append(f.frames[:0], e.frames...)
	found := f.find(e, f.sums)
	if e.spam && len(e.pieces) > 0 && !f.careful {
		f.frames = f.frames[:len(f.frames)-1]
	}
	if found {
		f.frames = append(f.frames, e.frame(&f.best, f.makes))
	}
}

// score returns the log-odds of a lesson and leaves its frames and each one's
// share of it in f.
func (f *fit) score(e *lesson) float64 {
	f.sums = f.sums[:0]
	from := int32(0)
	for _, r := range e.runs {
		f.sums = append(f.sums, f.dropout.sumOf(f.weights, e.ids[from:r.end]))
		from = r.end
	}
	f.open(e)
	f.shares = f.shares[:0]
	top := math.Inf(-1)
	for i := range f.frames {
		s := f.frame(e, &f.frames[i])
		f.shares = append(f.shares, s)
		top = max(top, s)
	}
	if len(f.shares) == 1 {
		f.shares[0] = 1
		return top
	}
	sum := 0.0
	for i, s := range f.shares {
		f.shares[i] = math.Exp(sharpness * (s - top))
		sum += f.shares[i]
	}
	for i := range f.shares {
		f.shares[i] /= sum
	}
	return top + math.Log(sum)/sharpness
}

// frame returns the log-odds of a frame of a lesson whose runs have been added up.
func (f *fit) frame(e *lesson, w *frame) float64 {
	sum := float32(0)
	for _, id := range w.makes {
		sum += f.weights[id]
	}
	sum *= makeTimes
	for r := w.from; r < w.to; r++ {
		if w.counts(&e.runs[r]) {
			sum += f.sums[r]
		}
	}
	return float64(sum*w.share) + f.bias
}

// sumOf adds up weights, two sums at a time.
func sumOf(weights []float32, ids []int32) float32 {
	var a, b float32
	for len(ids) >= 2 {
		a += weights[ids[0]]
		b += weights[ids[1]]
		ids = ids[2:]
	}
	if len(ids) > 0 {
		a += weights[ids[0]]
	}
	return a + b
}

// pass takes one step for each lesson that does not rest, in order, and returns
// their mean loss.
func (f *fit) pass(order []int) float64 {
	loss, weight := 0.0, 0.0
	f.passed++
	defer func() { f.dropout = 0 }()
	for _, i := range order {
		if f.rest[i] {
			f.rest[i] = false
			continue
		}
		e := f.lessons[i]
		if f.careful {
			f.dropout = dropoutOf(i, f.passed)
		}
		s := f.score(e)
		loss += float64(e.weight) * lossOf(s, e.spam)
		weight += float64(e.weight)
		d := probability(s)
		if e.spam {
			d--
		}
		d *= float64(e.weight)
		f.biasSquares += d * d
		f.bias -= f.biasRate() * d / math.Sqrt(f.biasSquares)
		if f.rest[i] = math.Abs(d) < negligible; f.rest[i] {
			continue
		}
		for j := range f.frames {
			if f.shares[j] > 0.02 {
				f.step(e, &f.frames[j], float32(d*f.shares[j]))
			}
		}
	}
	return loss / max(weight, 1)
}

// biasRate returns the rate of the bias. Were it as fast for the part head as it
// is for the whole, it would be the bias that learns to bear with the strongest of
// a long text's many windows, at the cost of spam that is new.
func (f *fit) biasRate() float64 {
	if f.head == part && !f.careful {
		return f.rate / 10
	}
	return f.rate
}

// step moves the weights of a frame's tokens against its error.
func (f *fit) step(e *lesson, w *frame, d float32) {
	d *= w.share
	for r := w.from; r < w.to; r++ {
		if !w.counts(&e.runs[r]) {
			continue
		}
		from := int32(0)
		if r > 0 {
			from = e.runs[r-1].end
		}
		f.move(e.ids[from:e.runs[r].end], d)
	}
	f.move(w.makes[:], makeTimes*d)
}

// move moves weights against an error.
func (f *fit) move(ids []int32, d float32) {
	rate := float32(f.rate)
	for _, id := range ids {
		if f.dropout.drops(id) {
			continue
		}
		p := &f.paces[id]
		g := d * p.scale
		p.squares += g * g
		f.weights[id] -= rate * g * p.scale / float32(math.Sqrt(float64(p.squares)))
	}
}

// loss returns the mean loss on the lessons held out.
func (f *fit) loss(lessons []lesson) float64 {
	loss, weight := 0.0, 0.0
	for i := range lessons {
		if e := &lessons[i]; e.held {
			loss += float64(e.weight) * lossOf(f.score(e), e.spam)
			weight += float64(e.weight)
		}
	}
	return loss / max(weight, 1)
}

// lossOf returns minus the logarithm of the probability of the truth.
func lossOf(s float64, spam bool) float64 {
	if spam {
		s = -s
	}
	if s > 30 {
		return s
	}
	return math.Log1p(math.Exp(s))
}

// A snapshot is the weights of a fit.
type snapshot struct {
	weights []float32
	bias    float64
}

func (f *fit) save(s snapshot) snapshot {
	return snapshot{append(s.weights[:0], f.weights...), f.bias}
}

func (f *fit) restore(s snapshot) {
	copy(f.weights, s.weights)
	f.bias = s.bias
}

// start prepares to learn a head, from so much of the weights of a base.
func (f *fit) start(base *textModel, head int, trust float64) {
	f.turn(head)
	f.begin()
	f.bias = trust * base.bias[head]
	for i, h := range f.hashes {
		s, _ := base.table.find(h)
		f.weights[i] = float32(trust * base.table.weights(s)[head])
	}
}

// turn prepares to learn a head, from what was learnt for the one before. It
// goes on in steps as small as those that ended there, unless it is careful.
func (f *fit) turn(head int) {
	f.head, f.biasSquares = head, biasSquares
	clear(f.rest)
	if f.careful {
		f.begin()
	}
}

// entries returns an entry for each token of the lessons, without weights, in
// the room of those it returned before.
func (f *fit) entries() []entry {
	f.found = slices.Grow(f.found[:0], len(f.posts))
	for i, n := range f.posts {
		if n := n[ham] + n[spam]; n > 0 {
			f.found = append(f.found, entry{hash: f.hashes[i], posts: n})
		}
	}
	return f.found
}

// write writes what a head has learnt into the entries, divided by the trust
// that it began with.
func (f *fit) write(entries []entry, head int, trust float64) {
	for i, n := range f.posts {
		if n[ham]+n[spam] > 0 {
			entries[0].weight[head] = f.weights[i] / float32(trust)
			entries = entries[1:]
		}
	}
}

// literacy returns how well the scripts of the posts are read.
func (f *fit) literacy() literacy {
	var ham, spam letters
	for _, e := range f.lessons {
		read := &ham
		if e.spam {
			read = &spam
		}
		for i, n := range e.letters {
			read[i] += n
		}
	}
	return literacyOf(&ham, &spam)
}
