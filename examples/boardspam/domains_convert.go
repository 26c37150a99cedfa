package main

import (
	"fmt"
	"os"

	"github.com/boardspam/boardspam/rules"
)

// domainsConvertCmd writes lists in another form.
type domainsConvertCmd struct {
	To    string   `default:"plain" enum:"plain,hosts,adblock,rpz,jsonl" help:"Form to write: plain, hosts, adblock, rpz, or jsonl, which loses nothing."`
	Lists []string `arg:"" name:"list" help:"Lists in any format that keepers use."`
}

// Run writes the entries of all lists, as one, to standard output.
func (cmd *domainsConvertCmd) Run(c *console) error {
	format, err := rules.ParseListFormat(cmd.To)
	if err != nil {
		return err
	}
	var entries []rules.Entry
	for _, file := range cmd.Lists {
		list, err := readEntries(file)
		if err != nil {
			return err
		}
		for _, err := range list.Problems {
			c.fail(err)
		}
		entries = append(entries, list.Entries...)
	}
	left, err := rules.WriteEntries(c.out, format, entries)
	if left > 0 {
		fmt.Fprintf(c.errs, "%d entries left out: %s has no word for them\n", left, cmd.To)
	}
	return err
}

func readEntries(file string) (*rules.EntryList, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return rules.ReadEntries(file, f)
}
