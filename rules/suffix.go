package rules

import (
	"compress/gzip"
	_ "embed"
	"io"
	"strings"
	"sync"
)

// packedSuffixes is lists/suffixes.txt, packed by gzip: the public suffix list
// with a line for each name that has suffixes below it, "kr: co go", which makes
// co.kr and go.kr suffixes; the first line has those with nothing above them.
// Before a suffix stands "~" if no registry keeps it, "*" if every label below
// it makes one, and "!" if it is an exception to that.
//
// Package golang.org/x/net/publicsuffix knows the same, but links net/http.
//
//go:generate go test -run TestSuffixList -update
//go:embed lists/suffixes.gz
var packedSuffixes string

// suffixList unpacks the list.
func suffixList() string {
	var list strings.Builder
	in, err := gzip.NewReader(strings.NewReader(packedSuffixes))
	if err == nil {
		_, err = io.Copy(&list, in)
	}
	if err != nil {
		panic(err) // the list is part of the program
	}
	return list.String()
}

// A suffixFact is what the list says of a name: a set of facts.
type suffixFact uint8

const (
	isSuffix      suffixFact = 1 << iota // names below it belong to different owners
	isPrivate                            // the same, below a company's name
	isWildcard                           // every label below it makes a suffix
	isPrivateWild                        // the same, below a company's name
	isNoSuffix                           // an exception to a wildcard
)

// suffixes returns what the list says, by name.
var suffixes = sync.OnceValue(func() map[string]suffixFact {
	list := suffixList()
	facts := make(map[string]suffixFact, strings.Count(list, " "))
	var names strings.Builder
	names.Grow(2 * len(list))
	for line := range strings.Lines(list) {
		if line[0] == '#' {
			continue
		}
		above, labels, _ := strings.Cut(line, ":")
		for label := range strings.FieldsSeq(labels) {
			label, fact := cutFact(label)
			start := names.Len()
			names.WriteString(label)
			if above != "" {
				names.WriteByte('.')
				names.WriteString(above)
			}
			facts[names.String()[start:]] |= fact
		}
	}
	return facts
})

// cutFact reads the marks before a label.
func cutFact(label string) (string, suffixFact) {
	label, private := strings.CutPrefix(label, "~")
	fact := isSuffix
	if rest, ok := strings.CutPrefix(label, "*"); ok {
		label, fact = rest, isWildcard
	} else if rest, ok := strings.CutPrefix(label, "!"); ok {
		return rest, isNoSuffix
	}
	if private {
		fact <<= 1
	}
	return label, fact
}

// publicSuffix returns the part of a host below which anybody may own a name,
// and whether a registry keeps it. The host is in A-labels and lower case.
// The last label of a host whose suffix is not known stands for it.
func publicSuffix(host string) (suffix string, registry bool) {
	facts := suffixes()
	start := strings.LastIndexByte(host, '.') + 1
	suffix = host[start:]
	for {
		fact := facts[host[start:]]
		longer := strings.LastIndexByte(host[:max(start-1, 0)], '.') + 1
		switch {
		case fact&isNoSuffix != 0:
			return host[start+strings.IndexByte(host[start:], '.')+1:], true
		case fact&isSuffix != 0:
			suffix, registry = host[start:], true
		case fact&isPrivate != 0:
			suffix, registry = host[start:], false
		}
		if start == 0 {
			return suffix, registry
		}
		if fact&(isWildcard|isPrivateWild) != 0 && facts[host[longer:]]&isNoSuffix == 0 {
			suffix, registry = host[longer:], fact&isWildcard != 0
		}
		start = longer
	}
}
