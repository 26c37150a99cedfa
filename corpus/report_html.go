package corpus

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

//go:embed report.html
var page string

var pageTemplate = template.Must(template.New("report").Funcs(template.FuncMap{
	"pct":     func(v float64) string { return fmt.Sprintf("%.2f %%", 100*v) },
	"num":     func(v float64) string { return fmt.Sprintf("%.4f", v) },
	"between": func(in [2]float64) string { return fmt.Sprintf("%.2f to %.2f %%", 100*in[0], 100*in[1]) },
}).Parse(page))

// worst is how many errors of each sort a page shows, and excerpt how many
// bytes of a post.
const (
	worst   = 15
	excerpt = 600
)

// A view is what a page shows.
type view struct {
	*Report
	Version      string   // of the detector
	Sources      []string // of the posts
	Plots        []template.HTML
	Groups       []group
	Missed, Lost []failure
}

// A group is the figures by one property.
type group struct {
	Property string
	Rows     []row
}

type row struct {
	Name string
	Figures
}

func (r *Report) groups() []group {
	var out []group
	for _, property := range slices.Sorted(maps.Keys(r.By)) {
		g := group{Property: property}
		for _, name := range slices.Sorted(maps.Keys(r.By[property])) {
			g.Rows = append(g.Rows, row{name, r.By[property][name]})
		}
		out = append(out, g)
	}
	return out
}

// WriteHTML writes a report as one page that needs nothing else.
func (r *Report) WriteHTML(w io.Writer) error {
	view := view{r, "", r.sources(), r.plots(), r.groups(), r.failures(Spam), r.failures(Ham)}
	if len(r.outcomes) > 0 {
		view.Version = r.outcomes[0].Version
	}
	if err := pageTemplate.Execute(w, view); err != nil {
		return fmt.Errorf("corpus: report: %w", err)
	}
	return nil
}

// sources returns where the posts are from, in the order in which they were judged.
func (r *Report) sources() (names []string) {
	for i := range r.outcomes {
		if name := r.outcomes[i].Source; name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// A failure is a post that was judged wrongly, or nearly so.
type failure struct {
	ID, Source string
	Line       int
	Score      float64
	Action     string
	Title      []piece
	Body       []piece
	Reasons    []string
}

// A piece is a stretch of a post, marked or not.
type piece struct {
	Text   string
	Marked bool
}

// failures returns the spam with the lowest scores or the ham with the highest.
func (r *Report) failures(label Label) []failure {
	var chosen []*Outcome
	for i := range r.outcomes {
		if r.outcomes[i].Label == label {
			chosen = append(chosen, &r.outcomes[i])
		}
	}
	slices.SortStableFunc(chosen, func(a, b *Outcome) int {
		if label == Ham {
			a, b = b, a
		}
		switch {
		case a.Score < b.Score:
			return -1
		case a.Score > b.Score:
			return 1
		}
		return 0
	})
	var out []failure
	for _, o := range chosen[:min(worst, len(chosen))] {
		f := failure{ID: o.ID, Source: o.Source, Line: o.Line, Score: o.Score, Action: o.Action.String(),
			Title: piecesOf(o, document.Title), Body: piecesOf(o, document.Body)}
		for _, reason := range o.Reasons[:min(5, len(o.Reasons))] {
			f.Reasons = append(f.Reasons, fmt.Sprintf("%+.2f %s %s", reason.Weight, reason.Signal, reason.Note))
		}
		out = append(out, f)
	}
	return out
}

// piecesOf cuts the beginning of a post's field at its gold spans, or at the
// verdict's if it has none.
func piecesOf(o *Outcome, field document.Field) []piece {
	whole := o.Text(field)
	spans := goldOf(o)
	if len(spans) == 0 {
		spans = marksOf(o)
	}
	var out []piece
	at, end := 0, min(len(whole), excerpt)
	for end < len(whole) && !utf8.RuneStart(whole[end]) {
		end++
	}
	text := func(start, end int) string { return strings.ToValidUTF8(whole[start:end], "\uFFFD") }
	for _, s := range union(spans) {
		if s.Field != field || s.Start >= end {
			continue
		}
		out = append(out, piece{text(at, s.Start), false}, piece{text(s.Start, min(s.End, end)), true})
		at = min(s.End, end)
	}
	if at < end {
		out = append(out, piece{text(at, end), false})
	}
	if end < len(whole) {
		out = append(out, piece{"…", false})
	}
	return out
}
