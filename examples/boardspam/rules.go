package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/rules/packs"
)

// rulesCmd keeps packs of rules.
type rulesCmd struct {
	List   rulesListCmd   `cmd:"" help:"List the rules that come with the program, or those of packs."`
	Test   rulesTestCmd   `cmd:"" help:"Run each rule on its own examples."`
	Match  rulesMatchCmd  `cmd:"" help:"Tell which rules match addresses."`
	Impact rulesImpactCmd `cmd:"" help:"Count what each rule would hit, before it goes live."`
}

// readPack reads a pack, or a keeper's list as one. What of a list cannot be
// read is reported; the rest of it counts.
func readPack(c *console, file string) (*packs.Pack, error) {
	if strings.HasSuffix(file, ".yaml") || strings.HasSuffix(file, ".yml") {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		return packs.Parse(file, data)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	pack := &packs.Pack{Name: file}
	for e, err := range rules.Entries(file, f) {
		if err != nil {
			c.fail(err)
			continue
		}
		pack.Rules = append(pack.Rules, e.Rule(file))
	}
	return pack, nil
}

// readPacks reads packs, or takes the built-in ones if none is named.
func readPacks(c *console, files []string) []*packs.Pack {
	if len(files) == 0 {
		return packs.Builtin()
	}
	var read []*packs.Pack
	for _, file := range files {
		pack, err := readPack(c, file)
		if err != nil {
			c.fail(err)
			continue
		}
		read = append(read, pack)
	}
	return read
}

// rulesListCmd lists rules.
type rulesListCmd struct {
	Packs []string `arg:"" optional:"" name:"pack" help:"Packs to list instead of those that come with the program."`
}

// Run prints a line a rule: its ID, strength, place and what it is about.
func (cmd *rulesListCmd) Run(c *console) error {
	now := time.Now()
	for _, pack := range readPacks(c, cmd.Packs) {
		fmt.Fprintf(c.out, "%s: %s\n", pack.Name, pack.About)
		seen := ""
		for _, r := range pack.Rules {
			if r.ID == seen {
				continue
			}
			seen = r.ID
			where := r.Where.String()
			if r.When != "" {
				where = "condition"
			}
			fmt.Fprintf(c.out, "  %s %s %s %s%s\n", pad(visible(r.ID, false), 28), pad(r.Strength.String(), 10), pad(where, 10), visible(r.About, false), state(&r, now))
		}
	}
	return nil
}

// state says what keeps a rule from having an effect.
func state(r *rules.Rule, now time.Time) string {
	switch {
	case !r.Expires.IsZero() && !now.Before(r.Expires):
		return " (expired)"
	case r.Shadow:
		return " (shadow)"
	}
	return ""
}

// rulesTestCmd runs rules on their own examples.
type rulesTestCmd struct {
	Packs []string `arg:"" optional:"" name:"pack" help:"Packs to test instead of those that come with the program."`
}

// Run reports every example that a rule gets wrong. The status is 1 if there
// is one.
func (cmd *rulesTestCmd) Run(c *console) error {
	for _, pack := range readPacks(c, cmd.Packs) {
		examples := 0
		for i := range pack.Rules {
			examples += len(pack.Rules[i].Spam) + len(pack.Rules[i].Ham)
		}
		errs := rules.CheckExamples(pack.Rules)
		for _, err := range errs {
			fmt.Fprintln(c.errs, err)
			c.raise(statusSpam)
		}
		fmt.Fprintf(c.out, "%s: %d rules, %d examples, %d wrong\n", pack.Name, len(pack.Rules), examples, len(errs))
	}
	return nil
}

// rulesMatchCmd tells which rules match addresses.
type rulesMatchCmd struct {
	Rules []string `placeholder:"PACK" help:"Packs to ask besides those that come with the program."`
	URLs  []string `arg:"" name:"url" help:"Addresses."`
}

// Run prints what is known of each address, and the rules that match it. The
// status is 1 if a rule that speaks against one matches.
func (cmd *rulesMatchCmd) Run(c *console) error {
	all := slices.Clone(packs.Builtin())
	if len(cmd.Rules) > 0 {
		all = append(all, readPacks(c, cmd.Rules)...)
	}
	set, err := compilePacks(all)
	if err != nil {
		return err
	}
	for _, given := range cmd.URLs {
		u, err := rules.ParseURL(given)
		if err != nil {
			c.fail(err)
			continue
		}
		printClass(c.out, rules.Builtin(), given, &u)
		if printMatches(c.out, set, &u) {
			c.raise(statusSpam)
		}
	}
	return nil
}

func compilePacks(all []*packs.Pack) (*rules.Set, error) {
	var list []rules.Rule
	for _, p := range all {
		list = append(list, p.Rules...)
	}
	return rules.Compile(rules.Active(list, time.Now()))
}

// printMatches prints the rules that match an address and those it leads on
// to, and reports whether one of them speaks against it.
func printMatches(w io.Writer, set *rules.Set, u *rules.URL) (spam bool) {
	const maxTargets = 3
	for range maxTargets {
		facts := &rules.Facts{Links: []rules.Link{{URL: *u, Class: rules.Builtin().Class(u)}}}
		var seen []int
		for _, hit := range set.AppendFacts(set.AppendURL(nil, u), facts) {
			r := set.Rule(hit.Rule)
			if slices.Contains(seen, hit.Rule) {
				continue
			}
			seen = append(seen, hit.Rule)
			spam = spam || r.Strength > 0 && !r.Shadow
			fmt.Fprintf(w, "  %s %s %s\n", pad(r.Strength.String(), 10), visible(r.ID, false), visible(r.About, false))
		}
		target, ok := u.Target()
		if !ok {
			break
		}
		next, err := rules.ParseURL(target)
		if err != nil {
			break
		}
		u = &next
		fmt.Fprintf(w, "  leads on to %s\n", visible(u.String(), false))
	}
	return spam
}
