package signal

import (
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var placeList = Signal{
	Name: "place/list",
	Kind: Placement,
	Doc: "Search words follow one another with nothing between them but blanks, signs or hashtags. " +
		"Tags of an honest post name one thing each, and its topic is not spam's.",
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			for from := 0; from < len(r.compounds); {
				to := r.listEnd(from)
				if to-from >= pileSize || len(r.compounds[from].units) >= pileSize {
					sink.addList(r, r.compounds[from:to])
				}
				from = to
			}
		}
	},
}

// listGap is the most bytes between two neighbours of a list: a word that the
// lexicon does not know.
const listGap = 24

// listEnd returns the end of the list of compounds that begins with the one at from.
func (r *reading) listEnd(from int) int {
	to := from + 1
	for to < len(r.compounds) && isListGap(r.folded[r.compounds[to-1].end:r.compounds[to].start]) {
		to++
	}
	return to
}

// isListGap reports whether text stands between two neighbours of a list
// rather than two words of a sentence.
func isListGap(text string) bool {
	if len(text) > listGap {
		return false
	}
	return strings.ContainsAny(text, "#|/,·•★☆▶◆■\n>") || strings.TrimSpace(text) == "" || !strings.Contains(strings.TrimSpace(text), " ")
}

// addList reports a list of search words of which most are of spam.
func (s *Sink) addList(r *reading, list []compound) {
	taken := 0
	for i := range list {
		taken += list[i].end - list[i].start
	}
	if differentNames(list) < pileSize || taken*2 < list[len(list)-1].end-list[0].start {
		return
	}
	for i := range list {
		c := &list[i]
		start := c.start
		if last, n := utf8.DecodeLastRuneInString(r.folded[:start]); last == '#' {
			start -= n
		}
		s.Add(Finding{Span: r.span(start, c.end), Payload: Anchor, Note: "one of a list of search words", Strength: Strong})
	}
}

// differentNames counts the different topics of search words in a list. Words
// that are only glued, or parted by blanks, are one compound with many.
func differentNames(list []compound) (n int) {
	seen := make(map[*term]bool)
	for i := range list {
		c := &list[i]
		if c.setting&reported != 0 || !c.isSearch() {
			continue
		}
		for _, u := range c.units {
			if u.term.role&(head|name) != 0 && !seen[u.term] {
				seen[u.term] = true
				n++
			}
		}
	}
	return n
}
