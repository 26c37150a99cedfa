// Command ablation measures what each part of the detector is worth: it leaves
// out one after the other, and writes the tables of the README anew.
//
//	go run ./.ci/ablation README.md
//
// It needs ../shared/data. What it runs is built with the tag "ablation":
// without it, nothing can be left out and nothing is asked whether it is.
package main

import (
	"fmt"
	"os"
	"os/exec"

	"github.com/boardspam/boardspam/.ci/readme"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: ablation README.md")
		os.Exit(2)
	}
	measure := exec.Command("go", "run", "-tags", "ablation", "./.ci/ablation/measure", "../shared/data")
	measure.Stderr = os.Stderr
	tables, err := measure.Output()
	if err == nil {
		err = readme.Update(os.Args[1], "ablation", string(tables))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "ablation:", err)
		os.Exit(1)
	}
}
