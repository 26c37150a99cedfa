package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/boardspam/boardspam/rules"
)

// domainsCmd keeps sets of names.
type domainsCmd struct {
	Build domainsBuildCmd `cmd:"" help:"Make a set of names from lists in any format that keepers use."`
	Info  domainsInfoCmd  `cmd:"" help:"Describe a set of names."`
	Test  domainsTestCmd  `cmd:"" help:"Look hosts up in sets and in what comes with the program."`

	Convert domainsConvertCmd `cmd:"" help:"Write lists in another form."`
}

// domainsBuildCmd makes a set of names.
type domainsBuildCmd struct {
	Out    string   `required:"" placeholder:"FILE" help:"File to write."`
	FPR    float64  `default:"1e-6" placeholder:"P" help:"Rate at which the filter in front asks the table in vain. It costs time, never a wrong answer."`
	Hashed bool     `help:"Keep hashes instead of the names: a third of the room, but the set cannot be listed."`
	Lists  []string `arg:"" name:"list" help:"Lists, or sets that were made before."`
}

// Run reads the lists and writes the set. Names that a list allows stay out.
func (cmd *domainsBuildCmd) Run(c *console) error {
	if !(cmd.FPR > 0 && cmd.FPR < 1) {
		return errors.New("boardspam: --fpr is a probability between 0 and 1")
	}
	var failed error
	names := func(yield func(string) bool) {
		for _, file := range cmd.Lists {
			more, err := cmd.names(c, file, yield)
			if err != nil {
				failed = err
			}
			if err != nil || !more {
				return
			}
		}
	}
	data, err := rules.BuildDomains(names, rules.DomainsConfig{FalsePositive: cmd.FPR, Hashed: cmd.Hashed})
	if err := cmp.Or(failed, err); err != nil {
		return err
	}
	if err := rules.SaveDomains(cmd.Out, data); err != nil {
		return err
	}
	return (&domainsInfoCmd{Files: []string{cmd.Out}}).Run(c)
}

// names yields the names of one file. It reports whether more are wanted.
func (cmd *domainsBuildCmd) names(c *console, file string, yield func(string) bool) (more bool, err error) {
	if set, err := rules.OpenDomains(file); err == nil {
		if !set.Info().Named {
			return false, fmt.Errorf("boardspam: %s: holds hashes, not names", file)
		}
		return passOn(set.All(), yield), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return false, err
	}
	defer f.Close()
	others, first := 0, rules.Entry{}
	for e, err := range rules.Entries(file, f) {
		switch {
		case err != nil:
			c.fail(err)
		case e.Kind == rules.NameEntry && !e.Allow:
			if !yield(e.Pattern) {
				return false, nil
			}
		default:
			if others++; others == 1 {
				first = e
			}
		}
	}
	if others > 0 {
		fmt.Fprintf(c.errs, "%s:%d: %q: left out: it allows, or is no name", file, first.Line, first.Pattern)
		if others > 1 {
			fmt.Fprintf(c.errs, "; so are %d other lines", others-1)
		}
		fmt.Fprintln(c.errs)
	}
	return true, nil
}

// passOn passes values on and reports whether more are wanted.
func passOn(values iter.Seq[string], yield func(string) bool) bool {
	for v := range values {
		if !yield(v) {
			return false
		}
	}
	return true
}

// domainsInfoCmd describes sets.
type domainsInfoCmd struct {
	Names bool     `help:"List the names, too."`
	Files []string `arg:"" name:"file" help:"Sets that domains build made."`
}

// Run describes each set in a paragraph.
func (cmd *domainsInfoCmd) Run(c *console) error {
	for _, file := range cmd.Files {
		set, err := rules.OpenDomains(file)
		if err != nil {
			c.fail(err)
			continue
		}
		info := set.Info()
		kept := "hashes, which one in 500,000 other names shares"
		if info.Named {
			kept = "names, exact"
		}
		fmt.Fprintf(c.out, "%s: %d names in %d bytes, %.1f each\n", file, info.Names, info.Bytes, float64(info.Bytes)/float64(max(info.Names, 1)))
		fmt.Fprintf(c.out, "  filter: %d bytes, %d hashes, designed to ask in vain at a rate of %.2g\n", info.FilterBytes, info.FilterHashes, info.FalsePositive)
		fmt.Fprintf(c.out, "  table: of %s\n", kept)
		if cmd.Names {
			for name := range set.All() {
				fmt.Fprintln(c.out, name)
			}
		}
	}
	return nil
}

// domainsTestCmd looks hosts up.
type domainsTestCmd struct {
	Domains []string `placeholder:"FILE" help:"Sets, or lists, to look in besides what comes with the program."`
	Hosts   []string `arg:"" name:"host" help:"Hosts or addresses."`
}

// Run prints a line a host: what it is, and the list and the name that say so.
// The status is 1 if one is listed.
func (cmd *domainsTestCmd) Run(c *console) error {
	book := *rules.Builtin()
	for _, file := range cmd.Domains {
		set, err := openNames(c, file)
		if err != nil {
			return err
		}
		book.Blocked = append([]rules.List{{Name: file, Domains: set}}, book.Blocked...)
	}
	for _, host := range cmd.Hosts {
		u, err := rules.ParseURL(host)
		if err != nil {
			c.fail(err)
			continue
		}
		if printClass(c.out, &book, host, &u); book.Class(&u)&rules.Listed != 0 {
			c.raise(statusSpam)
		}
	}
	return nil
}

// printClass prints what a book knows of an address.
func printClass(w io.Writer, book *rules.Book, given string, u *rules.URL) {
	class := book.Class(u).String()
	if class == "" {
		class = "unknown"
	}
	fmt.Fprintf(w, "%s\t%s\t%s", visible(given, false), u.Name, class)
	if list, name, ok := book.ListedBy(u); ok {
		fmt.Fprintf(w, "\t%s: %s", list, name)
	} else if list, name, ok := book.AllowedBy(u); ok {
		fmt.Fprintf(w, "\tallowed by %s: %s", list, name)
	}
	fmt.Fprintln(w)
}

// openNames opens a set, or reads a list as one.
func openNames(c *console, file string) (*rules.Domains, error) {
	if set, err := rules.OpenDomains(file); err == nil {
		return set, nil
	}
	var names []string
	keep := func(name string) bool { names = append(names, name); return true }
	if _, err := (&domainsBuildCmd{}).names(c, file, keep); err != nil {
		return nil, err
	}
	data, err := rules.BuildDomains(slices.Values(names), rules.DomainsConfig{})
	if err != nil {
		return nil, err
	}
	return rules.ParseDomains(data)
}
