package signal

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/internal/fluency"
)

// Words whose link was lost end at a line break in the middle of running text.
// Where they begin is where the text before them goes on best behind the break.
const (
	minHost      = 30  // bytes of text on either side of words that are inside that text
	anchorLeast  = 3   // letters of the shortest words taken for an anchor without a known term
	anchorMost   = 16  // letters of the longest
	knownBonus   = 4.0 // log-odds for words that begin with a known compound
	tailBonus    = 2.0 // log-odds for words that end with a known term
	lostNeeded   = 3.0 // log-odds from which words at a line break may be an anchor
	lostClearly  = 5.0 // log-odds from which they count as one
	lostSeveral  = 3   // how many that count there must be
	blanksWithin = 2   // blanks in an anchor at the most
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
	c := r.compoundEnding(end)
	if c != nil && c.start < lineStart+minHost/2 || r.inLink(end-1) {
		return
	}
	start, gain := r.lostStart(lineStart, end, next, c)
	in := insertion{after: words{start, end, c}, inside: true, gain: gain}
	known := in.topical() && (c.has(head) || len(c.units) > 1)
	if start < end && (known || gain >= lostNeeded) {
		in.split = gap{r.folded, start, next}.split()
		in.sure = known
		r.insertions = append(r.insertions, in)
	}
}

// lostStart returns where the words that end at end most likely begin, and by
// how much the text closes better without them. c is the compound among them,
// or nil.
func (r *reading) lostStart(lineStart, end, next int, c *compound) (start int, gain float64) {
	right := nearAfter(r.folded, next)
	here := joinEither(nearBefore(r.folded, end), right)
	bonus := 0.0
	switch {
	case c != nil:
		bonus = tailBonus
	case !beginsHangul(right):
		return end, 0
	}
	start, gain = end, lostNeeded-1
	letters, blanks := 0, 0
	for s := end; s > lineStart+minHost/2; {
		char, n := utf8.DecodeLastRuneInString(r.folded[:s])
		if char == ' ' {
			blanks++
			s -= n
			continue
		}
		if letters++; !isWordRune(char) || letters > anchorMost || blanks > blanksWithin {
			break
		}
		s -= n
		atCompound := c != nil && s == c.start
		if !atCompound && (letters < anchorLeast || c != nil && s > c.start) {
			continue
		}
		left := strings.TrimRight(nearBefore(r.folded, s), " ")
		if last, _ := utf8.DecodeLastRuneInString(left); !atCompound && !isSyllable(last) {
			continue
		}
		g := joinEither(left, right) - here - fluency.Korean().Join(nearBefore(r.folded, s), r.folded[s:end]) + bonus
		if atCompound && c.has(head|name) {
			g += knownBonus
		}
		if g > gain || atCompound && start == end {
			start, gain = s, g
		}
	}
	return start, gain
}

// joinEither returns how well right goes on from left, with or without a blank.
func joinEither(left, right string) float64 {
	m := fluency.Korean()
	return max(m.Join(left, right), m.Join(left+" ", right))
}

// beginsHangul reports whether s begins with a Hangul syllable or with a mark
// that closes what is before it.
func beginsHangul(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isSyllable(r) || isClosing(r)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// inLink reports whether folded[i] is part of a link.
func (r *reading) inLink(i int) bool {
	k := sort.Search(len(r.links), func(k int) bool { return r.links[k].End > i })
	return k < len(r.links) && r.links[k].Start <= i
}
