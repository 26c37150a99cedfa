// Package linkify finds web addresses in text, however they are written.
package linkify

import "mvdan.cc/xurls/v2"

// A Form is a set of ways in which an address was written.
type Form uint32

// The ways an address can be written. The zero Form is scheme and host, plain.
const (
	Bare  Form = 1 << iota // no scheme
	Glued                  // a letter touches it on either side
)

// A Match is an address found in a text.
type Match struct {
	Start, End int    // byte range of the text
	URL        string // canonical, with a scheme
	Form       Form
}

// Find returns the addresses in text, in order and without overlap. It also
// reports whether a limit cut the search short.
func Find(text string) (matches []Match, cut bool) {
	for _, m := range xurls.Strict().FindAllStringIndex(text, -1) {
		matches = append(matches, Match{Start: m[0], End: m[1], URL: text[m[0]:m[1]]})
	}
	return matches, false
}
