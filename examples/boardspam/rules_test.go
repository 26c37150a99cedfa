package main

import (
	"strings"
	"testing"
)

const testPack = `pack: mine
about: for the test
rules:
  - id: club
    about: a top-level domain
    where: url.tld
    pattern: club
    strength: weak
    spam: http://a.club/
    ham: http://club.example/
  - id: kiosk
    about: a word
    pattern: kiosk
    shadow: true
    spam: the kiosk
    ham: [kiosks, the kiosk of my street]
`

func TestRulesTest(t *testing.T) {
	if out, errs, status := call("rules", "test"); status != statusClean || errs != "" || strings.Count(out, " 0 wrong\n") < 5 {
		t.Errorf("the built-in rules: status %d, %q, %q", status, out, errs)
	}
	out, errs, status := call("rules", "test", put(t, "mine.yaml", testPack))
	if status != statusSpam || out != "mine: 2 rules, 5 examples, 1 wrong\n" ||
		!strings.Contains(errs, `mine.yaml:16: "kiosk": matches its ham example: "the kiosk of my street"`) {
		t.Errorf("status %d, %q, %q", status, out, errs)
	}
	if _, errs, status := call("rules", "test", put(t, "bad.yaml", "rules:\n  - id: a\n    where: moon\n")); status != statusFailed || !strings.Contains(errs, `bad.yaml:3:12: "moon": no such place`) {
		t.Errorf("a bad pack: status %d, %q", status, errs)
	}
}

func TestRulesList(t *testing.T) {
	out, _, status := call("rules", "list", put(t, "mine.yaml", testPack))
	if status != statusClean || !strings.Contains(out, "mine: for the test\n") || !strings.Contains(out, "a word (shadow)\n") {
		t.Errorf("status %d, %q", status, out)
	}
}

func TestRulesMatch(t *testing.T) {
	pack := put(t, "mine.yaml", testPack)
	out, errs, status := call("rules", "match", "--rules", pack, "https://www.google.com/url?q=http://a.club", "https://example.com")
	if status != statusSpam || errs != "" || !strings.Contains(out, "leads on to http://a.club\n  weak       club a top-level domain\n") {
		t.Errorf("status %d, %q, %q", status, out, errs)
	}
}

func TestRulesImpact(t *testing.T) {
	data := put(t, "data.jsonl", `{"id":"1","label":"spam","body":"see http://x.club and the kiosk"}
{"id":"2","label":"spam","body":"nothing"}
{"id":"3","label":"ham","body":"a kiosk"}
{"id":"4","body":"http://unlabelled.club"}
`)
	out, errs, status := call("rules", "impact", put(t, "mine.yaml", testPack), data)
	want := []string{
		"2 rules on 2 spam and 1 ham; 0 hit nothing\n",
		"any of them: 1/2 50.00 % [9.45, 90.55] of spam, 1/1 100.00 % [20.65, 100.00] of ham\n",
		"spam 1/2 50.00 % [9.45, 90.55]  ham 0/1 0.00 % [0.00, 79.35]\n",
	}
	for _, w := range want {
		if !strings.Contains(out, w) {
			t.Errorf("status %d, %q lacks %q, %q", status, out, w, errs)
		}
	}
	list := put(t, "words.txt", "kiosk\n(?=x)y\n")
	if out, errs, status := call("rules", "impact", list, data); status != statusFailed || !strings.Contains(out, "1 rules on 2 spam") || !strings.Contains(errs, "words.txt:2: ") {
		t.Errorf("a list: status %d, %q, %q", status, out, errs)
	}
}
