package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// rulesImpactCmd counts what rules would hit.
type rulesImpactCmd struct {
	Top  int      `default:"40" help:"How many rules to print, those that hit most ham first; 0 prints all."`
	Pack string   `arg:"" help:"Pack of rules, or a list in any format that keepers use."`
	Data []string `arg:"" help:"Labelled posts as JSON lines."`
}

// An impact is what one rule hit.
type impact struct {
	rule      *rules.Rule
	spam, ham int
}

// A trial holds rules against posts.
type trial struct {
	signals   []signal.Signal
	impacts   map[string]*impact
	spam, ham int    // posts
	any       impact // posts that any rule hit
	sink      signal.Sink
}

// Run prints, for each rule, the share of spam and of ham that it hits.
func (cmd *rulesImpactCmd) Run(c *console) error {
	pack, err := readPack(c, cmd.Pack)
	if err != nil {
		return err
	}
	t, err := newTrial(pack.Rules)
	if err != nil {
		return err
	}
	for _, file := range cmd.Data {
		if err := t.read(c, file); err != nil {
			return err
		}
	}
	return t.print(c.out, cmd.Top)
}

// newTrial prepares rules. Shadow rules are tried like the others. Signals
// are asked only if a condition asks for one.
func newTrial(list []rules.Rule) (*trial, error) {
	t := &trial{impacts: make(map[string]*impact)}
	list = rules.Active(list, time.Now())
	for i := range list {
		list[i].Shadow = false
		t.impacts["rule/"+list[i].ID] = &impact{rule: &list[i]}
		if strings.Contains(list[i].When, "signal") && t.signals == nil {
			t.signals = signal.Builtin()
		}
	}
	set, err := rules.Compile(list)
	if err != nil {
		return nil, err
	}
	t.signals = append(slices.Clone(t.signals), signal.Rules(set))
	return t, nil
}

// read tries the rules on the labelled posts of a file.
func (t *trial) read(c *console, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	for s, err := range corpus.ReadJSONL(f, file) {
		if err != nil {
			c.fail(err)
		} else if s.Label != corpus.Unlabelled {
			t.try(&s)
		}
	}
	return nil
}

// try tries the rules on one post and counts each rule once.
func (t *trial) try(s *corpus.Sample) {
	t.sink.Findings = t.sink.Findings[:0]
	t.sink.Run(document.Read(&s.Post), t.signals)
	hit := make(map[*impact]bool)
	for i := range t.sink.Findings {
		if p := t.impacts[t.sink.Findings[i].Signal]; p != nil {
			hit[p] = true
		}
	}
	if len(hit) > 0 {
		hit[&t.any] = true
	}
	if s.Label == corpus.Spam {
		t.spam++
	} else {
		t.ham++
	}
	for p := range hit {
		if s.Label == corpus.Spam {
			p.spam++
		} else {
			p.ham++
		}
	}
}

// print prints the rules that hit something, worst first.
func (t *trial) print(w io.Writer, top int) error {
	out := bufio.NewWriter(w)
	var hits []*impact
	for _, p := range t.impacts {
		if p.spam+p.ham > 0 {
			hits = append(hits, p)
		}
	}
	slices.SortFunc(hits, func(a, b *impact) int {
		return cmp.Or(cmp.Compare(b.ham, a.ham), cmp.Compare(b.spam, a.spam), cmp.Compare(a.rule.ID, b.rule.ID))
	})
	fmt.Fprintf(out, "%d rules on %d spam and %d ham; %d hit nothing\n", len(t.impacts), t.spam, t.ham, len(t.impacts)-len(hits))
	fmt.Fprintf(out, "any of them: %s of spam, %s of ham\n", share(t.any.spam, t.spam), share(t.any.ham, t.ham))
	if top > 0 {
		hits = hits[:min(top, len(hits))]
	}
	for _, p := range hits {
		fmt.Fprintf(out, "  %s spam %s  ham %s\n", pad(fit(visible(p.rule.ID, false), 32), 32), share(p.spam, t.spam), share(p.ham, t.ham))
	}
	return out.Flush()
}

// share returns hits of n in per cent, with their 95 % interval.
func share(hits, n int) string {
	if n == 0 {
		return "none"
	}
	in := corpus.Wilson(float64(hits), float64(n))
	return fmt.Sprintf("%d/%d %.2f %% [%.2f, %.2f]", hits, n, 100*float64(hits)/float64(n), 100*in[0], 100*in[1])
}
