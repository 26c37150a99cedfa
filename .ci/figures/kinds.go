package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/boardspam/boardspam/.ci/readme"
)

// many is posts enough of our own making to judge each kind of them apart.
var many = []string{"synth", "--tables", "eval", "--count", "48000", "--seed", "11"}

// leastFound is the share of a kind of spam below which a reason is owed.
const leastFound = 0.7

// reasons say why a kind of spam is found seldom.
var reasons = map[string]string{
	"address/hosted":         "a page at a host that everybody uses, beside a few words that say little",
	"content/ko/loan-letter": "a letter of a lender in the words of banks, which write such letters",
	"content/zh/promo":       "circulars of shops in the words of those that customers have asked for",
	"place/advertorial":      "an essay without an address that recommends something by a name which many essays may hold",
	"place/closing-en":       "an honest tale with one mild sentence behind it: honest ones close with a link or a name too",
	"place/good-words":       "a few words of offer in a long honest text, which speaks for them",
	"place/join-code-id":     "a code and a sum without an address: shops and classes give such codes",
	"place/join-code-zh":     "a code and a sum without an address: shops and classes give such codes",
	"place/search-lure-en":   "a name to search for and which result to take: good advice, but for what is promised",
	"splice/replace":         "a noun in the place of another that takes the same particles: only a word is out of place",
}

// kindTable judges each kind of spam apart and lists those that are found
// least, with the reason.
func kindTable(program string) (readme.Table, error) {
	posts, err := command(program, many...).Output()
	if err != nil {
		return nil, fmt.Errorf("%v: %w", many, err)
	}
	r, err := evaluate(program, posts, "--format", "jsonl", "--by", "technique")
	if err != nil {
		return nil, err
	}
	return kindsOf(r.By["technique"], r)
}

// kindsOf returns the table of those among all kinds, below a row of them all.
func kindsOf(all map[string]report, whole report) (readme.Table, error) {
	t := readme.Table{{"kind of spam", "found", "of"}, nil}
	kinds := 0
	for _, name := range slices.Sorted(maps.Keys(all)) {
		kind := all[name]
		if kind.Spam == 0 {
			continue
		}
		if kinds++; kind.Hold.Recall >= leastFound {
			continue
		}
		why, ok := reasons[name]
		if !ok {
			return nil, fmt.Errorf("%s: %s found, less than %s, and no reason is given", name, percent(kind.Hold.Recall), percent(leastFound))
		}
		t = append(t, []string{"`" + name + "`: " + why, percent(kind.Hold.Recall), fmt.Sprint(kind.Spam)})
	}
	first := fmt.Sprintf("all %d of `%s`, of whose %d honest posts %s are held", kinds, strings.Join(many, " "), whole.Ham, percent(whole.Hold.FPR))
	t[1] = []string{first, percent(whole.Hold.Recall), fmt.Sprint(whole.Spam)}
	return t, nil
}
