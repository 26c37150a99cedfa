package signal

import (
	"math/bits"
	"strings"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

// Forms by how deliberate they are. Nobody puts a character inside a name
// that cannot be seen, or letters of another script, without meaning to; but
// people who warn of an address defang it, a keyboard for Korean or Japanese
// makes wide dots, and a line may break anywhere.
const (
	deliberate = linkify.Invisible | linkify.Lookalike | linkify.Escaped
	likely     = linkify.Styled | linkify.Spelled | linkify.OddDot
	possible   = linkify.Defanged | linkify.Spaced | linkify.Broken | linkify.BadScheme
)

// addressDisguised sees addresses that are written so that people can read
// them and filters cannot.
var addressDisguised = Signal{
	Name: "address/disguised",
	Doc:  "An address that only people can read: odd dots, letters of other alphabets, characters that nobody sees; those who warn of an address defang it too.",
	Kind: Disguise,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if strength := disguise(s); strength > Silent {
				sink.Add(s.finding(strength, s.url.Host+" is written with: "+(s.link.Form&linkify.Disguised).String()))
			}
		})
	},
}

func disguise(s *site) Strength {
	f := s.link.Form & linkify.Disguised
	switch {
	case f&deliberate != 0:
		return Strong
	case s.good():
		return Silent
	case bits.OnesCount32(uint32(f&likely)) > 1, isMixedStyle(s):
		return Strong
	case f&likely != 0:
		return Fair
	case f&possible != 0:
		return Weak
	}
	return Silent
}

// isMixedStyle reports whether some letters of a host are styled and others
// are not, which no keyboard does.
func isMixedStyle(s *site) bool {
	if s.link.Form&linkify.Styled == 0 {
		return false
	}
	written := s.link.Text.Raw[s.link.Span.Start:s.link.Span.End]
	host, _, _ := strings.Cut(written[strings.Index(written, "//")+1:], "/")
	return strings.ContainsAny(host[:max(strings.LastIndexByte(host, '.'), 0)], "abcdefghijklmnopqrstuvwxyz")
}

// addressUserInfo sees what stands before an '@' in an address.
var addressUserInfo = Signal{
	Name: "address/userinfo",
	Doc:  "An address that begins with the name of another site and an '@'; passwords for servers look alike.",
	Kind: Address,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if s.url.User == "" || s.good() || !strings.HasPrefix(s.url.Scheme, "http") {
				return
			}
			strength := Weak
			if strings.Contains(s.url.User, ".") {
				strength = Strong
			}
			sink.Add(s.finding(strength, "what stands before the '@' is not where "+s.url.Host+" leads"))
		})
	},
}

// addressNumeric sees hosts that are numbers.
var addressNumeric = Signal{
	Name: "address/numeric",
	Doc:  "A link to a bare IP address that is reached from anywhere; people who run servers write such, though not in odd notations.",
	Kind: Address,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			switch {
			case !s.url.IP.IsValid() || s.url.IP.IsMulticast():
			case s.url.Numeric:
				sink.Add(s.finding(Strong, s.url.Host+", written as a number"))
			case s.link.Form&linkify.Bare == 0 || len(s.url.Path) > 1:
				sink.Add(s.finding(Weak, s.url.Host+" instead of a name"))
			}
		})
	},
}

// addressRedirect sees addresses that lead on to another site.
var addressRedirect = Signal{
	Name: "address/redirect",
	Doc:  "A link through a site that sends the visitor on to another one; copied search results look alike.",
	Kind: Address,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if n := len(s.link.Inner); n > 0 {
				sink.redirect(s, &s.link.Inner[n-1])
			}
		})
	},
}

// redirect reports where a site leads on to, if that is somewhere unknown.
func (s *Sink) redirect(from *site, to *rules.URL) {
	if to.Name == from.url.Name || isInternal(to) || strings.Contains(from.url.Host, "archive.") {
		return
	}
	inner := site{from.link, to, rules.Builtin().Class(to), labelOf(to)}
	if inner.good() || isPublicBody(to.Suffix) {
		return
	}
	strength := Weak
	if odd, _ := throwaway(&inner); odd >= Fair || inner.class&rules.Listed != 0 || hasKeyword(to) != "" {
		strength = Strong
	} else if from.good() {
		strength = Fair
	}
	s.Add(from.finding(strength, from.url.Host+" leads on to "+to.Host))
}
