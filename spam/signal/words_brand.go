package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var wordsBrand = Signal{
	Name: "words/brand",
	Kind: Words,
	Doc: "A coined name with a number, or one that ends as betting sites' names do, stands in talk of winning and paying out. " +
		"Such talk needs no address: the name is what readers are to search for. Players' names and model numbers stand in other talk.",
	Needs: HasWord,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			if r := &read[i]; r.text.Field == document.Body || r.text.Field == document.Title {
				sink.addBrands(r)
			}
		}
	},
}

// brandReach is how many bytes of talk a brand stands in.
const brandReach = 160

func (s *Sink) addBrands(r *reading) {
	if len(r.cues) == 0 && len(r.folded) > 2*brandReach {
		return
	}
	for _, w := range r.words {
		start, end := int(w.start), int(w.end)
		word := r.folded[start:end]
		if !isBettingName(word) || scriptOf(lastRune(r.folded[:start])) != open || r.inLink(start) {
			continue
		}
		strength := r.luckAround(start, end)
		if isBrand(word) && isBettingName(strings.TrimRight(word, "0123456789")) {
			strength = min(strength+2, Strong)
		}
		if strength > Silent {
			s.Add(Finding{Span: r.span(start, end), Payload: Phrase, Note: "the name of a betting site", Strength: strength})
		}
	}
}

// luckAround says how much talk of winning a name stands in, by the number of
// different words. It is below Silent in a report.
func (r *reading) luckAround(start, end int) Strength {
	var seen []*term
	for _, u := range r.cuesNear(start-brandReach, end+brandReach) {
		if u.term.role&report != 0 {
			return WeakHam
		}
		if u.term.role&luck != 0 && !containsTerm(seen, u.term) && (u.end <= start || u.start >= end) {
			seen = append(seen, u.term)
		}
	}
	switch len(seen) {
	case 0:
		return Silent
	case 1:
		return Fair
	}
	return Strong
}

// bettingEndings are what names of betting sites end with.
var bettingEndings = []string{"toto", "togel", "slot", "slots", "4d", "bet", "jitu", "gacor", "hoki", "cuan", "jp", "win", "poker", "qq", "gaming", "play"}

// isBettingName reports whether a word is a name with a number, or one with the
// ending of a betting site.
func isBettingName(word string) bool {
	if len(word) > 24 {
		return false
	}
	if isBrand(word) && (word[len(word)-1] == 'd' || !isAlpha(word[len(word)-1])) {
		return true // as in harimau88 and harimau4d, but not in win2k
	}
	for _, ending := range bettingEndings {
		if name, ok := strings.CutSuffix(word, ending); ok && len(name) >= 4 {
			return true
		}
	}
	return false
}
