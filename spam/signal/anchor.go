package signal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/internal/fluency"
)

const (
	anchorBytes = 60 // the longest anchor that is looked for
	anchorWords = 4  // the most words of one
)

// anchorAfter returns the words behind a link that end at i that belong to it
// rather than to the text that goes on. They are empty if there are none.
//
// Where the lexicon knows the words, they end with the compound. Where it does
// not, they end where the text closes best across them.
func (r *reading) anchorAfter(i int) words {
	from := i
	if from < len(r.folded) && r.folded[from] == ' ' {
		from++
	}
	rest := r.folded[from:min(len(r.folded), from+anchorBytes)]
	if nl := strings.IndexByte(rest, '\n'); nl >= 0 {
		rest = rest[:nl]
	}
	if first, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return words{i, i, nil}
	}
	word := strings.IndexByte(rest, ' ')
	if word < 0 {
		word = len(rest)
	}
	if c := r.compoundFrom(from, from+word); c != nil {
		return words{from, r.compoundEnd(i, c), c}
	}
	if to := r.bestClosure(i, from, from+len(rest)); to > from {
		return words{from, to, nil}
	}
	return words{i, i, nil}
}

// compoundEnd returns where an anchor ends that ends with a compound: at its
// end, or at a blank in it, since the text may go on with a word of the lexicon.
func (r *reading) compoundEnd(link int, c *compound) int {
	end := c.end
	best := r.closes(link, end)
	for k := len(c.units) - 2; k >= 0; k-- {
		e := skipDigits(r.folded, c.units[k].end)
		if r.folded[e] != ' ' || !topical(c.units[:k+1]) {
			continue
		}
		best -= unitCost
		if s := r.closes(link, e); s > best+2*unitCost {
			best, end = s, e
		}
	}
	return end
}

// unitCost is the evidence that it takes to leave a known word to the text, in log-odds.
const unitCost = 1.5

// topical reports whether one of the units names a topic.
func topical(units []unit) bool {
	return slices.ContainsFunc(units, func(u unit) bool { return u.term.role&(head|name) != 0 })
}

// closes returns how much better the text goes on from a link to e, what is
// between left out, than from what is between to e.
func (r *reading) closes(link, e int) float64 {
	start := strings.LastIndexAny(r.folded[:link], " \n") // the link itself is no context
	g := gap{r.folded, max(start, 0), e}
	return g.closure() - fluency.Korean().Join(nearBefore(r.folded, e), nearAfter(r.folded, e))
}

// bestClosure returns the end in folded[from:to] of the words behind which the
// text closes best, and from if none closes well enough.
func (r *reading) bestClosure(link, from, to int) int {
	best, end, words := closureNeeded, from, 0
	for e := from; e < to && words < anchorWords; {
		_, n := utf8.DecodeRuneInString(r.folded[e:])
		e += n
		atBlank := e < len(r.folded) && r.folded[e] == ' '
		if atBlank {
			words++
		}
		s := r.closes(link, e)
		if atBlank {
			s += blankBonus
		}
		if e-from >= anchorLeast*3 && s > best {
			best, end = s, e
		}
	}
	return end
}

const (
	closureNeeded = 4.0 // log-odds below which no unknown word is taken for an anchor
	blankBonus    = 1.0 // log-odds for words that end at a blank
)
