package signal

import (
	"fmt"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

// addressSameShape sees several names, or several sub-domains, made after one
// pattern.
var addressSameShape = Signal{
	Name: "address/same_shape",
	Doc:  "Links to several unknown names of one shape, or to several numbered sub-domains of one; a list of mirrors looks alike.",
	Kind: Address,
	Find: func(d *document.Document, sink *Sink) {
		if len(d.Links) < 2 {
			return
		}
		groups := make(map[string]*family)
		sink.eachSite(d, func(s *site) {
			if !s.unknown() && (s.good() || s.label == "") || isPublicBody(s.url.Suffix) {
				return
			}
			if pattern := pattern(s.label); pattern != "" {
				groupOf(groups, "name "+pattern+"."+s.url.Suffix).add(s, s.url.Name)
			}
			if sub := s.url.Sub(); strings.ContainsAny(sub, "0123456789") && !s.good() {
				groupOf(groups, "sub "+s.url.Name).add(s, s.url.Host)
			}
		})
		for _, g := range groups {
			if g.other == 0 {
				continue
			}
			strength := Fair
			if g.other > 1 {
				strength = Strong
			}
			for _, s := range g.sites {
				sink.Add(s.finding(strength, fmt.Sprintf("%s: one of %d of its kind", s.url.Host, g.other+1)))
			}
		}
	},
}

// A family is the addresses of a post that are made after one pattern.
type family struct {
	sites []*site
	first string // the first one's name
	other int    // names that are not the first, counted up to the third
	last  string
}

func (f *family) add(s *site, name string) {
	switch {
	case len(f.sites) == 0:
		f.first = name
	case name != f.first && name != f.last:
		f.other++
		f.last = name
	}
	f.sites = append(f.sites, s)
}

func groupOf(groups map[string]*family, key string) *family {
	g := groups[key]
	if g == nil {
		g = new(family)
		groups[key] = g
	}
	return g
}

// pattern returns the shape of a name that has digits or spells nothing: each
// letter as 'a', each digit as '0'. Other names have none, for two words may
// well be of one length.
func pattern(label string) string {
	shape := shapeOf(label)
	if shape.digits == 0 && shape.odd < veryOddName || shape.letters+shape.digits < 4 {
		return ""
	}
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'a'
		case '0' <= r && r <= '9':
			return '0'
		}
		return r
	}, label)
}
