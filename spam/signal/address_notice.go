package signal

import (
	"strings"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

var addressNotice = Signal{
	Name: "address/notice",
	Kind: Address,
	Doc: "A notice of a fine, a parcel, an account or a death leads through a shortener, to a name that was thrown together, " +
		"to a bare number or to a page that anybody can put up, instead of to whoever gives it. " +
		"Offices and families have sites of their own, or say who, when and where.",
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if !s.hides() && !(s.unknown() && isOdd(s.link)) && !s.isAnybodys() {
				return
			}
			if r := sink.readingOf(d, s.link.Text); r != nil {
				sink.addNotice(r, s)
			}
		})
	},
}

// noticeWords are the words of the files notices.LANGUAGE.txt, by what they
// tell.
var noticeWords = bookOf("notices", "")

// addNotice reports an address that a forged notice stands before.
func (s *Sink) addNotice(r *reading, at *site) {
	around := r.lineAround(at.link.Start, at.link.End)
	told := noticeWords().in(around)
	tells := func(role string) bool { return told.tells(role) > 0 }
	subject, family := tells("subject"), tells("family")
	if !subject && !family || shopShorteners[at.url.Host] || tells("self") || r.different(report|notice|forgery) > 0 {
		return
	}
	if r.eastern && (!tells("rush") || r.amountNear(at.link.Start, at.link.End)) { // banks and shops write so there
		return
	}
	office := tells("office")
	n := points(tells("own"), tells("look"), tells("rush"), office)
	strength := Silent
	switch {
	case at.hides() && (n > 2 || tells("own") && tells("look") && r.townWords() == 0), n > 2 && office && r.townWords() == 0:
		strength = Strong
	case n >= 2, n == 1 && family && at.hides() && !hasDigit(around):
		strength = Fair
	}
	if strength > Silent {
		s.Add(at.finding(strength, "a notice that does not lead to whoever gives it"))
	}
}

// isAnybodys reports whether a site is a page that anybody can put up, a bare
// number, or one that leads on to where nobody knows.
func (s *site) isAnybodys() bool {
	return landings().has(s.url.Suffix) || s.url.IP.IsValid() || isDetour(s.link)
}

// hides reports whether a site is a shortener that leads anywhere.
func (s *site) hides() bool {
	return s.class&rules.Shortener != 0 && s.class&rules.Allowed == 0 && !ownShorteners[s.url.Host]
}

// noticeReach is how many bytes before an address a notice takes, and how many
// behind it.
const (
	noticeReach  = 240
	noticeBehind = 120
)

// lineAround returns the text of the line of folded[start:end] around it, and
// the line before if little stands in its own.
func (r *reading) lineAround(start, end int) string {
	const little = 12
	from := max(0, start-noticeReach)
	before := r.folded[from:start]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	if rest := before[:len(before)-len(line)]; len(strings.TrimSpace(line)) < little && rest != "" {
		rest = strings.TrimRight(rest, "\n ")
		line = rest[strings.LastIndexByte(rest, '\n')+1:] + " " + line
	}
	behind, _, _ := strings.Cut(r.folded[end:min(len(r.folded), end+noticeBehind)], "\n")
	return line + " " + behind
}
