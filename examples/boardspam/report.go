package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/document"
)

// appendReport appends what a person is told of a post: one line if it passes,
// else the verdict, the reasons by weight, and the post with its spam marked.
func (l look) appendReport(b []byte, s *corpus.Sample, v *spam.Verdict) []byte {
	b = append(b, l.headline(s, v)...)
	if v.Action == spam.Pass {
		return b
	}
	b = append(b, '\n')
	columns := signalColumns(v.Reasons)
	for _, r := range digest(v.Reasons) {
		b = append(b, l.reason(r, columns)...)
	}
	b = append(b, '\n')
	b = append(b, l.post(s, v)...)
	return append(b, '\n')
}

// headline returns the verdict and where the post is found.
func (l look) headline(s *corpus.Sample, v *spam.Verdict) string {
	color := [...]string{green, yellow, red}[v.Action]
	place := visible(s.Source, false)
	if s.Line > 0 {
		place += fmt.Sprintf(":%d", s.Line)
	}
	if s.ID != "" {
		place += "  " + fit(visible(s.ID, false), 40)
	}
	line := fmt.Sprintf("%s %s  %s", l.paint(color, pad(v.Action.String(), 6)), percent(v.Score), place)
	if v.Truncated {
		line += l.paint(faint, "  (not all of it was judged)")
	}
	return line + "\n"
}

// percent returns a probability in five columns. It rounds down, so that only
// certainty is 100 %.
func percent(p float64) string { return fmt.Sprintf("%5.1f %%", float64(int(p*1000))/10) }

// A reasonGroup is the reasons of one signal.
type reasonGroup struct {
	spam.Reason // the heaviest of them
	count       int
	weight      float64 // of them all
}

// digest puts the reasons of each signal together, the heaviest first.
func digest(reasons []spam.Reason) []reasonGroup {
	var groups []reasonGroup
	for _, r := range reasons {
		i := slices.IndexFunc(groups, func(g reasonGroup) bool { return g.Signal == r.Signal })
		if i < 0 {
			i = len(groups)
			groups = append(groups, reasonGroup{Reason: r})
		}
		groups[i].count++
		groups[i].weight += r.Weight
	}
	slices.SortStableFunc(groups, func(a, b reasonGroup) int { return cmp.Compare(b.weight, a.weight) })
	return groups
}

// signalColumns returns the width of a column of the reasons' signals.
func signalColumns(reasons []spam.Reason) int {
	width := 22
	for _, r := range reasons {
		width = max(width, textWidth(r.Signal))
	}
	return width + 2
}

// reason returns one line: what a signal's findings weigh, its name in so many
// columns, and what it saw.
func (l look) reason(r reasonGroup, columns int) string {
	times := ""
	if r.count > 1 {
		times = fmt.Sprintf("  (%d times)", r.count)
	}
	note := visible(r.Note, false)
	if l.columns > 0 {
		note = fit(note, max(l.columns-columns-10-len(times), 20))
	}
	return fmt.Sprintf("%s  %s%s%s\n", l.paint(bold, fmt.Sprintf("%+8.2f", r.weight)),
		column(r.Signal, columns), note, l.paint(faint, times))
}

// post returns the post's fields with its spam marked.
func (l look) post(s *corpus.Sample, v *spam.Verdict) string {
	var b strings.Builder
	show := func(name string, f document.Field) {
		text := s.Text(f)
		if text == "" {
			return
		}
		if name != "" {
			name = l.paint(faint, pad(name, 8))
		}
		l.write(&b, name, l.mark(text, f, v.Spans))
	}
	show("title", document.Title)
	show("author", document.AuthorName)
	show("home", document.AuthorURL)
	for i := range s.Links {
		show("link", document.Link(i))
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	show("", document.Body)
	return b.String()
}

// mark returns a field's text with its spam between «» or in colour.
func (l look) mark(text string, f document.Field, spans []spam.Mark) string {
	var b strings.Builder
	done := 0
	for _, m := range spans {
		if m.Span.Field != f || m.Span.Start < done || m.Span.End > len(text) {
			continue
		}
		b.WriteString(visible(text[done:m.Span.Start], true))
		inner := visible(text[m.Span.Start:m.Span.End], true)
		if l.color {
			b.WriteString(l.paint(marked, inner))
		} else {
			b.WriteString("«" + inner + "»")
		}
		done = m.Span.End
	}
	b.WriteString(visible(text[done:], true))
	return b.String()
}

// indent stands before each line of a post.
const indent = "  "

// write writes text below its name, line by line.
func (l look) write(b *strings.Builder, name, text string) {
	for line := range strings.Lines(strings.TrimRight(text, "\n")) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			b.WriteByte('\n')
			continue
		}
		b.WriteString(indent + name + wrap(line, l.columns, indent) + "\n")
		name = ""
	}
}

// wrap breaks a line at blanks so that it fits into the columns; 0 columns
// are endless. Colour takes no columns.
func wrap(line string, columns int, indent string) string {
	if columns == 0 {
		return line
	}
	var b strings.Builder
	used := len(indent)
	for word := range strings.SplitAfterSeq(line, " ") {
		w := textWidth(uncolored(word))
		if used+w > columns && used > len(indent) {
			b.WriteString("\n" + indent)
			used = len(indent)
		}
		b.WriteString(word)
		used += w
	}
	return b.String()
}

// uncolored returns s without the codes that paint adds.
func uncolored(s string) string {
	for {
		before, rest, ok := strings.Cut(s, "\x1b[")
		if !ok {
			return s
		}
		_, after, _ := strings.Cut(rest, "m")
		s = before + after
	}
}

// summary says how many posts there were, if there was more than one.
func (c *console) summary(counts [spam.Reject + 1]int) error {
	n := counts[spam.Pass] + counts[spam.Hold] + counts[spam.Reject]
	if n < 2 {
		return nil
	}
	_, err := fmt.Fprintf(c.out, "\n%s posts: %s pass, %s held, %s rejected\n", count(n),
		count(counts[spam.Pass]), count(counts[spam.Hold]), count(counts[spam.Reject]))
	return err
}
