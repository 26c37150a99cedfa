package signal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var placeSpun = Signal{
	Name: "place/spun",
	Kind: Placement,
	Doc: "Words to choose from stand in braces, as programs that write many texts want them: {great|nice} {post|article}. " +
		"Manuals have such braces too, among commands, and say less with one.",
	Needs: HasLink | HasCompound | HasCue,
	Also:  HasBrace,
	Find: func(d *document.Document, sink *Sink) {
		for i := range sink.readings(d) {
			sink.addSpun(&sink.read[i])
		}
	},
}

const (
	spunWords  = 64 // bytes of what stands in braces at most
	spunClear  = 2  // how many braces leave little doubt
	spunCounts = 8  // how many are looked at
)

func (s *Sink) addSpun(r *reading) {
	first, last, n := 0, 0, 0
	for at := strings.IndexByte(r.folded, '{'); at >= 0 && n < spunCounts; at = nextIndex(r.folded, "{", at) {
		if end := spunEnd(r.folded, at); end > 0 {
			if n++; n == 1 {
				first = at
			}
			last = end
		}
	}
	if n == 0 {
		return
	}
	strength := Fair
	if n >= spunClear {
		strength = Strong
	}
	s.Add(Finding{Span: r.span(first, last), Note: "words in braces that a program was to choose from", Strength: strength})
}

// spunEnd returns the end of the words in braces at text[start:], or 0 if it
// is none: two or more of them, with bars between them and no other signs, in
// running text.
func spunEnd(text string, start int) int {
	inner, _, ok := strings.Cut(text[start+1:min(len(text), start+spunWords)], "}")
	if !ok || !strings.Contains(inner, "|") || strings.ContainsAny(inner, "{\n=;:$\\\"'`-_/<>~()[]*+") {
		return 0
	}
	for word := range strings.SplitSeq(inner, "|") {
		if strings.IndexFunc(word, unicode.IsLetter) < 0 {
			return 0
		}
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	if start > 0 && !unicode.IsSpace(before) && !isWordRune(before) {
		return 0
	}
	return start + 1 + len(inner) + 1
}
