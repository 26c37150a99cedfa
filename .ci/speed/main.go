// Command speed measures what the README says of speed, and writes it anew.
//
//	go run ./.ci/speed README.md
//
// It runs the benchmarks of package spam on one processor, judges every post
// of ../shared/data/dev by itself, and runs the command line as a whole
// process. Nothing else should run meanwhile. It takes two minutes.
package main

import "github.com/boardspam/boardspam/.ci/readme"

// sets is the folder of the posts that are judged.
const sets = "../shared/data/dev"

func main() { readme.Main("speed", tables) }

func tables() (string, error) {
	facts := readme.Table{{"", ""}}
	for _, measure := range []func() (readme.Table, error){processes, latency, hostile, scale} {
		rows, err := measure()
		if err != nil {
			return "", err
		}
		facts = append(facts, rows...)
	}
	whole, apart, err := benchAll()
	if err != nil {
		return "", err
	}
	facts = append(facts, limits(whole)...)
	return stageTable(whole, apart).String() + groupTable(apart).String() + facts.String(), nil
}
