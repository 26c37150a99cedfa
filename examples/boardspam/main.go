// Command boardspam tells which posts to a community board are spam, why, and
// which bytes of them.
//
//	boardspam check review.txt
//	boardspam check --json < posts.jsonl
//
// The exit status is 0 if no post was held or rejected, 1 if one was, and 2 if
// something could not be read.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/boardspam/boardspam/corpus"
)

// commands is the command line: one line a command. A command is a struct of
// its flags with a method Run(*console) error; an error it returns is printed
// and makes the exit status 2.
type commands struct {
	Check   checkCmd   `cmd:"" help:"Judge posts: the verdict, its reasons, the spam marked in the text."`
	Clean   cleanCmd   `cmd:"" help:"Give posts back without their spam."`
	Explain explainCmd `cmd:"" help:"Tell everything that a verdict rests on."`
	Learn   learnCmd   `cmd:"" help:"Add what a keeper says of posts to a journal."`
	Sweep   sweepCmd   `cmd:"" help:"Judge an archive of old posts, from where the last sweep stopped."`
	Train   trainCmd   `cmd:"" help:"Learn a model from labelled posts."`
	Eval    evalCmd    `cmd:"" help:"Measure how well labelled posts are judged."`
	Synth   synthCmd   `cmd:"" help:"Write labelled posts of its own making, to train and to measure with."`
	Domains domainsCmd `cmd:"" help:"Keep sets of names."`
	Rules   rulesCmd   `cmd:"" help:"Keep packs of rules."`

	Version kong.VersionFlag `help:"Print the version and exit."`
}

// The exit statuses of every command.
const (
	statusClean  = 0 // nothing was held or rejected
	statusSpam   = 1 // something was
	statusFailed = 2 // something could not be read, whatever else happened
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the whole program. It returns the exit status.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	exited := -1
	parser, err := kong.New(&commands{},
		kong.Name("boardspam"),
		kong.Description("Tells which posts to a community board are spam, why, and which bytes of them."),
		kong.Vars{"version": version(), "formats": strings.Join(corpus.Formats(), ",")},
		kong.Writers(out, errs),
		kong.Exit(func(status int) { exited = status }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.UsageOnError())
	if err != nil {
		panic("boardspam: the command line is inconsistent: " + err.Error())
	}
	call, err := parser.Parse(args)
	if exited >= 0 { // --help or --version has been answered
		return exited
	}
	c := &console{in: in, out: out, errs: errs}
	if err == nil {
		err = call.Run(c)
	}
	if err != nil {
		c.fail(err)
	}
	return c.status
}

// version returns the module's version, and the commit it was built from if known.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "boardspam (unknown)"
	}
	v := "boardspam " + info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			v += fmt.Sprintf(" (%.12s)", s.Value)
		}
	}
	return v
}
