package signal

import (
	"math/bits"
	"slices"
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
	Name:  "address/disguised",
	Doc:   "An address that only people can read: odd dots, letters of other alphabets, characters that nobody sees; those who warn of an address defang it too.",
	Kind:  Disguise,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			strength := disguise(s)
			if strength > Weak && s.link.Text != nil && isCitedLine(s.link.Text.Folded.Text, s.link.Start) {
				strength = Weak // somebody else's, that is spoken of
			}
			if strength > Silent {
				sink.Add(s.finding(strength, s.url.Host+" is written with: "+(s.link.Form&linkify.Disguised).String()))
			}
		})
	},
}

func disguise(s *site) Strength {
	f := s.link.Form & linkify.Disguised
	if f&linkify.Defanged != 0 && warns(s.link.Text) {
		f &^= linkify.Defanged
	}
	switch {
	case f&deliberate != 0:
		return Strong
	case s.good() || f == 0, f == linkify.Defanged && !strings.Contains(strings.ToLower(s.written()), "dot"): // as those do who speak of it
		return Silent
	case bits.OnesCount32(uint32(f&likely)) > 1, isMixedStyle(s), isElaborate(s.written()):
		return Strong
	case f&likely != 0:
		return Fair
	}
	if odd, _ := throwaway(s); odd > Silent && f&linkify.Spaced != 0 {
		return Fair
	}
	return Weak
}

// isElaborate reports whether an address is written with signs for dots that
// no slip of the finger makes, or with more blanks or line breaks than one
// makes.
func isElaborate(written string) bool {
	return strings.ContainsAny(written, "점쩜쩌닷点ㆍ·․•・‧∙⋅●○◦★☆♥♡*^|｡") || strings.IndexFunc(written, isFancy) >= 0 ||
		strings.Count(written, " ") >= spacedLetters || strings.Count(written, "\n") > 1
}

// isFancy reports whether r is a letter in a style that no keyboard has.
func isFancy(r rune) bool {
	return r >= 0x1D400 && r <= 0x1D7FF || r >= 0x24B6 && r <= 0x24E9 || r >= 0x1F130 && r <= 0x1F189 || r >= 0x1F1E6 && r <= 0x1F1FF
}

// spacedLetters is the number of blanks in an address that nobody types by mistake.
const spacedLetters = 4

// written returns the address as it stands in the post.
func (s *site) written() string {
	return s.link.Text.Raw[s.link.Span.Start:min(s.link.Span.End, len(s.link.Text.Raw))]
}

// isMixedStyle reports whether some letters of a host are styled and others
// are not, which no keyboard does.
func isMixedStyle(s *site) bool {
	if s.link.Form&linkify.Styled == 0 {
		return false
	}
	written := s.written()
	host, _, _ := strings.Cut(written[strings.Index(written, "//")+1:], "/")
	return strings.ContainsAny(host[:max(strings.LastIndexByte(host, '.'), 0)], "abcdefghijklmnopqrstuvwxyz")
}

// addressScript sees addresses that are programs.
var addressScript = Signal{
	Name:  "address/script",
	Doc:   "A link that is a program (javascript:, data:) which leads to another site; nobody writes such for readers, tutorials show it as text.",
	Kind:  Disguise,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		for i := range d.Links {
			l := &d.Links[i]
			if l.URL.Host != "" {
				continue
			}
			if host := leadsTo(d, l); host != "" {
				s := site{link: l}
				sink.Add(s.finding(Strong, l.URL.Scheme+": leads to "+host))
			}
		}
	},
}

// leadsTo returns the first host within a program that few people know.
func leadsTo(d *document.Document, l *document.Address) string {
	for i := range l.Inner {
		u := &l.Inner[i]
		if strings.Contains(u.Host, ".") && !isInternal(u) && d.Book.Class(u)&(rules.Popular|rules.Allowed) == 0 {
			return u.Host
		}
	}
	return ""
}

// addressUserInfo sees what stands before an '@' in an address.
var addressUserInfo = Signal{
	Name:  "address/userinfo",
	Doc:   "An address that begins with the name of another site and an '@'; passwords for servers look alike.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if s.url.User == "" || s.good() || !strings.HasPrefix(s.url.Scheme, "http") {
				return
			}
			strength := Weak
			if pretended, _ := linkify.Find(s.url.User); len(pretended) > 0 {
				strength = Strong
			}
			sink.Add(s.finding(strength, "what stands before the '@' is not where "+s.url.Host+" leads"))
		})
	},
}

// addressNumeric sees hosts that are numbers.
var addressNumeric = Signal{
	Name:  "address/numeric",
	Doc:   "A link to a bare IP address that is reached from anywhere; people who run servers write such, though not in odd notations.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			switch {
			case !s.url.IP.IsValid() || s.url.IP.IsMulticast():
			case !s.url.Numeric && sink.isOfMachines(d):
			case s.url.Numeric:
				sink.Add(s.finding(Strong, s.url.Host+", written as a number"))
			case s.link.Form&linkify.Bare == 0 && s.url.Port != "":
				sink.Add(s.finding(Fair, s.url.Host+" and a port, instead of a name"))
			case s.link.Form&linkify.Bare == 0 || len(s.url.Path) > 1:
				sink.Add(s.finding(Weak, s.url.Host+" instead of a name"))
			}
		})
	},
}

// isOfMachines reports whether the body of d speaks of machines in a few
// sentences: their numbers are addresses there.
func (s *Sink) isOfMachines(d *document.Document) bool {
	few := 2
	r := s.body(d)
	if r == nil || len(r.folded) > machineBytes {
		return false
	}
	if slices.ContainsFunc(r.links, func(l document.Address) bool { return isInternal(&l.URL) }) {
		few--
	}
	_, ok := r.machineWord(few)
	return ok
}

// addressRedirect sees addresses that lead on to another site.
var addressRedirect = Signal{
	Name:  "address/redirect",
	Doc:   "A link through a site that sends the visitor on to another one, which nobody knows; copied search results look alike.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if n := len(s.link.Inner); n > 0 {
				sink.redirect(s, &s.link.Inner[n-1])
			}
		})
	},
}

// redirect reports where a site leads on to, if that is somewhere unknown. That
// a site of good name is made use of is a rule's to say.
func (s *Sink) redirect(from *site, to *rules.URL) {
	if !isDetour(from.link) {
		return
	}
	inner := site{from.link, to, from.link.Beyond, labelOf(to)}
	strength := Weak
	switch odd, _ := throwaway(&inner); {
	case odd >= Fair, inner.class&rules.Listed != 0, hasKeyword(to):
		strength = Strong
	case odd > Silent, isCheap(to.Suffix):
		strength = Fair
	}
	s.Add(from.finding(strength, from.url.Host+" leads on to "+to.Host))
}
