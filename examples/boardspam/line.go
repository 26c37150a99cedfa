package main

import (
	"encoding/binary"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
)

// appendVerdict appends a verdict as a line of JSON: where the post stands,
// then the verdict's own members. Positions are of the file if the post's
// fields stand in it as they are.
func appendVerdict(b []byte, s *corpus.Sample, v spam.Verdict) []byte {
	for i := range v.Reasons {
		v.Reasons[i].Span = s.Origin.Span(v.Reasons[i].Span)
	}
	for i := range v.Spans {
		v.Spans[i].Span = s.Origin.Span(v.Spans[i].Span)
	}
	b = appendPlace(b, s)
	members := len(b)
	b = v.AppendJSON(b)
	b[members] = ',' // the verdict's own brace
	return append(b, '\n')
}

// appendPlace appends the beginning of an object: file, line and id.
func appendPlace(b []byte, s *corpus.Sample) []byte {
	b = append(b, `{"file":`...)
	b = appendQuoted(b, s.Source)
	b = append(b, `,"line":`...)
	b = strconv.AppendInt(b, int64(max(s.Line, 1)), 10)
	b = append(b, `,"id":`...)
	return appendQuoted(b, s.ID)
}

// appendQuoted appends s as a JSON string.
func appendQuoted(b []byte, s string) []byte {
	if !isPlain(s) {
		quoted, _ := json.Marshal(s) // a string can always be marshalled
		return append(b, quoted...)
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// isPlain reports whether s is ASCII that stands in a JSON string as it is. It
// looks at eight bytes at a time: the name of a file stands in every line.
func isPlain(s string) bool {
	n := len(s)
	if n < 8 {
		return strings.IndexFunc(s, func(c rune) bool { return c < ' ' || c > '~' || c == '"' || c == '\\' }) < 0
	}
	for i := 0; i < n-8; i += 8 {
		if !arePlain(s[i : i+8]) {
			return false
		}
	}
	return arePlain(s[n-8:]) // which may overlap
}

// arePlain reports whether the eight bytes of s are such.
func arePlain(s string) bool {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	w := binary.LittleEndian.Uint64([]byte(s))
	return (w|(w-' '*ones)|(w^'"'*ones-ones)|(w^'\\'*ones-ones))&tops == 0
}
