package rules

import (
	"encoding/base64"
	"strings"
)

// Target returns the address that u leads on to, if u is a redirect that
// names it: in a parameter, in its path, or in its host. It looks one step
// ahead; the target may be a redirect itself.
func (u *URL) Target() (string, bool) {
	if host, ok := strings.CutSuffix(u.Host, ".translate.goog"); ok {
		return u.translated(host), true
	}
	if target, ok := targetInQuery(u.Query); ok {
		return target, true
	}
	if target, ok := targetInPath(u.Host, u.Path); ok {
		if u.Query != "" {
			target += "?" + u.Query
		}
		return target, true
	}
	return "", false
}

// translated undoes the host names of Google's page translator: a dot is
// written '-', and '-' is written '--'.
func (u *URL) translated(host string) string {
	host = strings.ReplaceAll(host, "--", "\x00")
	host = strings.ReplaceAll(host, "-", ".")
	host = strings.ReplaceAll(host, "\x00", "-")
	target := "https://" + host + u.Path
	if u.Query != "" && !strings.HasPrefix(u.Query, "_x_tr_") {
		target += "?" + u.Query
	}
	return target
}

// targetKeys are the parameters that open redirects read their target from.
var targetKeys = map[string]bool{
	"a": true, "adurl": true, "away": true, "continue": true, "dest": true,
	"destination": true, "exit": true, "forward": true, "go": true, "goto": true,
	"href": true, "image_url": true, "jump": true, "l": true, "link": true, "loc": true,
	"location": true, "murl": true, "next": true, "out": true, "page": true, "q": true,
	"r": true, "rd": true, "redir": true, "redirect": true, "redirect_to": true,
	"redirect_uri": true, "redirect_url": true, "redirecturl": true, "ref": true,
	"return": true, "return_to": true, "returnurl": true, "ru": true, "rurl": true,
	"site": true, "src": true, "t": true, "target": true, "targeturl": true,
	"to": true, "u": true, "uddg": true, "uri": true, "url": true, "v": true,
	"view": true, "web": true, "wb": true, "z": true,
}

// maxParameters is how many parameters of a query are looked at.
const maxParameters = 64

// targetInQuery finds the first parameter that holds an address. A query
// that is an address as a whole counts, too.
func targetInQuery(query string) (string, bool) {
	if isAddress(query) {
		return query, true
	}
	for n := 0; query != "" && n < maxParameters; n++ {
		end := strings.IndexAny(query, "&;")
		if end < 0 {
			end = len(query)
		}
		pair := query[:end]
		query = query[min(end+1, len(query)):]
		key, value, ok := strings.Cut(pair, "=")
		if !ok || value == "" || len(key) > 16 || !targetKeys[lowerASCII(key)] {
			continue
		}
		if target, ok := decodeTarget(value); ok {
			return target, true
		}
	}
	return "", false
}

// decodeTarget reads a parameter's value as an address: plain, escaped up to
// twice, or in base64.
func decodeTarget(value string) (string, bool) {
	for range 3 {
		if isAddress(value) {
			return value, true
		}
		next := unescape(value)
		if next == value {
			break
		}
		value = next
	}
	return decodeBase64(value)
}

// decodeBase64 reads an address in base64, after the "a1" that Bing puts
// before it.
func decodeBase64(value string) (string, bool) {
	value = strings.TrimPrefix(value, "a1")
	if !strings.HasPrefix(value, "aHR0c") && !strings.HasPrefix(value, "d3d3L") {
		return "", false
	}
	value = strings.NewReplacer("+", "-", "/", "_", "=", "").Replace(value)
	b, err := base64.RawURLEncoding.DecodeString(value)
	if err != nil || !isAddress(string(b)) {
		return "", false
	}
	return string(b), true
}

// isAddress reports whether s begins like an absolute address.
func isAddress(s string) bool {
	for _, start := range [...]string{"http:", "https:", "//", "www."} {
		if len(s) > len(start)+3 && strings.EqualFold(s[:len(start)], start) {
			return true
		}
	}
	return false
}

// ampPaths are what Google's and the AMP project's caches put before the
// address of the page: "/s/" marks https.
var ampPaths = [...]struct{ start, scheme string }{
	{"/amp/s/", "https://"}, {"/amp/", "http://"}, {"/c/s/", "https://"}, {"/c/", "http://"},
	{"/v/s/", "https://"}, {"/v/", "http://"}, {"/i/s/", "https://"}, {"/i/", "http://"},
}

// targetInPath finds an address within a path.
func targetInPath(host, path string) (string, bool) {
	lower := lowerASCII(path)
	if i := strings.Index(lower, "/ru=http"); i >= 0 && strings.HasSuffix(host, "yahoo.com") {
		target, _, _ := strings.Cut(path[i+len("/ru="):], "/")
		return decodeTarget(target)
	}
	for _, mark := range [...]string{"/http:/", "/https:/", "/http%3a%2f", "/https%3a%2f"} {
		if i := strings.Index(lower, mark); i >= 0 {
			return decodeTarget(path[i+1:])
		}
	}
	if !strings.HasPrefix(lower, "/amp/") && !strings.HasSuffix(host, ".ampproject.org") {
		return "", false
	}
	if !strings.HasSuffix(host, ".ampproject.org") && !isGoogle(host) {
		return "", false
	}
	for _, amp := range ampPaths {
		if rest, ok := strings.CutPrefix(path, amp.start); ok && strings.Contains(rest, ".") {
			return amp.scheme + rest, true
		}
	}
	return "", false
}

// isGoogle reports whether host belongs to Google search in any country.
func isGoogle(host string) bool {
	return strings.HasPrefix(host, "google.") || strings.Contains(host, ".google.")
}
