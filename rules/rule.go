package rules

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// A Where is what a rule's pattern is held against.
type Where uint8

// The places a pattern can be held against.
const (
	InText     Where = iota // the words of a post
	InTitle                 // its title
	InAuthor                // the name of its author
	InAuthorIP              // the address it was sent from: an address, a network, a range, or with '*' for the last numbers
	InAnchor                // the words of a link
	InURL                   // a host and the beginning of a path
	InURLHost               // a host; a name covers its sub-domains
	InURLPath               // a path
	InURLQuery              // a query
	InURLTLD                // a public suffix, a hosting service or a last label
	wheres     = iota
)

var whereNames = []string{"text", "title", "author", "author.ip", "anchor", "url", "url.host", "url.path", "url.query", "url.tld"}

// String returns the place's name as packs write it.
func (w Where) String() string { return nameOf(whereNames, int(w)) }

// A Mode is how a pattern is compared.
type Mode uint8

// The modes of a pattern.
const (
	Word      Mode = iota // whole words; in Hangul, with particles after them
	Substring             // anywhere
	Exact                 // the whole field
	Regexp                // a regular expression of package regexp
	modes     = iota
)

var modeNames = []string{"word", "substring", "exact", "regexp"}

// String returns the mode's name as packs write it.
func (m Mode) String() string { return nameOf(modeNames, int(m)) }

// A Strength is what the author of a rule thinks that a match is worth.
// Negative strengths speak for a post.
type Strength int8

// The strengths of a rule.
const (
	Allow     Strength = -5 // overrides all that speaks against a post
	SureHam   Strength = -4
	StrongHam Strength = -3
	FairHam   Strength = -2
	WeakHam   Strength = -1
	Weak      Strength = 1
	Fair      Strength = 2
	Strong    Strength = 3
	Sure      Strength = 4
)

var strengthNames = []string{"allow", "sure ham", "strong ham", "fair ham", "weak ham", "", "weak", "fair", "strong", "sure"}

// String returns the strength's name as packs write it.
func (s Strength) String() string { return nameOf(strengthNames, int(s)+5) }

func nameOf(names []string, i int) string {
	if i >= 0 && i < len(names) {
		return names[i]
	}
	return fmt.Sprint(i)
}

// A Rule is something that a keeper looks for in posts: a pattern in one
// place, or a condition over the whole post.
type Rule struct {
	ID       string
	About    string // for a moderator: what a match means
	Where    Where
	Pattern  string
	Mode     Mode
	When     string    // a condition; a rule has a pattern or a condition
	Strength Strength  // zero means Fair
	Shadow   bool      // counted, but without effect
	Expires  time.Time // zero means never
	Source   string    // who says so
	Spam     []Example // what the rule must match
	Ham      []Example // what it must not match
	File     string    // where the rule is written
	Line     int
	Column   int
}

// Position returns where the rule is written, as FILE:LINE:COLUMN, with what
// is known of it.
func (r *Rule) Position() string {
	switch {
	case r.Line == 0:
		return r.File
	case r.Column == 0:
		return fmt.Sprintf("%s:%d", r.File, r.Line)
	}
	return fmt.Sprintf("%s:%d:%d", r.File, r.Line, r.Column)
}

// errorf returns an error about the rule.
func (r *Rule) errorf(format string, args ...any) error {
	place := r.Position()
	if place != "" {
		place += ": "
	}
	return fmt.Errorf("rules: %s%q: %s", place, r.ID, fmt.Sprintf(format, args...))
}

// Active returns the rules that have not expired by now.
func Active(rules []Rule, now time.Time) []Rule {
	return slices.DeleteFunc(slices.Clone(rules), func(r Rule) bool {
		return !r.Expires.IsZero() && !now.Before(r.Expires)
	})
}

// Fold returns a text in the letters that patterns are compared in: composed,
// of usual width, lower case. Texts of posts that are folded further match
// as well.
func Fold(s string) string {
	if isASCII(s) {
		return lowerASCII(s)
	}
	return strings.ToLower(norm.NFC.String(width.Fold.String(s)))
}
