package spam

import (
	"slices"
	"strings"
	"unicode"
)

// The longest tag, and the longest text of a link, that is looked through.
const (
	maxTag     = 1000
	maxElement = 4000
)

// htmlCuts fits cuts to the tags of HTML, so that what is left is HTML again.
// A tag with an address that is cut goes whole. With that of a link goes its
// end, and its text if nothing of it is left to read. A cut through text
// leaves the tags that stand in it.
func htmlCuts(text string, cuts []cut) []cut {
	var fitted []cut
	for _, c := range cuts {
		start, end, ok := tagAround(text, c)
		if !ok {
			fitted = append(fitted, between(text, c)...)
			continue
		}
		tag := cut{start: start, end: end, link: true}
		last, ok := linkEnd(text, tag)
		switch {
		case !ok:
			fitted = append(fitted, tag)
		case keepsWords(text, cut{start: end, end: last.start}, cuts):
			tag.markup = true
			fitted = append(fitted, tag, last)
		default:
			tag.end = last.end
			fitted = append(fitted, tag)
		}
	}
	slices.SortStableFunc(fitted, func(a, b cut) int { return a.start - b.start })
	return fitted
}

// tagAround returns the tag that a cut begins in.
func tagAround(text string, c cut) (start, end int, ok bool) {
	low := max(0, c.start-maxTag)
	before := text[low:c.start]
	at := strings.LastIndexByte(before, '<')
	if at < 0 || strings.IndexByte(before[at:], '>') >= 0 {
		return 0, 0, false
	}
	length := strings.IndexByte(text[c.start:min(len(text), c.start+maxTag)], '>')
	return low + at, c.start + length + 1, length >= 0
}

// linkEnd returns the tag that ends the link which a tag begins.
func linkEnd(text string, tag cut) (last cut, ok bool) {
	const opening, closing = "<a", "</a>"
	rest := text[tag.end:min(len(text), tag.end+maxElement)]
	if !foldPrefix(text[tag.start:], opening+" ") && !foldPrefix(text[tag.start:], opening+"\n") {
		return cut{}, false
	}
	for at := 0; ; at++ {
		next := strings.IndexByte(rest[at:], '<')
		if next < 0 {
			return cut{}, false
		}
		at += next
		switch {
		case foldPrefix(rest[at:], closing):
			start := tag.end + at
			return cut{start: start, end: start + len(closing), markup: true}, true
		case foldPrefix(rest[at:], opening+" "):
			return cut{}, false
		}
	}
}

func foldPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// keepsWords reports whether a stretch of text has letters or digits in it that
// are neither cut nor in a tag.
func keepsWords(text string, stretch cut, cuts []cut) bool {
	var inside []cut
	for _, c := range cuts {
		if c.start < stretch.end && stretch.start < c.end {
			inside = append(inside, c)
		}
	}
	for _, piece := range between(text, stretch) {
		for i, r := range text[piece.start:piece.end] {
			at := piece.start + i
			isCut := slices.ContainsFunc(inside, func(c cut) bool { return c.start <= at && at < c.end })
			if !isCut && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				return true
			}
		}
	}
	return false
}

// between returns what of a cut stands between tags.
func between(text string, c cut) (pieces []cut) {
	for at := c.start; at < c.end; {
		end, next := c.end, c.end
		if tag := strings.IndexByte(text[at:c.end], '<'); tag >= 0 {
			end = at + tag
			next = c.end
			if length := strings.IndexByte(text[end:c.end], '>'); length >= 0 {
				next = end + length + 1
			}
		}
		if end > at {
			pieces = append(pieces, cut{start: at, end: end, link: c.link})
		}
		at = next
	}
	return pieces
}
