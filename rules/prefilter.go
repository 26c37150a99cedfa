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
	case syntax.OpCharClass:
		return exact(re)
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return required(re.Sub[0])
		}
	case syntax.OpConcat:
		return requiredInRow(re.Sub)
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

// requiredInRow returns the best literals of parts that follow each other:
// those of one part, or of neighbours that match a few texts only.
func requiredInRow(parts []*syntax.Regexp) []string {
	var best []string
	run := []string{""}
	for _, part := range parts {
		if more := product(run, exact(part)); more != nil {
			run = more
			if worth(run) > worth(best) {
				best = run
			}
			continue
		}
		run = []string{""}
		if literals := required(part); worth(literals) > worth(best) {
			best = literals
		}
	}
	return best
}

// maxExact is the most texts that are told apart by exact.
const maxExact = 16

// exact returns all folded texts that re matches, or nil if they are many or
// re asks for more than letters.
func exact(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return literal(re.Rune)
	case syntax.OpCapture:
		return exact(re.Sub[0])
	case syntax.OpCharClass:
		var all []string
		for i := 0; i+1 < len(re.Rune); i += 2 {
			if re.Rune[i+1]-re.Rune[i] >= maxExact {
				return nil
			}
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				text := literal([]rune{r})
				if text == nil || len(all) >= 2*maxExact {
					return nil
				}
				all = append(all, text...)
			}
		}
		slices.Sort(all)
		if all = slices.Compact(all); len(all) > maxExact {
			return nil
		}
		return all
	}
	return nil
}

// product returns every text of a with every text of b after it, or nil if
// these are too many or too long.
func product(a, b []string) []string {
	if len(a)*len(b) > maxExact || len(b) == 0 {
		return nil
	}
	var all []string
	for _, x := range a {
		for _, y := range b {
			if len(x)+len(y) > MaxPhrase {
				return nil
			}
			all = append(all, x+y)
		}
	}
	return all
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
