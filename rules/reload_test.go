package rules_test

import (
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/boardspam/boardspam/rules"
)

// knowledge is what a board would swap as one.
type knowledge struct {
	set  *rules.Set
	book *rules.Book
}

// load writes the names of one edition to a file, opens it, and compiles
// rules that say the same.
func load(t *testing.T, dir string, edition int) *knowledge {
	var names []string
	var list []rules.Rule
	for i := range 50 {
		name := fmt.Sprintf("e%d-n%d.example", edition, i)
		names = append(names, name)
		list = append(list, rules.Rule{ID: name, Where: rules.InURLHost, Pattern: name})
	}
	data, err := rules.BuildDomains(slices.Values(names), rules.DomainsConfig{})
	if err != nil {
		t.Error(err)
	}
	file := filepath.Join(dir, "names")
	if err := rules.SaveDomains(file, data); err != nil {
		t.Error(err)
	}
	d, err := rules.OpenDomains(file)
	if err != nil {
		t.Error(err)
	}
	set, err := rules.Compile(list)
	if err != nil {
		t.Error(err)
	}
	return &knowledge{set, &rules.Book{Blocked: []rules.List{{Name: fmt.Sprint(edition), Domains: d}}}}
}

// editions are addresses that one edition lists and the other does not.
func editions(t *testing.T) (urls [2][]rules.URL) {
	for edition := range urls {
		for i := range 50 {
			u, err := rules.ParseURL(fmt.Sprintf("http://www.e%d-n%d.example/", edition, i))
			if err != nil {
				t.Fatal(err)
			}
			urls[edition] = append(urls[edition], u)
		}
	}
	return urls
}

// ask reports whether the answers are those of one edition.
func (k *knowledge) ask(t *testing.T, urls *[2][]rules.URL) {
	var found [2]int
	for edition := range urls {
		for i := range urls[edition] {
			u := &urls[edition][i]
			_, _, listed := k.book.ListedBy(u)
			if hits := len(k.set.AppendURL(nil, u)); (hits == 1) != listed {
				t.Errorf("%s: %d rules, listed %v", u.Host, hits, listed)
			}
			if listed {
				found[edition]++
			}
		}
	}
	if found != [2]int{50, 0} && found != [2]int{0, 50} {
		t.Errorf("answers of two editions: %v", found)
	}
}

// TestReload swaps what is known a thousand times while it is asked, and
// fails if an answer mixes two editions.
func TestReload(t *testing.T) {
	reloads := 1000
	if testing.Short() {
		reloads = 50
	}
	dir, urls := t.TempDir(), editions(t)
	var current atomic.Pointer[knowledge]
	current.Store(load(t, dir, 0))
	var done atomic.Bool
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() {
			for !done.Load() {
				time.Sleep(50 * time.Microsecond) // leave the loader its turn
				current.Load().ask(t, &urls)
			}
		})
	}
	for i := range reloads {
		current.Store(load(t, dir, (i+1)%2))
		if i%100 == 0 {
			runtime.GC() // gives back the files of editions that nobody asks
		}
	}
	done.Store(true)
	group.Wait()
}
