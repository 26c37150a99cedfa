package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/boardspam/boardspam/spam"
)

// A progress is a bar on a terminal's standard error. The zero progress shows
// nothing.
type progress struct {
	console *console
	input   *input
	total   int64 // bytes; 0 if unknown
	begun   time.Time
	shown   time.Time
	posts   int
	flagged int
}

const (
	progressAfter = time.Second            // sooner than this nobody waits
	progressEvery = 150 * time.Millisecond // between two drawings
	progressWidth = 24
)

// progress returns a bar for the reading of in while answers go to out: one
// that shows if a person looks at standard error and does not read them there.
func (c *console) progress(in *input, out io.Writer) *progress {
	if !isTerminal(c.errs) || isTerminal(out) {
		return &progress{}
	}
	return &progress{console: c, input: in, total: in.size(), begun: time.Now()}
}

// step counts a batch that was written.
func (p *progress) step(b *batch) {
	if p.console == nil {
		return
	}
	p.posts += len(b.posts)
	p.flagged += b.counts[spam.Hold] + b.counts[spam.Reject]
	now := time.Now()
	if now.Sub(p.begun) < progressAfter || now.Sub(p.shown) < progressEvery {
		return
	}
	p.shown = now
	fmt.Fprintf(p.console.errs, "\r\x1b[K%s", p.line(now.Sub(p.begun)))
}

// line returns the bar after some time.
func (p *progress) line(took time.Duration) string {
	read := p.input.read.Load()
	bar := ""
	if p.total > 0 {
		done := min(int(progressWidth*read/p.total), progressWidth)
		bar = fmt.Sprintf("%s%s %3d %%  ", strings.Repeat("█", done), strings.Repeat("░", progressWidth-done), min(100*read/p.total, 100))
	}
	rate := float64(p.posts) / took.Seconds()
	return fmt.Sprintf("%s%s posts, %s held or rejected, %s/s", bar, count(p.posts), count(p.flagged), count(int(rate)))
}

// stop removes the bar.
func (p *progress) stop() {
	if p.console != nil && !p.shown.IsZero() {
		fmt.Fprint(p.console.errs, "\r\x1b[K")
	}
}

// count returns n with its thousands apart.
func count(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
