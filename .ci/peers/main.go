// Command peers compares boardspam with other filters on this machine.
//
//	go run ./.ci/peers [NAME …]         # speed, of all filters or some
//	go run ./.ci/peers README.md        # the same, and write it down
//	go run ./.ci/peers curve [SET …]    # learning from ever more posts
//	go run ./.ci/peers curve README.md  # the same, and write down the means
//	go run ./.ci/peers accuracy …       # learning from all posts of a set
//
// It needs ../shared/data and, on Debian, the packages fasttext, bogofilter,
// rspamd and spamassassin; tg-spam comes from the Go module proxy. Of those
// that are not to be had it says so, and goes on without. For figures of speed,
// nothing else should run meanwhile.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"

	"github.com/boardspam/boardspam/.ci/readme"
)

func main() {
	if err := run("../shared/data", os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

// measures are what is measured by name, if not speed.
var measures = map[string]func(data string, wanted []string) (readme.Table, error){"curve": curve, "accuracy": accuracy}

func run(data string, args []string) error {
	command, measure := "peers", speed
	if len(args) > 0 && measures[args[0]] != nil {
		command, measure = command+" "+args[0], measures[args[0]]
		args = args[1:]
	}
	file := ""
	if len(args) == 1 && strings.HasSuffix(args[0], ".md") {
		args, file = nil, args[0]
	}
	table, err := measure(data, args)
	if err != nil || file == "" {
		return err
	}
	return readme.Update(file, command, table.String())
}

// isInstalled reports whether a program is installed, and complains if not.
func isInstalled(program, debian string) bool {
	_, err := exec.LookPath(program)
	if err != nil {
		fmt.Fprintf(os.Stderr, "peers: no %s, which is left out (apt-get install %s)\n", program, debian)
	}
	return err == nil
}
