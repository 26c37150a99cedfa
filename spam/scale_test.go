package spam_test

import (
	"flag"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/boardspam/boardspam/.ci/stopwatch"
	"github.com/boardspam/boardspam/corpus/synth"
	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam"
)

var names = flag.Int("names", 10_000_000, "how many names BenchmarkScale blocks")

// BenchmarkScale measures what a post costs a keeper with much knowledge,
// compared with one with little: with the rules and the names of many sites
// instead of a few. Both take turns, and the fastest turn of each counts.
func BenchmarkScale(b *testing.B) {
	loads := []load{readLoad(b, "stackexchange"), spliced(b)}
	const manyRules = 100_000
	few, many := withRules(b, 1), withRules(b, manyRules)
	for _, l := range loads {
		b.Run(fmt.Sprintf("rules/%d/%s", manyRules, l.name), func(b *testing.B) { l.compare(b, few, many) })
	}
	few, many = withNames(b, 10), withNames(b, *names)
	for _, l := range loads {
		b.Run(fmt.Sprintf("names/%d/%s", *names, l.name), func(b *testing.B) { l.compare(b, few, many) })
	}
}

// compare lets two detectors judge the load in turns.
func (l *load) compare(b *testing.B, few, many *spam.Detector) {
	var fastest [2]time.Duration
	for b.Loop() {
		for i, d := range []*spam.Detector{few, many} {
			start := stopwatch.Processor()
			for _, p := range l.posts {
				d.Check(p)
			}
			if took := stopwatch.Processor() - start; fastest[i] == 0 || took < fastest[i] {
				fastest[i] = took
			}
		}
	}
	posts := float64(len(l.posts))
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(fastest[0].Nanoseconds())/posts, "few-ns/post")
	b.ReportMetric(float64(fastest[1].Nanoseconds())/posts, "many-ns/post")
	b.ReportMetric(float64(fastest[1])/float64(fastest[0]), "ratio")
}

// spliced returns spam that is spliced into news.
func spliced(b *testing.B) load {
	posts, err := synth.Posts(synth.Options{Half: "eval", Seed: 5, Count: 500, Makers: []string{"splice"}})
	if err != nil {
		b.Fatal(err)
	}
	l := load{name: "spliced"}
	for s := range posts {
		l.add(s.Post)
	}
	return l
}

// withRules returns a detector with a rule for each of n hosts.
func withRules(b *testing.B, n int) *spam.Detector {
	list := rules.BuiltinRules()
	for name := range siteNames(n) {
		list = append(list, rules.Rule{ID: name, Where: rules.InURLHost, Pattern: name})
	}
	set, err := rules.Compile(list)
	if err != nil {
		b.Fatal(err)
	}
	return newDetector(b, spam.Config{Rules: set})
}

// withNames returns a detector that blocks n names of a file.
func withNames(b *testing.B, n int) *spam.Detector {
	data, err := rules.BuildDomains(siteNames(n), rules.DomainsConfig{})
	if err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(b.TempDir(), "names.set")
	if err := rules.SaveDomains(file, data); err != nil {
		b.Fatal(err)
	}
	size := len(data)
	data = nil
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	set, err := rules.OpenDomains(file)
	if err != nil {
		b.Fatal(err)
	}
	took := time.Since(start)
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.Logf("%d names: %d kB of a file, %d kB on the heap, ready in %v", n, size/1000, (int64(after.HeapAlloc)-int64(before.HeapAlloc))/1000, took)
	return newDetector(b, spam.Config{Blocked: []rules.List{{Name: "own", Domains: set}}})
}

func newDetector(b *testing.B, c spam.Config) *spam.Detector {
	d, err := spam.New(c)
	if err != nil {
		b.Fatal(err)
	}
	return d
}

// siteNames returns n names that nobody has.
func siteNames(n int) iter.Seq[string] {
	return func(yield func(string) bool) {
		random := rand.New(rand.NewPCG(1, 1))
		tlds := []string{"com", "net", "club", "top", "co.kr", "xyz"}
		for range n {
			name := fmt.Sprintf("%c%d.%s", 'a'+rune(random.IntN(26)), random.Uint64()>>20, tlds[random.IntN(len(tlds))])
			if !yield(name) {
				return
			}
		}
	}
}
