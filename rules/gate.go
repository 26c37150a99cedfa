package rules

import (
	"regexp"
	"regexp/syntax"
	"slices"
)

// A gate stands before a question that conditions ask of a post's text: it
// opens only if one of the question's literals is in the text. All gates of a
// set are tried in one pass, when the first of them is asked about.

// maxGates is how many gates a set has; questions beyond have none.
const maxGates = 2048

// gates are the gates of a set.
type gates struct {
	phrases *Phrases
	gate    []int32 // by number of phrase
}

// A gateState is which gates a text opens.
type gateState struct {
	known bool
	bits  [maxGates / 64]uint64
}

// addGate makes a gate for a question with literals. It returns -1 if the
// question has to be asked of every text.
func (c *compiler) addGate(literals []string) int {
	if len(literals) == 0 || c.gates >= maxGates {
		return -1
	}
	if slices.ContainsFunc(literals, func(s string) bool { return !validPhrase(s) }) {
		return -1
	}
	for _, s := range literals {
		c.gatePhrases = append(c.gatePhrases, s)
		c.set.gates.gate = append(c.set.gates.gate, int32(c.gates))
	}
	c.gates++
	return c.gates - 1
}

// open reports whether a gate is open.
func (s *scene) open(gate int) bool {
	g := &s.gates
	if !g.known {
		g.known = true
		s.set.gates.try(s.facts.Text, g)
	}
	return g.bits[gate/64]>>(gate%64)&1 != 0
}

// try opens the gates whose literals are in text; if there are more of these
// than are looked at, all gates.
func (x *gates) try(text string, g *gateState) {
	var buffer [32]PhraseMatch
	found := x.phrases.Append(buffer[:0], text, maxPhraseMatches)
	for _, m := range found {
		gate := x.gate[m.ID]
		g.bits[gate/64] |= 1 << (gate % 64)
	}
	if len(found) == maxPhraseMatches {
		for i := range g.bits {
			g.bits[i] = ^uint64(0)
		}
	}
}

// compileFolded compiles an expression that matches without regard to case.
func compileFolded(expression string) (*regexp.Regexp, *syntax.Regexp, error) {
	tree, err := syntax.Parse(expression, syntax.Perl|syntax.FoldCase)
	if err != nil {
		return nil, nil, err
	}
	re, err := regexp.Compile("(?i)" + expression)
	return re, tree, err
}
