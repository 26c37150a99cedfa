package signal

import (
	"fmt"
	"strings"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

// addressThrowaway sees names that nobody would choose who means to keep them.
var addressThrowaway = Signal{
	Name:  "address/throwaway",
	Doc:   "A link to a name made by a machine: letters that spell nothing, a number behind them, a number for a sub-domain; initials and model numbers look alike.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if strength, note := throwaway(s); strength > Silent {
				sink.Add(s.finding(strength, note))
			}
		})
	},
}

// throwaway judges the shape of a site's name.
func throwaway(s *site) (Strength, string) {
	if s.good() || s.class&(rules.Shortener|rules.Messenger|rules.Hosted) != 0 || s.label == "" || isPublicBody(s.url.Suffix) {
		return Silent, ""
	}
	shape := shapeOf(s.label)
	if label := s.unicodeLabel(); label != "" {
		shape = foreignShape(label)
	}
	first, _, _ := strings.Cut(s.url.Sub(), ".")
	if isNumber(first) && len(first) <= 4 {
		return numbered(s, &shape)
	}
	switch {
	case shape.odd > oddName && shape.mixed(), shape.coded() && isCheap(s.url.Suffix):
		return Fair, fmt.Sprintf("%s: letters that spell nothing, and a number", s.url.Name)
	case shape.foreign && shape.digits > 1:
		return Fair, fmt.Sprintf("%s: a word and a number", s.url.Unicode)
	case shape.odd > absurdName && shape.letters >= 8, shape.vowels == 0 && shape.letters >= 6 && !shape.foreign:
		return Fair, fmt.Sprintf("%s: letters that spell nothing", s.url.Name)
	case shape.coded() || shape.mixed() && shape.digits > 1:
		return Weak, fmt.Sprintf("%s: letters and a number", s.url.Name)
	case shape.odd > veryOddName && shape.letters >= 6:
		return Weak, fmt.Sprintf("%s: letters that spell nothing", s.url.Name)
	}
	return Silent, ""
}

// numbered judges a name before which a number stands.
func numbered(s *site, shape *shape) (Strength, string) {
	switch {
	case shape.coded():
		return Strong, fmt.Sprintf("%s: a number before a name of letters and a number", s.url.Host)
	case shape.odd > oddName:
		return Strong, fmt.Sprintf("%s: a number before a name that spells nothing", s.url.Host)
	}
	return Fair, fmt.Sprintf("%s: a number for a sub-domain", s.url.Host)
}

// isCheap reports whether names below a suffix are had for next to nothing.
// That alone says little of a name.
func isCheap(suffix string) bool {
	switch suffix {
	case "bet", "buzz", "cf", "click", "club", "cyou", "fun", "ga", "gq", "icu", "life", "live", "lol", "ml", "monster", "online",
		"pw", "quest", "rest", "sbs", "site", "space", "store", "tk", "top", "vip", "website", "win", "work", "world", "xyz":
		return true
	}
	return false
}

// A shape is what a name looks like when it is not read.
type shape struct {
	letters, digits int
	runs            int     // of letters and of digits
	digitsLast      bool    // the name ends in a digit
	foreign         bool    // its letters are not Latin, and only they and the digits are counted
	vowels          int     // among the letters
	odd             float64 // how much less likely its letters are than those of known names, in nats a letter
}

// How odd a name must be to count: a popular one in 15, in 80, in 300 is.
const (
	oddName     = 0.55
	veryOddName = 1.1
	absurdName  = 1.4
)

// mixed reports whether the name is letters and a number, in either order.
func (s *shape) mixed() bool { return s.runs == 2 && s.digits > 0 && s.digits <= 4 && s.letters > 1 }

// coded reports whether the name is a few letters with a number behind them.
func (s *shape) coded() bool {
	return s.runs == 2 && s.digitsLast && 2 <= s.digits && s.digits <= 4 && 2 <= s.letters && s.letters <= 8
}

// shapeOf measures a label of ASCII letters. Of other letters it says nothing.
func shapeOf(label string) shape {
	var s shape
	kind, last := 0, 0
	for i := range len(label) {
		switch c := label[i]; {
		case '0' <= c && c <= '9':
			s.digits++
			kind = 1
		case 'a' <= c && c <= 'z':
			s.letters++
			kind = 2
			if strings.IndexByte("aeiouy", c) >= 0 {
				s.vowels++
			}
		default:
			kind = 3
		}
		if kind != last {
			s.runs++
		}
		last = kind
	}
	s.digitsLast = last == 1
	if strings.HasPrefix(label, "xn--") {
		return shape{}
	}
	s.odd = rules.Oddity(label)
	return s
}

// foreignShape counts the letters and digits of a label that is not of ASCII.
func foreignShape(label string) shape {
	s := shape{foreign: true}
	for _, r := range label {
		if '0' <= r && r <= '9' {
			s.digits++
		} else {
			s.letters++
		}
	}
	return s
}

func isNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || '9' < s[i] {
			return false
		}
	}
	return s != ""
}

// addressLong sees names that are made of several words, for search engines.
var addressLong = Signal{
	Name:  "address/long",
	Doc:   "A link to an unknown name of many letters, as if made of search words; one in eleven popular names has sixteen letters or more.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			switch n := len(s.label); {
			case !s.unknown() || strings.HasPrefix(s.label, "xn--") || isByline(s.link):
			case n >= 22:
				sink.Add(s.finding(Fair, fmt.Sprintf("%s: a name of %d letters", s.url.Name, n)))
			case n >= 16:
				sink.Add(s.finding(Weak, fmt.Sprintf("%s: a name of %d letters", s.url.Name, n)))
			}
		})
	},
}

// isOdd reports whether an address is of a site whose name costs next to
// nothing, says what it sells, or is of letters and a number.
func isOdd(l *document.Address) bool { return isCheap(l.URL.Suffix) || isTelling(l) }

// isTelling reports whether the name of an address's site says what it sells,
// or is of letters and a number. Clubs have neither, if often a cheap suffix.
func isTelling(l *document.Address) bool {
	shape := shapeOf(strings.TrimSuffix(l.URL.Name, "."+l.URL.Suffix))
	return shape.coded() || hasKeyword(&l.URL)
}

// addressCheap sees unknown names where names cost next to nothing.
var addressCheap = Signal{
	Name:  "address/cheap",
	Doc:   "A link to an unknown name below a suffix whose names cost next to nothing; clubs and young projects have such names too.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if s.unknown() && isCheap(s.url.Suffix) && !s.hasMailbox() {
				sink.Add(s.finding(Weak, s.url.Suffix+" names cost next to nothing"))
			}
		})
	},
}
