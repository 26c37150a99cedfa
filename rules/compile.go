package rules

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Compile prepares rules for search. It reports the first rule that is not
// well formed.
func Compile(rules []Rule) (*Set, error) {
	rules = slices.Clone(rules)
	c := compiler{set: &Set{rules: rules, names: make(map[string][]int32), tlds: make(map[string][]int32)}}
	for i := range rules {
		if err := c.add(int32(i), &rules[i]); err != nil {
			return nil, err
		}
	}
	for w := range c.set.fields {
		if err := c.finish(Where(w)); err != nil {
			return nil, err
		}
	}
	gates, err := NewPhrases(c.gatePhrases)
	if err != nil {
		return nil, fmt.Errorf("rules: conditions: %w", err)
	}
	c.set.gates.phrases = gates
	return c.set, nil
}

// A compiler sorts rules into the indexes of a Set.
type compiler struct {
	set     *Set
	phrases [wheres][]string
	targets [wheres][]target
	loose   [wheres][]target

	gates       int
	gatePhrases []string
}

// add puts one rule where it will be found.
func (c *compiler) add(i int32, r *Rule) error {
	if r.Strength == 0 {
		r.Strength = Fair
	}
	switch {
	case r.Strength < Allow || r.Strength > Sure:
		return r.errorf("no such strength: %d", r.Strength)
	case r.Where >= wheres || r.Mode >= modes:
		return r.errorf("no such place or mode")
	case (r.Pattern == "") == (r.When == ""):
		return r.errorf("want either a pattern or a condition")
	case r.When != "":
		return c.addCondition(i, r)
	case r.Where == InAuthorIP:
		if err := c.set.networks.add(i, r.Pattern); err != nil {
			return r.errorf("%v", err)
		}
		return nil
	case r.Mode == Regexp:
		return c.addRegexp(i, r)
	case r.Where == InURLTLD:
		tld := Fold(strings.TrimPrefix(strings.TrimPrefix(r.Pattern, "*"), "."))
		if u, err := ParseURL("x." + tld); err == nil {
			tld = u.Host[2:]
		}
		c.set.tlds[tld] = append(c.set.tlds[tld], i)
		return nil
	case (r.Where == InURLHost || r.Where == InURL) && r.Mode != Substring:
		return c.addName(i, r)
	}
	pattern := Fold(r.Pattern)
	if trimmed := strings.TrimSpace(pattern); r.Mode != Substring {
		pattern = trimmed
	}
	return c.addPhrase(i, r, pattern, target{rule: i, mode: r.Mode})
}

func (c *compiler) addPhrase(i int32, r *Rule, phrase string, t target) error {
	if !validPhrase(phrase) {
		return r.errorf("%.80q: want 1 to %d bytes of UTF-8 without NUL", phrase, MaxPhrase)
	}
	c.phrases[r.Where] = append(c.phrases[r.Where], phrase)
	c.targets[r.Where] = append(c.targets[r.Where], t)
	return nil
}

// addName indexes a host, with or without the beginning of a path. A '*' in
// the host makes it a regular expression.
func (c *compiler) addName(i int32, r *Rule) error {
	pattern := strings.TrimPrefix(r.Pattern, "*.")
	host, path, hasPath := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(pattern, "http://"), "https://"), "/")
	if strings.Contains(host, "*") {
		glob := strings.ReplaceAll(regexp.QuoteMeta(Fold(host)), `\*`, `[^.]*`)
		return c.addExpression(i, r, InURLHost, `(?:^|\.)`+glob+`$`)
	}
	u, err := ParseURL(host)
	if err != nil || u.Host == "" {
		return r.errorf("%q: no host name", r.Pattern)
	}
	r.Pattern = u.Host
	key := u.Host
	if hasPath && path != "" {
		r.Pattern += "/" + path
		if segment := firstSegment("/" + path); segment != "/"+path || !strings.HasSuffix(path, "*") {
			key += strings.TrimSuffix(segment, "/")
		}
	}
	c.set.names[key] = append(c.set.names[key], i)
	return nil
}

func (c *compiler) addRegexp(i int32, r *Rule) error {
	return c.addExpression(i, r, r.Where, r.Pattern)
}

// addExpression puts a regular expression behind its literals.
func (c *compiler) addExpression(i int32, r *Rule, where Where, expression string) error {
	re, tree, err := compileFolded(expression)
	if err != nil {
		return r.errorf("%v", err)
	}
	if re.MatchString("") {
		return r.errorf("%v", errMatchesAll)
	}
	t := target{rule: i, mode: Regexp, re: re}
	literals := literalsOf(tree)
	if literals == nil {
		c.loose[where] = append(c.loose[where], t)
	}
	for _, s := range literals {
		c.phrases[where] = append(c.phrases[where], s)
		c.targets[where] = append(c.targets[where], t)
	}
	return nil
}

// finish builds the index of one place.
func (c *compiler) finish(w Where) error {
	if len(c.targets[w])+len(c.loose[w]) == 0 {
		return nil
	}
	phrases, err := NewPhrases(c.phrases[w])
	if err != nil {
		return fmt.Errorf("rules: %v: %w", w, err)
	}
	c.set.fields[w] = &field{phrases, c.targets[w], c.loose[w]}
	return nil
}
