// Package linkify finds web addresses in text, however they are written.
//
// A person who is to visit an address must still be able to read it, so every
// disguise keeps two things: something that reads as a dot, and after it
// something that reads as a top-level domain; or else a scheme. Find looks for
// the dots and the "://" with a filter over pairs of bytes, and reads hosts
// outward from there. Where an address ends is settled by xurls, within a
// window, if plain rules cannot tell.
package linkify

import "unicode/utf8"

// The limits of one call of Find. A limit that is met is reported.
const (
	maxMatches = 4096 // addresses
	maxWindow  = 512  // bytes of a tail that xurls is shown
	maxRegexp  = 8192 // bytes that xurls is shown in all
	maxTail    = 4096 // bytes of port, path and query
	maxLabel   = 256  // bytes of text between two dots
	maxHost    = 253  // bytes of a host's name, RFC 1035 §2.3.4
)

// A Match is an address found in a text.
type Match struct {
	Start, End int    // byte range of the text, as typed
	URL        string // canonical: a scheme, the host in lower case without disguise, the rest as typed
	Form       Form
}

// Find returns the addresses in text, in order and without overlap. It also
// reports whether a limit cut the search short. E-mail addresses, file names,
// numbers and sentences that lack a blank are not addresses.
//
// Find takes time linear in len(text), and allocates nothing if there is no
// address.
func Find(text string) (matches []Match, cut bool) {
	i := nextTrigger(text, 0)
	if i < 0 {
		return nil, false
	}
	s := scanner{text: text, budget: maxRegexp}
	for ; i >= 0 && len(s.found) < maxMatches; i = nextTrigger(text, i) {
		if c := text[i]; c < utf8.RuneSelf && isIdle(text[i:]) || c >= utf8.RuneSelf && c != 0xC2 && c != 0xF3 && !isOddDot(text, i) {
			i++
			continue
		}
		i = max(s.read(i), i+1)
	}
	return s.found, s.cut || len(s.found) >= maxMatches
}

// A scanner is one call of Find.
type scanner struct {
	text    string
	found   []Match
	past    int  // end of the last match
	floor   int  // hosts are not looked for before this
	budget  int  // bytes that xurls may still be shown
	schemed bool // the host has a scheme, so that it need not prove itself
	cut     bool
	host    host
}

// read looks for an address at trigger i. It returns where to search on.
func (s *scanner) read(i int) int {
	if i < s.past {
		return s.past
	}
	switch c := s.text[i]; {
	case c == ':':
		return s.readScheme(i)
	case c == 0x80 && s.text[i+1] == 0xAE:
		return s.readReversed(i - 1)
	case c == 0xF3:
		return s.readTags(i)
	}
	d, ok := s.dotAround(i)
	if !ok {
		return i + 1
	}
	if d.form&Spaced != 0 {
		if end, ok := s.readSpaced(d); ok {
			return end
		}
	}
	return s.readHost(s.hostStart(d.start), d)
}

// readHost reads the host that starts at start and whose first dot is d,
// and if it is an address, what surrounds it.
func (s *scanner) readHost(start int, d dot) int {
	next := s.chain(start, d)
	s.floor = next
	h := &s.host
	h.trim(s.text)
	if h.tld == noTLD && !h.numeric() {
		return next
	}
	if s.isMail(h.start) {
		return next
	}
	if h.end+1 < len(s.text) && s.text[h.end] == '@' && asciiHost[s.text[h.end+1]] {
		return s.readUser()
	}
	m := Match{Start: h.start, End: h.end, Form: h.form}
	s.joinBefore(&m)
	scheme := s.schemeBefore(&m)
	if scheme == "" && s.inPath(h.start) {
		return next
	}
	rest := s.tail(&m)
	if scheme == "" && !s.plausible(&m, rest) {
		return next
	}
	s.add(m, scheme, "", rest)
	return max(m.End, next)
}

// add records m, whose host is s.host.
func (s *scanner) add(m Match, scheme, user, rest string) {
	h := &s.host
	m.Form |= h.kind()
	if scheme == "" {
		m.Form |= Bare
		scheme = "http"
	}
	if m.Start > 0 && letterBefore(s.text, m.Start) {
		m.Form |= GluedBefore
	}
	if m.End < len(s.text) && letterAfter(s.text, m.End) {
		m.Form |= GluedAfter
	}
	if n := len(s.found); n > 0 && s.found[n-1].End == m.Start {
		m.Form |= Doubled
		s.found[n-1].Form |= Doubled
	}
	m.URL = s.text[m.Start:m.End]
	if string(h.name[:h.size]) != hostOf(m.URL, scheme, user, rest) {
		m.URL = scheme + "://" + user + string(h.name[:h.size]) + rest
	}
	s.found = append(s.found, m)
	s.past = m.End
	s.floor = max(s.floor, m.End)
}

// hostOf returns what stands in url between scheme, user and rest, and "" if
// url is not made of these.
func hostOf(url, scheme, user, rest string) string {
	before := len(scheme) + len("://") + len(user)
	after := len(url) - len(rest)
	if before >= after || url[:len(scheme)] != scheme || url[len(scheme):len(scheme)+3] != "://" ||
		url[len(scheme)+3:before] != user || url[after:] != rest {
		return ""
	}
	return url[before:after]
}
