package main

import (
	"iter"
	"runtime"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
)

// output is the part of a command line that says how to answer.
type output struct {
	JSON  bool   `help:"Write one JSON object a post, one a line, in input order."`
	Color string `default:"auto" enum:"auto,always,never" help:"Colour for people (${enum})."`
	Jobs  int    `placeholder:"N" help:"Posts judged at a time; 0 or none: one for each processor."`
}

// jobs returns the number of goroutines to use.
func (o *output) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// checkCmd judges posts.
type checkCmd struct {
	input
	knowledge
	output
	Quiet bool `short:"q" help:"Write nothing; the exit status tells."`
}

// Run judges every post of every file.
func (cmd *checkCmd) Run(c *console) error {
	d, err := cmd.detector()
	if err != nil {
		return err
	}
	look := c.look(cmd.Color)
	speak := func(b []byte, s *corpus.Sample) ([]byte, spam.Action) {
		v := d.Check(s.Post)
		switch {
		case cmd.Quiet:
		case cmd.JSON:
			b = appendVerdict(b, s, v)
		default:
			b = look.appendReport(b, s, &v)
		}
		return b, v.Action
	}
	return cmd.run(c, &cmd.input, speak, !cmd.Quiet && !cmd.JSON)
}

// run has every post of the input spoken of. The exit status is raised if
// one does not pass.
func (o *output) run(c *console, in *input, speak speaker, summary bool) error {
	p := &pipeline{console: c, jobs: o.jobs(), speak: speak}
	bar := c.progress(in)
	p.each = bar.step
	counts, err := p.run(func(idle func()) iter.Seq2[corpus.Sample, error] { return in.posts(c, idle) })
	bar.stop()
	if counts[spam.Hold]+counts[spam.Reject] > 0 {
		c.raise(statusSpam)
	}
	if err == nil && summary {
		err = c.summary(counts)
	}
	return err
}
