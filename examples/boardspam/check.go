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
	Jobs  int    `placeholder:"N" help:"Posts judged at a time, on as many processors; 0 or none: one for each processor."`
}

// begin returns the number of goroutines to use. If it was asked for, the program
// keeps to as many processors until end is called: what a board's own work runs on
// is left to it, and one goroutine that reads, judges and writes in turn takes less
// time than several that hand posts over.
func (o *output) begin() (jobs int, end func()) {
	processors := runtime.GOMAXPROCS(0)
	if o.Jobs <= 0 {
		return processors, func() {}
	}
	runtime.GOMAXPROCS(min(o.Jobs, processors))
	return o.Jobs, func() { runtime.GOMAXPROCS(processors) }
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
	d, err := cmd.detector(c)
	if err != nil {
		return err
	}
	look := c.look(cmd.Color)
	counts, err := cmd.run(c, &cmd.input, func(b []byte, s *corpus.Sample) ([]byte, spam.Action) {
		v := d.Check(s.Post)
		switch {
		case cmd.Quiet:
		case cmd.JSON:
			b = appendVerdict(b, s, v)
		default:
			b = look.appendReport(b, s, &v)
		}
		return b, v.Action
	})
	if counts[spam.Hold]+counts[spam.Reject] > 0 {
		c.raise(statusSpam)
	}
	if err == nil && !cmd.Quiet && !cmd.JSON {
		err = c.summary(counts)
	}
	return err
}

// run has every post of the input spoken of, and counts what became of them.
func (o *output) run(c *console, in *input, speak speaker) (counts [spam.Reject + 1]int, err error) {
	bar := c.progress(in, c.out)
	defer bar.stop()
	jobs, end := o.begin()
	defer end()
	p := &pipeline{console: c, jobs: jobs, speak: speak, each: bar.step}
	return p.run(func(idle func()) iter.Seq2[corpus.Sample, error] { return in.posts(c, idle) })
}
