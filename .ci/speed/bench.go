package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"github.com/boardspam/boardspam/.ci/readme"
)

// A result is what one benchmark prints, by unit.
type result map[string]float64

// time returns the nanoseconds of one post: the processor's if they were
// counted.
func (r result) time() float64 {
	if t := r["cpu-ns/post"]; t > 0 {
		return t
	}
	return r["ns/op"]
}

// results are what benchmarks print, by name, and their names in order.
type results struct {
	names []string
	of    map[string]result
}

// bench runs benchmarks of package spam on one processor.
func bench(pattern string, flags ...string) (results, error) {
	args := append([]string{"test", "-run", "^$", "-bench", pattern, "-cpu", "1", "./spam"}, flags...)
	c := exec.Command("go", args...)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return results{}, fmt.Errorf("%w\n%s", err, out)
	}
	return parse(string(out)), nil
}

// add adds what a benchmark has printed. Of several runs the fastest counts.
func (r *results) add(name string, printed result) {
	if r.of == nil {
		r.of = make(map[string]result)
	}
	before, known := r.of[name]
	if !known {
		r.names = append(r.names, name)
	}
	if !known || printed.time() < before.time() {
		r.of[name] = printed
	}
}

// benchAll runs the benchmarks of the whole and those of its steps, turn about: a
// machine that others use too is faster in one minute than in the next.
func benchAll() (whole, apart results, err error) {
	for range 4 {
		for _, part := range []struct {
			of            *results
			pattern, time string
		}{
			{&whole, "^Benchmark(Check|Limit)$", "0.3s"},
			{&apart, "^Benchmark(Stage|Signal)$", "0.05s"},
		} {
			got, err := bench(part.pattern, "-benchtime", part.time)
			if err != nil {
				return whole, apart, err
			}
			for _, name := range got.names {
				part.of.add(name, got.of[name])
			}
		}
	}
	return whole, apart, nil
}

// parse reads what benchmarks print.
func parse(out string) (all results) {
	lines := bufio.NewScanner(strings.NewReader(out))
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) < 4 || !strings.HasPrefix(words[0], "Benchmark") {
			continue
		}
		r := make(result)
		for i := 2; i+1 < len(words); i += 2 {
			r[words[i+1]], _ = strconv.ParseFloat(words[i], 64)
		}
		all.add(strings.TrimPrefix(words[0], "Benchmark"), r)
	}
	return all
}

// stages are the steps of BenchmarkStage that are shown, in order.
var stages = []string{"fold", "links", "read", "words", "signals", "rules", "model", "json"}

// stageTable returns what the steps of Check take, and the whole, for posts of
// several shapes.
func stageTable(whole, apart results) readme.Table {
	t := readme.Table{append([]string{"µs a post"}, append(stages, "**whole**", "posts/s", "MB/s", "allocations")...)}
	for _, name := range whole.names {
		load, ok := strings.CutPrefix(name, "Check/")
		if !ok {
			continue
		}
		r, row := whole.of[name], []string{"`" + load + "`"}
		for _, stage := range stages {
			row = append(row, readme.Number(apart.stage(load, stage)))
		}
		t = append(t, append(row, "**"+readme.Number(r.time()/1000)+"**", readme.Number(r["posts/cpu-s"]), readme.Number(r["MB/cpu-s"]), fmt.Sprint(r["allocs/op"])))
	}
	return t
}

// groupTable returns what the signals of each group take.
func groupTable(apart results) readme.Table {
	t := readme.Table{{"µs a post, signals, with what they share"}}
	for _, name := range apart.names {
		rest, ok := strings.CutPrefix(name, "Signal/")
		if !ok {
			continue
		}
		load, group, _ := strings.Cut(rest, "/")
		if last := t[len(t)-1]; last[0] != "`"+load+"`" {
			t = append(t, []string{"`" + load + "`"})
		}
		if len(t) == 2 {
			t[0] = append(t[0], group)
		}
		t[len(t)-1] = append(t[len(t)-1], readme.Number(apart.of[name].time()/1000))
	}
	return t
}

// stage returns the microseconds that a step takes for a post.
func (r results) stage(load, stage string) float64 {
	of := func(stage string) float64 { return r.of["Stage/"+load+"/"+stage].time() / 1000 }
	if stage == "words" { // are read from what has been read
		return max(of("read+words")-of("read"), 0)
	}
	return of(stage)
}

// limits returns what the machine does with the bytes of posts at most.
func limits(all results) (rows readme.Table) {
	for _, name := range all.names {
		if limit, ok := strings.CutPrefix(name, "Limit/"); ok {
			rows = append(rows, []string{"the machine's own limit on `ko_news_ham`: " + limit, readme.Number(all.of[name]["MB/cpu-s"]) + " MB/s"})
		}
	}
	return rows
}

// hostile returns what the worst of the posts takes that were made to cost time.
func hostile() (readme.Table, error) {
	all, err := bench("^BenchmarkHostile$", "-count", "3", "-benchtime", "3x")
	if err != nil {
		return nil, err
	}
	worst := ""
	for _, name := range all.names {
		if worst == "" || all.of[name].time() > all.of[worst].time() {
			worst = name
		}
	}
	name := strings.ReplaceAll(strings.TrimPrefix(worst, "Hostile/"), "_", " ")
	return readme.Table{{
		fmt.Sprintf("the worst of %d hostile posts of 100 kB takes (%s)", len(all.names), name),
		readme.Number(all.of[worst].time()/1e6) + " ms",
	}}, nil
}

// scale returns how much slower a post is judged with much knowledge.
func scale() (rows readme.Table, err error) {
	all, err := bench("^BenchmarkScale$", "-benchtime", "12x")
	if err != nil {
		return nil, err
	}
	for _, name := range all.names {
		parts := strings.Split(strings.TrimPrefix(name, "Scale/"), "/")
		rows = append(rows, []string{
			fmt.Sprintf("time of a post of `%s` with %s %s, against a few", parts[2], readme.Thousands(parts[1]), parts[0]),
			readme.Number(all.of[name]["ratio"]) + " times",
		})
	}
	return rows, nil
}
