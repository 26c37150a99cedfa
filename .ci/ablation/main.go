// Command ablation measures what each part of the detector is worth: it leaves
// out one after the other, and writes the tables of the README anew.
//
//	go run ./.ci/ablation README.md
//
// It needs ../shared/data. What it runs is built with the tag "ablation":
// without it, nothing can be left out and nothing is asked whether it is.
package main

import (
	"os"
	"os/exec"

	"github.com/boardspam/boardspam/.ci/readme"
)

func main() { readme.Main("ablation", tables) }

func tables() (string, error) {
	measure := exec.Command("go", "run", "-tags", "ablation", "./.ci/ablation/measure", "../shared/data")
	measure.Stderr = os.Stderr
	tables, err := measure.Output()
	return string(tables), err
}
