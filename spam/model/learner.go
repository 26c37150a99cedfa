package model

import (
	"cmp"
	"math"
	"math/rand/v2"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// A Learner makes a Model of labelled posts. What it is given in the same
// order, with the same seed, makes the same model.
type Learner struct {
	Seed uint64
	Base *Model // what is known already; nil: nothing

	// Cautious makes a model for posts unlike those that it learns from: what
	// it learns of their text can hold a post, not reject it, and signals
	// weigh what their strength says. Markup says nothing: on another board,
	// another editor writes it.
	Cautious bool

	// Places is how many tokens the model holds at most, a power of two from
	// 2^10 to 2^22. 0 is 2^22.
	Places int

	// Progress is called after each pass over the posts, if it is not nil.
	Progress func(Pass)

	lessons []lesson
	maker   *lessonMaker
	fit     fit
}

// A Pass tells how learning goes.
type Pass struct {
	Stage string  // "try" with some posts held out, or "learn" from all
	Epoch int     // from 1
	Loss  float64 // on the posts held out, in nats; on those learnt from if none are
}

// A Label is what is known of a post to learn from.
type Label struct {
	Spam   bool
	Held   bool    // out: the post calibrates the model before it learns from it
	Thread bool    // its title is that of its thread: nothing is learnt of it
	Weight float64 // how much the post counts; 1 is usual
}

// Add gives the learner a post: the document, what signals found in it, and
// what is known of it.
func (l *Learner) Add(d *document.Document, found []signal.Finding, about Label) {
	if l.maker == nil {
		l.maker = newLessonMaker()
	}
	l.maker.thread, l.maker.bare = about.Thread, l.Cautious
	l.maker.read(d)
	if len(l.maker.segments) == 0 {
		return
	}
	e := l.maker.lesson()
	e.spam, e.held, e.weight = about.Spam, about.Held, float32(about.Weight)
	for _, f := range found {
		e.found = append(e.found, signal.Finding{Signal: f.Signal, Kind: f.Kind, Strength: f.Strength})
	}
	l.lessons = append(l.lessons, e)
}

// How the text model is learnt. One setting serves every corpus.
const (
	epochsMost = 8    // passes over the posts
	patience   = 2    // passes without a gain before it stops
	rate       = 0.4  // of the first step
	carefully  = 0.3  // the same of a careful fit
	ratioPower = 0.6  // of a token's log ratio in its scale
	sharpness  = 3    // with which the strongest window stands for the post
	negligible = 1e-2 // an error not worth a step, nor a look in the next pass
)

// How trust in a base fades with the posts that are learnt on top of it.
const (
	trustMost  = 0.5
	trustPosts = 30
	trustPower = 0.3
)

// Learn makes the model. It uses the learner up.
func (l *Learner) Learn() *Model {
	held := 0
	for i := range l.lessons {
		if l.lessons[i].held {
			held++
		}
	}
	t := &trial{base: l.Base, trust: 1, epochs: [heads]int{(epochsMost + 1) / 2, (epochsMost + 1) / 2}}
	if l.Base != nil {
		t.trust = trustAfter(len(l.lessons))
	}
	if held > 0 {
		l.learn(t, "try")
	}
	if fresh := (&trial{trust: 1}); l.Base != nil && held >= fewHeld {
		l.learn(fresh, "try")
		if fresh.loss < t.loss {
			t = fresh // the base knows other posts than these
		}
	}
	m := &Model{text: t.text}
	m.calibrate(l.lessons, l.maker.hashes, held, l.Base, l.Cautious)
	c := m.text.calibration
	l.learn(t, "learn")
	m.text = t.text
	m.text.calibration = c
	if l.Base != nil && held >= fewHeld {
		m.base = cmp.Or(l.Base.base, l.Base)
		m.kinship.measure(l.lessons, l.maker.hashes, &m.text.table.places)
	}
	return m
}

// A trial is one way to learn the text.
type trial struct {
	base   *Model     // that is learnt on top of, if not nil
	trust  float64    // in the base; 1 without one
	epochs [heads]int // passes of each head; set if some posts are held out
	loss   float64    // on the posts held out
	text   textModel
}

// trustAfter returns the trust in a base that so many posts leave: the more
// there are, the better they show themselves what tells their spam. A fit begins
// with so much of the base's weights. What it has learnt is divided by it, and
// so stands beside a base that is as it was.
func trustAfter(posts int) float64 {
	return trustMost * math.Pow(1+float64(posts)/trustPosts, -trustPower)
}

// learn learns both heads of a text model: from the posts that are not held
// out to try, or from all.
func (l *Learner) learn(t *trial, stage string) {
	base := &textModel{}
	if t.base != nil {
		base = &t.base.text
	}
	try := stage == "try"
	f := &l.fit
	f.prepare(l.lessons, l.maker, !try, l.Cautious || l.Base != nil)
	entries := f.entries()
	t.text, t.loss = textModel{literacy: f.literacy()}, 0
	for head := range heads {
		if head == whole || t.base != nil {
			f.start(base, head, t.trust)
		} else {
			f.turn(head)
		}
		if try {
			t.epochs[head] = epochsMost
		}
		epochs, loss := l.passes(f, stage, t.epochs[head], try)
		t.epochs[head] = epochs
		t.loss += loss
		t.text.bias[head] = f.bias + (1-t.trust)*base.bias[head]
		f.write(entries, head, t.trust)
	}
	if base.table.slots == nil {
		t.text.table = *tabulate(entries, l.Places)
		return
	}
	t.text.table = *base.table.with(entries, l.Places)
	for i, n := range base.literacy {
		t.text.literacy[i] = max(t.text.literacy[i], n)
	}
}

// passes goes over the posts, at most so often, and returns how often. To stop
// is to do so when nothing is gained on the posts held out, and to go back to
// where their loss was least.
func (l *Learner) passes(f *fit, stage string, most int, stop bool) (epochs int, loss float64) {
	order := rand.New(rand.NewPCG(l.Seed, 0x5eed)).Perm(len(f.lessons))
	shuffle := rand.New(rand.NewPCG(l.Seed, 0xca5d))
	best, bestLoss := 0, 0.0
	var kept snapshot
	for epoch := 1; epoch <= most; epoch++ {
		shuffle.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := f.pass(order)
		if stop {
			loss = f.loss(l.lessons)
		}
		if l.Progress != nil {
			l.Progress(Pass{stage, epoch, loss})
		}
		if !stop {
			continue
		}
		if best == 0 || loss < bestLoss {
			best, bestLoss = epoch, loss
			kept = f.save(kept)
		} else if epoch >= best+patience {
			break
		}
	}
	if !stop {
		return most, 0
	}
	f.restore(kept)
	return best, bestLoss
}
