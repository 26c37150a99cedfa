// Command speed measures what the README says of speed, and writes the table
// anew.
//
//	go run ./.ci/speed README.md
//
// It runs the benchmarks of package spam on one processor, and the command
// line as a whole process on posts of ../shared/data/dev. Nothing else should
// run meanwhile.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
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

// The table stands between these lines.
const (
	begin = "<!-- speed: written by go run ./.ci/speed README.md -->\n"
	end   = "<!-- end of speed -->\n"
)

func run(readme, sets string) error {
	text, err := os.ReadFile(readme)
	if err != nil {
		return err
	}
	c := exec.Command("go", "test", "-run", "^$", "-bench", "^Benchmark(Check|Limit)$", "-cpu", "1", "./spam")
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	rows := parse(string(out))
	for _, jobs := range []string{"1", "2"} {
		r, err := process(sets, jobs)
		if err != nil {
			return err
		}
		rows = append(rows, r)
	}
	updated, err := replace(string(text), table(rows))
	if err != nil {
		return fmt.Errorf("%s: %w", readme, err)
	}
	return os.WriteFile(readme, []byte(updated), 0o644)
}

// A row is one figure of speed.
type row struct {
	name                   string
	nanoseconds, megabytes float64 // a post; a second
	posts                  float64 // a second
	allocations            int     // a post; -1 if they were not counted
}

var benchmark = regexp.MustCompile(`(?m)^Benchmark(\w+)/([\w/-]+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op\s+([\d.]+) MB/s\s+([\d.]+) posts/s\s+\d+ B/op\s+(\d+) allocs/op`)

// parse reads what the benchmarks print.
func parse(out string) (rows []row) {
	for _, m := range benchmark.FindAllStringSubmatch(out, -1) {
		name := "`" + strings.TrimSuffix(m[2], "/ko_news_ham") + "`"
		if m[1] == "Limit" {
			name = "the machine's limit on `ko_news_ham`: " + m[2]
		}
		r := row{name: name}
		r.nanoseconds, _ = strconv.ParseFloat(m[3], 64)
		r.megabytes, _ = strconv.ParseFloat(m[4], 64)
		r.posts, _ = strconv.ParseFloat(m[5], 64)
		r.allocations, _ = strconv.Atoi(m[6])
		rows = append(rows, r)
	}
	return rows
}

// process measures the command line, reading and writing included, on short
// comments.
func process(sets, jobs string) (row, error) {
	dir, err := os.MkdirTemp("", "speed")
	if err != nil {
		return row{}, err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "boardspam")
	build := exec.Command("go", "build", "-o", program, "./examples/boardspam")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return row{}, err
	}
	var posts []byte
	for _, set := range []string{"ko_news_comments_ham", "id_judol_muzazr"} {
		data, err := os.ReadFile(filepath.Join(sets, set+".jsonl"))
		if err != nil {
			return row{}, err
		}
		posts = append(posts, data...)
	}
	const times = 8
	posts = bytes.Repeat(posts, times)
	check := exec.Command(program, "check", "--json", "--jobs", jobs)
	check.Stdin = bytes.NewReader(posts)
	start := time.Now()
	answers, err := check.Output()
	took := time.Since(start).Seconds()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) { // 1: there is spam
		return row{}, err
	}
	n := float64(bytes.Count(answers, []byte("\n")))
	return row{
		name:        "whole process, short comments as JSON, --jobs " + jobs,
		nanoseconds: took * 1e9 / n, megabytes: float64(len(posts)) / took / 1e6, posts: n / took, allocations: -1,
	}, nil
}

// table writes rows as a table of Markdown.
func table(rows []row) string {
	var b strings.Builder
	b.WriteString("| | µs a post | posts a second | MB a second | allocations |\n| --- | ---: | ---: | ---: | ---: |\n")
	for _, r := range rows {
		allocations := ""
		if r.allocations >= 0 {
			allocations = strconv.Itoa(r.allocations)
		}
		fmt.Fprintf(&b, "| %s | %.1f | %.0f | %.1f | %s |\n", r.name, r.nanoseconds/1000, r.posts, r.megabytes, allocations)
	}
	return b.String()
}

// replace puts a table where the old one stands.
func replace(readme, table string) (string, error) {
	before, rest, ok := strings.Cut(readme, begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return "", errors.New("no place for the table")
	}
	return before + begin + "\n" + table + "\n" + end + after, nil
}
