package corpus

import (
	"strings"
	"unicode/utf8"
)

// scanPost reads a line of JSONL as most are: an object of strings with an ID
// that may be a number. It reports false if the line is anything else, which
// is not to say that it is wrong: encoding/json has the last word.
func scanPost(line string) (Sample, bool) {
	p := postScanner{line: line}
	var s Sample
	body, text := false, false
	if !p.sign('{') {
		return Sample{}, false
	}
	for first := true; ; first = false {
		if p.sign('}') {
			break
		}
		if !first && !p.sign(',') {
			return Sample{}, false
		}
		key, ok := p.str()
		if !ok || !p.sign(':') {
			return Sample{}, false
		}
		value, ok := p.value(key == "id")
		if !ok || !s.scanned(key, value) {
			return Sample{}, false
		}
		body, text = body || key == "body", text || key == "text"
	}
	p.blank()
	return s, p.at == len(line) && body != text
}

// scanned sets the field of a key that is read from a string.
func (s *Sample) scanned(key, value string) bool {
	switch key {
	case "link":
		if value != "" {
			s.Links = append(s.Links, value)
		}
		return len(s.Links) < 2
	case "label":
		s.Label = Label(value)
	case "format":
		format, ok := formats[value]
		s.Format = format
		return ok
	case "author.name", "author.url", "author.email", "author.ip", "author.id", "author.role":
		return false
	default:
		field := s.named(key)
		if field == nil {
			return false
		}
		*field = value
	}
	return true
}

// A postScanner reads the tokens of one line.
type postScanner struct {
	line string
	at   int
}

func (p *postScanner) blank() {
	for p.at < len(p.line) && (p.line[p.at] == ' ' || p.line[p.at] == '\t' || p.line[p.at] == '\n' || p.line[p.at] == '\r') {
		p.at++
	}
}

// sign reads one sign, if it is the next.
func (p *postScanner) sign(c byte) bool {
	p.blank()
	if p.at < len(p.line) && p.line[p.at] == c {
		p.at++
		return true
	}
	return false
}

// value reads a string, or if it may be one a whole number.
func (p *postScanner) value(number bool) (string, bool) {
	p.blank()
	start := p.at
	if number && p.at < len(p.line) && '1' <= p.line[p.at] && p.line[p.at] <= '9' {
		for p.at < len(p.line) && '0' <= p.line[p.at] && p.line[p.at] <= '9' {
			p.at++
		}
		next := p.at < len(p.line) && (p.line[p.at] == ',' || p.line[p.at] == '}' || p.line[p.at] == ' ')
		return p.line[start:p.at], next
	}
	return p.str()
}

// str reads a string. One without escapes is part of the line.
func (p *postScanner) str() (string, bool) {
	if !p.sign('"') {
		return "", false
	}
	start, high := p.at, false
	for p.at < len(p.line) {
		switch c := p.line[p.at]; {
		case c == '"':
			s := p.line[start:p.at]
			p.at++
			return s, !high || utf8.ValidString(s)
		case c == '\\':
			return p.escaped(start)
		case c < ' ':
			return "", false
		case c >= utf8.RuneSelf:
			high = true
		}
		p.at++
	}
	return "", false
}

// plainEscapes maps the letter of an escape to what it stands for.
var plainEscapes = [128]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escaped reads the rest of a string that began at start and has an escape.
func (p *postScanner) escaped(start int) (string, bool) {
	var b strings.Builder
	done := start
	for p.at < len(p.line) {
		switch c := p.line[p.at]; {
		case c == '"':
			b.WriteString(p.line[done:p.at])
			p.at++
			s := b.String()
			return s, utf8.ValidString(s)
		case c < ' ':
			return "", false
		case c != '\\':
			p.at++
			continue
		}
		b.WriteString(p.line[done:p.at])
		if !p.escape(&b) {
			return "", false
		}
		done = p.at
	}
	return "", false
}

// escape reads one escape. One half of a pair of surrogates is left to others.
func (p *postScanner) escape(b *strings.Builder) bool {
	rest := p.line[p.at+1:]
	if rest == "" || rest[0] >= utf8.RuneSelf {
		return false
	}
	if c := plainEscapes[rest[0]]; c != 0 {
		b.WriteByte(c)
		p.at += 2
		return true
	}
	if rest[0] != 'u' || len(rest) < 5 {
		return false
	}
	var r rune
	for _, c := range []byte(rest[1:5]) {
		digit, ok := hexDigit(c)
		if !ok {
			return false
		}
		r = r<<4 | digit
	}
	if 0xd800 <= r && r <= 0xdfff {
		return false
	}
	b.WriteRune(r)
	p.at += 6
	return true
}

func hexDigit(c byte) (rune, bool) {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0'), true
	case 'a' <= c && c <= 'f':
		return rune(c - 'a' + 10), true
	case 'A' <= c && c <= 'F':
		return rune(c - 'A' + 10), true
	}
	return 0, false
}
