package document

import "strings"

// An element is one HTML tag as it stands in the raw text.
type element struct {
	name       string // in lower case if it is a known one
	start, end int
	attrs      int // where its attributes begin
	closing    bool
}

// An attribute is one attribute of a tag. Its value lies at raw[start:end].
type attribute struct {
	name       string
	start, end int
}

// parseTag reads the tag at raw[i], as the HTML standard's tokenizer does
// (§13.2.5). open is true if the text ends within the tag.
func parseTag(raw string, i int) (e element, ok, open bool) {
	e = element{start: i}
	j := i + 1
	if j < len(raw) && raw[j] == '/' {
		e.closing = true
		j++
	}
	if j >= len(raw) || !isLetter(raw[j]) {
		return e, false, false
	}
	k := j
	for k < len(raw) && !isBlank(raw[k]) && raw[k] != '/' && raw[k] != '>' {
		k++
	}
	e.name, e.attrs = lowerName(raw[j:k]), k
	for {
		var more bool
		if _, k, more = nextAttribute(raw, k); !more {
			break
		}
	}
	if k >= len(raw) {
		return e, false, true
	}
	e.end = k + 1
	return e, true, false
}

// nextAttribute reads the attribute at or after raw[i]. Without one, next is
// the position of the tag's '>', or len(raw).
func nextAttribute(raw string, i int) (a attribute, next int, ok bool) {
	for i < len(raw) && (isBlank(raw[i]) || raw[i] == '/') {
		i++
	}
	if i >= len(raw) || raw[i] == '>' {
		return a, i, false
	}
	j := i + 1 // a leading '=' is part of the name
	for j < len(raw) && !isBlank(raw[j]) && raw[j] != '/' && raw[j] != '>' && raw[j] != '=' {
		j++
	}
	a.name, a.start, a.end = raw[i:j], j, j
	k := j
	for k < len(raw) && isBlank(raw[k]) {
		k++
	}
	if k >= len(raw) || raw[k] != '=' {
		return a, j, true
	}
	for k++; k < len(raw) && isBlank(raw[k]); k++ {
	}
	if k < len(raw) && (raw[k] == '"' || raw[k] == '\'') {
		n := strings.IndexByte(raw[k+1:], raw[k])
		if n < 0 {
			return a, len(raw), false
		}
		a.start, a.end = k+1, k+1+n
		return a, a.end + 1, true
	}
	a.start = k
	for k < len(raw) && !isBlank(raw[k]) && raw[k] != '>' {
		k++
	}
	a.end = k
	return a, k, true
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// lowerName returns a tag's name in lower case; a very long one is no tag's name.
func lowerName(s string) string {
	if len(s) > 16 {
		return ""
	}
	return strings.ToLower(s)
}
