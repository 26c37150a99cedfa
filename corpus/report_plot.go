package corpus

import (
	"fmt"
	"html/template"
	"math"
	"strings"
)

// The size of a plot's field, in SVG units, and of the margin around it.
const (
	plotWidth, plotHeight = 320.0, 240.0
	plotMargin            = 60.0
)

// A plot is a drawing of curves over two axes from 0 to 1.
type plot struct {
	svg strings.Builder
}

// A tick is a label on an axis.
type tick struct {
	at    float64 // 0 to 1
	label string
}

// newPlot begins a plot with labelled ticks.
func newPlot(title, x, y string, xTicks, yTicks []tick) *plot {
	p := &plot{}
	fmt.Fprintf(&p.svg, `<svg viewBox="0 0 %g %g" role="img" aria-label="%s"><text class="title" x="%g" y="20">%[3]s</text>`,
		plotWidth+2*plotMargin, plotHeight+2*plotMargin, title, plotMargin)
	fmt.Fprintf(&p.svg, `<rect class="field" x="%g" y="%g" width="%g" height="%g"/>`, plotMargin, plotMargin, plotWidth, plotHeight)
	for _, t := range xTicks {
		px, _ := place(t.at, 0)
		fmt.Fprintf(&p.svg, `<path class="grid" d="M%.1f %g v%g"/><text class="tick" x="%.1f" y="%g" text-anchor="middle">%s</text>`,
			px, plotMargin, plotHeight, px, plotMargin+plotHeight+16, t.label)
	}
	for _, t := range yTicks {
		_, py := place(0, t.at)
		fmt.Fprintf(&p.svg, `<path class="grid" d="M%g %.1f h%g"/><text class="tick" x="%g" y="%.1f" text-anchor="end">%s</text>`,
			plotMargin, py, plotWidth, plotMargin-6, py+4, t.label)
	}
	fmt.Fprintf(&p.svg, `<text class="axis" x="%g" y="%g" text-anchor="middle">%s</text>`,
		plotMargin+plotWidth/2, plotMargin+plotHeight+36, x)
	fmt.Fprintf(&p.svg, `<text class="axis" transform="translate(10 %g) rotate(-90)" text-anchor="middle">%s</text>`,
		plotMargin+plotHeight/2, y)
	return p
}

func place(x, y float64) (px, py float64) {
	clamp := func(v float64) float64 { return min(max(v, 0), 1) }
	return plotMargin + clamp(x)*plotWidth, plotMargin + (1-clamp(y))*plotHeight
}

// line draws points, which are between 0 and 1, in the manner of a CSS class.
func (p *plot) line(class string, points [][2]float64) {
	fmt.Fprintf(&p.svg, `<path class="%s" d="`, class)
	for i, pt := range points {
		x, y := place(pt[0], pt[1])
		command := 'L'
		if i == 0 {
			command = 'M'
		}
		fmt.Fprintf(&p.svg, "%c%.1f %.1f", command, x, y)
	}
	p.svg.WriteString(`"/>`)
}

// bar draws a column from the bottom.
func (p *plot) bar(class string, left, right, height float64) {
	x0, y := place(left, height)
	x1, bottom := place(right, 0)
	fmt.Fprintf(&p.svg, `<rect class="%s" x="%.1f" y="%.1f" width="%.1f" height="%.1f"/>`, class, x0, y, x1-x0, bottom-y)
}

func (p *plot) html() template.HTML { return template.HTML(p.svg.String() + "</svg>") }

var shares = []tick{{0, "0"}, {0.25, "0.25"}, {0.5, "0.5"}, {0.75, "0.75"}, {1, "1"}}

// plots draws the curves of a report: those that need both spam and ham if
// there is both.
func (r *Report) plots() (plots []template.HTML) {
	if c := curveOf(r.outcomes); c.spam > 0 && c.ham > 0 {
		plots = append(plots, c.roc(), c.precisionRecall())
	}
	return append(plots, calibrationPlot(r.outcomes), histogram(r.outcomes))
}

// decades is how many powers of ten the false-positive axis shows.
const decades = 4

// roc draws recall over the false-positive rate, the latter by powers of ten.
func (c *curve) roc() template.HTML {
	ticks := []tick{{0, "0.01 %"}, {0.25, "0.1 %"}, {0.5, "1 %"}, {0.75, "10 %"}, {1, "100 %"}}
	p := newPlot("ROC", "ham flagged", "spam found", ticks, shares)
	var points [][2]float64
	for _, pt := range c.points {
		x := 0.0
		if pt.ham > 0 {
			x = 1 + math.Log10(pt.ham/c.ham)/decades
		}
		points = append(points, [2]float64{x, pt.spam / c.spam})
	}
	p.line("curve", points)
	return p.html()
}

func (c *curve) precisionRecall() template.HTML {
	p := newPlot("Precision and recall", "spam found", "share of spam among what is flagged", shares, shares)
	var points [][2]float64
	for _, pt := range c.points {
		points = append(points, [2]float64{pt.spam / c.spam, pt.spam / (pt.spam + pt.ham)})
	}
	p.line("curve", points)
	return p.html()
}

func calibrationPlot(outcomes []Outcome) template.HTML {
	p := newPlot("Calibration", "score", "share of spam", shares, shares)
	p.line("ideal", [][2]float64{{0, 0}, {1, 1}})
	var points [][2]float64
	for _, b := range binsOf(outcomes) {
		if b.posts > 0 {
			points = append(points, [2]float64{b.score / b.posts, b.spam / b.posts})
		}
	}
	p.line("curve dots", points)
	return p.html()
}

// histogram draws how many posts have which score, by powers of ten.
func histogram(outcomes []Outcome) template.HTML {
	ticks := []tick{{0, "1"}, {0.2, "10"}, {0.4, "100"}, {0.6, "1,000"}, {0.8, "10,000"}, {1, "100,000"}}
	p := newPlot("Scores: spam red, ham blue", "score", "posts", shares, ticks)
	height := func(n float64) float64 {
		if n == 0 {
			return 0
		}
		return 0.01 + math.Log10(n)/5
	}
	for i, b := range binsOf(outcomes) {
		left, width := float64(i)/bins, 1.0/bins
		p.bar("spam", left+0.1*width, left+0.5*width, height(b.spam))
		p.bar("ham", left+0.5*width, left+0.9*width, height(b.posts-b.spam))
	}
	return p.html()
}
