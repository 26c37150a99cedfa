package main

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
)

// sweepCmd judges an archive of old posts. It changes nothing: what it writes
// is verdicts, and it goes on where it was stopped.
type sweepCmd struct {
	input
	knowledge
	Out     string `default:"-" placeholder:"FILE" help:"File of verdicts, as check --json writes them. How far it has come stands in FILE.state."`
	Flagged bool   `help:"Write only the verdicts on posts that do not pass."`
	Jobs    int    `placeholder:"N" help:"Posts judged at a time, on as many processors; 0 or none: one for each processor."`
}

// Run judges what has not been judged.
func (cmd *sweepCmd) Run(c *console) (err error) {
	d, err := cmd.detector(c)
	if err != nil {
		return err
	}
	out, mark := io.WriteCloser(nopCloser{c.out}), &bookmark{}
	if cmd.Out != "-" {
		if out, mark, err = resume(cmd.Out); err != nil {
			return err
		}
	}
	defer func() { err = errors.Join(err, mark.save(), out.Close()) }()
	speak := func(b []byte, s *corpus.Sample) ([]byte, spam.Action) {
		v := d.Check(s.Post)
		if v.Action != spam.Pass || !cmd.Flagged {
			b = appendVerdict(b, s, v)
		}
		return b, v.Action
	}
	before := mark.Posts
	if cmd.Files = mark.rest(cmd.Files); len(cmd.Files) > 0 {
		if err := cmd.judge(c, out, mark, speak); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(c.errs, "%s posts judged, %s before\n", count(mark.Posts-before), count(before))
	return err
}

// judge has every post behind the bookmark spoken of.
func (cmd *sweepCmd) judge(c *console, out io.Writer, mark *bookmark, speak speaker) error {
	written := &console{out: out, errs: c.errs}
	bar := c.progress(&cmd.input, out)
	defer bar.stop()
	jobs, end := (&output{Jobs: cmd.Jobs}).begin()
	defer end()
	var failed error
	p := &pipeline{console: written, jobs: jobs, speak: speak, each: func(b *batch) {
		bar.step(b)
		failed = errors.Join(failed, mark.move(b))
	}}
	_, err := p.run(func(idle func()) iter.Seq2[corpus.Sample, error] {
		return mark.skip(cmd.posts(c, idle))
	})
	c.raise(written.status)
	return errors.Join(err, failed)
}

// A nopCloser is a file that others close.
type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }
