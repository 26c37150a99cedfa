// Command speed measures what the README says of speed, and writes it anew.
//
//	go run ./.ci/speed README.md
//
// It runs the benchmarks of package spam on one processor, judges every post
// of ../shared/data/dev by itself, and runs the command line as a whole
// process. Nothing else should run meanwhile. It takes two minutes.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: speed README.md")
		os.Exit(2)
	}
	if err := run(os.Args[1], "../shared/data/dev"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// The figures stand between these lines.
const (
	begin = "<!-- speed: written by go run ./.ci/speed README.md -->\n"
	end   = "<!-- end of speed -->\n"
)

func run(readme, sets string) error {
	text, err := os.ReadFile(readme)
	if err != nil {
		return err
	}
	facts := table{{"", ""}}
	for _, measure := range []func(sets string) (table, error){processes, latency, hostile, scale} {
		rows, err := measure(sets)
		if err != nil {
			return err
		}
		facts = append(facts, rows...)
	}
	whole, err := bench("^Benchmark(Check|Limit)$", "-count", "5", "-benchtime", "0.3s")
	if err != nil {
		return err
	}
	apart, err := bench("^Benchmark(Stage|Signal)$", "-count", "4", "-benchtime", "0.05s")
	if err != nil {
		return err
	}
	var figures strings.Builder
	stageTable(whole, apart).write(&figures)
	groupTable(apart).write(&figures)
	append(facts, limits(whole)...).write(&figures)
	updated, err := replace(string(text), figures.String())
	if err != nil {
		return fmt.Errorf("%s: %w", readme, err)
	}
	return os.WriteFile(readme, []byte(updated), 0o644)
}

// replace puts figures where the old ones stand.
func replace(readme, figures string) (string, error) {
	before, rest, ok := strings.Cut(readme, begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return "", errors.New("no place for the figures")
	}
	return before + begin + figures + "\n" + end + after, nil
}

// A table is a table of Markdown. Of each row the first cell names it.
type table [][]string

// write writes the table after an empty line. Its first row is its head.
func (t table) write(b *strings.Builder) {
	for i, row := range t {
		if i == 1 {
			b.WriteString("| --- |" + strings.Repeat(" ---: |", len(t[0])-1) + "\n")
		} else if i == 0 {
			b.WriteByte('\n')
		}
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
	}
}

// number returns x with three digits that count.
func number(x float64) string {
	switch {
	case x >= 100:
		return thousands(fmt.Sprintf("%.0f", x))
	case x >= 10:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.2f", x)
}

// thousands returns digits with their thousands apart.
func thousands(s string) string {
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
