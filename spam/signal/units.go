package signal

import (
	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

// A unit is an occurrence of a term in a folded text.
type unit struct {
	start, end int
	term       *term
}

// maxUnits is how many terms of one text are looked at.
const maxUnits = 1 << 16

// units appends the terms in a folded text to found: from left to right, of
// those that begin at one place the longest, without overlap. A term in Latin
// letters counts only where no other Latin letter touches it; a term of one
// syllable only right behind another term.
//
// What stands within one of the links, which are in order, is part of an address.
func (lex *lexicon) units(found []unit, matches []rules.PhraseMatch, text string, links []document.Address) []unit {
	end, best := 0, unit{}
	take := func() {
		if best.term != nil && (!best.term.single || best.start == end && end > 0) {
			end = best.end
			if best.term.role != notTerm {
				found = append(found, best)
			}
		}
		best = unit{}
	}
	for _, m := range matches {
		if m.Start > best.start {
			take()
		}
		for len(links) > 0 && links[0].End <= m.Start {
			links = links[1:]
		}
		if len(links) > 0 && links[0].Start < m.End {
			continue
		}
		if m.Start >= end && m.End > best.end && bounded(text, m.Start, m.End) {
			best = unit{m.Start, m.End, &lex.terms[m.ID]}
		}
	}
	take()
	return found
}

// bounded reports whether text[start:end] is not a piece of a longer word in
// Latin letters or digits.
func bounded(text string, start, end int) bool {
	if start > 0 && isAlnum(text[start]) && isAlnum(text[start-1]) {
		return false
	}
	return end == len(text) || !isAlnum(text[end-1]) || !isAlnum(text[end])
}

func isAlnum(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// A compound is a run of units with nothing, or one blank, between them.
type compound struct {
	start, end int
	units      []unit
}

// has reports whether one of the compound's terms can play one of the roles.
func (c *compound) has(r role) bool { return c.count(r) > 0 }

// count returns how many of the compound's terms can play one of the roles.
func (c *compound) count(r role) (n int) {
	for _, u := range c.units {
		if u.term.role&r != 0 {
			n++
		}
	}
	return n
}

// compounds joins units to runs. Digits that touch the end of a run belong to it.
func compounds(text string, units []unit) []compound {
	var runs []compound
	for i := 0; i < len(units); {
		j := i + 1
		for j < len(units) && touches(text, units[j-1].end, units[j].start) {
			j++
		}
		c := compound{units[i].start, units[j-1].end, units[i:j]}
		c.end = skipDigits(text, c.end)
		runs = append(runs, c)
		i = j
	}
	return runs
}

// touches reports whether nothing, a digit or two, or one blank stands between two units.
func touches(text string, end, start int) bool {
	if start-end > 3 {
		return false
	}
	at := skipDigits(text, end)
	return at == start || at+1 == start && text[at] == ' '
}

// skipDigits returns the position after at most two digits at text[i:].
func skipDigits(text string, i int) int {
	for n := 0; n < 2 && i < len(text) && '0' <= text[i] && text[i] <= '9'; n++ {
		i++
	}
	return i
}
