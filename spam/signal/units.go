package signal

import (
	"slices"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

// A unit is an occurrence of a term in a folded text.
type unit struct {
	start, end int
	term       *term
}

// maxUnits is how many terms of one text are looked at, and how many words,
// numbers and sounds.
const maxUnits = 1 << 16

// appendMatches appends the matches of the terms in a folded text.
func (lex *lexicon) appendMatches(found []rules.PhraseMatch, text string) []rules.PhraseMatch {
	found, _, _ = lex.onlyTerms(lex.phrases.Append(found, text, maxUnits))
	return lex.addSingles(found, text)
}

// onlyTerms returns the matches of terms, how many there are of words for what
// keepers do, and where the first of what newsletters call themselves ends, or 0.
func (lex *lexicon) onlyTerms(found []rules.PhraseMatch) (terms []rules.PhraseMatch, acts, issue int) {
	terms = found[:0]
	for _, m := range found {
		switch {
		case m.ID < lex.first:
			terms = append(terms, m)
		case m.ID < lex.issues:
			acts++
		case issue == 0 || m.End < issue:
			issue = m.End
		}
	}
	return terms, acts, issue
}

// addSingles adds the terms of one syllable to the other terms of a text. One
// of them counts only where another term begins or ends, or behind a blank
// there: elsewhere they are not looked for.
func (lex *lexicon) addSingles(found []rules.PhraseMatch, text string) []rules.PhraseMatch {
	if len(found) == 0 {
		return found
	}
	var buf [16]rules.PhraseMatch
	singles := buf[:0]
	for _, m := range found {
		singles = lex.appendSingle(singles, text, m.Start)
		for n, end := 0, m.End; n < maxSingles && end < len(text); n++ {
			if text[end] == ' ' {
				end++
			}
			before := len(singles)
			if singles = lex.appendSingle(singles, text, end); len(singles) == before {
				break
			}
			end = singles[before].End
		}
	}
	if len(singles) == 0 {
		return found
	}
	slices.SortFunc(singles, func(a, b rules.PhraseMatch) int { return a.Start - b.Start })
	return mergeMatches(found, slices.Compact(singles))
}

// maxSingles is how many terms of one syllable may follow one another.
const maxSingles = 8

// appendSingle appends the term of one syllable at text[i], if there is one.
func (lex *lexicon) appendSingle(found []rules.PhraseMatch, text string, i int) []rules.PhraseMatch {
	w := rules.BeginningAt(text, i)
	if !lex.singles.May(w) {
		return found
	}
	n := len(found)
	found = lex.singles.AppendAt(found, w, text, i)
	for k := range found[n:] {
		found[n+k].ID += lex.first
	}
	return found
}

// mergeMatches puts singles among the matches found, both in order, behind
// those that begin at the same place.
func mergeMatches(found, singles []rules.PhraseMatch) []rules.PhraseMatch {
	i := len(found) - 1
	found = append(found, singles...)
	for at, k := len(found)-1, len(singles)-1; k >= 0; at-- {
		if i >= 0 && found[i].Start > singles[k].Start {
			found[at] = found[i]
			i--
		} else {
			found[at] = singles[k]
			k--
		}
	}
	return found
}

// units appends the terms in a folded text to found: from left to right, of
// those that begin at one place the longest, without overlap. A term of one
// syllable counts only right behind another term, a head of two also at the
// beginning of a word.
//
// What stands within one of the links, which are in order, is part of an address.
func (lex *lexicon) units(found []unit, matches []rules.PhraseMatch, text string, links []document.Address) []unit {
	end := 0
	for i, j := 0, 0; i < len(matches); i = j {
		for j = i; j < len(matches) && matches[j].Start == matches[i].Start; {
			j++
		}
		for len(links) > 0 && links[0].End <= matches[i].Start {
			links = links[1:]
		}
		if matches[i].Start < end || len(links) > 0 && links[0].Start < matches[j-1].End {
			continue
		}
		u := lex.choose(matches[i:], j-i, text)
		if u.term == nil || !u.stands(text, end) {
			continue
		}
		end = u.end
		if u.term.role != notTerm {
			found = lex.append(found, u, text)
		}
	}
	return found
}

// append appends a unit, or makes one head of it and the unit before it if
// they are the two words of one that is mostly written without a blank.
func (lex *lexicon) append(found []unit, u unit, text string) []unit {
	n := len(found) - 1
	if n < 0 || u.start != found[n].end+1 || text[found[n].end] != ' ' || !isSyllable(firstRune(u.term.text)) {
		return append(found, u)
	}
	var buf [rules.MaxPhrase * 2]byte
	whole := append(append(buf[:0], found[n].term.text...), u.term.text...)
	if t := lex.find(whole); t != nil && t.role&head != 0 {
		found[n] = unit{found[n].start, u.end, t}
		return found
	}
	return append(found, u)
}

// choose returns the longest of the first n matches, which begin at one place,
// or a shorter one if another term follows it that goes further. Its term is
// nil if none is a word.
func (lex *lexicon) choose(matches []rules.PhraseMatch, n int, text string) (best unit) {
	for _, m := range matches[:n] {
		if m.End > best.end && (bounded(text, m.Start, m.End) || lex.terms[m.ID].role&contact != 0 && labels(text, m.Start, m.End)) {
			best = unit{m.Start, m.End, &lex.terms[m.ID]}
		}
	}
	if n == 1 || best.term == nil || best.term.role == notTerm {
		return best
	}
	reach := max(best.end, lex.furthest(matches[n:], best.end, text))
	for _, m := range matches[:n] {
		u := unit{m.Start, m.End, &lex.terms[m.ID]}
		if u.term.role&trade == 0 || !bounded(text, m.Start, m.End) {
			continue
		}
		if far := lex.furthest(matches[n:], m.End, text); far > reach {
			best, reach = u, far
		}
	}
	return best
}

// furthest returns the end of the longest term that part of a compound goes on
// with at end, or behind a blank there.
func (lex *lexicon) furthest(matches []rules.PhraseMatch, end int, text string) (far int) {
	for _, m := range matches {
		if m.Start > end+1 {
			break
		}
		follows := m.Start == end || m.Start == end+1 && text[end] == ' '
		if follows && m.End > far && lex.terms[m.ID].role&trade != 0 && bounded(text, m.Start, m.End) {
			far = m.End
		}
	}
	return far
}

// stands reports whether the unit means something where it stands; the last
// one before it ends at end.
func (u *unit) stands(text string, end int) bool {
	if u.start == end && end > 0 {
		return true
	}
	if u.term.short {
		return !isSyllableBefore(text, u.start)
	}
	return !u.term.single
}

// split sets the units that can be part of a compound apart from those that
// give the text around it a meaning. A unit can be both.
func (r *reading) split(units []unit) {
	for _, u := range units {
		r.roles |= u.term.role
		if u.term.role&trade != 0 {
			r.parts = append(r.parts, u)
		}
		if u.term.role&^trade == 0 || u.term.role&(report|notice|medic|story) != 0 && r.inName(&u) || u.term.role&(invite|head|name) == invite && r.isRefused(&u) {
			continue
		}
		r.cues = append(r.cues, u)
	}
}

// inName reports whether a unit is part of a name in a messenger, such as
// @daily_report: it tells of nothing.
func (r *reading) inName(u *unit) bool {
	return u.start > 0 && (r.folded[u.start-1] == '@' || r.folded[u.start-1] == '_') || u.end < len(r.folded) && r.folded[u.end] == '_'
}

// A compound is a run of units with nothing, or one blank, between them.
type compound struct {
	start, end int
	units      []unit
	roles      role    // that one of its terms or another can play
	setting    setting // what the text around it makes of it
}

// has reports whether one of the compound's terms can play one of the roles.
func (c *compound) has(r role) bool { return c.roles&r != 0 }

// count returns how many of the compound's terms can play one of the roles.
func (c *compound) count(r role) (n int) {
	for _, u := range c.units {
		if u.term.role&r != 0 {
			n++
		}
	}
	return n
}

// topics returns the bits of the topics that the compound's terms name.
func (c *compound) topics() (bits uint32) {
	for _, u := range c.units {
		bits |= u.term.topics
	}
	return bits
}

// isNotice reports whether a compound names what notices are of, as real ones
// do too: a parcel, a fine, a wedding. Nobody searches for it.
func (c *compound) isNotice() bool { return !c.has(head) && c.topics() == builtinLexicon().notices }

// compounds appends the runs that units make. Digits that touch the end of a run belong to it.
func compounds(runs []compound, text string, units []unit) []compound {
	for i := 0; i < len(units); {
		j := i + 1
		for j < len(units) && touches(text, units[j-1].end, units[j].start) {
			j++
		}
		c := compound{start: units[i].start, end: units[j-1].end, units: units[i:j]}
		for k := range c.units {
			c.roles |= c.units[k].term.role
		}
		c.end = skipDigits(text, c.end)
		if j < len(units) {
			c.end = min(c.end, units[j].start)
		}
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

// isPlainName reports whether the compound is one name in Latin letters. Most
// of these are ordinary words as well, and stand beside many a link.
func (c *compound) isPlainName() bool {
	return len(c.units) == 1 && !c.has(head) && scriptOf(firstRune(c.units[0].term.text)) == latin
}
