package rules

import (
	"math"
	"strings"
	"sync"
	"unicode"
)

// Facts are what conditions can ask about a post. Texts are folded; zero
// numbers and empty names mean "unknown".
type Facts struct {
	Text, Title, Lang, Board            string
	Author, AuthorID, AuthorEmail, Role string
	Posts, Approved, AgeDays            int
	Links                               []Link
	Signals                             []string // names of the signals that spoke
}

// A Link is an address in a post and what is known of it.
type Link struct {
	URL
	Class  Class
	Anchor string // folded
}

// maxLinks is how many links a condition looks at.
const maxLinks = 64

// A condition is a rule's compiled condition.
type condition struct {
	rule    int32
	holds   func(*scene) bool
	perLink bool // asked of each link by itself
}

// A scene is the facts that a condition is asked about, with one of the links
// and what has been counted so far.
type scene struct {
	facts   *Facts
	link    *Link
	counted bool
	shares  [len(scripts)]float64
	names   float64
	set     *Set
	gates   gateState
}

// Asks reports whether the set has conditions that may hold of a post with so
// many links.
func (s *Set) Asks(links int) bool {
	return s != nil && (s.asksPosts || links > 0 && len(s.conditions) > 0)
}

// AppendFacts appends the rules whose conditions hold.
func (s *Set) AppendFacts(dst []Hit, f *Facts) []Hit {
	if !s.Asks(len(f.Links)) {
		return dst
	}
	now := scenes.Get().(*scene)
	*now = scene{facts: f, set: s}
	for i := range s.conditions {
		c := &s.conditions[i]
		if !c.perLink {
			if c.holds(now) {
				dst = append(dst, Hit{int(c.rule), 0, 0, -1})
			}
			continue
		}
		for l := range f.Links[:min(len(f.Links), maxLinks)] {
			if now.link = &f.Links[l]; c.holds(now) {
				dst = append(dst, Hit{int(c.rule), 0, 0, l})
			}
		}
	}
	*now = scene{}
	scenes.Put(now)
	return dst
}

var scenes = sync.Pool{New: func() any { return new(scene) }}

// scripts are the scripts whose share of a text's letters conditions can ask
// for, by name.
var scripts = [...]struct {
	name  string
	table *unicode.RangeTable
}{
	{"hangul", unicode.Hangul}, {"latin", unicode.Latin}, {"han", unicode.Han}, {"hiragana", unicode.Hiragana},
	{"katakana", unicode.Katakana}, {"cyrillic", unicode.Cyrillic}, {"arabic", unicode.Arabic},
	{"thai", unicode.Thai}, {"hebrew", unicode.Hebrew}, {"greek", unicode.Greek}, {"devanagari", unicode.Devanagari},
}

// count counts, once, what costs a pass over the post.
func (s *scene) count() {
	if s.counted {
		return
	}
	s.counted = true
	letters := 0.0
	for _, r := range s.facts.Text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		for i := range scripts {
			if unicode.Is(scripts[i].table, r) {
				s.shares[i]++
				break
			}
		}
	}
	for i := range s.shares {
		s.shares[i] /= max(letters, 1)
	}
	seen := make(map[string]bool)
	for i := range s.facts.Links {
		seen[s.facts.Links[i].Name] = true
	}
	s.names = float64(len(seen))
}

type (
	textOf   = func(*scene) string
	numberOf = func(*scene) float64
	truthOf  = func(*scene) bool
)

// texts are the texts that conditions can ask for.
var texts = map[string]textOf{
	"text":         func(s *scene) string { return s.facts.Text },
	"title":        func(s *scene) string { return s.facts.Title },
	"lang":         func(s *scene) string { return s.facts.Lang },
	"board":        func(s *scene) string { return s.facts.Board },
	"author":       func(s *scene) string { return s.facts.Author },
	"author.id":    func(s *scene) string { return s.facts.AuthorID },
	"author.email": func(s *scene) string { return s.facts.AuthorEmail },
	"author.role":  func(s *scene) string { return s.facts.Role },
	"link.host":    func(s *scene) string { return s.link.Unicode },
	"link.name":    func(s *scene) string { return s.link.Name },
	"link.sub":     func(s *scene) string { return s.link.Sub() },
	"link.tld":     func(s *scene) string { return s.link.Suffix },
	"link.path":    func(s *scene) string { return Fold(s.link.Path) },
	"link.query":   func(s *scene) string { return Fold(s.link.Query) },
	"link.anchor":  func(s *scene) string { return s.link.Anchor },
	"link.scheme":  func(s *scene) string { return s.link.Scheme },
	"link.user":    func(s *scene) string { return s.link.User },
	"link.target":  func(s *scene) string { return s.target().Name },
}

// numbers are the numbers that conditions can ask for. Comparing with an
// unknown one never holds.
var numbers = map[string]numberOf{
	"author.posts":    func(s *scene) float64 { return known(s.facts.Posts) },
	"author.approved": func(s *scene) float64 { return known(s.facts.Approved) },
	"author.age_days": func(s *scene) float64 { return known(s.facts.AgeDays) },
	"links":           func(s *scene) float64 { return float64(len(s.facts.Links)) },
	"names":           func(s *scene) float64 { s.count(); return s.names },
	"text.bytes":      func(s *scene) float64 { return float64(len(s.facts.Text)) },
	"text.lines":      func(s *scene) float64 { return float64(strings.Count(s.facts.Text, "\n") + 1) },
	"link.digits":     func(s *scene) float64 { return float64(digitsIn(s.link.Name)) },
	"link.labels":     func(s *scene) float64 { return float64(strings.Count(s.link.Host, ".") + 1) },
}

func known(n int) float64 {
	if n == 0 {
		return math.NaN()
	}
	return float64(n)
}

func digitsIn(s string) (n int) {
	for i := range len(s) {
		if isDigit(s[i]) {
			n++
		}
	}
	return n
}

// truths are the yes-or-no questions that conditions can ask.
var truths = map[string]truthOf{
	"link.listed":    func(s *scene) bool { return s.link.Class&Listed != 0 },
	"link.allowed":   func(s *scene) bool { return s.link.Class&Allowed != 0 },
	"link.popular":   func(s *scene) bool { return s.link.Class&Popular != 0 },
	"link.shortener": func(s *scene) bool { return s.link.Class&Shortener != 0 },
	"link.messenger": func(s *scene) bool { return s.link.Class&Messenger != 0 },
	"link.hosted":    func(s *scene) bool { return s.link.Hosted },
	"link.ip":        func(s *scene) bool { return s.link.IP.IsValid() },
	"link.numeric":   func(s *scene) bool { return s.link.Numeric },
	"link.redirects": func(s *scene) bool { _, ok := s.link.Target(); return ok },
	"link.target.popular": func(s *scene) bool {
		u := s.target()
		return Builtin().Class(&u)&(Popular|Allowed) != 0
	},
}

// maxTargets is how many redirects, each in the other, are followed.
const maxTargets = 3

// target returns the address that the link leads on to in the end, or none.
func (s *scene) target() (last URL) {
	u := &s.link.URL
	for range maxTargets {
		next, ok := u.Target()
		if !ok {
			break
		}
		parsed, err := ParseURL(next)
		if err != nil {
			break
		}
		last = parsed
		u = &last
	}
	return last
}

// scriptShare returns the question for the share of a script.
func scriptShare(name string) (numberOf, bool) {
	for i := range scripts {
		if scripts[i].name == name {
			return func(s *scene) float64 { s.count(); return s.shares[i] }, true
		}
	}
	return nil, false
}

// spoke reports whether a signal is among the facts. A name that ends in '*'
// stands for all that begin like it.
func (f *Facts) spoke(name string) bool {
	start, open := strings.CutSuffix(name, "*")
	for _, s := range f.Signals {
		if s == name || open && strings.HasPrefix(s, start) {
			return true
		}
	}
	return false
}
