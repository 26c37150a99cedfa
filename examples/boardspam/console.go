package main

import (
	"fmt"
	"io"
	"os"
)

// A console is where a command reads and writes, and the exit status it has
// earned so far.
type console struct {
	in        io.Reader
	out, errs io.Writer
	status    int
}

// raise makes the exit status at least status.
func (c *console) raise(status int) { c.status = max(c.status, status) }

// fail reports an error and goes on.
func (c *console) fail(err error) {
	fmt.Fprintln(c.errs, err)
	c.raise(statusFailed)
}

// isTerminal reports whether a person is likely to look at w.
func isTerminal(w io.Writer) bool {
	if c, ok := w.(nopCloser); ok {
		w = c.Writer
	}
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}
