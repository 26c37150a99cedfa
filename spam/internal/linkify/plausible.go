package linkify

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// kind returns the forms that the host's name itself shows.
func (h *host) kind() Form {
	f := Form(0)
	name := string(h.name[:h.size])
	if h.numeric() {
		if a, ok := parseIPv4(name); ok && isPrivate(a) {
			f |= Private
		}
		return f
	}
	if strings.HasPrefix(name, "www.") {
		f |= WWW
	}
	if strings.HasPrefix(name, "xn--") || strings.Contains(name, ".xn--") {
		f |= Punycode
	}
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return f | IDN
		}
	}
	return f
}

// inPath reports whether text[i] goes on what it cannot begin: a path, a
// number, a variable.
func (s *scanner) inPath(i int) bool {
	if i == 0 || i == s.past {
		return false
	}
	switch s.text[i-1] {
	case '/', '\\':
		return i > 1 && (asciiHost[s.text[i-2]] || s.text[i-2] == '.' || s.text[i-2] == '~')
	case '.', '$', '#':
		return true
	}
	return false
}

// plausible reports whether a host without a scheme is an address, and not
// the end of a sentence, the name of a file, or code.
func (s *scanner) plausible(m *Match, rest string) bool {
	h := &s.host
	if h.numeric() {
		return rest != "" && (rest[0] == ':' || rest[0] == '/') || rest == "" && h.size > len("1.2.3.4") && !s.dotFollows(m.End)
	}
	if h.tld != coreTLD && s.dotFollows(h.end) {
		return false // a longer name, in code
	}
	if h.isDate() {
		return false
	}
	if h.labels > 2 && h.tld > weakTLD && h.tldStart-h.last > 1 && !h.foreign {
		return true
	}
	return s.plausibleName(m, rest != "" && rest[0] != ':' || portPath(rest) || h.isWWW())
}

// plausibleName is plausible for the name of a host that is short, or of a TLD
// that is a word as well. What is supported has a path, or begins with www.
func (s *scanner) plausibleName(m *Match, supported bool) bool {
	h := &s.host
	t := s.text
	name, tld := h.name[:h.tldStart-1], t[h.end-min(h.end, h.size-h.tldStart):h.end]
	next := byte(0)
	if m.End < len(t) {
		next = t[m.End]
	}
	switch {
	case h.form&Spelled != 0:
		return true
	case h.foreign && !asciiName(name):
		return s.foreignName(m, supported)
	case h.form&OddDot != 0 && h.size-h.tldStart == 2 && isUpper(t[h.start:h.end]):
		return supported // MK★TV
	case h.tld == coreTLD:
		return !isNoName(name, h.name[h.tldStart:h.size], tld)
	case strings.IndexByte("(=[{;", next) >= 0 && next != 0:
		return supported
	case allDigits(name) && len(name) < 3:
		return supported
	case h.form&(Defanged|Invisible|Styled|OddDot) != 0:
		return true
	case h.tld == codeTLD:
		return supported
	case h.tld == weakTLD:
		return supported || isCoined(name) || !s.latinAround(m) && isLower(tld)
	case isUpper(tld) && !isUpper(t[h.start:h.end]):
		return supported // History.SE
	}
	return supported || len(name) > 1 && !isTitle(name)
}

// portPath reports whether rest has a path behind a port.
func portPath(rest string) bool {
	return strings.HasPrefix(strings.TrimLeft(rest, ":0123456789"), "/")
}

// isWWW reports whether the host's first label is www.
func (h *host) isWWW() bool { return string(h.name[:4]) == "www." }

// latinAround reports whether the words beside m are in Latin letters, as
// they are where a sentence goes on behind a full stop without a blank.
func (s *scanner) latinAround(m *Match) bool {
	before := strings.TrimRight(s.text[max(0, m.Start-8):m.Start], " \t\r\n")
	after := strings.TrimLeft(s.text[m.End:min(len(s.text), m.End+8)], " \t\r\n")
	return before != "" && endsLatin(before) || after != "" && isLetter(after[0])
}

// endsLatin reports whether a word, or what follows it without a blank, is of
// Latin letters.
func endsLatin(before string) bool {
	c := before[len(before)-1]
	return isLetter(c) || strings.IndexByte(",'", c) >= 0
}

// isDate reports whether the host is digits and dots before a word.
func (h *host) isDate() bool {
	return h.name[h.tldStart] >= utf8.RuneSelf && allDigits(bytes.ReplaceAll(h.name[:h.tldStart-1], []byte("."), nil))
}

// dotFollows reports whether a dot and a letter or digit stand at text[i:].
func (s *scanner) dotFollows(i int) bool {
	return i+1 < len(s.text) && s.text[i] == '.' && asciiHost[s.text[i+1]]
}

// foreignName judges a host whose name is not of ASCII letters: a sentence of
// a script without blanks looks alike.
func (s *scanner) foreignName(m *Match, supported bool) bool {
	h := &s.host
	tld := string(h.name[h.tldStart:h.size])
	name := string(h.name[h.last : h.tldStart-1])
	if tld[0] < utf8.RuneSelf {
		if r, _ := utf8.DecodeLastRuneInString(name); !glues(r) {
			return supported || h.tld > weakTLD
		}
		return supported || h.tld == coreTLD && (len(tld) < 4 || !endsSentence(name)) && isLower(s.text[h.end-len(tld):h.end])
	}
	if startsHangul(tld) {
		after := s.text[m.End:]
		return supported || tld != "삼성" && !endsSentence(name) && (!startsHangul(after) || startsHangul(after[len("가"):]) && isParticle(after))
	}
	return supported || h.labels > 2 || m.End == len(s.text) || !letterAfter(s.text, m.End)
}

// endsSentence reports whether a Korean sentence may end in name.
func endsSentence(name string) bool {
	r, _ := utf8.DecodeLastRuneInString(name)
	return strings.ContainsRune("다요죠음임함됨까", r)
}

func asciiName(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func allDigits(b []byte) bool {
	for _, c := range b {
		if !isDigit(c) {
			return false
		}
	}
	return true
}

// isTitle reports whether name is what people put before a name, with a dot.
func isTitle(name []byte) bool {
	switch string(name) {
	case "mr", "mrs", "ms", "dr", "st", "prof", "jr", "sr", "vs", "no", "vol", "fig", "eq", "ch", "pp", "etc", "inc", "ltd", "e.g", "i.e", "a.k":
		return true
	}
	return false
}

// isNoName reports whether a name with tld, written as typed, is that of a
// programming framework.
func isNoName(name, tld []byte, typed string) bool {
	switch string(name) {
	case "asp", "vb", "ado", "ml", "c#", "f#":
		return string(tld) == "net" && typed[0] == 'N'
	}
	return false
}
