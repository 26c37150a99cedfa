package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"github.com/boardspam/boardspam/.ci/readme"
	"github.com/boardspam/boardspam/corpus"
)

// loads are the posts that are judged: short comments, and news.
var loads = [...][]string{
	{"ko_news_comments_ham", "id_judol_muzazr"},
	{"ko_news_ham"},
}

// A filter judges posts as a process that does nothing else.
type filter struct {
	name string

	// posts are how many of each load it judges: as many as it takes for its
	// start to count little, and few for those that are slow.
	posts [len(loads)]int

	// begin makes it ready, and returns nil if it is not to be had.
	begin func(b *bed) (judge, error)
}

// A judge judges posts and returns the processor time that it takes.
type judge func(posts []corpus.Sample) (time.Duration, error)

var (
	many = [len(loads)]int{60_000, 6_000}
	some = [len(loads)]int{2_000, 700}
	few  = [len(loads)]int{500, 300}
)

// filters are timed in this order, ours first and always.
var filters = []filter{
	{"boardspam", many, beginBoardspam},
	{"fastText, words", many, beginFastText("-wordNgrams", "1")},
	{"fastText, words and characters", many, beginFastText("-wordNgrams", "2", "-minn", "2", "-maxn", "4")},
	{"tg-spam", some, beginTgSpam},
	{"rspamd", some, beginRspamd},
	{"SpamAssassin", few, beginSpamAssassin},
}

// speed times all filters, or those that are wanted, on the same posts. What
// they make of them does not matter here.
func speed(data string, wanted []string) (readme.Table, error) {
	for _, name := range wanted {
		if !slices.ContainsFunc(filters, func(f filter) bool { return f.name == name }) {
			return nil, fmt.Errorf("no filter %q", name)
		}
	}
	b, err := newBed(data)
	if err != nil {
		return nil, err
	}
	defer b.close()
	table := readme.Table{{"posts a second of processor time", "short comments", "boardspam against it", "news", "boardspam against it"}}
	var ours judge
	for at, f := range filters {
		if at > 0 && len(wanted) > 0 && !slices.Contains(wanted, f.name) {
			continue
		}
		run, err := f.begin(b)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
		if run == nil {
			continue
		}
		if at == 0 {
			ours = run
		}
		row := []string{f.name}
		for i, load := range b.loads {
			own, its := &entrant{judge: ours, posts: spread(load, filters[0].posts[i])}, &entrant{judge: run, posts: spread(load, f.posts[i])}
			if err := race(own, its); err != nil {
				return nil, fmt.Errorf("%s: %w", f.name, err)
			}
			row = append(row, fmt.Sprintf("%s (%s)", readme.Number(its.rate()), readme.Number(float64(f.posts[i]))))
			if at == 0 {
				row = append(row, "1")
			} else {
				row = append(row, readme.Number(own.rate()/its.rate())+" times")
			}
		}
		fmt.Println(row)
		table = append(table, row)
	}
	return table, nil
}

// An entrant is a filter in a race, with the least time that it has taken for
// all its posts and for the first of them alone.
type entrant struct {
	judge
	posts    []corpus.Sample
	all, one time.Duration
}

// Of so many turns the fastest counts, as long as a race takes no longer than this.
const (
	turns  = 6
	enough = 20 * time.Second
)

// race has two filters judge their posts turn about: a machine that others use
// too is faster in one minute than in the next.
func race(a, b *entrant) error {
	start := time.Now()
	for i := 0; i == 0 || i < turns && time.Since(start) < enough; i++ {
		for _, e := range []*entrant{a, b} {
			if err := e.turn(); err != nil {
				return err
			}
		}
	}
	return nil
}

// turn has the filter judge its posts once more.
func (e *entrant) turn() error {
	all, err := e.judge(e.posts)
	if err != nil {
		return err
	}
	one, err := e.judge(e.posts[:1])
	if e.all == 0 || all < e.all {
		e.all = all
	}
	if e.one == 0 || one < e.one {
		e.one = one
	}
	return err
}

// rate returns the posts that are judged in a second of processor time: by the
// difference between all posts and one, which leaves out what it takes to start.
func (e *entrant) rate() float64 { return float64(len(e.posts)-1) / (e.all - e.one).Seconds() }

// spread returns n posts from all over a load, which is gone through again
// and again for more than there are.
func spread(load []corpus.Sample, n int) []corpus.Sample {
	out := make([]corpus.Sample, n)
	for i := range out {
		out[i] = load[i*max(len(load), n)/n%len(load)]
	}
	return out
}

// A bed is what filters are measured with.
type bed struct {
	data  string // ../shared/data
	dir   string // for files
	loads [len(loads)][]corpus.Sample
	ends  []func() // of what runs in the background
}

func newBed(data string) (*bed, error) {
	b := &bed{data: data}
	for i, sets := range loads {
		for _, set := range sets {
			posts, err := corpus.ReadFile(filepath.Join(data, "dev", set+".jsonl"))
			if err != nil {
				return nil, err
			}
			b.loads[i] = append(b.loads[i], posts...)
		}
	}
	dir, err := os.MkdirTemp("", "peers")
	b.dir = dir
	return b, err
}

func (b *bed) close() {
	for _, end := range b.ends {
		end()
	}
	os.RemoveAll(b.dir)
}

func (b *bed) path(name string) string { return filepath.Join(b.dir, name) }

// processorTime runs a command that answers each of so many posts on a line of
// its own, and returns the processor time that it takes.
func processorTime(c *exec.Cmd, posts int) (time.Duration, error) {
	var complaints bytes.Buffer
	c.Stderr = &complaints
	answers, err := c.Output()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) { // 1: there is spam
		return 0, fmt.Errorf("%w: %s", err, &complaints)
	}
	if n := bytes.Count(answers, []byte("\n")); n != posts {
		return 0, fmt.Errorf("%d answers to %d posts: %s", n, posts, &complaints)
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime(), nil
}

// call runs a command, and returns what it has said if it fails.
func call(c *exec.Cmd) error {
	out, err := c.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", filepath.Base(c.Path), err, out)
	}
	return nil
}
