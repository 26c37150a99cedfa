package signal

import (
	"strings"
	"unicode"

	"github.com/boardspam/boardspam/spam/document"
)

var wordsPraise = Signal{
	Name: "words/praise",
	Kind: Words,
	Hint: Praised,
	Doc: "A compliment that fits every text stands beside an address that nobody knows, or beside words of trade, said or in an address. " +
		"Real thanks say for what, and bring a known link or none.",
	Needs: hasTerm(praise),
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil {
			sink.addPraise(d, r)
		}
	},
}

// praisedBytes is the most text of a compliment with a link.
const praisedBytes = 700

func (s *Sink) addPraise(d *document.Document, r *reading) {
	if len(r.folded) > praisedBytes {
		return
	}
	first, kinds, taken := -1, 0, 0
	for i := range r.cues {
		if u := &r.cues[i]; u.term.role&praise != 0 && !r.isFarewell(u) {
			if first < 0 {
				first = i
			}
			kinds++
			taken += u.end - u.start
		}
	}
	if first < 0 {
		return
	}
	strength, search := Silent, r.searched(d)
	switch unknown := hasUnknownLink(d); {
	case search != Silent && unknown, unknown && r.isEmptyPraise(taken) && (r.different(invite) > 0 && hasOwnSite(d) || hasOddSite(d) || s.hasTradeName(d)):
		strength = Strong
	case search > Weak, unknown && (kinds > 1 || taken*4 > len(r.folded) || r.different(invite) > 0):
		strength = Fair
	case unknown, search != Silent:
		strength = Weak
	}
	if strength != Silent {
		u := &r.cues[first]
		s.Add(Finding{Span: r.span(u.start, u.end), Note: "a compliment that fits every text", Strength: strength})
	}
}

// searched returns how commercial the words of trade are that a text says, or
// that the unknown addresses of its post do.
func (r *reading) searched(d *document.Document) (search Strength) {
	for i := range r.compounds {
		search = max(search, r.compounds[i].strength())
	}
	for i := range d.Links {
		if l := &d.Links[i]; !isKnown(l) {
			_, worth := searchWords(&l.URL)
			search = max(search, worth)
		}
	}
	return search
}

// isEmptyPraise reports whether a text says hardly anything but compliments,
// which take up so many bytes of it.
func (r *reading) isEmptyPraise(taken int) bool {
	rest := len(r.folded)
	for i := range r.links {
		rest -= r.links[i].End - r.links[i].Start
	}
	return taken*5 >= rest*2
}

// hasTradeName reports whether the writer's name is one of something for sale.
func (s *Sink) hasTradeName(d *document.Document) bool {
	read := s.readings(d)
	for i := range read {
		if read[i].text.Field != document.AuthorName {
			continue
		}
		for k := range read[i].compounds {
			if read[i].compounds[k].worth() != Silent {
				return true
			}
		}
	}
	return false
}

// hasOwnSite reports whether the post has an address that may be of the
// writer's own site, and no blog at a host of many.
func hasOwnSite(d *document.Document) bool {
	for i := range d.Links {
		if isOwnSite(&d.Links[i]) {
			return true
		}
	}
	return false
}

// hasOddSite reports whether the post has an address of an odd site that
// nobody knows.
func hasOddSite(d *document.Document) bool {
	for i := range d.Links {
		if l := &d.Links[i]; isOwnSite(l) && isOdd(l) {
			return true
		}
	}
	return false
}

// farewellBytes is the least text that a farewell takes leave of.
const farewellBytes = 80

// isFarewell reports whether a compliment is the last thing that a text says,
// having said enough of its own: good wishes close any letter.
func (r *reading) isFarewell(u *unit) bool {
	return u.start >= farewellBytes && strings.IndexFunc(r.folded[u.end:], unicode.IsLetter) < 0
}

// hasUnknownLink reports whether the post has an address that nobody knows.
func hasUnknownLink(d *document.Document) bool {
	for i := range d.Links {
		if !isKnown(&d.Links[i]) {
			return true
		}
	}
	return false
}
