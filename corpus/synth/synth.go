// Package synth writes labelled posts: spam as it is made, by splicing,
// disguising and padding; ham that looks like it; and plain ham.
//
// Words come from two sets of tables that share no entry. A model may learn
// from Train; Eval is for measuring only, so that what is measured is whether
// the model has understood the trick and not whether it has met the word.
// The tricks themselves are code, and the same for both.
//
// Marked is what a moderator would cut out: all of an advertisement, and of a
// text that hosts one what was put in. Compliments, pages that echo a query and
// the plain sentences around an advertisement are hosts.
//
// A post's technique is its maker's name, and posts of one maker are one group.
// A post depends on the options' seed, its maker's name and its number alone:
// the same options give the same posts to the byte.
package synth

import (
	"errors"
	"fmt"
	"hash/fnv"
	"iter"
	"strings"

	"github.com/boardspam/boardspam/corpus"
)

// A Half names one of the two disjoint sets of tables.
type Half string

// The halves.
const (
	Train Half = "train" // what a model may learn from
	Eval  Half = "eval"  // held out
)

// Options say what to write. Count is the only one without which nothing comes.
type Options struct {
	Half  Half   // zero means Train
	Seed  uint64 // another seed, other posts
	Count int    // how many posts
	Share Share  // how they are shared out between the makers

	// Makers selects by name, or by what stands before a slash of it:
	// "splice/lost-link", "splice", "trap", "ham". Empty means every maker.
	Makers []string

	// Hosts are texts to splice into. Empty means the tables' own.
	Hosts []Host
}

// A Share says how posts are shared out between makers.
type Share int

// The shares.
const (
	Evenly    Share = iota // as many of each maker, in turn
	ByEntries              // as many of each entry of a list, maker by maker
)

// A Host is an honest text that spam is hidden in.
type Host struct {
	Lang, Title, Text string
	own               bool // from the tables: holds slots
}

// errNone is returned when Options.Makers selects nothing.
var errNone = errors.New("no maker of that name")

// Posts returns the posts that o asks for.
func Posts(o Options) (iter.Seq[corpus.Sample], error) {
	if o.Half == "" {
		o.Half = Train
	}
	t, err := open(o.Half)
	if err != nil {
		return nil, err
	}
	makers, err := choose(t, o.Makers)
	if err != nil {
		return nil, err
	}
	hosts := o.Hosts
	if len(hosts) == 0 {
		hosts = t.hosts()
	}
	return func(yield func(corpus.Sample) bool) {
		for m, n := range o.turns(makers) {
			if !yield(write(t, m, hosts, o, n)) {
				return
			}
		}
	}, nil
}

// turns returns whose turn it is, and for which of its posts.
func (o *Options) turns(makers []maker) iter.Seq2[maker, int] {
	if o.Share == Evenly {
		return func(yield func(maker, int) bool) {
			for i := range o.Count {
				if !yield(makers[i%len(makers)], i/len(makers)) {
					return
				}
			}
		}
	}
	return func(yield func(maker, int) bool) {
		total := 0
		for _, m := range makers {
			total += m.entries
		}
		sum, done := 0, 0
		for _, m := range makers {
			sum += m.entries
			for n := 0; done < o.Count*sum/total; n++ {
				if !yield(m, n) {
					return
				}
				done++
			}
		}
	}
}

// write makes the n-th post of maker m.
func write(t *tables, m maker, hosts []Host, o Options, n int) corpus.Sample {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%s\x00%d", o.Half, m.name, n)
	g := &draft{source: newSource(o.Seed, h.Sum64()), t: t, hosts: hosts, n: n, noise: 0.6}
	g.post.Label = corpus.Spam
	m.make(g)
	p := g.finish()
	p.ID = fmt.Sprintf("synth/%s/%d/%s/%d", o.Half, o.Seed, m.name, n)
	p.Technique = m.name
	p.Group = fmt.Sprintf("synth/%s/%s", o.Half, m.name)
	return p
}

// Makers returns the names of all makers, in the order in which they write.
func Makers(h Half) ([]string, error) {
	t, err := open(h)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, m := range makers(t) {
		names = append(names, m.name)
	}
	return names, nil
}

// choose returns the makers that names select.
func choose(t *tables, names []string) ([]maker, error) {
	all := makers(t)
	if len(names) == 0 {
		return all, nil
	}
	var out []maker
	for _, want := range names {
		n := len(out)
		for _, m := range all {
			if m.name == want || strings.HasPrefix(m.name, strings.TrimSuffix(want, "/")+"/") {
				out = append(out, m)
			}
		}
		if len(out) == n {
			return nil, fmt.Errorf("synth: %q: %w", want, errNone)
		}
	}
	return out, nil
}
