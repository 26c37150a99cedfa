// Package packs reads rules from YAML, and holds those that come with the
// library. It is apart from package rules so that a program without packs
// links no YAML.
package packs

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/boardspam/boardspam/rules"
)

// A Pack is rules that are kept, tested and switched on together.
type Pack struct {
	Name  string
	About string
	Rules []rules.Rule // a rule of several patterns is several rules with one ID
}

// maxPack is the most bytes of a pack.
const maxPack = 16 << 20

// Parse reads a pack from YAML:
//
//	pack: mine
//	about: what it is for
//	rules:
//	  - id: casino-link
//	    about: a casino's name in a host
//	    where: url.host        # text, title, author, author.ip, anchor, url, url.host, url.path, url.query, url.tld
//	    pattern: [casino, 카지노]
//	    mode: substring        # word, substring, exact, regexp
//	    when: links > 1        # in place of where, pattern and mode; or condition
//	    strength: fair         # weak, fair, strong, sure, "weak ham" … "sure ham", allow
//	    shadow: true
//	    expires: 2027-01-31
//	    source: kim
//	    spam: [https://win-casino.example/]
//	    ham: [https://example.com/]
//
// A list of rules is a pack, too, and goes by the name of its file. An example
// is a text or an address, or a mapping of text, title, author,
// posts, approved, age_days, role and signals. The error tells all that is
// wrong with the pack, each with file, line and column.
func Parse(file string, data []byte) (*Pack, error) {
	if len(data) > maxPack {
		return nil, fmt.Errorf("rules: %s: longer than %d bytes", file, maxPack)
	}
	r := reader{file: file, pack: &Pack{}, seen: make(map[string]int)}
	var doc yaml.Node
	if err := yaml.Load(data, &doc); err != nil {
		return nil, r.yamlError(err)
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) != 1 {
		return nil, fmt.Errorf("rules: %s:1:1: want a pack: rules in a list", file)
	}
	if root := doc.Content[0]; root.Kind == yaml.SequenceNode {
		r.rules(root)
	} else {
		r.read(root)
	}
	if r.pack.Name == "" {
		r.pack.Name = strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	}
	if len(r.errs) == 0 {
		r.check()
	}
	return r.pack, errors.Join(r.errs...)
}

// A reader turns YAML into a pack.
type reader struct {
	file string
	pack *Pack
	errs []error
	seen map[string]int // line of each ID
}

// fail notes what is wrong with a node.
func (r *reader) fail(n *yaml.Node, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("rules: %s:%d:%d: %s", r.file, n.Line, n.Column, fmt.Sprintf(format, args...)))
}

// yamlError puts the place that a YAML error names into our form.
func (r *reader) yamlError(err error) error {
	var bad *yaml.LoadError
	if errors.As(err, &bad) {
		m := bad.Mark
		return fmt.Errorf("rules: %s:%d:%d: %s", r.file, max(m.Line, 1), max(m.Column, 1), bad.Message)
	}
	return fmt.Errorf("rules: %s:1:1: %w", r.file, err)
}

// fields calls read with each key and value of a mapping.
func (r *reader) fields(n *yaml.Node, what string, read func(key string, value *yaml.Node) bool) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, "want %s", what)
		return
	}
	lines := make(map[string]int)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if line, ok := lines[key.Value]; ok {
			r.fail(key, "%q: stands at line %d already", key.Value, line)
			continue
		}
		lines[key.Value] = key.Line
		if !read(key.Value, n.Content[i+1]) {
			r.fail(key, "%q: no such field of %s", key.Value, what)
		}
	}
}

// The names of a rule's values, in order.
var (
	places    = namesOf(rules.InText, rules.InURLTLD)
	modes     = namesOf(rules.Word, rules.Regexp)
	strengths = namesOf(rules.Allow, rules.Sure)
)

func namesOf[T interface {
	~int8 | ~uint8
	String() string
}](first, last T) (names []string) {
	for v := first; v <= last; v++ {
		names = append(names, v.String())
	}
	return names
}

// text reads a scalar.
func (r *reader) text(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		r.fail(n, "want text")
		return ""
	}
	return n.Value
}

// oneOf reads one of the names given.
func (r *reader) oneOf(n *yaml.Node, what string, names []string) int {
	if i := slices.Index(names, r.text(n)); i >= 0 && n.Value != "" {
		return i
	}
	r.fail(n, "%q: no such %s; want %s", n.Value, what, strings.Join(names, ", "))
	return 0
}

func (r *reader) read(n *yaml.Node) {
	r.fields(n, "a pack", func(key string, v *yaml.Node) bool {
		switch key {
		case "pack":
			r.pack.Name = r.text(v)
		case "about":
			r.pack.About = r.text(v)
		case "source", "licence", "date":
			r.text(v)
		case "rules":
			r.rules(v)
		default:
			return false
		}
		return true
	})
}

func (r *reader) rules(n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		r.fail(n, "want a list of rules")
		return
	}
	for _, item := range n.Content {
		r.rule(item)
	}
}

// rule reads one rule.
func (r *reader) rule(n *yaml.Node) {
	rule := rules.Rule{File: r.file, Line: n.Line, Column: n.Column, Strength: rules.Fair}
	patterns := []string{""}
	r.fields(n, "a rule", func(key string, v *yaml.Node) bool {
		switch key {
		case "id":
			rule.ID = r.id(v)
		case "pattern":
			patterns = r.texts(v)
		default:
			return r.ruleField(&rule, key, v)
		}
		return true
	})
	if rule.ID == "" {
		r.fail(n, "a rule without an id")
	}
	for _, p := range patterns {
		rule.Pattern = p
		r.pack.Rules = append(r.pack.Rules, rule)
		rule.Spam, rule.Ham = nil, nil
	}
}

// id reads an ID that no rule had before.
func (r *reader) id(n *yaml.Node) string {
	id := r.text(n)
	if line, ok := r.seen[id]; ok {
		r.fail(n, "%q: stands at line %d already", id, line)
	}
	r.seen[id] = n.Line
	return id
}

// ruleField reads one of the other fields of a rule.
func (r *reader) ruleField(rule *rules.Rule, key string, v *yaml.Node) bool {
	switch key {
	case "about":
		rule.About = r.text(v)
	case "where":
		rule.Where = rules.Where(r.oneOf(v, "place", places))
	case "mode":
		rule.Mode = rules.Mode(r.oneOf(v, "mode", modes))
	case "when", "condition":
		rule.When = r.text(v)
		rule.Line, rule.Column = v.Line, v.Column
	case "strength":
		rule.Strength = rules.Strength(r.oneOf(v, "strength", strengths)) + rules.Allow
	case "shadow":
		rule.Shadow = r.truth(v)
	case "expires":
		rule.Expires = r.date(v)
	case "source":
		rule.Source = r.text(v)
	case "spam":
		rule.Spam = r.examples(v)
	case "ham":
		rule.Ham = r.examples(v)
	default:
		return false
	}
	return true
}

// texts reads a scalar or a list of them.
func (r *reader) texts(n *yaml.Node) (list []string) {
	if n.Kind == yaml.ScalarNode {
		return []string{n.Value}
	}
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		r.fail(n, "want text or a list of it")
		return []string{""}
	}
	for _, item := range n.Content {
		list = append(list, r.text(item))
	}
	return list
}

func (r *reader) truth(n *yaml.Node) bool {
	value, err := strconv.ParseBool(r.text(n))
	if err != nil {
		r.fail(n, "%q: want true or false", n.Value)
	}
	return value
}

func (r *reader) date(n *yaml.Node) time.Time {
	t, err := time.Parse(time.DateOnly, r.text(n))
	if err != nil {
		r.fail(n, "%q: want a date, such as 2027-01-31", n.Value)
	}
	return t
}

func (r *reader) number(n *yaml.Node) int {
	value, err := strconv.Atoi(r.text(n))
	if err != nil || value < 0 {
		r.fail(n, "%q: want a number", n.Value)
	}
	return value
}

// examples reads a list of examples.
func (r *reader) examples(n *yaml.Node) (list []rules.Example) {
	if n.Kind != yaml.SequenceNode {
		n = &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{n}}
	}
	for _, item := range n.Content {
		e := rules.Example{Line: item.Line}
		if item.Kind == yaml.ScalarNode {
			e.Text = item.Value
			list = append(list, e)
			continue
		}
		r.fields(item, "an example", func(key string, v *yaml.Node) bool {
			switch key {
			case "text":
				e.Text = r.text(v)
			case "title":
				e.Title = r.text(v)
			case "author":
				e.Author = r.text(v)
			case "role":
				e.Facts.Role = r.text(v)
			case "posts":
				e.Facts.Posts = r.number(v)
			case "approved":
				e.Facts.Approved = r.number(v)
			case "age_days":
				e.Facts.AgeDays = r.number(v)
			case "signals":
				e.Facts.Signals = r.texts(v)
			default:
				return false
			}
			return true
		})
		list = append(list, e)
	}
	return list
}

// check compiles each rule by itself, so that all that are wrong are told.
func (r *reader) check() {
	for i := range r.pack.Rules {
		if _, err := rules.Compile(r.pack.Rules[i : i+1]); err != nil {
			r.errs = append(r.errs, err)
		}
	}
}
