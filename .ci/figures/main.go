// Command figures measures what the README says of quality, and writes the
// table anew.
//
//	go run ./.ci/figures README.md
//
// It builds the command line and runs its eval on posts of its own making and,
// where they are at hand, on the sets of ../shared/data/dev.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: figures README.md")
		os.Exit(2)
	}
	if err := run(os.Args[1], "../shared/data/dev"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// The table stands between these lines.
const (
	begin = "<!-- figures: written by go run ./.ci/figures README.md -->\n"
	end   = "<!-- end of figures -->\n"
)

func run(readme, sets string) error {
	text, err := os.ReadFile(readme)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "figures")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "boardspam")
	if err := command("go", "build", "-o", program, "./examples/boardspam").Run(); err != nil {
		return err
	}
	rows, err := measure(program, sets)
	if err != nil {
		return err
	}
	updated, err := replace(string(text), table(rows))
	if err != nil {
		return fmt.Errorf("%s: %w", readme, err)
	}
	return os.WriteFile(readme, []byte(updated), 0o644)
}

// command returns a command that complains where we do.
func command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Stderr = os.Stderr
	return c
}

// A report is the part of eval's JSON that the table shows.
type report struct {
	Posts, Spam, Ham int
	OneMinusAUC      float64 `json:"one_minus_auc_pct"`
	Hold, Reject     struct{ Recall, FPR float64 }
	Spans            struct {
		F1   float64
		Gold int
	}
}

// A row is a set of posts and how well they are judged.
type row struct {
	name string
	report
}

// made is the posts of our own making that are measured: other words than
// those that anything was tuned to.
var made = []string{"synth", "--tables", "eval", "--count", "8000", "--seed", "7"}

// measure judges what we make, then every set.
func measure(program, sets string) ([]row, error) {
	posts, err := command(program, made...).Output()
	if err != nil {
		return nil, fmt.Errorf("%v: %w", made, err)
	}
	r, err := evaluate(program, posts, "--format", "jsonl")
	if err != nil {
		return nil, err
	}
	rows := []row{{"`" + strings.Join(made, " ") + "`", r}}
	files, err := filepath.Glob(filepath.Join(sets, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		if r, err = evaluate(program, nil, file); err != nil {
			return nil, err
		}
		rows = append(rows, row{"`" + strings.TrimSuffix(filepath.Base(file), ".jsonl") + "`", r})
	}
	return rows, nil
}

// evaluate runs eval.
func evaluate(program string, in []byte, args ...string) (r report, err error) {
	c := command(program, append([]string{"eval", "--json"}, args...)...)
	c.Stdin = bytes.NewReader(in)
	out, err := c.Output()
	if err == nil {
		err = json.Unmarshal(out, &r)
	}
	if err != nil {
		err = fmt.Errorf("eval %v: %w", args, err)
	}
	return r, err
}

// table returns the rows in Markdown.
func table(rows []row) string {
	var b strings.Builder
	b.WriteString("| posts | spam / ham | spam found | ham held | ham rejected | 1−AUC | span F1 |\n")
	b.WriteString("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, r := range rows {
		found, held, rejected, auc, f1 := "", "", "", "", ""
		if r.Spam > 0 {
			found = percent(r.Hold.Recall)
		}
		if r.Ham > 0 {
			held, rejected = percent(r.Hold.FPR), percent(r.Reject.FPR)
		}
		if r.Spam > 0 && r.Ham > 0 {
			auc = fmt.Sprintf("%.2f %%", r.OneMinusAUC)
		}
		if r.Spans.Gold > 0 {
			f1 = fmt.Sprintf("%.3f", r.Spans.F1)
		}
		fmt.Fprintf(&b, "| %s | %d / %d | %s | %s | %s | %s | %s |\n", r.name, r.Spam, r.Ham, found, held, rejected, auc, f1)
	}
	return b.String()
}

func percent(share float64) string { return fmt.Sprintf("%.2f %%", 100*share) }

// replace puts a table where the old one stands.
func replace(readme, table string) (string, error) {
	before, rest, ok := strings.Cut(readme, begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return "", errors.New("no place for the figures")
	}
	return before + begin + "\n" + table + "\n" + end + after, nil
}
