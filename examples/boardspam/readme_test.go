package main

import (
	"os"
	"strings"
	"testing"
)

// TestReadme runs the commands of the README and compares what they write.
// A line "…" stands for any lines, and one that ends in "…" for any that
// begins like it.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(text), "```console\n")[1:]
	ran := 0
	for _, block := range blocks {
		block, _, _ = strings.Cut(block, "```")
		for _, call := range strings.Split(block, "$ ")[1:] {
			line, want, _ := strings.Cut(call, "\n")
			args, ok := strings.CutPrefix(line, "go run ./examples/boardspam ")
			if !ok {
				t.Errorf("cannot run %q", line)
				continue
			}
			ran++
			status, out, errs := boardspam(t, "", strings.Fields(args)...)
			if status == statusFailed || !fits(strings.Split(strings.TrimSpace(want), "\n"), strings.Split(strings.TrimSpace(out), "\n")) {
				t.Errorf("$ %s\nstatus %d %s\n%s", line, status, errs, out)
			}
		}
	}
	if ran < 2 {
		t.Errorf("the README runs %d commands", ran)
	}
}

// fits reports whether lines are as wanted.
func fits(want, lines []string) bool {
	for i, w := range want {
		if w == "…" {
			for skip := range len(lines) + 1 {
				if fits(want[i+1:], lines[skip:]) {
					return true
				}
			}
			return false
		}
		if len(lines) == 0 {
			return false
		}
		head, open := strings.CutSuffix(w, "…")
		if lines[0] != w && !(open && strings.HasPrefix(lines[0], head)) {
			return false
		}
		lines = lines[1:]
	}
	return len(lines) == 0
}

// TestReadmeExample compares the README's example with the one that is tested.
func TestReadmeExample(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("spam/example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(readme), "```go\n")
	example, _, ok := strings.Cut(example, "```")
	if !ok || !strings.Contains(strings.ReplaceAll(string(source), "\n\t", "\n"), example) {
		t.Errorf("spam/example_test.go does not hold\n%s", example)
	}
}
