package main

import (
	"encoding/json"
	"strconv"

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
	for i := range len(s) {
		if !asItIs[s[i]] {
			quoted, _ := json.Marshal(s) // a string can always be marshalled
			return append(b, quoted...)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// asItIs holds the bytes of ASCII that stand in a JSON string as they are.
var asItIs = func() (all [256]bool) {
	for c := ' '; c <= '~'; c++ {
		all[c] = c != '"' && c != '\\'
	}
	return all
}()
