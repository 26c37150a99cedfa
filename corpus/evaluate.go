package corpus

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"time"

	"github.com/boardspam/boardspam/spam"
)

// An Outcome is a sample and what a detector said of it.
type Outcome struct {
	*Sample
	spam.Verdict
}

// Properties are the names by which figures can be told apart.
var Properties = []string{"group", "lang", "technique", "category", "source"}

// Evaluate judges the samples one after the other and measures the verdicts,
// all together and apart by each of the named properties: group, lang,
// technique, category, source. Samples without a label end it with an error.
func Evaluate(samples iter.Seq2[Sample, error], d *spam.Detector, by ...string) (*Report, error) {
	var outcomes []Outcome
	var spent time.Duration
	var bytes int
	for s, err := range samples {
		if err != nil {
			return nil, err
		}
		if s.Label != Spam && s.Label != Ham {
			return nil, &LineError{s.Source, s.Line, errNoLabel}
		}
		start := time.Now()
		v := d.Check(s.Post)
		spent += time.Since(start)
		bytes += len(s.Title) + len(s.Body)
		outcomes = append(outcomes, Outcome{&s, v})
	}
	r := Measure(outcomes, by...)
	r.Seconds = spent.Seconds()
	if r.Seconds > 0 {
		r.PostsPerSecond = float64(r.Posts) / r.Seconds
		r.MBPerSecond = float64(bytes) / 1e6 / r.Seconds
	}
	return r, nil
}

// Measure measures verdicts.
func Measure(outcomes []Outcome, by ...string) *Report {
	r := &Report{Figures: figuresOf(outcomes), outcomes: outcomes}
	for _, property := range by {
		parts := make(map[string][]Outcome)
		for _, o := range outcomes {
			if name := o.property(property); name != "" {
				parts[name] = append(parts[name], o)
			}
		}
		if r.By == nil {
			r.By = make(map[string]map[string]Figures)
		}
		r.By[property] = make(map[string]Figures, len(parts))
		for name, part := range parts {
			r.By[property][name] = figuresOf(part)
		}
	}
	return r
}

func (o *Outcome) property(name string) string {
	switch name {
	case "group":
		return o.Group
	case "lang":
		return o.Lang
	case "technique":
		return o.Technique
	case "category":
		return o.Category
	case "source":
		return o.Source
	}
	return ""
}

func figuresOf(outcomes []Outcome) Figures {
	f := Figures{Posts: len(outcomes)}
	for _, o := range outcomes {
		if o.Label == Spam {
			f.Spam++
		} else {
			f.Ham++
		}
		f.Known += o.Known / float64(len(outcomes))
	}
	c := curveOf(outcomes)
	f.AUC = c.area()
	if f.Spam > 0 && f.Ham > 0 {
		f.OneMinusAUC = 100 * (1 - f.AUC)
	}
	f.RecallAt.Percent, f.RecallAtInterval.Percent = c.recallAt(0.01)
	f.RecallAt.Permille, f.RecallAtInterval.Permille = c.recallAt(0.001)
	f.Hold = ratesOf(outcomes, spam.Hold)
	f.Reject = ratesOf(outcomes, spam.Reject)
	right := f.Hold.Recall*float64(f.Spam) + (1-f.Hold.FPR)*float64(f.Ham)
	f.Accuracy = right / max(float64(f.Posts), 1)
	f.LAM = lam(f.Hold, f.Spam, f.Ham)
	f.ECE = calibrationError(outcomes)
	f.Spans = spansOf(outcomes)
	return f
}

// A curve is the outcomes by falling score.
type curve struct {
	points    []point // after each score that occurs
	spam, ham float64
}

// A point is how much spam and ham has at least a score.
type point struct{ score, spam, ham float64 }

func curveOf(outcomes []Outcome) curve {
	sorted := make([]int, len(outcomes))
	for i := range sorted {
		sorted[i] = i
	}
	slices.SortStableFunc(sorted, func(a, b int) int { return cmp.Compare(outcomes[b].Score, outcomes[a].Score) })
	var c curve
	for _, i := range sorted {
		o := &outcomes[i]
		if o.Label == Spam {
			c.spam++
		} else {
			c.ham++
		}
		p := point{o.Score, c.spam, c.ham}
		if n := len(c.points); n > 0 && c.points[n-1].score == p.score {
			c.points[n-1] = p
		} else {
			c.points = append(c.points, p)
		}
	}
	return c
}

// area returns the probability that spam scores above ham, ties counting half.
func (c *curve) area() float64 {
	if c.spam == 0 || c.ham == 0 {
		return 0
	}
	var sum float64
	var last point
	for _, p := range c.points {
		sum += (p.ham - last.ham) * (p.spam + last.spam) / 2
		last = p
	}
	return sum / (c.spam * c.ham)
}

// recallAt returns the largest share of spam above a threshold that at most
// the given share of ham reaches.
func (c *curve) recallAt(fpr float64) (recall float64, interval [2]float64) {
	var hit float64
	for _, p := range c.points {
		if p.ham > fpr*c.ham {
			break
		}
		hit = p.spam
	}
	if c.spam == 0 {
		return 0, [2]float64{0, 1}
	}
	return hit / c.spam, Wilson(hit, c.spam)
}

// Wilson returns the 95 % interval of a share (Wilson 1927).
func Wilson(hit, of float64) [2]float64 {
	if of == 0 {
		return [2]float64{0, 1}
	}
	const z = 1.959964
	p := hit / of
	mid := (p + z*z/(2*of)) / (1 + z*z/of)
	half := z / (1 + z*z/of) * math.Sqrt(p*(1-p)/of+z*z/(4*of*of))
	in := [2]float64{max(mid-half, 0), min(mid+half, 1)}
	if hit == 0 { // where rounding may leave a trace of half
		in[0] = 0
	} else if hit == of {
		in[1] = 1
	}
	return in
}

func ratesOf(outcomes []Outcome, least spam.Action) Rates {
	var hit, of [2]float64
	for _, o := range outcomes {
		k := 0
		if o.Label == Spam {
			k = 1
		}
		of[k]++
		if o.Action >= least {
			hit[k]++
		}
	}
	return Rates{
		Recall: hit[1] / max(of[1], 1), RecallInterval: Wilson(hit[1], of[1]),
		FPR: hit[0] / max(of[0], 1), FPRInterval: Wilson(hit[0], of[0]),
	}
}

// lam returns the logistic average misclassification in per cent (Cormack,
// Lynam, TREC 2005): the mean of both error rates on the scale of log-odds.
func lam(r Rates, spam, ham int) float64 {
	logit := func(rate float64, of int) float64 {
		wrong := rate*float64(of) + 0.5
		return math.Log(wrong / (float64(of) + 1 - wrong))
	}
	mean := (logit(1-r.Recall, spam) + logit(r.FPR, ham)) / 2
	return 100 / (1 + math.Exp(-mean))
}

// bins is how many ranges of the score a calibration is measured in.
const bins = 15

// calibrationError returns the expected calibration error: how far, on
// average, a score is from the share of spam among posts of about that score.
func calibrationError(outcomes []Outcome) float64 {
	var sum float64
	for _, b := range binsOf(outcomes) {
		sum += math.Abs(b.score - b.spam)
	}
	return sum / max(float64(len(outcomes)), 1)
}

type bin struct{ score, spam, posts float64 } // totals

func binsOf(outcomes []Outcome) [bins]bin {
	var out [bins]bin
	for _, o := range outcomes {
		b := &out[min(int(o.Score*bins), bins-1)]
		b.score += o.Score
		b.posts++
		if o.Label == Spam {
			b.spam++
		}
	}
	return out
}
