// Package rules holds what a board keeper writes down: address patterns,
// domain sets and phrases. It knows nothing of posts.
package rules

import (
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// A URL is an address prepared once for matching.
type URL struct {
	Scheme  string     // lower case; "http" if none was written
	User    string     // what stands before the last '@'
	Host    string     // A-labels, lower case, no final dot
	Unicode string     // Host as people read it
	Name    string     // registrable name; below a hosting service, the user's own name
	Suffix  string     // public suffix of Host, or the hosting service's name
	IP      netip.Addr // valid if Host is an address in any notation
	Port    string
	Path    string // with its leading slash
	Query   string // without '?'
}

// ParseURL prepares an address.
func ParseURL(s string) (URL, error) {
	u, err := url.Parse(s)
	if err != nil {
		return URL{}, err
	}
	host := strings.ToLower(u.Hostname())
	name, _ := publicsuffix.EffectiveTLDPlusOne(host)
	suffix, _ := publicsuffix.PublicSuffix(host)
	return URL{Scheme: u.Scheme, Host: host, Unicode: host, Name: name, Suffix: suffix,
		Port: u.Port(), Path: u.Path, Query: u.RawQuery}, nil
}
