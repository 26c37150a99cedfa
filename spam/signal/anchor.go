package signal

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fluency"
)

// The words that belong to an address end, or begin, where the text closes
// best across them: where what is beyond goes on well from the other side of
// the address, and badly from the words. What the lexicon knows of the words
// counts besides. All figures are log-odds.
const (
	anchorNeeded = 4.0  // from which words are taken for an anchor
	topicalBonus = 10.0 // for words bounded by a compound that names a topic
	unitBonus    = 2.0  // for words bounded by a term
	insideUnit   = -4.0 // for a bound within a term
	blankBonus   = 1.0  // for a bound at a blank

	anchorLeast = 3  // letters of the shortest anchor that is not a known term
	anchorMost  = 16 // letters of the longest
	anchorWords = 3  // blank-separated words of the longest
)

// anchorAfter returns the words behind a link that belong to it rather than to
// the text that goes on. They are empty if nothing speaks for them.
func (r *reading) anchorAfter(a *document.Address) words {
	from := a.End
	if from < len(r.folded) && r.folded[from] == ' ' {
		from++
	}
	best := r.bestEnd(from, strings.TrimRight(nearBefore(r.folded, a.Start), " "))
	if best.empty() {
		return nowhere(a.End)
	}
	if best.compound == nil {
		best.compound = r.compoundIn(best.start, best.end)
	}
	if first, _ := utf8.DecodeRuneInString(r.folded[best.start:]); best.compound != nil && !isSyllable(first) {
		best.start = best.compound.start
	}
	return best
}

// bestEnd returns the words from from on whose end leaves a text that goes on
// best from left, which stands before the link. They are empty if no end does.
func (r *reading) bestEnd(from int, left string) words {
	best := words{from, from, nil, anchorNeeded}
	letters, blanks := 0, 0
	for e := from; e < len(r.folded); {
		char, n := utf8.DecodeRuneInString(r.folded[e:])
		if char == ' ' {
			blanks++
			e += n
			continue
		}
		if letters++; !isWordRune(char) || letters > anchorMost || blanks >= anchorWords || r.inLink(e) {
			break
		}
		e += n
		bonus, c := r.endBonus(e)
		right := nearAfter(r.folded, e)
		if c == nil && (letters < anchorLeast || !beginsHangul(right)) {
			continue
		}
		if splitsLatin(r.folded, e) {
			continue
		}
		if endsHangul(left) {
			bonus += closes(left, right) - fluency.Korean().Join(nearBefore(r.folded, e), right)
		}
		if bonus > best.score {
			best = words{from, e, c, bonus}
		}
	}
	return best
}

// splitsLatin reports whether text[i:] goes on with a word that ends at i.
func splitsLatin(text string, i int) bool {
	return 0 < i && i < len(text) && isAlnum(text[i-1]) && isAlnum(text[i])
}

func endsHangul(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isSyllable(r)
}

// anchorBefore returns the words before a link that belong to it.
func (r *reading) anchorBefore(a *document.Address) words {
	end := len(strings.TrimRight(r.folded[:a.Start], " "))
	if a.Start-end > 1 {
		return nowhere(a.Start)
	}
	start, score := r.anchorStart(end, nearAfter(r.folded, a.End))
	if score < anchorNeeded || start == end {
		return nowhere(a.Start)
	}
	return words{start, end, r.compoundIn(start, end), score}
}

// anchorStart returns where the words that end at end most likely begin, if
// right is what the text goes on with behind them, and what speaks for them.
func (r *reading) anchorStart(end int, right string) (start int, score float64) {
	after := closingOn(right)
	here := after.closes(nearBefore(r.folded, end))
	_, c := r.endBonus(end)
	start, score = end, 0
	letters, blanks := 0, 0
	for s := end; s > 0; {
		char := lastRune(r.folded[:s])
		if char == ' ' {
			blanks++
			s--
			continue
		}
		if letters++; !isWordRune(char) || letters > anchorMost || blanks >= anchorWords || r.inLink(s-1) {
			break
		}
		s -= utf8.RuneLen(char)
		if splitsLatin(r.folded, s) {
			continue
		}
		bonus, known := r.startBonus(s)
		if letters < anchorLeast && known == nil {
			continue
		}
		if c != nil {
			bonus += unitBonus
		}
		left := strings.TrimRight(nearBefore(r.folded, s), " ")
		if known == nil && !isSyllableBefore(left, len(left)) {
			continue
		}
		g := after.closes(left) - here - fluency.Korean().Join(nearBefore(r.folded, s), r.folded[s:end]) + bonus
		if g > score {
			start, score = s, g
		}
	}
	return start, score
}

// closes returns how well right goes on from left, with or without a blank.
func closes(left, right string) float64 {
	c := closingOn(right)
	return c.closes(left)
}

// A closing is what a text goes on with behind a gap.
type closing struct {
	right fluency.Right
	blank bool // stands before it
}

func closingOn(right string) closing {
	rest := strings.TrimLeft(right, " ")
	return closing{fluency.Korean().Right(rest), len(rest) < len(right)}
}

// closes returns how well it goes on from left, with or without a blank.
func (c *closing) closes(left string) float64 {
	spaced := c.right.BehindBlank(left)
	if c.blank {
		return spaced
	}
	return max(c.right.Behind(left), spaced)
}

// endBonus says what the lexicon knows of words that end at i, and of which compound.
func (r *reading) endBonus(i int) (float64, *compound) {
	c := r.compoundAround(i)
	if c == nil {
		return r.blankBonus(i), nil
	}
	if c.end == i && c.has(head|name) {
		return topicalBonus, c
	}
	for _, u := range c.units {
		if u.end == i || skipDigits(r.folded, u.end) == i {
			return unitBonus + r.blankBonus(i), c
		}
	}
	return insideUnit, c
}

// startBonus says the same of words that begin at i.
func (r *reading) startBonus(i int) (float64, *compound) {
	c := r.compoundAround(i + 1)
	if c == nil {
		return 0, nil
	}
	if c.start == i && c.has(head|name) {
		return topicalBonus, c
	}
	for _, u := range c.units {
		if u.start == i {
			return unitBonus, c
		}
	}
	return insideUnit, nil
}

func (r *reading) blankBonus(i int) float64 {
	if i < len(r.folded) && r.folded[i] == ' ' {
		return blankBonus
	}
	return 0
}

// compoundAround returns the compound with start < i <= end, or nil.
func (r *reading) compoundAround(i int) *compound {
	k := r.compoundEnding(i)
	if k == len(r.compounds) || r.compounds[k].start >= i {
		return nil
	}
	return &r.compounds[k]
}

// compoundIn returns the first compound within folded[from:to], or nil.
func (r *reading) compoundIn(from, to int) *compound {
	k := sort.Search(len(r.compounds), func(k int) bool { return r.compounds[k].start >= from })
	if k == len(r.compounds) || r.compounds[k].end > to {
		return nil
	}
	return &r.compounds[k]
}

// inLink reports whether folded[i] is part of a link.
func (r *reading) inLink(i int) bool {
	k := sort.Search(len(r.links), func(k int) bool { return r.links[k].End > i })
	return k < len(r.links) && r.links[k].Start <= i
}
