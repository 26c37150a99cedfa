package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/rules/packs"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/signal"
)

// knowledge is the part of a command line that says what a post is judged by,
// besides what comes with the library.
type knowledge struct {
	Rules   []string `placeholder:"PACK" help:"Pack of rules in YAML. Rules that are out of date are passed over."`
	Domains []string `placeholder:"FILE" help:"List of spam sites in any format that keepers use, or a set that domains build made. Its allowed names are allowed; what else it holds becomes rules."`
	Allow   []string `placeholder:"LIST" help:"List of names that are no spam, whatever other lists say."`
	Journal string   `placeholder:"FILE" help:"Journal of what a keeper has said of posts. See learn."`
	Model   string   `placeholder:"FILE" help:"Model that train made, instead of the built-in one."`
	Hold    float64  `placeholder:"P" help:"Probability from which a post is held, instead of the model's own."`
	Reject  float64  `placeholder:"P" help:"Probability from which a post is rejected, instead of the model's own."`
}

// detector returns a Detector that knows what the flags name. What of a list
// cannot be read is reported; the rest of it counts.
func (k *knowledge) detector(c *console) (*spam.Detector, error) {
	for _, p := range [...]float64{k.Hold, k.Reject} {
		if p < 0 || p > 1 {
			return nil, errors.New("boardspam: --hold and --reject are probabilities: from 0 to 1")
		}
	}
	if k.Hold > k.Reject && k.Reject > 0 {
		return nil, errors.New("boardspam: --hold is above --reject: no post would be held")
	}
	go signal.Prepare() // beside what is read here
	config := spam.Config{Hold: k.Hold, Reject: k.Reject}
	l := loader{console: c, config: &config}
	err := readAll(k.Rules, l.pack)
	if err == nil {
		err = readAll(k.Domains, func(name string) error { return l.list(name, false) })
	}
	if err == nil {
		err = readAll(k.Allow, func(name string) error { return l.list(name, true) })
	}
	if err == nil && k.Journal != "" {
		err = l.journal(k.Journal)
	}
	if err != nil {
		return nil, err
	}
	if k.Model != "" {
		if config.Model, err = readModel(k.Model); err != nil {
			return nil, err
		}
	}
	if len(l.rules) > 0 {
		if config.Rules, err = rules.Compile(append(rules.BuiltinRules(), l.rules...)); err != nil {
			return nil, err
		}
	}
	// Nearly all that is read now stays. To look for garbage meanwhile takes a
	// quarter of the time until the first verdict.
	defer debug.SetGCPercent(debug.SetGCPercent(gcWhileReading))
	d, err := spam.New(config)
	signal.Prepare()
	return d, err
}

// gcWhileReading lets the heap grow to 16 MB before garbage is looked for.
const gcWhileReading = 400

// readAll reads files up to the first that fails.
func readAll(names []string, read func(name string) error) error {
	for _, name := range names {
		if err := read(name); err != nil {
			return err
		}
	}
	return nil
}

// A loader reads lists and rules into a configuration.
type loader struct {
	console *console
	config  *spam.Config
	rules   []rules.Rule
}

// pack reads the rules of a pack. A pack with a fault is refused, so that no
// rule is missed unnoticed.
func (l *loader) pack(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	pack, err := packs.Parse(name, data)
	if err != nil {
		return err
	}
	l.rules = append(l.rules, rules.Active(pack.Rules, time.Now())...)
	return nil
}

// list reads a list of names: a set if it is one, else lines.
func (l *loader) list(name string, allow bool) error {
	if set, err := rules.OpenDomains(name); err == nil {
		l.add(name, set, allow)
		return nil
	}
	list, err := readEntries(name)
	if err != nil {
		return err
	}
	for _, err := range list.Problems {
		l.console.fail(err)
	}
	return l.entries(list, allow)
}

// entries adds what a list holds: names to a set, the rest to the rules.
func (l *loader) entries(list *rules.EntryList, allow bool) error {
	var names [2][]string
	now := time.Now()
	for i := range list.Entries {
		e := &list.Entries[i]
		if !e.Expires.IsZero() && e.Expires.Before(now) {
			continue
		}
		e.Allow = e.Allow || allow
		switch {
		case e.Kind != rules.NameEntry || strings.Contains(e.Pattern, "/"):
			l.rules = append(l.rules, e.Rule(list.File))
		case e.Allow:
			names[1] = append(names[1], e.Pattern)
		default:
			names[0] = append(names[0], e.Pattern)
		}
	}
	for i, n := range names {
		if len(n) == 0 {
			continue
		}
		data, err := rules.BuildDomains(slices.Values(n), rules.DomainsConfig{})
		if err != nil {
			return fmt.Errorf("boardspam: %s: %w", list.File, err)
		}
		set, err := rules.ParseDomains(data)
		if err != nil {
			return fmt.Errorf("boardspam: %s: %w", list.File, err)
		}
		l.add(list.File, set, i == 1)
	}
	return nil
}

// add adds a set of names under the name of its file.
func (l *loader) add(file string, set *rules.Domains, allow bool) {
	named := rules.List{Name: strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), Domains: set}
	if allow {
		l.config.Allowed = append(l.config.Allowed, named)
	} else {
		l.config.Blocked = append(l.config.Blocked, named)
	}
}
