package main

import (
	"fmt"
	"strings"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
)

// explainCmd tells everything that a verdict rests on.
type explainCmd struct {
	input
	knowledge
	output
}

// Run explains the verdict on every post of every file.
func (cmd *explainCmd) Run(c *console) error {
	d, err := cmd.detector(c)
	if err != nil {
		return err
	}
	look := c.look(cmd.Color)
	_, err = cmd.run(c, &cmd.input, func(b []byte, s *corpus.Sample) ([]byte, spam.Action) {
		v := d.Check(s.Post)
		if cmd.JSON {
			return appendVerdict(b, s, v), v.Action
		}
		return append(b, look.explain(s, &v)...), v.Action
	})
	return err
}

// explain returns every finding with its weight and its place: what speaks
// for spam, the heaviest first, then what speaks for ham.
func (l look) explain(s *corpus.Sample, v *spam.Verdict) string {
	var b strings.Builder
	b.WriteString(l.headline(s, v))
	var spamSum, hamSum float64
	columns := signalColumns(v.Reasons)
	section, last := "", ""
	for _, r := range v.Reasons {
		heading := "speaks for spam"
		if r.Weight < 0 {
			heading = "speaks for ham"
			hamSum += r.Weight
		} else {
			spamSum += r.Weight
		}
		if heading != section {
			fmt.Fprintf(&b, "\n  %s\n", l.paint(faint, heading))
			section, last = heading, ""
		}
		name := r.Signal
		if name == last {
			name = ""
		}
		b.WriteString(l.finding(s, r, column(name, columns)))
		last = r.Signal
	}
	fmt.Fprintf(&b, "\n  %+.2f for spam, %+.2f for ham; %.0f %% of the text is known to the model", spamSum, hamSum, 100*v.Known)
	if v.Version != "" {
		b.WriteString("; version " + v.Version)
	}
	b.WriteString("\n")
	if v.Public != "" {
		fmt.Fprintf(&b, "  %s %s\n", l.paint(faint, "the writer is told:"), v.Public)
	}
	return b.String() + "\n"
}

// The widths of the columns of explain.
const (
	placeColumns    = 20
	evidenceColumns = 38
)

// finding returns one line: a finding's weight, the name that stands in the
// column of its signal, its place, its evidence and its note.
func (l look) finding(s *corpus.Sample, r spam.Reason, name string) string {
	at, place := s.Origin.Span(r.Span), r.Span.Field.String()
	evidence := ""
	if r.Span.Len() > 0 {
		place += fmt.Sprintf(" %d–%d", at.Start, at.End)
		evidence = fit(visible(r.Span.In(&s.Post), false), evidenceColumns-2)
	}
	line := fmt.Sprintf("%s  %s%s%s", l.paint(bold, fmt.Sprintf("%+8.2f", r.Weight)), name, column(place, placeColumns), column(evidence, evidenceColumns))
	if note := visible(r.Note, false); note != "" && note != evidence {
		line += note
	}
	return strings.TrimRight(line, " ") + "\n"
}
