package synth

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text is one field under construction and the spans within it.
type text struct {
	b     []byte
	spans []span
}

func (t *text) add(s string) { t.b = append(t.b, s...) }

// A span is what a moderator would cut out: bytes [start, end) of a text.
type span struct {
	start, end int
	kind       string
}

// mark adds s as a span of the given kind.
func (t *text) mark(kind, s string) {
	start := len(t.b)
	t.add(s)
	t.spans = append(t.spans, span{start, len(t.b), kind})
}

// join adds all of u, spans included.
func (t *text) join(u text) {
	for _, s := range u.spans {
		s.start += len(t.b)
		s.end += len(t.b)
		t.spans = append(t.spans, s)
	}
	t.b = append(t.b, u.b...)
}

// last returns the last rune, or utf8.RuneError if there is none.
func (t *text) last() rune {
	r, _ := utf8.DecodeLastRune(t.b)
	return r
}

func (t text) String() string { return string(t.b) }

// kinds maps the letter of a mark in a table, «u:…», to the span's kind.
var kinds = map[byte]string{'u': "url", 'a': "anchor", 'c': "contact", 'p': "phrase"}

// cover marks as a phrase every line, or part of one, that is not marked yet.
func (t *text) cover() {
	var out []span
	from := 0
	gap := func(to int) {
		for line := range strings.Lines(string(t.b[from:to])) {
			end := from + len(line)
			start := from + len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
			stop := from + len(strings.TrimRightFunc(line, unicode.IsSpace))
			if start < stop {
				out = append(out, span{start, stop, "phrase"})
			}
			from = end
		}
	}
	for _, s := range t.spans {
		gap(s.start)
		out = append(out, s)
		from = s.end
	}
	gap(len(t.b))
	t.spans = out
}

// has reports whether a span of that kind has been marked.
func (t *text) has(kind string) bool {
	for _, s := range t.spans {
		if s.kind == kind {
			return true
		}
	}
	return false
}

// rewrite returns t with every stretch between the ends of its spans rewritten
// by f.
func (t text) rewrite(f func(string) string) text {
	var out text
	from := 0
	for _, s := range t.spans {
		out.add(f(string(t.b[from:s.start])))
		out.mark(s.kind, f(string(t.b[s.start:s.end])))
		from = s.end
	}
	out.add(f(string(t.b[from:])))
	return out
}
