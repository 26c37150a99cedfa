// Command figures measures what the README says of quality, and writes its
// tables anew.
//
//	go run ./.ci/figures README.md
//
// It builds the command line and runs its eval on posts of its own making and,
// where they are at hand, on the sets of ../shared/data/dev.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/boardspam/boardspam/.ci/readme"
)

// sets is the folder of the posts that are judged.
const sets = "../shared/data/dev"

func main() { readme.Main("figures", tables) }

func tables() (string, error) {
	dir, err := os.MkdirTemp("", "figures")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "boardspam")
	if err := command("go", "build", "-o", program, "./examples/boardspam").Run(); err != nil {
		return "", err
	}
	rows, err := measure(program)
	if err != nil {
		return "", err
	}
	kinds, err := kindTable(program)
	if err != nil {
		return "", err
	}
	views, err := viewTable()
	return table(rows).String() + kinds.String() + views.String(), err
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
	By map[string]map[string]report // by property and its value
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
func measure(program string) ([]row, error) {
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

// table returns the rows for people.
func table(rows []row) readme.Table {
	t := readme.Table{{"posts", "spam / ham", "spam found", "ham held", "ham rejected", "1−AUC", "span F1"}}
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
		t = append(t, []string{r.name, fmt.Sprintf("%d / %d", r.Spam, r.Ham), found, held, rejected, auc, f1})
	}
	return t
}

func percent(share float64) string { return fmt.Sprintf("%.2f %%", 100*share) }
