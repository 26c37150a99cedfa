// Package rules holds what a board keeper writes down: address patterns,
// domain sets and phrases. It knows nothing of posts.
package rules

import (
	"net/netip"
	"strconv"
	"strings"
)

// A URL is an address prepared once for matching.
type URL struct {
	Scheme  string     // lower case; "http" if none was written
	User    string     // what stands before the last '@'
	Host    string     // A-labels, lower case, no final dot; an IP address in its usual notation
	Unicode string     // Host as people read it
	Name    string     // registrable name; below a hosting service, the user's own name
	Suffix  string     // public suffix of Host, or the hosting service's name
	IP      netip.Addr // valid if Host is an address in any notation
	Port    string     // empty if it is the scheme's own
	Path    string     // with its leading slash; of a scheme without hosts, all that follows the colon
	Query   string     // without '?'

	Fragment string // without '#'
	Hosted   bool   // Name is that of a hosting service's user
	Numeric  bool   // IP was not written as four decimal numbers or as plain IPv6
}

// maxAddress is how many bytes of an address are read.
const maxAddress = 1 << 16

// ParseURL prepares an address. It reads what browsers read: back-slashes for
// slashes, a missing scheme, user-info, percent-encoded and international
// hosts, IPv4 addresses in any notation. A scheme without hosts, such as
// mailto, gives a URL whose Host is empty.
func ParseURL(s string) (URL, error) {
	if len(s) > maxAddress {
		s = s[:maxAddress]
	}
	s = trimControls(s)
	u := URL{Scheme: "http"}
	scheme, rest, opaque := cutScheme(s)
	if scheme != "" {
		u.Scheme = scheme
	}
	if opaque {
		u.Path = rest
		return u, nil
	}
	end := strings.IndexAny(rest, `/\?#`)
	if end < 0 {
		end = len(rest)
	}
	authority, rest := rest[:end], rest[end:]
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		u.User, authority = authority[:at], authority[at+1:]
	}
	host, port := cutPort(authority)
	if err := u.setHost(host); err != nil {
		return URL{}, &addressError{s, err.Error()}
	}
	if err := u.setPort(port); err != nil {
		return URL{}, &addressError{s, err.Error()}
	}
	u.setPath(rest)
	u.setName()
	return u, nil
}

// setPath splits what follows the authority.
func (u *URL) setPath(rest string) {
	if i := strings.IndexByte(rest, '#'); i >= 0 {
		rest, u.Fragment = rest[:i], rest[i+1:]
	}
	if i := strings.IndexByte(rest, '?'); i >= 0 {
		rest, u.Query = rest[:i], rest[i+1:]
	}
	if strings.IndexByte(rest, '\\') >= 0 {
		rest = strings.ReplaceAll(rest, `\`, "/")
	}
	u.Path = rest
}

// setPort keeps a port that is not the scheme's own.
func (u *URL) setPort(port string) error {
	if port == "" || port == "80" && u.Scheme == "http" || port == "443" && u.Scheme == "https" {
		return nil
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
		return errPort
	}
	u.Port = port
	return nil
}

// String returns the address in canonical form.
func (u *URL) String() string {
	if u.Host == "" {
		return u.Scheme + ":" + u.Path
	}
	var b strings.Builder
	b.Grow(len(u.Scheme) + len(u.User) + len(u.Host) + len(u.Port) + len(u.Path) + len(u.Query) + len(u.Fragment) + 9)
	b.WriteString(u.Scheme)
	b.WriteString("://")
	if u.User != "" {
		b.WriteString(u.User)
		b.WriteByte('@')
	}
	if u.IP.Is6() {
		b.WriteString("[" + u.Host + "]")
	} else {
		b.WriteString(u.Host)
	}
	for _, part := range [...]struct{ mark, text string }{{":", u.Port}, {"", u.Path}, {"?", u.Query}, {"#", u.Fragment}} {
		if part.text != "" {
			b.WriteString(part.mark)
			b.WriteString(part.text)
		}
	}
	return b.String()
}

// Sub returns the labels of the host left of the registrable name, without
// the final dot: "62" for 62.example.club.
func (u *URL) Sub() string {
	name, _, _ := strings.Cut(u.Name, "/")
	if sub, ok := strings.CutSuffix(u.Host, name); ok && len(sub) > 1 {
		return sub[:len(sub)-1]
	}
	return ""
}

// cutScheme splits s into a scheme and what follows its slashes. A scheme
// that has no hosts is opaque.
func cutScheme(s string) (scheme, rest string, opaque bool) {
	i := 0
	for i < len(s) && (isAlnum(s[i]) || i > 0 && (s[i] == '+' || s[i] == '-' || s[i] == '.')) {
		i++
	}
	after := s
	if i < len(s) && s[i] == ':' && i > 0 && isAlpha(s[0]) {
		scheme, after = lowerASCII(s[:i]), s[i+1:]
	}
	rest = strings.TrimLeft(after, `/\`)
	slashes := len(after) - len(rest)
	switch {
	case scheme == "":
		return "", rest, false
	case scheme == "http" || scheme == "https" || slashes >= 2:
		return scheme, rest, false
	case strings.Contains(scheme, ".") || after != "" && isDigit(after[0]) && isPort(after):
		return "", s, false // a host and its port
	}
	return scheme, after, true
}

// isPort reports whether s starts with the digits of a port and nothing else
// before the path.
func isPort(s string) bool {
	i := 0
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i <= 5 && (i == len(s) || strings.IndexByte(`/\?#`, s[i]) >= 0)
}

// cutPort splits the port from a host, which may be an IPv6 address in
// brackets.
func cutPort(authority string) (host, port string) {
	if strings.HasPrefix(authority, "[") {
		if end := strings.IndexByte(authority, ']'); end >= 0 {
			return authority[:end+1], strings.TrimPrefix(authority[end+1:], ":")
		}
		return authority, ""
	}
	if colon := strings.LastIndexByte(authority, ':'); colon >= 0 {
		return authority[:colon], authority[colon+1:]
	}
	return authority, ""
}

// trimControls removes blanks and controls around s, and tabs and line breaks
// within, as browsers do.
func trimControls(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7F || r == 0xFEFF })
	if !strings.ContainsAny(s, "\t\r\n") {
		return s
	}
	return strings.NewReplacer("\t", "", "\r", "", "\n", "").Replace(s)
}

// lowerASCII is strings.ToLower for bytes below 0x80; it returns s itself if
// there is nothing to change.
func lowerASCII(s string) string {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return lowerFrom(s, i)
		}
	}
	return s
}

func lowerFrom(s string, i int) string {
	b := []byte(s)
	for ; i < len(b); i++ {
		if 'A' <= b[i] && b[i] <= 'Z' {
			b[i] += 'a' - 'A'
		}
	}
	return string(b)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isAlpha(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isAlnum(c byte) bool { return isDigit(c) || isAlpha(c) }
