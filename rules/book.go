package rules

import (
	_ "embed"
	"strings"
	"sync"
)

// A Class is what a book knows of an address: a set of facts.
type Class uint8

// The facts of a Class.
const (
	Listed    Class = 1 << iota // on a list that speaks against it
	Allowed                     // on an allow list, which wins
	Popular                     // a site that many people visit, or a public body's
	Shortener                   // hides where it leads
	Messenger                   // opens a private talk
	Hosted                      // below a hosting service: a user's, not the service's
)

var classNames = [...]string{"listed", "allowed", "popular", "shortener", "messenger", "hosted"}

// String returns the facts' names, joined by '+'.
func (c Class) String() string {
	var names []string
	for i, name := range classNames {
		if c&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, "+")
}

// A List is a set of names with a name of its own.
type List struct {
	Name string
	*Domains
}

// A Book is all lists that a detector reads. It is immutable once in use; any
// set may be nil.
type Book struct {
	Blocked    []List
	Allowed    []List
	Popular    *Domains
	Shorteners *Domains
	Messengers *Domains
	Disposable *Domains // mail hosts that anybody may use once; not part of a Class
}

// Class returns what the book knows of an address. What is allowed is not
// listed.
func (b *Book) Class(u *URL) Class {
	var p probes
	p.probe(u)
	var c Class
	if u.Hosted {
		c |= Hosted
	}
	if _, ok := b.Popular.covers(&p); ok {
		c |= Popular
	}
	if _, ok := b.Shorteners.match(&p); ok {
		c |= Shortener
	}
	if _, ok := b.Messengers.match(&p); ok {
		c |= Messenger
	}
	if _, _, ok := b.allowedBy(&p); ok {
		return c | Allowed
	}
	if _, _, ok := b.blockedBy(&p); ok {
		c |= Listed
	}
	return c
}

// ListedBy returns the list that speaks against u and the name in it, unless u
// is allowed.
func (b *Book) ListedBy(u *URL) (list, name string, ok bool) {
	var p probes
	p.probe(u)
	if _, _, allowed := b.allowedBy(&p); allowed {
		return "", "", false
	}
	return b.blockedBy(&p)
}

func (b *Book) blockedBy(p *probes) (list, name string, ok bool) {
	for i := range b.Blocked {
		if name, ok := b.Blocked[i].match(p); ok {
			return b.Blocked[i].Name, name, true
		}
	}
	return "", "", false
}

// AllowedBy returns the list that allows u and the name in it.
func (b *Book) AllowedBy(u *URL) (list, name string, ok bool) {
	var p probes
	p.probe(u)
	return b.allowedBy(&p)
}

func (b *Book) allowedBy(p *probes) (list, name string, ok bool) {
	for i := range b.Allowed {
		if name, ok := b.Allowed[i].covers(p); ok {
			return b.Allowed[i].Name, name, true
		}
	}
	return "", "", false
}

// covers is match for sets that speak for a name: in these, a public suffix
// stands for all names below it, because its registry gives them to public
// bodies only.
func (d *Domains) covers(p *probes) (name string, ok bool) {
	if name, ok := d.match(p); ok {
		return name, true
	}
	u := p.url
	if u.Hosted || u.Suffix == "" || u.IP.IsValid() || !d.Has(u.Suffix) {
		return "", false
	}
	return u.Suffix, true
}

// The built-in sets; TestBuiltinSets builds them.
//
//go:generate go test -run TestBuiltinSets -update
var (
	//go:embed lists/adult.set
	adultSet []byte
	//go:embed lists/allowed.set
	allowedSet []byte
	//go:embed lists/disposable.set
	disposableSet []byte
	//go:embed lists/drugs.set
	drugsSet []byte
	//go:embed lists/gambling.set
	gamblingSet []byte
	//go:embed lists/messengers.set
	messengersSet []byte
	//go:embed lists/popular.set
	popularSet []byte
	//go:embed lists/referrer.set
	referrerSet []byte
	//go:embed lists/shorteners.set
	shortenersSet []byte
)

// Builtin returns the book that comes with the library. lists/SOURCES.txt
// says where its names are from.
var Builtin = sync.OnceValue(func() *Book {
	return &Book{
		Blocked: []List{
			{"gambling", mustParse(gamblingSet)},
			{"adult", mustParse(adultSet)},
			{"drugs", mustParse(drugsSet)},
			{"referrer spam", mustParse(referrerSet)},
		},
		Allowed:    []List{{"builtin", mustParse(allowedSet)}},
		Popular:    mustParse(popularSet),
		Shorteners: mustParse(shortenersSet),
		Messengers: mustParse(messengersSet),
		Disposable: mustParse(disposableSet),
	}
})

// mustParse reads a set that was built with the program.
func mustParse(data []byte) *Domains {
	d, err := parseDomains(data)
	if err != nil {
		panic(err)
	}
	return d
}
