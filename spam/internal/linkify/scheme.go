package linkify

import (
	"bytes"
	"net/netip"
	"strings"
	"sync"
	"unicode/utf8"

	"mvdan.cc/xurls/v2"
)

// schemes are those that xurls knows, and those of messengers.
var schemes = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for _, list := range [][]string{xurls.Schemes, xurls.SchemesUnofficial,
		{"intent", "kakaolink", "kakaotalk", "line", "naversearchapp", "tg", "weixin", "whatsapp"}} {
		for _, s := range list {
			m[s] = true
		}
	}
	return m
})

// readScheme reads the address whose scheme ends at the colon at i.
func (s *scanner) readScheme(i int) int {
	start, scheme, form := schemeEnding(s.text, i, s.past)
	if scheme == "" && i > 0 && s.text[i-1] == ' ' {
		start, scheme, form = schemeEnding(s.text, i-1, s.past)
		form |= BadScheme
	}
	if scheme == "" {
		start, scheme, form = spacedScheme(s.text, i, s.past)
	}
	j, ok := slashes(s.text, i+1)
	if scheme == "" || !ok {
		return i + 1
	}
	if s.text[i+1:j] != "//" {
		form |= BadScheme
	}
	j, blank := blanks(s.text, j)
	m := Match{Start: start, Form: form | blank}
	user, ok := s.authority(j, &m, scheme)
	if !ok || blank != 0 && s.host.tld == noTLD {
		return i + 1
	}
	m.Form |= s.host.form
	rest := s.tail(&m)
	s.add(m, scheme, user, rest)
	return m.End
}

// slashes returns the end of up to four slashes at text[i:], with a line break
// among them or none.
func slashes(text string, i int) (end int, ok bool) {
	n := 0
	for end = i; end < len(text) && end-i < 5; end++ {
		switch {
		case isSlash(text[end]):
			n++
		case text[end] != '\n' || end+1 == len(text) || !isSlash(text[end+1]):
			return end, n > 0
		}
	}
	return end, n > 0
}

// spacedScheme is schemeEnding for letters with blanks between them.
func spacedScheme(text string, end, floor int) (start int, scheme string, form Form) {
	if end > floor && text[end-1] == ' ' {
		end--
	}
	for _, known := range [...]string{"h t t p s", "h t t p"} {
		if start := end - len(known); start >= floor && strings.EqualFold(text[start:end], known) {
			return start, strings.ReplaceAll(known, " ", ""), BadScheme | Spaced
		}
	}
	return 0, "", 0
}

// schemeEnding returns the scheme that ends at text[end] and does not begin
// before floor, and how it is spelled if not as it should be.
func schemeEnding(text string, end, floor int) (start int, scheme string, form Form) {
	var buf [maxScheme]byte
	word, start, form := wordEnding(text, end, floor, &buf)
	for _, known := range [...]string{"https", "http"} {
		if form == 0 && bytes.HasSuffix(word, []byte(known)) {
			return end - len(known), known, 0
		}
	}
	if len(word) == 0 || word[0] == '-' {
		return 0, "", 0
	}
	if form != 0 {
		scheme, broken := mendScheme(word)
		return start, scheme, form | broken
	}
	if schemes()[string(word)] && word[0] != 'h' {
		return start, string(word), 0
	}
	scheme, form = mendScheme(word)
	return start, scheme, form
}

// maxScheme is the length of the longest scheme that is read.
const maxScheme = 24

// wordEnding reads the ASCII letters, and what reads as such, that end at
// text[end]. A '*' hides a letter.
func wordEnding(text string, end, floor int, buf *[maxScheme]byte) (word []byte, start int, form Form) {
	at, i := len(buf), end
	for i > floor && at > 0 {
		r, n := utf8.DecodeLastRuneInString(text[floor:i])
		g, c := glyphOf(r)
		if r == '*' {
			g, c = plain, 'x'
		}
		if g == letter || g == noGlyph || c == '_' {
			break
		}
		i -= n
		switch g {
		case invisible:
			form |= Invisible
			continue
		case styled, lookalike, alike:
			form |= Styled
		}
		at--
		buf[at] = c
	}
	return buf[at:], i, form
}

// mendScheme returns the web's scheme that a word is made of by leaving out,
// doubling or crossing out letters, and "" if it is another word.
func mendScheme(word []byte) (scheme string, form Form) {
	body, secure := bytes.CutSuffix(word, []byte("s"))
	body, ok := bytes.CutSuffix(body, []byte("p"))
	if !ok || len(body) > 5 || len(bytes.Trim(body, "htx")) > 0 || len(bytes.Trim(body, "h")) == 0 {
		return "", 0
	}
	switch {
	case bytes.IndexByte(body, 'x') >= 0:
		form = Defanged
	case string(body) != "htt":
		form = BadScheme
	}
	if secure {
		return "https", form
	}
	return "http", form
}

// schemeBefore returns the scheme in front of the host that m was found for,
// however it is joined to it, and makes it part of m.
func (s *scanner) schemeBefore(m *Match) string {
	t, i := s.text, m.Start
	slashes, colon, blank := 0, false, false
	for i > s.past && m.Start-i < 10 {
		r, n := utf8.DecodeLastRuneInString(t[s.past:i])
		switch r {
		case '/', '\\', '／', '＼':
			slashes++
		case ':', '：', ';', '；', '︰':
			colon = true
		case ' ', '\n', '\r':
			blank = true
		default:
			n = 0
		}
		if n == 0 || colon && slashes == 0 && blank {
			break
		}
		i -= n
		if colon {
			break
		}
	}
	if i == m.Start || !colon && slashes < 2 && !(blank && slashes == 0) {
		return ""
	}
	start, scheme, form := schemeEnding(t, i, s.past)
	if scheme != "http" && scheme != "https" || blank && !colon && slashes == 0 && form != 0 {
		return ""
	}
	m.Start = start
	m.Form |= form
	if t[i:s.host.start] != "://" {
		m.Form |= BadScheme
	}
	return scheme
}

// authority reads the user-info and the host at text[i:] into m and s.host.
// The scheme is there already, so that any host will do.
func (s *scanner) authority(i int, m *Match, scheme string) (user string, ok bool) {
	if at := userInfo(s.text, i); at > i {
		user, i = s.text[i:at], at
		m.Form |= UserInfo
	}
	h := &s.host
	*h = host{start: i, end: i}
	switch {
	case i >= len(s.text):
		return "", false
	case s.text[i] == '[':
		ok = s.bracketIP(i)
	case scheme == "http" || scheme == "https" || scheme == "ftp":
		s.schemed = true
		ok = s.named(i) || s.lineBroken(i) || s.anyHost(i)
		s.schemed = false
	default:
		ok = s.anyHost(i)
	}
	m.End = h.end
	return user, ok
}

// userInfo returns the end of the user-info at text[i:], its last '@'
// included, and i if there is none.
func userInfo(text string, i int) int {
	end := i
	for j := i; j < len(text) && j < i+maxLabel; j++ {
		switch c := text[j]; {
		case c == '@':
			end = j + 1
		case c <= ' ' || strings.IndexByte("/\\?#\"<>[]{}()|^`", c) >= 0:
			return end
		}
	}
	return end
}

// named reads the host at text[i:] that ends in a top-level domain.
func (s *scanner) named(i int) bool {
	l := readLabel(s.text, i, len(s.text))
	d, ok := s.dotAt(l.end)
	if !ok || l.end == i {
		return false
	}
	s.chain(i, d)
	h := &s.host
	h.trim(s.text)
	if h.tld == noTLD {
		return h.numeric()
	}
	if end := hostRun(s.text, h.end); end > h.end && s.text[h.end] == '.' && end < len(s.text) && strings.IndexByte("/:", s.text[end]) >= 0 {
		return false // a longer name, though not under a known domain
	}
	return true
}

// anyHost takes the ASCII letters, digits, dots and hyphens at text[i:] for
// a host.
func (s *scanner) anyHost(i int) bool {
	h := &s.host
	end := hostRun(s.text, i)
	for end > i && (s.text[end-1] == '.' || s.text[end-1] == '-') {
		end--
	}
	name, form := s.text[i:end], Form(0)
	if strings.Contains(name, "%") {
		name, form = unescape(name), Escaped
	}
	if end == i || len(name) > maxHost || hostRun(name, 0) < len(name) || strings.IndexAny(name, ".%") == 0 {
		return false
	}
	h.start, h.end, h.form, h.tld = i, end, form, noTLD
	h.size = h.put(0, name, true)
	h.labels = 1 + strings.Count(name, ".")
	if a, ok := parseIPv4(string(h.name[:h.size])); ok {
		h.form |= Numeric
		if isPrivate(a) {
			h.form |= Private
		}
		return true
	}
	return true
}

func hostRun(text string, i int) int {
	for i < len(text) && (asciiHost[text[i]] || text[i] == '.' || text[i] == '%') {
		i++
	}
	return i
}

// bracketIP reads an IPv6 address in brackets.
func (s *scanner) bracketIP(i int) bool {
	end := strings.IndexByte(s.text[i:min(len(s.text), i+64)], ']')
	if end < 0 {
		return false
	}
	a, err := netip.ParseAddr(s.text[i+1 : i+end])
	if err != nil {
		return false
	}
	h := &s.host
	h.end, h.form = i+end+1, Numeric
	if isPrivate(a) {
		h.form |= Private
	}
	h.size = h.put(0, s.text[i:h.end], false)
	return true
}

// lineBroken reads a host that goes on behind a line break inside a label.
func (s *scanner) lineBroken(i int) bool {
	brk := hostRun(s.text, i)
	if brk == i || brk >= len(s.text) || s.text[brk] != '\n' {
		return false
	}
	end := hostRun(s.text, brk+1)
	if end == brk+1 || end-i > maxHost {
		return false
	}
	first := strings.TrimSuffix(s.text[i:brk], "-")
	joined := scanner{text: first + s.text[brk+1:end], schemed: true}
	if !joined.named(0) || joined.host.end <= len(first) {
		return false
	}
	s.host = joined.host
	s.host.start, s.host.end = i, joined.host.end-len(first)+brk+1
	s.host.form |= Broken
	return true
}

// unescape decodes per cent signs, and leaves alone what is not hexadecimal.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if hi, lo := unhex(s[i+1]), unhex(s[i+2]); hi < 16 && lo < 16 {
				b.WriteByte(hi<<4 | lo)
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func unhex(c byte) byte {
	switch c = lower(c); {
	case isDigit(c):
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	}
	return 16
}

func isSlash(c byte) bool { return c == '/' || c == '\\' }
