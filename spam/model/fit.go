package model

import (
	"math"
	"math/bits"
)

// The squares of gradients that a fit takes as seen before the first.
const (
	cellSquares = 1e-2
	biasSquares = 0.1
)

// A fit is one head of a text model while it is being learnt.
type fit struct {
	lessons []*lesson
	cells   []cell
	ids     []int32 // of the cell of a token, by the first bits of its hash
	shift   int
	head    int // that is being learnt

	bias, biasSquares float64

	weights []float32 // of the tokens of one lesson
	open    []window
	windows windows
	scores  []float64
}

// A cell is one token's weight and what it takes to learn it.
type cell struct {
	weight  float32 // scale included
	squares float32 // of the steps' gradients, added up (Duchi, Hazan, Singer, JMLR 12, 2011)
	scale   float32 // of the token's value: its log ratio (Wang, Manning, ACL 2012)
	hash    uint32
	posts   uint32
}

// The sizes of the index of tokens, as binary logarithms.
const (
	indexMin = 16
	indexMax = 24
)

// newFit prepares to learn from the lessons, those held out included if all is set.
func newFit(lessons []lesson, all bool) *fit {
	f := &fit{}
	tokens := 0
	for i := range lessons {
		if e := &lessons[i]; all || !e.held {
			f.lessons = append(f.lessons, e)
			tokens += len(e.tokens)
		}
	}
	f.shift = 32 - min(max(bits.Len(uint(tokens)), indexMin), indexMax)
	longest := 0
	for i := range lessons {
		longest = max(longest, len(lessons[i].tokens))
	}
	f.weights = make([]float32, longest)
	f.count()
	for i := range lessons {
		f.number(&lessons[i], all || !lessons[i].held)
	}
	return f
}

// A frequency is in how many posts a token stands.
type frequency struct {
	posts [2]uint32 // ham, spam
	hash  uint32
}

// count gives every token of the lessons its cell.
func (f *fit) count() {
	tallies := make([]frequency, 1<<(32-f.shift))
	var total [2]float64
	for _, e := range f.lessons {
		y := 0
		if e.spam {
			y = 1
		}
		total[y]++
		put := func(hash uint32) {
			t := &tallies[hash>>f.shift]
			t.posts[y]++
			t.hash = hash
		}
		for _, t := range e.tokens {
			if t.depth == first {
				put(t.hash)
			}
		}
		f.each(e, func(w *window) {
			for _, h := range w.count.makes() {
				put(h)
			}
		})
	}
	f.ids = make([]int32, len(tallies))
	scales := &scales{total: total}
	for i := range tallies {
		f.ids[i] = -1
		if t := &tallies[i]; t.posts[0]+t.posts[1] > 0 {
			f.ids[i] = int32(len(f.cells))
			f.cells = append(f.cells, cell{scale: scales.of(t.posts), hash: t.hash, posts: t.posts[0] + t.posts[1]})
		}
	}
}

// scales knows the scale of a token by how many of how many posts hold it.
type scales struct {
	total [2]float64
	few   [16][16]float32 // what has been worked out; 0 if it has not
}

func (s *scales) of(posts [2]uint32) float32 {
	if posts[0] >= 16 || posts[1] >= 16 {
		return s.scale(posts)
	}
	known := &s.few[posts[0]][posts[1]]
	if *known == 0 {
		*known = s.scale(posts)
	}
	return *known
}

func (s *scales) scale(posts [2]uint32) float32 {
	ratio := math.Log((float64(posts[1])+0.5)/(s.total[1]+1)) - math.Log((float64(posts[0])+0.5)/(s.total[0]+1))
	return float32(math.Pow(math.Abs(ratio), ratioPower))
}

// number writes the numbers of a lesson's cells beside its tokens. Of one that
// is not learnt from, most tokens have none.
func (f *fit) number(e *lesson, learnt bool) {
	if cap(e.ids) < len(e.tokens) {
		e.ids = make([]int32, len(e.tokens))
	}
	e.ids = e.ids[:len(e.tokens)]
	for i, t := range e.tokens {
		e.ids[i] = f.ids[t.hash>>f.shift]
		if id := e.ids[i]; !learnt && id >= 0 && f.cells[id].hash != t.hash {
			e.ids[i] = -1
		}
	}
}

// each calls do with every window of a lesson that the head judges. The
// tokens weigh what f.weights says.
func (f *fit) each(e *lesson, do func(*window)) {
	weights := f.weights[:len(e.tokens)]
	if f.head == whole {
		w := window{to: len(e.segments), level: levels}
		for i := range e.segments {
			if i > 0 {
				w.count.add(&e.segments[i].gap)
			}
			w.count.add(&e.segments[i].count)
		}
		for i := range e.tokens {
			if e.tokens[i].depth == first {
				w.sum.part += weights[i]
				w.sum.size++
			}
		}
		do(&w)
		return
	}
	f.windows.each(e.segments, func(i int) {
		for j := e.segments[i].from; j < e.segments[i].to; j++ {
			t := &f.windows.sums[e.tokens[j].depth]
			t.part += weights[j]
			t.size++
		}
	}, do)
}

// score returns the log-odds of a lesson and leaves its windows and each
// one's share of it in f.
func (f *fit) score(e *lesson) float64 {
	weights := f.weights[:len(e.tokens)]
	for i, id := range e.ids {
		weights[i] = 0
		if id >= 0 {
			weights[i] = f.cells[id].weight
		}
	}
	f.open, f.scores = f.open[:0], f.scores[:0]
	top := math.Inf(-1)
	f.each(e, func(w *window) {
		sum := w.sum.part
		for _, h := range w.count.makes() {
			if id := f.ids[h>>f.shift]; id >= 0 {
				sum += makeTimes * f.cells[id].weight
			}
		}
		s := float64(sum/norm(w.sum.size+makes*makeTimes)) + f.bias
		f.open, f.scores = append(f.open, *w), append(f.scores, s)
		top = max(top, s)
	})
	if len(f.scores) == 1 {
		f.scores[0] = 1
		return top
	}
	sum := 0.0
	for i, s := range f.scores {
		f.scores[i] = math.Exp(sharpness * (s - top))
		sum += f.scores[i]
	}
	for i := range f.scores {
		f.scores[i] /= sum
	}
	return top + math.Log(sum)/sharpness
}

// pass takes one step for each lesson, in order, and returns the mean loss.
func (f *fit) pass(order []int) float64 {
	loss, weight := 0.0, 0.0
	for _, i := range order {
		e := f.lessons[i]
		s := f.score(e)
		loss += float64(e.weight) * lossOf(s, e.spam)
		weight += float64(e.weight)
		d := probability(s)
		if e.spam {
			d--
		}
		d *= float64(e.weight)
		f.biasSquares += d * d
		f.bias -= rate * d / math.Sqrt(f.biasSquares)
		if math.Abs(d) < negligible {
			continue
		}
		for j := range f.open {
			if f.scores[j] > 0.02 {
				f.step(e, &f.open[j], float32(d*f.scores[j]))
			}
		}
	}
	return loss / max(weight, 1)
}

// step moves the weights of a window's tokens against its error.
func (f *fit) step(e *lesson, w *window, d float32) {
	d /= norm(w.sum.size + makes*makeTimes)
	level := uint8(w.level)
	tokens := e.tokens
	for s := w.from; s < w.to; s++ {
		for i := e.segments[s].from; i < e.segments[s].to; i++ {
			if tokens[i].depth > level {
				f.cells[e.ids[i]].step(d)
			}
		}
	}
	for _, h := range w.count.makes() {
		if id := f.ids[h>>f.shift]; id >= 0 {
			f.cells[id].step(makeTimes * d)
		}
	}
}

func (c *cell) step(d float32) {
	d *= c.scale
	c.squares += d * d
	c.weight -= rate * d * c.scale / float32(math.Sqrt(float64(c.squares)))
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
	s.weights, s.bias = s.weights[:0], f.bias
	for i := range f.cells {
		s.weights = append(s.weights, f.cells[i].weight)
	}
	return s
}

func (f *fit) restore(s snapshot) {
	for i, w := range s.weights {
		f.cells[i].weight = w
	}
	f.bias = s.bias
}

// start prepares to learn a head, from the weights of a base.
func (f *fit) start(base *textModel, head int) {
	f.turn(head)
	f.bias = base.bias[head]
	for i := range f.cells {
		c := &f.cells[i]
		s, _ := base.table.find(c.hash)
		c.weight = float32(base.table.weights(s)[head])
	}
}

// turn prepares to learn a head, from what was learnt for the one before.
func (f *fit) turn(head int) {
	f.head, f.biasSquares = head, biasSquares
	for i := range f.cells {
		f.cells[i].squares = cellSquares
	}
}

// entries returns an entry for each cell, without weights.
func (f *fit) entries() []entry {
	out := make([]entry, len(f.cells))
	for i := range f.cells {
		out[i].hash = f.cells[i].hash
	}
	return out
}

// write writes what a head has learnt into the entries of the cells.
func (f *fit) write(entries []entry, head int) {
	for i := range f.cells {
		c, e := &f.cells[i], &entries[i]
		e.weight[head] = c.weight
		e.worth = max(e.worth, float32(math.Abs(float64(c.weight))*math.Sqrt(float64(c.posts))))
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
