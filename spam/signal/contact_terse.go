package signal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

var contactTerse = Signal{
	Name: "contact/terse",
	Kind: Contact,
	Doc: "A few Korean nouns stand before a phone number, a messenger's name or an address that nobody knows, and no sentence: " +
		"a classified advertisement. Who writes to a board says what a number is for, or at least please.",
	Needs: HasReach | HasLink,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= terseBytes {
			sink.addTerse(r)
		}
	},
}

const (
	terseBytes = 240 // most of a classified advertisement
	terseLeast = 4   // syllables of one
	terseLinks = 2   // links of one; more are a list of sources

	terseMachines = 2 // words of machines that no such advertisement has
)

func (s *Sink) addTerse(r *reading) {
	if len(r.links) > terseLinks || len(r.links) == 0 && !r.mayReach() {
		return
	}
	found := r.reach()
	for i := range r.links {
		if l := &r.links[i]; isOwnSite(l) {
			found = append(found, handle{start: l.Start, end: l.End})
		}
	}
	if len(found) == 0 || !isTerse(r.folded) || isHomely(r.folded) || r.townWords() > 0 {
		return
	}
	if _, ok := r.machineWord(terseMachines); ok {
		return // notes of a release
	}
	for _, h := range found {
		f := Finding{Span: r.span(h.start, h.end), Payload: Link, Note: "an address behind a few nouns", Strength: Fair}
		if h.text != "" {
			f.Payload, f.Note = Handle, "a contact behind a few nouns"
		}
		s.Add(f)
	}
}

// mayReach reports whether a digit, an @ or a word for zero is in the text.
func (r *reading) mayReach() bool {
	return r.has&HasDigit != 0 || r.zeros || r.signs.has('@')
}

// mayName reports whether contacts may find a number or a name.
func (r *reading) mayName() bool {
	return len(r.phones) > 0 || r.signs.has('@') || r.roles&contact != 0 || r.eastern || r.vees
}

// isOwnSite reports whether an address may be the writer's own: it is neither
// known, nor hidden by a shortener, nor a page at a host of blogs and clubs.
func isOwnSite(l *document.Address) bool {
	return !isKnown(l) && l.Class&rules.Shortener == 0 && !isByline(l) && !l.URL.Hosted
}

// homely are words of what people announce to their neighbours in as few words.
var homely = vocabulary("neighbours.ko.txt")

func isHomely(text string) bool {
	for _, word := range homely() {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// reach returns the handles of a short text, whether or not the lexicon knows
// a word of it. Of numbers, only those of mobile phones count.
func (r *reading) reach() (kept []handle) {
	found := r.contacts()
	if len(r.compounds)+len(r.cues) == 0 {
		found = r.phones
	}
	for _, h := range found {
		if h.phone && strings.HasPrefix(h.text, "01") || !h.phone && strings.IndexByte(h.text, '@') < 0 {
			kept = append(kept, h)
		}
	}
	return kept
}

// isTerse reports whether a text has a few Korean words and none that ends a
// sentence or asks for something.
func isTerse(text string) bool {
	syllables := 0
	word := ""
	for i := 0; i <= len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if isSyllable(c) {
			syllables++
			word = text[i-len(word) : i+n]
			i += n
			continue
		}
		if word != "" && endsClause(word, i == len(text) || !unicode.IsSpace(c) || strings.HasPrefix(text[i:], "\n")) {
			return false
		}
		if c == 'ㅋ' || c == 'ㅎ' || c == 'ㅠ' || c == 'ㅜ' {
			return false
		}
		word = ""
		i += max(n, 1)
	}
	return syllables >= terseLeast
}

// endsClause reports whether a word ends as a predicate does. What ends many
// nouns as well counts at the end of a line or before a sign only.
func endsClause(word string, last bool) bool {
	if isSaid(word) {
		return true
	}
	for _, end := range [...]string{"데", "서", "고", "면", "니", "며", "는", "은", "을", "를"} {
		if len(word) > len(end) && strings.HasSuffix(word, end) {
			return true
		}
	}
	if !last {
		return false
	}
	for _, end := range [...]string{"해", "줘", "지", "야", "라", "자", "군", "음", "임", "함", "됨", "걸", "게", "래", "나", "냐"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
