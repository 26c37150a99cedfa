package packs_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/rules/packs"
)

// TestBuiltin runs every built-in rule on its own examples. A rule
// without both kinds of them is refused.
func TestBuiltin(t *testing.T) {
	seen := make(map[string]string)
	for _, pack := range packs.Builtin() {
		for _, err := range rules.CheckExamples(pack.Rules) {
			t.Error(err)
		}
		for _, r := range pack.Rules {
			if r.About == "" || len(r.Spam) == 0 || len(r.Ham) == 0 {
				t.Errorf("%s: %s: wants a sentence about it, spam and ham", r.Position(), r.ID)
			}
			if r.Strength == rules.Sure {
				t.Errorf("%s: %s: no built-in rule decides alone", r.Position(), r.ID)
			}
			if other, ok := seen[r.ID]; ok {
				t.Errorf("%s: %s: stands in %s, too", r.Position(), r.ID, other)
			}
			seen[r.ID] = r.File
		}
	}
	if len(seen) < 30 {
		t.Errorf("only %d rules", len(seen))
	}
}

const pack = `pack: mine
about: for the tests
rules:
  - id: casino-link
    about: a casino's name in a host
    where: url.host
    pattern: [casino, 카지노]
    mode: substring
    strength: strong
    expires: 2027-01-31
    source: kim
    spam: [https://win-casino.example/, "http://카지노.example"]
    ham: https://example.com/
  - id: newcomers
    when: links > 1 and author.posts < 3
    shadow: true
    spam:
      - text: see http://a.example and http://b.example
        posts: 1
    ham:
      - text: see http://a.example and http://b.example
        posts: 5
  - id: friends
    where: author
    pattern: kim
    mode: exact
    strength: allow
    spam: {author: Kim}
    ham: {author: Kimberley, text: kim}
`

// TestParseList reads a pack that is nothing but rules.
func TestParseList(t *testing.T) {
	p, err := packs.Parse("dir/mine.yaml", []byte("- {id: a, pattern: 카지노}\n- {id: b, condition: links > 3}\n"))
	if err != nil || p.Name != "mine" || len(p.Rules) != 2 || p.Rules[1].When != "links > 3" {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestParse(t *testing.T) {
	p, err := packs.Parse("mine.yaml", []byte(pack))
	if err != nil {
		t.Fatal(err)
	}
	if errs := rules.CheckExamples(p.Rules); len(errs) > 0 {
		t.Error(errs)
	}
	if len(p.Rules) != 4 || p.Name != "mine" {
		t.Fatalf("%d rules of %q", len(p.Rules), p.Name)
	}
	first, last := p.Rules[1], p.Rules[3]
	if first.Pattern != "카지노" || first.Mode != rules.Substring || first.Strength != rules.Strong || first.Source != "kim" ||
		first.Position() != "mine.yaml:4:5" || !p.Rules[2].Shadow || last.Strength != rules.Allow || last.Where != rules.InAuthor {
		t.Errorf("read %+v and %+v", first, last)
	}
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	if n := len(rules.Active(p.Rules, day("2027-01-30"))); n != 4 {
		t.Errorf("%d rules before the first expires", n)
	}
	if n := len(rules.Active(p.Rules, day("2027-01-31"))); n != 2 {
		t.Errorf("%d rules when the first has expired", n)
	}
}

func TestParseRefuses(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", "rules: p:1:1: yaml: no documents"},
		{"- a", "rules: p:1:3: want a rule"}, {"a", "rules: p:1:1: want a pack"},
		{"pack: [", "rules: p:2:1: did not find"},
		{"pack: a\nrulez: []", `rules: p:2:1: "rulez": no such field of a pack`},
		{"rules:\n  - id: a\n    pattern: x\n    pattern: y", `rules: p:4:5: "pattern": stands at line 3 already`},
		{"rules:\n  - id: a\n    pattern: x\n  - id: a\n    pattern: y", `rules: p:4:9: "a": stands at line 2 already`},
		{"rules:\n  - pattern: x", `rules: p:2:5: a rule without an id`},
		{"rules:\n  - id: a", `rules: p:2:5: "a": want either a pattern or a condition`},
		{"rules:\n  - id: a\n    pattern: x\n    where: body", `rules: p:4:12: "body": no such place`},
		{"rules:\n  - id: a\n    pattern: x\n    mode: glob", `rules: p:4:11: "glob": no such mode`},
		{"rules:\n  - id: a\n    pattern: x\n    strength: huge", `rules: p:4:15: "huge": no such strength`},
		{"rules:\n  - id: a\n    pattern: x\n    expires: soon", `rules: p:4:14: "soon": want a date`},
		{"rules:\n  - id: a\n    pattern: x\n    shadow: maybe", `rules: p:4:13: "maybe": want true or false`},
		{"rules:\n  - id: a\n    when: links >> 1", `rules: p:3:11: "a": condition, byte`},
		{"rules:\n  - id: a\n    pattern: '('\n    mode: regexp", `rules: p:2:5: "a": error parsing regexp`},
		{"rules:\n  - id: a\n    pattern: x\n    spam: [{body: x}]", `rules: p:4:13: "body": no such field of an example`},
		{"rules:\n  - id: a\n    pattern: &x b\n  - id: b\n    pattern: *x", `rules: p:5:14: want text`},
	}
	for _, test := range tests {
		if _, err := packs.Parse("p", []byte(test.in)); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%q: %v, want %s", test.in, err, test.want)
		}
	}
}

func TestCheckExamplesFails(t *testing.T) {
	p, err := packs.Parse("p", []byte("rules:\n  - id: a\n    pattern: x\n    spam:\n      - y\n    ham:\n      - x y\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := `[rules: p:5: "a": does not match its spam example: "y" rules: p:7: "a": matches its ham example: "x y"]`
	if got := fmt.Sprint(rules.CheckExamples(p.Rules)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(pack))
	f.Add([]byte("rules:\n - {id: a, when: 'links > 1'}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if p, err := packs.Parse("p", data); err == nil {
			rules.CheckExamples(p.Rules[:min(len(p.Rules), 20)])
		}
	})
}

func BenchmarkBuiltin(b *testing.B) {
	var list []rules.Rule
	for _, p := range packs.Builtin() {
		list = append(list, p.Rules...)
	}
	set, err := rules.Compile(list)
	if err != nil {
		b.Fatal(err)
	}
	facts := &rules.Facts{Text: strings.Repeat("정부는 오늘 새로운 정책을 발표하며 시민들의 의견을 듣겠다고 밝혔다. ", 20)}
	var hits []rules.Hit
	b.SetBytes(int64(len(facts.Text)))
	b.ReportAllocs()
	for b.Loop() {
		hits = set.AppendFacts(hits[:0], facts)
	}
}
