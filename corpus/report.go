package corpus

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

var errNoLabel = errors.New("neither spam nor ham")

// A Report is how well a detector did.
type Report struct {
	Figures
	By map[string]map[string]Figures `json:"by,omitempty"` // by property, then by its value

	Seconds        float64 `json:"seconds"` // spent judging
	PostsPerSecond float64 `json:"posts_per_second"`
	MBPerSecond    float64 `json:"mb_per_second"`

	outcomes []Outcome
}

// Figures measure a set of verdicts. Rates are from 0 to 1.
type Figures struct {
	Posts int `json:"posts"`
	Spam  int `json:"spam"`
	Ham   int `json:"ham"`

	AUC         float64 `json:"auc"` // 0, as the next, unless there is both spam and ham
	OneMinusAUC float64 `json:"one_minus_auc_pct"`
	LAM         float64 `json:"lam_pct"` // of hold
	Accuracy    float64 `json:"accuracy"`
	ECE         float64 `json:"ece"`
	Known       float64 `json:"known"` // mean

	RecallAt         AtFPR[float64]    `json:"recall_at_fpr"`
	RecallAtInterval AtFPR[[2]float64] `json:"recall_at_fpr_interval"`

	Hold   Rates `json:"hold"` // held or rejected
	Reject Rates `json:"reject"`

	Spans SpanFigures `json:"spans"`
}

// AtFPR is something at two false-positive rates: one in a hundred, one in a
// thousand.
type AtFPR[T any] struct {
	Percent  T `json:"0.01"`
	Permille T `json:"0.001"`
}

// Rates are those of one action, with their 95 % intervals.
type Rates struct {
	Recall         float64    `json:"recall"`
	FPR            float64    `json:"fpr"`
	RecallInterval [2]float64 `json:"recall_interval"`
	FPRInterval    [2]float64 `json:"fpr_interval"`
}

// SpanFigures compare the spans of verdicts with those that people marked.
// Only spam with marks counts, but for HamWithSpan.
type SpanFigures struct {
	Precision float64 `json:"precision"` // of bytes
	Recall    float64 `json:"recall"`    // of bytes
	F1        float64 `json:"f1"`
	Hit       float64 `json:"hit"` // share of marks that a span covers with an IoU of at least 0.5

	HamWithSpan float64 `json:"ham_with_span"` // share of ham in which anything was marked

	Gold int `json:"gold"` // number of marks
}

// WriteJSON writes a report as one object.
func (r *Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(r)
}

// WriteText writes a report for people.
func (r *Report) WriteText(w io.Writer) error {
	p := &printer{w: w}
	p.figures(&r.Figures)
	p.printf("%.1f s, %.0f posts/s, %.1f MB/s\n", r.Seconds, r.PostsPerSecond, r.MBPerSecond)
	for _, property := range slices.Sorted(maps.Keys(r.By)) {
		p.printf("\n%-28s %7s %7s %9s %7s %7s %7s %7s %7s\n", "by "+property,
			"spam", "ham", "1-AUC %", "R@1%", "R@0.1%", "held", "FPR", "known")
		values := r.By[property]
		for _, name := range slices.Sorted(maps.Keys(values)) {
			f := values[name]
			both := f.Spam > 0 && f.Ham > 0
			p.printf("%-28.28s %7d %7d %9s %7s %7s %7s %7s %7.2f\n", name, f.Spam, f.Ham,
				number("%.4f", f.OneMinusAUC, both), number("%.3f", f.RecallAt.Percent, both), number("%.3f", f.RecallAt.Permille, both),
				number("%.3f", f.Hold.Recall, f.Spam > 0), number("%.4f", f.Hold.FPR, f.Ham > 0), f.Known)
		}
	}
	return p.err
}

// number formats a figure, and one that cannot be measured as a dash.
func number(format string, v float64, measured bool) string {
	if !measured {
		return "–"
	}
	return fmt.Sprintf(format, v)
}

// A printer prints until something goes wrong.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

func (p *printer) figures(f *Figures) {
	both := f.Spam > 0 && f.Ham > 0
	share := func(name string, v float64, in [2]float64, measured bool) {
		if !measured {
			p.printf("%-15s %8s\n", name, "–")
			return
		}
		p.printf("%-15s %8.4f   95 %%: %.4f to %.4f\n", name, v, in[0], in[1])
	}
	p.printf("%d posts: %d spam, %d ham; known %.2f\n", f.Posts, f.Spam, f.Ham, f.Known)
	p.printf("1-AUC           %8s\n", number("%.4f %%", f.OneMinusAUC, both))
	p.printf("LAM             %8s\n", number("%.3f %%", f.LAM, both))
	p.printf("accuracy        %8.4f\n", f.Accuracy)
	p.printf("ECE             %8.4f\n", f.ECE)
	share("recall at 1%", f.RecallAt.Percent, f.RecallAtInterval.Percent, both)
	share("recall at 0.1%", f.RecallAt.Permille, f.RecallAtInterval.Permille, both)
	share("hold recall", f.Hold.Recall, f.Hold.RecallInterval, f.Spam > 0)
	share("hold FPR", f.Hold.FPR, f.Hold.FPRInterval, f.Ham > 0)
	share("reject recall", f.Reject.Recall, f.Reject.RecallInterval, f.Spam > 0)
	share("reject FPR", f.Reject.FPR, f.Reject.FPRInterval, f.Ham > 0)
	if s := f.Spans; s.Gold > 0 {
		p.printf("spans           F1 %.4f, precision %.4f, recall %.4f, hit %.4f of %d\n", s.F1, s.Precision, s.Recall, s.Hit, s.Gold)
	}
	if f.Ham > 0 {
		p.printf("ham with span   %8.4f\n", f.Spans.HamWithSpan)
	}
}
