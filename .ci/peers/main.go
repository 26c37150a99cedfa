// Command peers compares boardspam with other filters on this machine.
//
//	go run ./.ci/peers                  # speed, against fastText
//	go run ./.ci/peers curve [SET …]    # learning from ever more posts
//	go run ./.ci/peers curve README.md  # the same, and write down the means
//
// It needs ../shared/data and, on Debian, the packages fasttext and bogofilter.
// Of those that are missing it says so, and goes on without. For figures of
// speed, nothing else should run meanwhile.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/boardspam/boardspam/.ci/readme"
)

func main() {
	if err := run("../shared/data", os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(data string, args []string) error {
	switch {
	case len(args) == 0:
		return speed(data)
	case args[0] == "curve" && len(args) == 2 && strings.HasSuffix(args[1], ".md"):
		means, err := curve(data, nil)
		if err != nil {
			return err
		}
		return readme.Update(args[1], "peers curve", means.String())
	case args[0] == "curve":
		_, err := curve(data, args[1:])
		return err
	}
	return errors.New("usage: peers [curve [README.md | SET …]]")
}
