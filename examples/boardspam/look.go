package main

import (
	"os"
	"strconv"
	"strings"
)

// A look is how people's output is dressed.
type look struct {
	color   bool
	columns int // of the terminal; 0: it is none, so lines stay as long as they are
}

// look returns the look of the console's output: coloured always, never, or
// if a person is likely to see it.
func (c *console) look(color string) look {
	l := look{color: color == "always"}
	if isTerminal(c.out) {
		l.columns = 80
		if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n >= 40 {
			l.columns = n
		}
		l.color = l.color || color == "auto" && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return l
}

// The colours, as a terminal is told of them.
const (
	bold   = "1"
	faint  = "2"
	red    = "1;31"
	yellow = "1;33"
	green  = "32"
	marked = "1;37;41"
)

// paint returns s in a colour, line by line.
func (l look) paint(code, s string) string {
	if !l.color || s == "" {
		return s
	}
	on, off := "\x1b["+code+"m", "\x1b[0m"
	return on + strings.ReplaceAll(s, "\n", off+"\n"+on) + off
}
