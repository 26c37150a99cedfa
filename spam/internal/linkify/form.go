package linkify

import "strings"

// A Form is a set of ways in which an address was written.
type Form uint32

// The ways an address can be written. The zero Form is scheme and host, plain.
const (
	Bare        Form = 1 << iota // no scheme
	WWW                          // its first label is www
	GluedBefore                  // a letter touches it in front
	GluedAfter                   // a letter touches it behind
	Defanged                     // a dot in brackets, hxxp
	Spelled                      // a dot in letters: dot, 닷, 점
	Spaced                       // blanks inside
	Broken                       // a line break inside
	OddDot                       // a dot that is not U+002E
	Invisible                    // characters inside that nobody sees
	Styled                       // full-width, mathematical, circled letters
	Lookalike                    // letters of another script that read as Latin
	Escaped                      // per cent signs inside the host
	BadScheme                    // a scheme that no browser would take
	UserInfo                     // something before an '@'
	Port                         // a port number
	Numeric                      // an IP address in any notation
	Private                      // an IP address that is not public
	IDN                          // a label that is not ASCII
	Punycode                     // a label that starts with xn--
	Doubled                      // touches the address before or after it

	// Glued is a letter on either side.
	Glued = GluedBefore | GluedAfter

	// Disguised is what is only done to hide an address, or by people who
	// keep others from following it.
	Disguised = Defanged | Spelled | Spaced | Broken | OddDot | Invisible | Styled | Lookalike | Escaped | BadScheme
)

var formNames = [...]string{"bare", "www", "glued before", "glued after", "defanged", "spelled dot", "spaced",
	"line break", "odd dot", "invisible", "styled", "look-alike", "escaped", "bad scheme", "user-info", "port",
	"numeric", "private", "idn", "punycode", "doubled"}

// String returns the names of the forms in f, separated by commas.
func (f Form) String() string {
	var names []string
	for i, name := range formNames {
		if f&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}
