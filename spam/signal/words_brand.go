package signal

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/boardspam/boardspam/spam/document"
)

var wordsBrand = Signal{
	Name: "words/brand",
	Kind: Words,
	Doc: "A coined name with a number, or one that ends as betting sites' names do, stands in talk of winning and paying out. " +
		"Such talk needs no address: the name is what readers are to search for. Players' names and model numbers stand in other talk.",
	Needs: HasBrand,
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
	for _, at := range r.brands {
		i, w := int(at), r.words[at]
		start, end := int(w.start), int(w.end)
		word := r.folded[start:end]
		if i+1 < len(r.words) && int(r.words[i+1].start) == end+1 && !isAlpha(r.folded[end+1]) {
			if strength, to := r.apart(w, r.words[i+1]); strength > Silent {
				s.Add(Finding{Span: r.span(start, to), Payload: Phrase, Note: "the name of a betting site", Strength: strength})
			}
		}
		if !isBettingName(word) || scriptOf(lastRune(r.folded[:start])) != open || r.inLink(start) || r.isLabelled(start) {
			continue // a code is place/lure's
		}
		strength := r.luckAround(start, end)
		named := lastRune(r.folded[:start]) == '@'
		switch letters := strings.TrimRight(word, "0123456789"); {
		case named && !isPutTogether(letters) && !isBettingName(letters): // anybody's
			strength = min(strength, Silent)
		case !isBrand(word), named:
		case isPutTogether(letters):
			strength = min(strength+3, Strong)
		case isBettingName(letters):
			strength = min(strength+2, Strong)
		}
		if strength >= Silent && strength < Strong && isBrand(word) && !named {
			strength = max(strength, r.shouted(start, end))
		}
		if strength > Silent && !r.isOfTown(start, end) {
			s.Add(Finding{Span: r.span(start, end), Payload: Phrase, Note: "the name of a betting site", Strength: strength})
		}
	}
}

// luckAround says how much talk of winning a name stands in, by the number of
// different words. It is below Silent in a report.
func (r *reading) luckAround(start, end int) Strength {
	var buf [2]*term
	seen := buf[:0]
	for _, u := range r.cuesNear(start-brandReach, end+brandReach) {
		if u.term.role&(report|notice) != 0 && !endsSentence(r.between(start, end, &u)) {
			return WeakHam
		}
		if u.term.role&luck != 0 && len(seen) < len(buf) && !containsTerm(seen, u.term) && (u.end <= start || u.start >= end) {
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

// shortestBrand is how many letters and digits the name of a betting site has at
// least.
const shortestBrand = 5

// bettingEndings are what names of betting sites end with.
var bettingEndings = []string{"toto", "togel", "slot", "slots", "4d", "bet", "jitu", "gacor", "hoki", "cuan", "jp", "win", "poker", "qq", "gaming", "play"}

// bettingEndingsBy holds them by their last byte.
var bettingEndingsBy = func() (by [256][]string) {
	for _, ending := range bettingEndings {
		last := ending[len(ending)-1]
		by[last] = append(by[last], ending)
	}
	return by
}()

// isBettingName reports whether a word is a name with a number, or one with the
// ending of a betting site.
func isBettingName(word string) bool {
	if len(word) < shortestBrand || len(word) > 24 {
		return false
	}
	if (!isAlpha(word[len(word)-1]) || strings.HasSuffix(word, "4d")) && isBrand(word) {
		return !isOrdinaryName(word) // as in harimau88 and harimau4d, but not in win2k and java2d
	}
	for _, ending := range bettingEndingsBy[word[len(word)-1]] {
		if name, ok := strings.CutSuffix(word, ending); ok && len(name) >= 4 {
			return !isOrdinaryName(word)
		}
	}
	return false
}

// A bettingTail is what may stand before a byte at the end of a betting site's name: the
// lowest five bits of the byte before it, and of the one before that, as sets.
type bettingTail struct{ second, third uint32 }

// bettingTails holds the tails of bettingEndings and of numbers, by their last byte.
var bettingTails = func() (before [1 << 8]bettingTail) {
	const any = 1<<32 - 1
	for digit := '0'; digit <= '9'; digit++ {
		before[digit] = bettingTail{any, any}
	}
	for _, ending := range bettingEndings {
		n := len(ending)
		t := &before[ending[n-1]]
		t.second |= 1 << (ending[n-2] & 31)
		if n == 2 {
			t.third = any
		} else {
			t.third |= 1 << (ending[n-3] & 31)
		}
	}
	return before
}()

// mayBet reports whether the word text[start:end] may be a betting site's name, by
// its last three bytes.
func mayBet(text string, start, end int) bool {
	if end < shortestBrand {
		return false
	}
	t := &bettingTails[text[end-1]]
	return t.second>>(text[end-2]&31)&(t.third>>(text[end-3]&31))&1 != 0 && end-start >= shortestBrand
}

// isOrdinaryName reports whether a word that looks like a betting site's name is
// known to be another.
func isOrdinaryName(word string) bool {
	switch word {
	case "alphabet", "autoplay", "display", "gameplay", "interplay", "roleplay", "multiplay",
		"int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64": // of programs
		return true
	}
	return false
}

// brandPartList holds the words that names of betting sites are put together of.
//
//go:embed brand_parts.txt
var brandPartList string

var brandParts = sync.OnceValue(func() *sievedSet {
	parts := newSievedSet(0)
	for line := range strings.Lines(brandPartList) {
		if !strings.HasPrefix(line, "#") {
			parts.add(strings.TrimSpace(line))
		}
	}
	return parts
})

// Names that are put together.
const (
	leastTogether = 6  // letters of the shortest
	longestPart   = 10 // letters of their longest part
)

// isPutTogether reports whether a name is two or three words of betting sites'
// names and nothing else, as in raja+hoki.
func isPutTogether(name string) bool {
	if len(name) < leastTogether || len(name) > 24 {
		return false
	}
	known := brandParts()
	var parts [25]uint8 // of the shortest way to make name[:i]; 0 if there is none
	for i := range name {
		if i > 0 && parts[i] == 0 {
			continue
		}
		for n := 2; n <= min(longestPart, len(name)-i); n++ {
			if k := parts[i] + 1; known.has(name[i:i+n]) && (parts[i+n] == 0 || k < parts[i+n]) {
				parts[i+n] = k
			}
		}
	}
	return parts[len(name)] == 2 || parts[len(name)] == 3
}
