package signal

import (
	"strings"
	"unicode/utf8"
)

// A unit is an occurrence of a term in a folded text.
type unit struct {
	start, end int
	term       *term
}

// units returns the terms in a folded text, leftmost and longest first,
// without overlap. A term in Latin letters counts only where no other Latin
// letter touches it; a term of one syllable only where it touches a unit.
func (lex *lexicon) units(text string) []unit {
	var found []unit
	for i := 0; i < len(text); {
		if t := lex.at(text, i); t != nil {
			if t.role != notTerm {
				found = append(found, unit{i, i + len(t.text), t})
			}
			i += len(t.text)
			continue
		}
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return found
}

// at returns the longest term of two runes or more that begins at text[i].
func (lex *lexicon) at(text string, i int) *term {
	n := twoRunes(text[i:])
	if n == 0 {
		return nil
	}
	key := text[i : i+n]
	h := startHash(key)
	if lex.starts[h>>6]&(1<<(h&63)) == 0 {
		return nil
	}
	for _, k := range lex.index[key] {
		t := &lex.terms[k]
		if strings.HasPrefix(text[i:], t.text) && bounded(text, i, i+len(t.text)) {
			return t
		}
	}
	return nil
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

// twoRunes returns the length of the first two runes of s, and 0 if there are
// not two.
func twoRunes(s string) int {
	_, a := utf8.DecodeRuneInString(s)
	if a == len(s) || a == 0 {
		return 0
	}
	_, b := utf8.DecodeRuneInString(s[a:])
	return a + b
}

// firstTwo returns the first two runes of s, or all of it.
func firstTwo(s string) string {
	if n := twoRunes(s); n > 0 {
		return s[:n]
	}
	return s
}

// startHash maps the first two runes of a term to a bit of lexicon.starts.
func startHash(key string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(key); i++ {
		h = (h ^ uint32(key[i])) * 16777619
	}
	return (h ^ h>>16) & (1<<16 - 1)
}

// A compound is a run of units with nothing, or one blank, between them.
type compound struct {
	start, end int
	units      []unit
}

// has reports whether one of the compound's terms can play one of the roles.
func (c *compound) has(r role) bool {
	for _, u := range c.units {
		if u.term.role&r != 0 {
			return true
		}
	}
	return false
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
