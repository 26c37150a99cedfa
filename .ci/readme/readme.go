// Package readme writes the figures of the README, each part of which stands
// between two lines that name the command that wrote it.
package readme

import (
	"fmt"
	"os"
	"strings"
)

// Main is the main function of a command that measures figures and writes them
// to the file that is its argument.
func Main(command string, measure func() (figures string, err error)) {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage:", command, "README.md")
		os.Exit(2)
	}
	figures, err := measure()
	if err == nil {
		err = Update(os.Args[1], command, figures)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", command, err)
		os.Exit(1)
	}
}

// Update puts figures where the old ones that a command wrote stand in a file.
// The command is one of this folder, with what follows it but for the file.
func Update(file, command, figures string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	updated, ok := replace(string(text), command, figures)
	if !ok {
		return fmt.Errorf("%s: no place for the figures: %q … %q", file, begin(command), end(command))
	}
	return os.WriteFile(file, []byte(updated), 0o644)
}

func begin(command string) string {
	return fmt.Sprintf("<!-- %s: written by go run ./.ci/%s README.md -->\n", nameOf(command), command)
}

func end(command string) string { return fmt.Sprintf("<!-- end of %s -->\n", nameOf(command)) }

// nameOf returns what the figures are called: the last word of their command.
func nameOf(command string) string { return command[strings.LastIndexByte(command, ' ')+1:] }

func replace(text, command, figures string) (string, bool) {
	before, rest, ok := strings.Cut(text, begin(command))
	_, after, closed := strings.Cut(rest, end(command))
	if !ok || !closed {
		return "", false
	}
	return before + begin(command) + figures + "\n" + end(command) + after, true
}

// A Table is a table of Markdown: rows of cells, of which the first is the
// head. The first cell of a row names it.
type Table [][]string

// String returns the table after an empty line.
func (t Table) String() string {
	var b strings.Builder
	for i, row := range t {
		if i == 1 {
			b.WriteString("| --- |" + strings.Repeat(" ---: |", len(t[0])-1) + "\n")
		} else if i == 0 {
			b.WriteByte('\n')
		}
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
	}
	return b.String()
}

// Number returns x with three digits that count.
func Number(x float64) string {
	switch {
	case x >= 100:
		return Thousands(fmt.Sprintf("%.0f", x))
	case x >= 10:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.2f", x)
}

// Thousands returns digits with their thousands apart.
func Thousands(s string) string {
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
