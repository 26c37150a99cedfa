package spam

import (
	"slices"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// Clean returns the post without the spans of its verdict, closed up so that
// the text around them reads as before: the blanks and line breaks that came
// with the spam go, those of the text stay. A link field of which nothing is
// left goes whole. Clean changes neither p nor v.
func Clean(p Post, v Verdict) Post {
	p.Title = cleanField(&p, document.Title, v.Spans)
	p.Body = cleanField(&p, document.Body, v.Spans)
	p.Author.Name = cleanField(&p, document.AuthorName, v.Spans)
	p.Author.URL = cleanField(&p, document.AuthorURL, v.Spans)
	var links []string
	for i, link := range p.Links {
		if left := cleanField(&p, document.Link(i), v.Spans); left != "" || link == "" {
			links = append(links, left)
		}
	}
	p.Links = links
	return p
}

// cleanField returns the text of one field without its marks.
func cleanField(p *Post, f document.Field, marks []Mark) string {
	text := p.Text(f)
	cuts := cutsOf(text, f, marks)
	if len(cuts) == 0 {
		return text
	}
	switch inText := f == document.Title || f == document.Body; {
	case inText && p.Format == document.HTML:
		cuts = join(text, htmlCuts(text, cuts), isBlankGlue)
	case inText:
		cuts = join(text, cuts, isGlue)
		unwrap(text, p.Format, cuts)
	default:
		cuts = join(text, cuts, isGlue)
	}
	host := hostOf(text, p.Format == document.HTML, cuts)
	var b strings.Builder
	b.Grow(len(text))
	done := 0
	for _, c := range cuts {
		start, end, joint := host.close(c)
		start = max(start, done)
		if end <= start {
			continue
		}
		b.WriteString(text[done:start])
		b.WriteString(joint)
		done = end
	}
	if done == len(text) {
		return strings.TrimRight(b.String(), blanks+"\r\n") // what led to the spam
	}
	b.WriteString(text[done:])
	return b.String()
}

// A cut is a piece of text to be taken out: marks with nothing but blanks or
// markup between them.
type cut struct {
	start, end int
	link       bool // an address is among what is cut
	markup     bool // nothing is that a reader saw: the blanks around it stay
}

// cutsOf returns the marks of a field in order. It trusts no mark: one that
// does not lie within the text is left out.
func cutsOf(text string, f document.Field, marks []Mark) []cut {
	var cuts []cut
	for _, m := range marks {
		if s := m.Span; s.Field == f && 0 <= s.Start && s.Start < s.End && s.End <= len(text) {
			cuts = append(cuts, cut{start: s.Start, end: s.End, link: m.Payload == signal.Link})
		}
	}
	slices.SortFunc(cuts, func(a, b cut) int { return a.start - b.start })
	return cuts
}

// join makes one of cuts that overlap, or have only glue between them.
func join(text string, cuts []cut, isGlue func(string) bool) []cut {
	joined := cuts[:0]
	for _, c := range cuts {
		if n := len(joined) - 1; n >= 0 && (c.start <= joined[n].end || !c.markup && !joined[n].markup && isGlue(text[joined[n].end:c.start])) {
			last := &joined[n]
			last.end = max(last.end, c.end)
			last.link = last.link || c.link
			last.markup = last.markup && c.markup
			continue
		}
		joined = append(joined, c)
	}
	return joined
}

// maxGlue is the longest text between two marks that is cut with them.
const maxGlue = 64

// isGlue reports whether text between two marks says nothing by itself:
// blanks, punctuation, and the markup between an address and its label.
func isGlue(s string) bool {
	if len(s) > maxGlue {
		return false
	}
	return strings.Trim(s, " \t\u00a0\u3000-|:>=[]()★▶→☞") == ""
}

// isBlankGlue is isGlue where tags are cut by themselves.
func isBlankGlue(s string) bool { return !strings.ContainsAny(s, "<>=") && isGlue(s) }

// A wrapping is the markup around a link of which nothing is left.
type wrapping struct{ open, close string }

var wrappings = map[document.Format][]wrapping{
	document.Markdown: {{"![", ")"}, {"[", ")"}, {"<", ">"}},
	document.BBCode:   {{"[url=", "[/url]"}, {"[URL=", "[/URL]"}, {"[url]", "[/url]"}, {"[URL]", "[/URL]"}, {"[img]", "[/img]"}},
}

// maxWrapping is the longest text between the beginning of a wrapping and the
// address in it that is looked through.
const maxWrapping = 200

// unwrap widens the cuts that would leave the empty markup of a link behind.
func unwrap(text string, format document.Format, cuts []cut) {
	for i := range cuts {
		c := &cuts[i]
		for _, w := range wrappings[format] {
			before := text[max(0, c.start-maxWrapping):c.start]
			at := strings.LastIndex(before, w.open)
			after, ok := strings.CutPrefix(strings.TrimLeft(text[c.end:min(len(text), c.end+maxWrapping)], "\"' >"), w.close)
			if at < 0 || !ok || strings.ContainsAny(before[at+len(w.open):], ">]\n") {
				continue
			}
			c.start -= len(before) - at
			c.end = min(len(text), c.end+maxWrapping) - len(after)
			break
		}
	}
}
