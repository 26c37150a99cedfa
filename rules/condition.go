package rules

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The grammar of conditions:
//
//	any     = all { "or" all }
//	all     = one { "and" one }
//	one     = "not" one | "(" any ")" | truth | text test | number compare number
//	test    = ("==" | "!=" | "has" | "contains" | "matches") STRING | "in" "[" STRING { "," STRING } "]"
//	compare = "==" | "!=" | "<" | "<=" | ">" | ">="
//	number  = NUMBER | NAME | "count" "(" text "," STRING ")"
//	truth   = NAME | "signal" "(" STRING ")"
//
// "has" finds whole words, "contains" any part, "matches" a regular
// expression. A condition that names a link holds for each link that meets
// all of it.

// Limits of a condition.
const (
	maxCondition = 4096 // bytes
	maxNesting   = 32   // "not" and parentheses
)

// addCondition compiles a rule's condition.
func (c *compiler) addCondition(i int32, r *Rule) error {
	p := conditionParser{text: r.When, gate: c.addGate}
	holds, err := p.parse()
	if err != nil {
		return r.errorf("condition, byte %d: %v", p.start, err)
	}
	c.set.conditions = append(c.set.conditions, condition{i, holds, p.links})
	c.set.asksPosts = c.set.asksPosts || !p.links
	return nil
}

// A conditionParser reads one condition.
type conditionParser struct {
	text  string
	start int    // of the token
	end   int    // of the token
	token string // empty at the end of the text
	depth int
	links bool // a link has been named
	reads bool // a text or an address has to be read
	gate  func(literals []string) int
	gates []int // of the questions so far that must all hold
}

func (p *conditionParser) parse() (truthOf, error) {
	if len(p.text) > maxCondition {
		return nil, fmt.Errorf("longer than %d bytes", maxCondition)
	}
	if err := p.next(); err != nil {
		return nil, err
	}
	holds, err := p.any()
	if err == nil && p.token != "" {
		err = p.unexpected("the end")
	}
	return holds, err
}

// next reads the next token: a word, a number, a quoted string or a sign.
func (p *conditionParser) next() error {
	for p.end < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.end]) >= 0 {
		p.end++
	}
	p.start = p.end
	rest := p.text[p.start:]
	size := 0
	switch {
	case rest == "":
	case rest[0] == '"' || rest[0] == '\'':
		for size = 1; size < len(rest) && rest[size] != rest[0]; size++ {
			if rest[0] == '"' && rest[size] == '\\' {
				size++
			}
		}
		if size++; size > len(rest) {
			return fmt.Errorf("a string without its end")
		}
	case isAlnum(rest[0]):
		for size < len(rest) && (isAlnum(rest[size]) || rest[size] == '_' || rest[size] == '.') {
			size++
		}
	case len(rest) > 1 && rest[1] == '=' && strings.IndexByte("=!<>", rest[0]) >= 0:
		size = 2
	default:
		_, size = utf8.DecodeRuneInString(rest)
	}
	p.end += size
	p.token = rest[:size]
	return nil
}

func (p *conditionParser) unexpected(want string) error {
	if p.token == "" {
		return fmt.Errorf("ends where %s is wanted", want)
	}
	return fmt.Errorf("%q stands where %s is wanted", p.token, want)
}

// take reads the token if it is the one given.
func (p *conditionParser) take(token string) (bool, error) {
	if p.token != token {
		return false, nil
	}
	return true, p.next()
}

func (p *conditionParser) want(token string) error {
	ok, err := p.take(token)
	if !ok && err == nil {
		err = p.unexpected(strconv.Quote(token))
	}
	return err
}

func (p *conditionParser) any() (truthOf, error) {
	return p.joined("or", p.all, func(parts []truthOf) truthOf {
		return func(s *scene) bool {
			for _, holds := range parts {
				if holds(s) {
					return true
				}
			}
			return false
		}
	})
}

// all asks no question before the gates of all are open: to look at them costs
// nothing against an expression.
func (p *conditionParser) all() (truthOf, error) {
	outer := p.gates
	p.gates = nil
	holds, err := p.allOf()
	gates := p.gates
	if p.gates = outer; len(gates) < 2 {
		return holds, err
	}
	return func(s *scene) bool {
		for _, gate := range gates {
			if !s.open(gate) {
				return false
			}
		}
		return holds(s)
	}, err
}

// allOf asks what is known before what a text has to be read for.
func (p *conditionParser) allOf() (truthOf, error) {
	outer := p.reads
	var known, read []truthOf
	holds, err := p.joined("and", func() (truthOf, error) {
		p.reads = false
		one, err := p.one()
		if p.reads {
			read = append(read, one)
		} else {
			known = append(known, one)
		}
		return one, err
	}, func([]truthOf) truthOf {
		parts := append(known, read...)
		return func(s *scene) bool {
			for _, holds := range parts {
				if !holds(s) {
					return false
				}
			}
			return true
		}
	})
	p.reads = outer || len(read) > 0
	return holds, err
}

// joined reads parts with a word between them.
func (p *conditionParser) joined(word string, part func() (truthOf, error), join func([]truthOf) truthOf) (truthOf, error) {
	var parts []truthOf
	for {
		holds, err := part()
		if err != nil {
			return nil, err
		}
		parts = append(parts, holds)
		if more, err := p.take(word); err != nil {
			return nil, err
		} else if !more {
			break
		}
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return join(parts), nil
}

func (p *conditionParser) one() (truthOf, error) {
	if p.depth++; p.depth > maxNesting {
		return nil, fmt.Errorf("nested deeper than %d", maxNesting)
	}
	defer func() { p.depth-- }()
	name := p.token
	if err := p.next(); err != nil {
		return nil, err
	}
	if strings.HasPrefix(name, "link.") {
		p.links = true
	}
	switch name {
	case "not":
		gates := p.gates
		holds, err := p.one()
		p.gates = gates
		return func(s *scene) bool { return !holds(s) }, err
	case "(":
		holds, err := p.any()
		if err != nil {
			return nil, err
		}
		return holds, p.want(")")
	case "signal":
		signal, err := p.argument()
		return func(s *scene) bool { return s.facts.spoke(signal) }, err
	}
	if holds, ok := truths[name]; ok {
		p.reads = p.reads || name == "link.target.popular"
		return holds, nil
	}
	if text, ok := texts[name]; ok {
		p.reads = true
		return p.test(name, text)
	}
	return p.compare(name)
}

// argument reads a string in parentheses.
func (p *conditionParser) argument() (string, error) {
	if err := p.want("("); err != nil {
		return "", err
	}
	s, err := p.string()
	if err != nil {
		return "", err
	}
	return s, p.want(")")
}

// string reads a quoted string.
func (p *conditionParser) string() (s string, err error) {
	switch {
	case strings.HasPrefix(p.token, `"`):
		if s, err = strconv.Unquote(p.token); err != nil {
			return "", fmt.Errorf("%s is not a string", p.token)
		}
	case strings.HasPrefix(p.token, "'"):
		s = p.token[1 : len(p.token)-1]
	default:
		return "", p.unexpected("a string")
	}
	return s, p.next()
}
