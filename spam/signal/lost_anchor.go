package signal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words whose link was lost end at a line break in the middle of running text.
const (
	minHost     = 30  // bytes of text on either side of words that are inside that text
	lostNeeded  = 3.0 // log-odds from which words at a line break may be an anchor
	lostClearly = 5.0 // log-odds from which they count as one
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
	if last, _ := utf8.DecodeLastRuneInString(r.folded[:end]); !isWordRune(last) || next == len(r.folded) || r.folded[next] == '\n' {
		return
	}
	right := nearAfter(r.folded, next)
	_, c := r.endBonus(end)
	if r.inLink(end-1) || c == nil && !beginsHangul(right) {
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
	in := insertion{after: words{start, end, c}, inside: true, gain: gain}
	in.sure = in.topical() && (c.has(head) || len(c.units) > 1)
	if in.sure || gain >= lostNeeded {
		in.split = gap{r.folded, start, next}.split()
		r.insertions = append(r.insertions, in)
	}
}

// beginsHangul reports whether s begins with a Hangul syllable or with a mark
// that closes what is before it.
func beginsHangul(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isSyllable(r) || isClosing(r)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
