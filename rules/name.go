package rules

import (
	"strings"
)

// setName fills in Name, Suffix and Hosted.
func (u *URL) setName() {
	if u.IP.IsValid() {
		u.Name, u.Suffix = u.Host, ""
		return
	}
	suffix, registry := publicSuffix(u.Host)
	u.Suffix, u.Name = suffix, below(u.Host, suffix)
	u.Hosted = !registry && u.Name != suffix && strings.IndexByte(suffix, '.') >= 0
	if service, user, ok := hostingUser(u.Host, u.Name, u.Path); ok {
		u.Suffix, u.Name, u.Hosted = service, user, true
	}
}

// below returns the name one label longer than the suffix of host, or host if
// there is none.
func below(host, suffix string) string {
	i := len(host) - len(suffix) - 1
	if i <= 0 {
		return host
	}
	return host[strings.LastIndexByte(host[:i], '.')+1:]
}
