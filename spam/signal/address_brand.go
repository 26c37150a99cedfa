package signal

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

// brandList holds names that phishers put into theirs.
//
//go:embed address_brands.txt
var brandList string

var brands = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for line := range strings.Lines(brandList) {
		line, _, _ = strings.Cut(line, "#")
		for _, word := range strings.Fields(line) {
			m[word] = true
		}
	}
	return m
})

// addressBrand sees a well-known name in an address of somebody else.
var addressBrand = Signal{
	Name:  "address/brand",
	Doc:   "A well-known name in an address that is not its owner's: as a sub-domain, with a word to it, in letters that look alike; fan sites and resellers have such names too.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if brand, strength := borrowed(s); strength > Silent {
				if sink.tellsOfForgery(d) {
					strength = Weak
				}
				sink.Add(s.finding(strength, s.url.Unicode+" is not "+brand+"'s"))
			}
		})
	},
}

// tellsOfForgery reports whether the post tells how addresses and messages are
// forged, as warnings do. A forger does not.
func (s *Sink) tellsOfForgery(d *document.Document) bool {
	read := s.readings(d)
	for i := range read {
		if read[i].different(forgery) > 0 {
			return true
		}
	}
	return false
}

// lures are what phishers add to a name.
var lures = map[string]bool{"account": true, "alert": true, "auth": true, "bank": true, "billing": true, "bonus": true, "center": true, "cert": true,
	"card": true, "check": true, "claim": true, "co": true, "com": true, "confirm": true, "customs": true, "delivery": true, "event": true, "gift": true,
	"help": true, "id": true, "invoice": true, "io": true, "jp": true, "kr": true, "kyc": true, "login": true, "member": true, "mobile": true, "net": true,
	"notice": true, "official": true, "org": true, "parcel": true, "pay": true, "portal": true, "recovery": true, "redelivery": true,
	"refund": true, "renew": true, "restore": true, "reward": true, "safe": true, "secure": true, "security": true, "service": true,
	"session": true, "sign": true, "signin": true, "support": true, "tracking": true, "unlock": true, "update": true, "user": true,
	"validate": true, "verify": true, "wallet": true, "web": true}

// borrowed returns the brand that a site's name pretends to.
func borrowed(s *site) (brand string, strength Strength) {
	if s.link.Form&linkify.Lookalike != 0 && brands()[s.label] {
		return s.label, Strong
	}
	if s.good() || s.url.IP.IsValid() {
		return "", Silent
	}
	if plain := readPlain(s.unicodeLabel()); brands()[plain] && plain != s.label {
		return plain, Strong
	}
	lure := false
	own := strings.TrimSuffix(s.url.Host, "."+s.url.Suffix)
	if s.class&rules.Hosted != 0 {
		own = s.label // the rest is the service's
	}
	words := strings.FieldsFunc(own, func(r rune) bool { return r == '.' || r == '-' })
	for _, w := range words {
		w = strings.TrimRight(w, "0123456789")
		if brands()[w] && brand == "" {
			brand = w
		}
		lure = lure || lures[w]
	}
	switch {
	case brand == "" || brand == s.label:
		return "", Silent
	case s.class&rules.Hosted != 0 && !lure:
		return "", Silent
	case lure:
		return brand, Strong
	}
	return brand, Weak
}

// unicodeLabel returns a site's label as people read it, and "" if it is of ASCII.
func (s *site) unicodeLabel() string {
	if !strings.HasPrefix(s.label, "xn--") {
		return ""
	}
	suffix := strings.Count(s.url.Suffix, ".") + 1
	labels := strings.Split(s.url.Unicode, ".")
	if len(labels) <= suffix {
		return ""
	}
	return labels[len(labels)-suffix-1]
}

// readPlain reads each letter as the ASCII letter that it looks like.
func readPlain(label string) string {
	var b []byte
	for _, r := range label {
		c := linkify.Plain(r)
		if c == 0 {
			return ""
		}
		b = append(b, c)
	}
	if !utf8.Valid(b) {
		return ""
	}
	return string(b)
}
