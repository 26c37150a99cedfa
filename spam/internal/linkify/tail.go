package linkify

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"mvdan.cc/xurls/v2"
)

// Bytes that xurls lets a path end in, and those it lets it hold.
const (
	tailEnd = `/#-_~$&+=%abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789`
	tailMid = tailEnd + `?\.!'*,;:@`
)

var endByte, midByte = byteSet(tailEnd), byteSet(tailMid)

func byteSet(s string) (t [256]bool) {
	for i := range len(s) {
		t[s[i]] = true
	}
	return t
}

// webAddress is xurls' idea of an address with a scheme.
var webAddress = sync.OnceValue(func() *regexp.Regexp {
	re, err := xurls.StrictMatchingScheme("http://")
	if err != nil {
		return xurls.Strict()
	}
	return re
})

// tail reads the port, path, query and fragment behind the host, makes them
// part of m, and returns them.
func (s *scanner) tail(m *Match) string {
	t, i := s.text, s.host.end
	if end := port(t, i); end > i {
		i = end
		m.Form |= Port
	}
	if i < len(t) && (t[i] == '/' || t[i] == '\\' || t[i] == '#' && i+1 < len(t) && endByte[t[i+1]] || t[i] == '?' && isQuery(t[i+1:])) {
		i = s.path(i)
	}
	if rest := t[i:]; strings.HasPrefix(rest, "／") {
		i += widePath(rest)
		m.Form |= Styled
		m.End = i
		return norm.NFKC.String(t[s.host.end:i])
	}
	m.End = i
	return t[s.host.end:i]
}

// widePath returns the length of the path in full-width letters at the start
// of text.
func widePath(text string) int {
	for i, r := range text {
		if r < 0xFF01 || r > 0xFF5E || strings.ContainsRune("（），；＜＞［］｛｝！", r) || i > maxTail {
			return i
		}
	}
	return len(text)
}

// port returns the end of the port number at text[i:], and i if there is none.
func port(text string, i int) int {
	if i >= len(text) || text[i] != ':' {
		return i
	}
	j := i + 1
	for j < len(text) && j-i <= 5 && isDigit(text[j]) {
		j++
	}
	if j == i+1 || j < len(text) && (isDigit(text[j]) || isLetter(text[j]) || text[j] == ':') {
		return i
	}
	return j
}

// isQuery reports whether what follows a '?' holds a parameter.
func isQuery(after string) bool {
	for i := range min(len(after), 64) {
		if after[i] == '=' {
			return i > 0
		}
		if !asciiHost[after[i]] {
			return false
		}
	}
	return false
}

// path returns the end of the path at text[i:]: what xurls says, less the
// words that a writer has glued to it.
func (s *scanner) path(i int) int {
	window, simple := s.window(i)
	if !simple {
		window = s.byXurls(window)
	}
	end := len(window)
	for end > 0 && window[end-1] < utf8.RuneSelf && !endByte[window[end-1]] && strings.IndexByte(")]}", window[end-1]) < 0 {
		end--
	}
	return i + particle(window[:end])
}

// window returns the text from i up to where no path can go on, and whether
// it is of ASCII without brackets.
func (s *scanner) window(i int) (w string, simple bool) {
	t := s.text[i:min(len(s.text), i+maxTail)]
	simple = true
	for j := 0; j < len(t); j++ {
		c := t[j]
		switch {
		case endByte[c]:
		case c == ':' && j > 4 && strings.HasPrefix(t[j:], "://"):
			if k := innerScheme(t[:j]); k >= 0 {
				return t[:k], simple
			}
		case midByte[c]:
		case c == '[' && j+1 < len(t) && t[j+1] == '/', c <= ' ', strings.IndexByte("\"<>^`|\x7f", c) >= 0:
			return t[:j], simple
		case c < utf8.RuneSelf:
			simple = false
		default:
			r, n := utf8.DecodeRuneInString(t[j:])
			if !unicode.In(r, unicode.L, unicode.M, unicode.N) && !isInvisible(r) || isInvisible(r) && !letterAfter(t, j+n) || r == utf8.RuneError {
				return t[:j], simple
			}
			simple = false
			j += n - 1
		}
	}
	if len(t) == maxTail {
		s.cut = true
	}
	return t, simple
}

// innerScheme returns the start of a second address's scheme, which ends at
// the end of t, and -1 if it belongs to the path.
func innerScheme(t string) int {
	k := len(t)
	for _, scheme := range [...]string{"https", "http", "hxxps", "hxxp"} {
		if strings.HasSuffix(t, scheme) {
			k -= len(scheme)
			break
		}
	}
	if k == len(t) || k > 0 && strings.IndexByte("/=?&:%#-_+,;@", t[k-1]) >= 0 {
		return -1
	}
	return k
}

// byXurls returns the part of window that xurls takes for a path. When the
// budget is used up it stops at the first bracket.
func (s *scanner) byXurls(window string) string {
	if len(window) > maxWindow {
		window = window[:maxWindow]
		s.cut = true
	}
	if s.budget < len(window) {
		s.cut = true
		if k := strings.IndexAny(window, "()[]{}"); k >= 0 {
			window = window[:k]
		}
		return window
	}
	s.budget -= len(window)
	var buf [maxWindow + 8]byte
	b := append(append(buf[:0], "http://a"...), window...)
	loc := webAddress().FindIndex(b)
	if loc == nil || loc[1] < len("http://a") {
		return ""
	}
	return window[:loc[1]-len("http://a")]
}

// particle returns the length of path without the words of the sentence that
// are glued to it: letters of a script without blanks right behind ASCII
// ones, unless other parts of the path are of such letters too.
func particle(path string) int {
	cut := 0 // where the last change from ASCII to letters is
	r, n := rune(0), 0
	glued, native := false, false
	for i := 0; i < len(path); i += n {
		prev := r
		r, n = utf8.DecodeRuneInString(path[i:])
		if !glues(r) {
			if r < utf8.RuneSelf && (isLetter(byte(r)) || isDigit(byte(r))) {
				glued = false
			}
			continue
		}
		switch {
		case glues(prev):
		case prev < utf8.RuneSelf && (isLetter(byte(prev)) || isDigit(byte(prev))), prev == '/' && isParticle(path[i:]):
			glued, cut = true, i
		default:
			native = true
		}
	}
	if !glued || native && !isParticle(path[cut:]) {
		return len(path)
	}
	return cut
}
