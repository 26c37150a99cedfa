package signal

import (
	"fmt"
	"strings"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

// addressSameShape sees several names, or several sub-domains, made after one
// pattern.
var addressSameShape = Signal{
	Name:  "address/same_shape",
	Doc:   "Links to several unknown names of one shape, or to several numbered sub-domains of one; a list of mirrors looks alike.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		if len(d.Links) < 2 {
			return
		}
		f := make(families)
		sink.eachSite(d, func(s *site) {
			for _, key := range familyNames(s) {
				f.add(key, s.url.Host, s.url.Name)
			}
		})
		sink.eachSite(d, func(s *site) {
			most := 0
			for _, key := range familyNames(s) {
				most = max(most, f[key].count)
			}
			switch {
			case most > 2:
				sink.Add(s.finding(Strong, fmt.Sprintf("%s: one of several of its shape", s.url.Host)))
			case most == 2:
				sink.Add(s.finding(Fair, fmt.Sprintf("%s: one of two of its shape", s.url.Host)))
			}
		})
	},
}

// A family is the addresses of a post that are made after one pattern.
type family struct {
	last  string // name or host that was seen last
	first string
	count int // names or hosts, as far as they are not the first or the last again
}

type families map[string]family

// add counts an address in the family key: by its host if the family is that
// of a registrable name, by its registrable name if it is that of a shape.
func (f families) add(key, host, name string) {
	member := name
	if key == name {
		member = host
	}
	of := f[key]
	switch {
	case of.count == 0:
		of.first, of.count = member, 1
	case member != of.first && member != of.last:
		of.count++
	}
	of.last = member
	f[key] = of
}

// familyNames returns the families that a site belongs to: of all names of
// its shape, under whatever suffix, and of all numbered hosts below its name.
func familyNames(s *site) (keys []string) {
	if s.good() || s.label == "" || isPublicBody(s.url.Suffix) {
		return nil
	}
	if p := pattern(s.label); p != "" && s.class&(rules.Shortener|rules.Messenger) == 0 {
		keys = append(keys, "*"+p)
	}
	if sub := s.url.Sub(); strings.ContainsAny(sub, "0123456789") && (s.link.Form&linkify.Bare == 0 || !strings.Contains(sub, ".")) { // what mail passes through has such names
		keys = append(keys, s.url.Name)
	}
	return keys
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
