package model

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// How a model is calibrated.
const (
	prior      = -4    // log-odds of a post without evidence
	tether     = 20    // pull of a signal's weight to where it began, in posts
	hardly     = 2     // posts in which a signal is heard
	slopePull  = 0.1   // the same of the text's slope and offset
	holdRate   = 0.004 // share of ham that may be held
	rejectRate = 0.0004
	fewHeld    = 20 // posts held out, below which a base keeps its calibration
)

// calibrate learns from posts that the text model has not seen what its score
// and each signal are worth, and where to hold and to reject.
func (m *Model) calibrate(lessons []lesson, hashes []uint32, held int, base *Model, cautious bool) {
	m.prior, m.slope = prior, 1
	m.Hold, m.Reject = 0.5, 0.95
	m.text.calibration = calibration{slope: 1, offset: -prior + prior/2, ceiling: 1000}
	if base != nil && held < fewHeld {
		m.evidence = base.evidence
		m.slope, m.offset, m.Hold, m.Reject = base.slope, base.offset, base.Hold, base.Reject
		m.text.calibration = base.text.calibration
		return
	}
	if held == 0 {
		m.settle()
		return
	}
	exams := m.exams(lessons, hashes)
	defer m.settle()
	m.trust(exams)
	if cautious {
		m.caution()
		return
	}
	m.weigh(exams)
	m.slope, m.offset = level(exams, m.totals(exams))
	m.thresholds(exams)
	if base != nil {
		for i := range exams {
			if !exams[i].spam {
				m.kinship.shown++
			}
		}
		root := cmp.Or(base.base, base)
		m.kinship.slope, m.kinship.offset = level(exams, root.totals(root.exams(lessons, hashes)))
	}
}

// An exam is a post held out and what the text model made of it.
type exam struct {
	*lesson
	reading
	names []string // of the signals that spoke, each once
}

func (m *Model) exams(lessons []lesson, hashes []uint32) []exam {
	var out []exam
	for i := range lessons {
		e := &lessons[i]
		if !e.held {
			continue
		}
		x := exam{lesson: e, reading: m.text.examine(e, hashes)}
		for _, f := range e.found {
			if f.Strength < signal.Sure && f.Strength > signal.SureHam && !slices.Contains(x.names, f.Signal) {
				x.names = append(x.names, f.Signal)
			}
		}
		out = append(out, x)
	}
	return out
}

// sums returns what the runs of a lesson add to a window, the parts' weights of
// it alone, and the share of the tokens that tell, of those that are known.
// hashes are those of tokens by their numbers.
func (m *textModel) sums(e *lesson, hashes []uint32) (sums []sum, parts []float32, share float64) {
	telling, known, from := 0, 0, int32(0)
	for _, r := range e.runs {
		t := sum{size: float32(r.end - from)}
		for _, id := range e.ids[from:r.end] {
			s, is := m.table.find(hashes[id])
			t.whole += float32(s.whole())
			t.part += float32(s.part())
			if r.telling {
				telling++
				known += int(is)
			}
		}
		sums, parts, from = append(sums, t), append(parts, t.part), r.end
	}
	return sums, parts, float64(known) / float64(max(telling, 1))
}

// examine scores a lesson as score does its document.
func (m *textModel) examine(e *lesson, hashes []uint32) reading {
	sums, parts, known := m.sums(e, hashes)
	best := silent
	var h heaviest
	if h.find(e, parts) && muted&partHead == 0 {
		_, best[part] = m.window(&h.best)
	}
	for i := range e.frames {
		f := &e.frames[i]
		var t sum
		for r := f.from; r < f.to; r++ {
			if f.counts(&e.runs[r]) {
				t.add(&sums[r])
			}
		}
		for _, id := range f.makes {
			s, _ := m.table.find(hashes[id])
			t.whole += makeTimes * float32(s.whole())
			t.part += makeTimes * float32(s.part())
		}
		if muted&partHead == 0 {
			best[part] = max(best[part], m.headScore(part, t.part, f.share))
		}
		if muted&wholeHead == 0 && i == len(e.frames)-1 {
			best[whole] = m.headScore(whole, t.whole, f.share)
		}
	}
	out := reading{score: m.join(best[whole], best[part])}
	out.know(m, known, &e.letters)
	return out
}

// strangeShare is how much of a text is known, against one that is known well
// enough, of which nothing can be said.
const strangeShare = 0.6

// trust sets how much of a text must be known: of posts like those learnt
// from, nearly all are known well enough.
func (m *Model) trust(exams []exam) {
	known := make([]float64, len(exams))
	for i := range exams {
		known[i] = exams[i].known
	}
	slices.Sort(known)
	m.text.known = known[len(known)/50]
	m.text.unknown = strangeShare * m.text.known
}

// weigh fits slope and offset of the text's score and the signals' weights,
// together, by logistic regression. Each is tethered to where it begins: the
// weights at what their strength says for a signal that is hardly heard, and
// at ever less of it for one that often is, since the text then says most of
// it already.
func (m *Model) weigh(exams []exam) {
	begin, heard := map[string]float64{}, map[string]float64{}
	for _, x := range exams {
		for _, n := range x.names {
			heard[n]++
		}
		for _, f := range x.found {
			if slices.Contains(x.names, f.Signal) {
				begin[f.Signal] = max(begin[f.Signal], byStrength[f.Strength-signal.SureHam])
			}
		}
	}
	for n := range begin {
		begin[n] *= hardly / (hardly + heard[n])
	}
	names := slices.Sorted(maps.Keys(begin))
	r := regression{weights: []float64{1, 0}, pull: []float64{slopePull, slopePull}}
	for _, n := range names {
		r.weights = append(r.weights, begin[n])
		r.pull = append(r.pull, tether)
	}
	for i := range exams {
		x := &exams[i]
		row := example{values: []value{{0, x.score}, {1, 1}}, spam: x.spam, weight: float64(x.weight)}
		for _, n := range x.names {
			at, _ := slices.BinarySearch(names, n)
			row.values = append(row.values, value{at + 2, 1})
		}
		r.examples = append(r.examples, row)
	}
	r.fit()
	m.text.slope, m.text.offset = max(r.weights[0], 0.05), r.weights[1]-prior
	m.evidence = evidence{}
	for i, n := range names {
		m.evidence[n] = math.Round(1000*r.weights[i+2]) / 1000
	}
}

// totals returns the log-odds of exams before the last calibration.
func (m *Model) totals(exams []exam) []float64 {
	out := make([]float64, len(exams))
	for i := range exams {
		out[i] = m.total(&exams[i])
	}
	return out
}

// total returns the log-odds of an exam before the last calibration.
func (m *Model) total(x *exam) float64 {
	w := m.text.logOdds(&x.reading)
	s := m.prior + w
	for _, p := range m.evidence.weigh(nil, x.found, w, document.Span{}) {
		s += p.Weight
	}
	return s
}

// level returns what makes the log-odds of exams those that were found (Platt
// 1999, with his guard against certainty).
func level(exams []exam, logOdds []float64) (slope, offset float64) {
	var spam, ham float64
	for _, x := range exams {
		if x.spam {
			spam++
		} else {
			ham++
		}
	}
	yes, no := (spam+1)/(spam+2), 1/(ham+2)
	a, b := 1.0, 0.0
	for range 50 { // Newton's method
		var ga, gb, haa, hab, hbb float64
		for i, s := range logOdds {
			t := no
			if exams[i].spam {
				t = yes
			}
			p := probability(a*s + b)
			d, h := p-t, p*(1-p)+1e-9
			ga, gb = ga+d*s, gb+d
			haa, hab, hbb = haa+h*s*s, hab+h*s, hbb+h
		}
		ga += 1 * (a - 1)
		haa, hbb = haa+1, hbb+0.1
		gb += 0.1 * b
		det := haa*hbb - hab*hab
		if det < 1e-12 {
			break
		}
		da, db := (hbb*ga-hab*gb)/det, (haa*gb-hab*ga)/det
		step := min(1, 2/max(math.Abs(da), math.Abs(db), 1e-9))
		a, b = a-step*da, b-step*db
	}
	return max(a, 0.05), b
}

// thresholds sets Hold and Reject by the share of ham that may be lost.
func (m *Model) thresholds(exams []exam) {
	var ham []float64
	for i := range exams {
		if !exams[i].spam {
			ham = append(ham, m.slope*m.total(&exams[i])+m.offset)
		}
	}
	if len(ham) == 0 {
		return
	}
	slices.Sort(ham)
	at := func(rate float64) float64 {
		i := len(ham) - 1 - int(rate*float64(len(ham)))
		margin := 0.0
		if rate*float64(len(ham)) < 1 { // fewer ham than it takes to see one lost
			margin = 0.5
		}
		return ham[i] + margin
	}
	m.Hold = min(max(probability(at(holdRate)), 0.5), 0.99)
	m.Reject = min(max(probability(at(rejectRate)), 0.9, probability(logit(m.Hold)+1)), 0.999)
}

// What a cautious model lets the text say.
const (
	cautionOdds  = 1.5          // log-odds at which the text alone would hold, as it was trained
	cautionMost  = -prior + 1.6 // so that weak findings beside it do not reject
	cautionLeast = -0.4         // so that one strong finding still holds

	cautionHold   = -0.3 // log-odds of all evidence from which a post is held
	cautionReject = 4    // and rejected, so that nobody sees it

	// A calibration found on posts held out says nothing of posts unlike them.
	// This one was found on data sets of which the model has seen no part: the
	// log-odds that a post is spam that is just held, and how much steeper than
	// evidence they rise.
	surelyHeld = 2.7
	steepness  = 1.65
)

// caution calibrates a model that will judge posts unlike those it has learnt
// from: signals keep what their strength says, the text alone can hold a post
// but neither reject nor acquit it.
func (m *Model) caution() {
	m.text.slope = 1
	m.text.offset = -prior - cautionOdds
	m.text.most, m.text.least = cautionMost, cautionLeast
	m.slope, m.offset = steepness, surelyHeld
	m.Hold = probability(m.slope*cautionHold + m.offset)
	m.Reject = probability(m.slope*cautionReject + m.offset)
}

// settle sets what follows from the other numbers of a model.
func (m *Model) settle() {
	hold := (logit(m.Hold) - m.offset) / m.slope
	m.text.ceiling = max(hold-m.prior-shy, shy)
	if m.text.most > 0 {
		m.text.choice = choice
	}
}

// shy is how far below holding a post its ceiling is: more than one weak finding
// beside it is worth.
const shy = 1.0
