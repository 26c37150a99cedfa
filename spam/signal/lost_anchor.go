package signal

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words whose link was lost end at a line break in the middle of running text.
const (
	minHost     = 30  // bytes of text on either side of words that are inside that text
	lostNeeded  = 3.0 // log-odds from which words at a line break may be an anchor
	lostClearly = 5.0 // log-odds from which they count as one
	anchorBytes = 64  // of a line before an address that is its anchor
	lostSeveral = 3   // how many that count there must be
)

// findLostAnchors adds the words before line breaks in running text that the
// text closes better without. Those that the lexicon does not know are sure
// only if there are several.
func (r *reading) findLostAnchors() {
	first := len(r.insertions)
	for at := 0; at < len(r.folded); at++ {
		nl := strings.IndexByte(r.folded[at:], '\n')
		if nl < 0 {
			break
		}
		lineStart := at
		at += nl
		if at-lineStart >= minHost && len(r.folded)-at > minHost {
			r.addLostAnchor(lineStart, at)
		}
	}
	found, clear := r.insertions[first:], 0
	for i := range found {
		if !found[i].topical() && found[i].gain >= lostClearly {
			clear++
		}
	}
	for i := range found {
		found[i].sure = found[i].sure || clear >= lostSeveral && found[i].gain >= lostClearly
	}
}

// addLostAnchor adds the words at the end of the line folded[lineStart:nl], if
// there are such.
func (r *reading) addLostAnchor(lineStart, nl int) {
	end, next := lineStart+len(strings.TrimRight(r.folded[lineStart:nl], " ")), skipBlanks(r.folded, nl+1)
	if !isWordRune(lastRune(r.folded[:end])) || next == len(r.folded) || r.folded[next] == '\n' {
		return
	}
	if r.linkWithin(next, next+anchorBytes) { // the line is an insertion itself
		return
	}
	if endsPredicate(r.folded[lineStart:end]) {
		return
	}
	right := nearAfter(r.folded, next)
	_, c := r.endBonus(end)
	if r.inLink(end-1) || c == nil && !beginsHangul(right) || !r.runsOn(lineStart, end, next) {
		return
	}
	start, gain := r.anchorStart(end, right)
	if c != nil && c.end == end && c.has(head|name) {
		start = min(start, c.start)
	}
	if start < lineStart+minHost/2 || start == end {
		return
	}
	c = r.compoundIn(start, end)
	in := insertion{after: words{start, end, c, gain}, inside: true, gain: gain}
	in.sure = in.topical() && (c.has(head) || len(c.units) > 1)
	if in.sure || gain >= lostNeeded {
		in.split = gap{r.folded, start, next}.split()
		r.insertions = append(r.insertions, in)
	}
}

// predicates are what Korean sentences end with, and names of things do not.
var predicates = [...]string{"니다", "니까", "어요", "아요", "네요", "세요", "해요", "군요", "지요", "까요", "예요", "에요", "했다", "었다", "였다", "됐다", "된다", "한다"}

// endsPredicate reports whether a Korean sentence ends with the text.
func endsPredicate(text string) bool {
	if stem, ok := strings.CutSuffix(text, "다"); ok { // 간다, 왔다, not 바다
		if c := lastRune(stem); isSyllable(c) && (finalOf(c) == finalN || finalOf(c) == finalSS) {
			return true
		}
	}
	return slices.ContainsFunc(predicates[:], func(p string) bool { return strings.HasSuffix(text, p) })
}

// runsOn reports whether the sentence at the end of the line folded[start:end]
// goes on at next, below a break that no margin asked for. Texts in an alphabet
// with capitals, unlike Korean ones, are often broken at a margin.
func (r *reading) runsOn(start, end, next int) bool {
	last, _ := utf8.DecodeLastRuneInString(r.folded[:end])
	if !unicode.IsLower(last) && !unicode.IsDigit(last) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(r.text.Raw[r.span(next, next+1).Start:])
	return unicode.IsLetter(first) && !unicode.IsUpper(first) && !atMargin(r.folded, start, end, next)
}

// Text that is broken at a margin.
const (
	widestMargin = 100 // letters of its longest line
	marginLines  = 3   // lines on either side that tell how wide it is
	marginSlack  = 8   // letters by which people who break lines by hand miss it
)

// atMargin reports whether the word at text[next:], on the line below, would
// have made text[start:end] longer than the lines around it.
func atMargin(text string, start, end, next int) bool {
	width := utf8.RuneCountInString(text[start:end])
	word := strings.IndexAny(text[next:min(len(text), next+widestMargin)], " \n")
	if width > widestMargin || word < 0 {
		return false
	}
	need := width + 1 + utf8.RuneCountInString(text[next:next+word])
	for at, n := start, 0; at > 0 && n < marginLines; n++ {
		from := strings.LastIndexByte(text[max(0, at-1-4*widestMargin):at-1], '\n') + 1 + max(0, at-1-4*widestMargin)
		width = max(width, utf8.RuneCountInString(strings.TrimRight(text[from:at-1], " ")))
		at = from
	}
	for at, n := next, 0; at < len(text) && n < marginLines; n++ {
		line := text[at:min(len(text), at+4*widestMargin)]
		if nl := strings.IndexByte(line, '\n'); nl >= 0 {
			line = line[:nl]
		}
		width = max(width, utf8.RuneCountInString(strings.TrimRight(line, " ")))
		at += len(line) + 1
	}
	return width <= widestMargin && need+marginSlack > width
}

// linkWithin reports whether an address begins in folded[from:to].
func (r *reading) linkWithin(from, to int) bool {
	k := sort.Search(len(r.links), func(k int) bool { return r.links[k].Start >= from })
	return k < len(r.links) && r.links[k].Start < to
}

// beginsHangul reports whether s begins with a Hangul syllable or with a mark
// that closes what is before it.
func beginsHangul(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isSyllable(r) || isClosing(r)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
