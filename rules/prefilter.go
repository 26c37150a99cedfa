package rules

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxLiterals is the most literals that one regular expression is found by.
const maxLiterals = 64

// literalsOf returns folded literals, one of which stands in every text that
// the expression matches, or nil if there are none worth looking for.
func literalsOf(re *syntax.Regexp) []string {
	literals := required(re.Simplify())
	if worth(literals) < 2 {
		return nil
	}
	return literals
}

// required returns literals of which every match of re holds at least one,
// in its folded text.
func required(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return literal(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return required(re.Sub[0])
		}
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if literals := required(sub); worth(literals) > worth(best) {
				best = literals
			}
		}
		return best
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			literals := required(sub)
			if len(literals) == 0 || len(all)+len(literals) > maxLiterals {
				return nil
			}
			all = append(all, literals...)
		}
		slices.Sort(all)
		return slices.Compact(all)
	}
	return nil
}

// literal returns the folded text of runes, cut to what a phrase may hold.
func literal(runes []rune) []string {
	s := strings.ToLower(string(runes))
	if i := strings.IndexAny(s, "\x00\uFFFD"); i >= 0 || !utf8.ValidString(s) {
		return nil
	}
	for len(s) > MaxPhrase {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	if s == "" {
		return nil
	}
	return []string{s}
}

// worth estimates how rare the literals are: the bytes of the shortest.
func worth(literals []string) int {
	if len(literals) == 0 {
		return 0
	}
	n := len(literals[0])
	for _, s := range literals {
		n = min(n, len(s))
	}
	return n
}
