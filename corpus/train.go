package corpus

import (
	"errors"
	"fmt"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/model"
	"github.com/boardspam/boardspam/spam/signal"
)

// A TrainConfig says how to learn. Its zero value learns from the samples alone.
type TrainConfig struct {
	Base     *model.Model // what is known already; nil: nothing
	Seed     uint64
	Card     model.Card
	Cautious bool                  // see model.Learner
	Places   int                   // see model.Learner
	Weight   func(*Sample) float64 // how much a sample counts; nil: 1 each
	Progress func(model.Pass)      // called after each pass, if not nil
}

// heldLeast and heldMost bound the share of the samples that calibrates a model.
const (
	heldPosts = 400
	heldLeast = 0.1
	heldMost  = 0.25
)

// Train learns a model. The same samples in the same order, with the same
// configuration, give the same model to the byte.
func Train(samples []Sample, c TrainConfig) (*model.Model, error) {
	var spam, ham int
	for i := range samples {
		switch s := &samples[i]; s.Label {
		case Spam:
			spam++
		case Ham:
			ham++
		default:
			return nil, &LineError{s.Source, s.Line, fmt.Errorf("label %q is neither spam nor ham", s.Label)}
		}
	}
	if spam == 0 || ham == 0 {
		return nil, errors.New("corpus: to learn takes both spam and ham")
	}
	share := min(max(heldPosts/float64(len(samples)), heldLeast), heldMost)
	if len(samples) < 50 {
		share = 0
	}
	clusters := cluster(samples)
	held, threads := holdOut(samples, clusters, share, c.Seed), threads(samples, clusters)
	l := model.Learner{Seed: c.Seed, Base: c.Base, Cautious: c.Cautious, Places: c.Places, Progress: c.Progress}
	book, signals := rules.Builtin(), signal.Builtin()
	var d document.Document
	var sink signal.Sink
	for i := range samples {
		s := &samples[i]
		d.Reuse(&s.Post, book)
		sink.Forget()
		if held[i] { // nothing else is learnt of signals
			sink.Run(&d, signals)
		}
		about := model.Label{Spam: s.Label == Spam, Held: held[i], Thread: threads[s.Title], Weight: 1}
		if c.Weight != nil {
			about.Weight = c.Weight(s)
		}
		l.Add(&d, sink.Findings, about)
	}
	m := l.Learn()
	m.Card = c.Card
	return m, nil
}
