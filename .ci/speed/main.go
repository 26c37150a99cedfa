// Command speed measures what the README says of speed, and writes it anew.
//
//	go run ./.ci/speed README.md
//
// It runs the benchmarks of package spam on one processor, judges every post
// of ../shared/data/dev by itself, and runs the command line as a whole
// process. Nothing else should run meanwhile. It takes two minutes.
package main

import (
	"fmt"
	"os"

	"github.com/boardspam/boardspam/.ci/readme"
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

func run(file, sets string) error {
	facts := readme.Table{{"", ""}}
	for _, measure := range []func(sets string) (readme.Table, error){processes, latency, hostile, scale} {
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
	facts = append(facts, limits(whole)...)
	return readme.Update(file, "speed", stageTable(whole, apart).String()+groupTable(apart).String()+facts.String())
}
