package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// test reads what is asked of a text. A question about the post's own text is
// put only if one of its literals is there.
func (p *conditionParser) test(name string, text textOf) (truthOf, error) {
	operator := p.token
	if err := p.next(); err != nil {
		return nil, err
	}
	if operator == "in" {
		list, err := p.list()
		return func(s *scene) bool { return slices.Contains(list, text(s)) }, err
	}
	raw, err := p.string()
	if err != nil {
		return nil, err
	}
	holds, literals, err := question(operator, text, raw)
	if err != nil || name != "text" {
		return holds, err
	}
	if gate := p.gate(literals); gate >= 0 {
		p.gates = append(p.gates, gate)
		return func(s *scene) bool { return s.open(gate) && holds(s) }, nil
	}
	return holds, nil
}

// question returns what an operator asks of a text, and literals without one
// of which the answer is no, if there are such.
func question(operator string, text textOf, raw string) (holds truthOf, literals []string, err error) {
	want := Fold(raw)
	switch operator {
	case "==":
		return func(s *scene) bool { return text(s) == want }, nil, nil
	case "!=":
		return func(s *scene) bool { return text(s) != want }, nil, nil
	case "contains":
		return func(s *scene) bool { return strings.Contains(text(s), want) }, []string{want}, nil
	case "has":
		return func(s *scene) bool { return hasWord(text(s), want) }, []string{want}, nil
	case "matches":
		re, tree, err := compileFolded(raw)
		if err != nil {
			return nil, nil, err
		}
		literals := literalsOf(tree)
		matches := func(s *scene) bool {
			t := text(s)
			t = t[:min(len(t), maxQuestionBytes)]
			return mayHold(t, literals) && re.MatchString(t)
		}
		return matches, literals, nil
	}
	return nil, nil, fmt.Errorf("%q is no question to ask of a text", operator)
}

// maxSifted is the most bytes of a text that literals are looked for in, each by
// itself.
const maxSifted = 256

// mayHold reports whether a text may match an expression with literals, if there
// are any. To run an expression over the name of a site takes dozens of times as long.
func mayHold(text string, literals []string) bool {
	if len(literals) == 0 || len(text) > maxSifted || !isASCII(text) {
		return true
	}
	text = lowerASCII(text)
	return slices.ContainsFunc(literals, func(s string) bool { return strings.Contains(text, s) })
}

// list reads strings in brackets.
func (p *conditionParser) list() (list []string, err error) {
	if err := p.want("["); err != nil {
		return nil, err
	}
	for more := true; more; {
		s, err := p.string()
		if err != nil {
			return nil, err
		}
		list = append(list, Fold(s))
		if more, err = p.take(","); err != nil {
			return nil, err
		}
	}
	return list, p.want("]")
}

// hasWord reports whether word stands in text as words of its own.
func hasWord(text, word string) bool {
	if word == "" {
		return false
	}
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		at += i
		if isWord(text, at, at+len(word)) {
			return true
		}
		at += len(word)
	}
}

// compare reads two numbers and what is between them.
func (p *conditionParser) compare(name string) (truthOf, error) {
	a, err := p.number(name)
	if err != nil {
		return nil, err
	}
	operator := p.token
	if err := p.next(); err != nil {
		return nil, err
	}
	name = p.token
	if err := p.next(); err != nil {
		return nil, err
	}
	b, err := p.number(name)
	if err != nil {
		return nil, err
	}
	switch operator {
	case "==":
		return func(s *scene) bool { return a(s) == b(s) }, nil
	case "!=":
		return func(s *scene) bool { return a(s) < b(s) || a(s) > b(s) }, nil
	case "<":
		return func(s *scene) bool { return a(s) < b(s) }, nil
	case "<=":
		return func(s *scene) bool { return a(s) <= b(s) }, nil
	case ">":
		return func(s *scene) bool { return a(s) > b(s) }, nil
	case ">=":
		return func(s *scene) bool { return a(s) >= b(s) }, nil
	}
	return nil, fmt.Errorf("%q is no comparison of numbers", operator)
}

// number returns the number with a name; the token after it has been read.
func (p *conditionParser) number(name string) (numberOf, error) {
	if name == "" {
		return nil, fmt.Errorf("ends where a question is wanted")
	}
	if strings.HasPrefix(name, "link.") {
		p.links = true
	}
	if number, ok := numbers[name]; ok {
		return number, nil
	}
	if script, ok := strings.CutPrefix(name, "script."); ok {
		if share, ok := scriptShare(script); ok {
			return share, nil
		}
	}
	if n, err := strconv.ParseFloat(name, 64); err == nil {
		return func(*scene) float64 { return n }, nil
	}
	if name != "count" {
		return nil, fmt.Errorf("%q is not known", name)
	}
	return p.counting()
}

// counting reads the arguments of "count".
func (p *conditionParser) counting() (numberOf, error) {
	if err := p.want("("); err != nil {
		return nil, err
	}
	text, ok := texts[p.token]
	if !ok {
		return nil, p.unexpected("a text")
	}
	p.links = p.links || strings.HasPrefix(p.token, "link.")
	if err := p.next(); err != nil {
		return nil, err
	}
	if err := p.want(","); err != nil {
		return nil, err
	}
	want, err := p.string()
	if err != nil {
		return nil, err
	}
	if want = Fold(want); want == "" {
		return nil, fmt.Errorf("nothing to count")
	}
	p.reads = true
	return func(s *scene) float64 { return float64(strings.Count(text(s), want)) }, p.want(")")
}
