package rules

import (
	"fmt"
	"strings"
)

// An Example is a post, or an address, that a rule must or must not match.
type Example struct {
	Text, Title, Author string
	Facts               Facts // numbers, signals and the like; its texts and links are filled in
	Line                int
}

// facts returns what conditions see of an example. Every word that begins
// like an address is a link.
func (e *Example) facts(book *Book) *Facts {
	f := e.Facts
	f.Text, f.Title, f.Author = Fold(e.Text), Fold(e.Title), Fold(e.Author)
	for word := range strings.FieldsSeq(e.Title + " " + e.Text) {
		if !isAddress(word) {
			continue
		}
		if u, err := ParseURL(word); err == nil {
			f.Links = append(f.Links, Link{URL: u, Class: book.Class(&u)})
		}
	}
	return &f
}

// matches reports whether a rule of the set matches the example.
func (s *Set) matches(e *Example, book *Book) bool {
	f := e.facts(book)
	hits := s.AppendFacts(nil, f)
	hits = s.AppendText(hits, InText, f.Text)
	hits = s.AppendText(hits, InAnchor, f.Text)
	hits = s.AppendText(hits, InTitle, f.Title)
	hits = s.AppendText(hits, InAuthor, f.Author)
	if u, err := ParseURL(strings.TrimSpace(e.Text)); err == nil {
		hits = s.AppendURL(hits, &u)
	}
	return len(hits) > 0
}

// CheckExamples runs each rule, by itself, on its own examples and returns an
// error for each that it gets wrong. Rules that follow each other with one ID
// are one rule. The built-in book tells what class a link has.
func CheckExamples(rules []Rule) (errs []error) {
	for len(rules) > 0 {
		n := 1
		for n < len(rules) && rules[n].ID == rules[0].ID {
			n++
		}
		errs = append(errs, checkExamples(rules[:n])...)
		rules = rules[n:]
	}
	return errs
}

// checkExamples runs the patterns of one rule on its examples.
func checkExamples(rule []Rule) (errs []error) {
	s, err := Compile(rule)
	if err != nil {
		return []error{err}
	}
	book := Builtin()
	for i := range rule {
		r := &rule[i]
		for j := range r.Spam {
			if e := &r.Spam[j]; !s.matches(e, book) {
				errs = append(errs, e.errorf(r, "does not match its spam example"))
			}
		}
		for j := range r.Ham {
			if e := &r.Ham[j]; s.matches(e, book) {
				errs = append(errs, e.errorf(r, "matches its ham example"))
			}
		}
	}
	return errs
}

func (e *Example) errorf(r *Rule, what string) error {
	place := r.File
	if e.Line > 0 {
		place = fmt.Sprintf("%s:%d", r.File, e.Line)
	}
	if place != "" {
		place += ": "
	}
	return fmt.Errorf("rules: %s%q: %s: %.120q", place, r.ID, what, e.Title+e.Text+e.Author)
}
