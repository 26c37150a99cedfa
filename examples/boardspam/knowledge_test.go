package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write makes a file and returns its name.
func write(t *testing.T, name, text string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

const linked = `{"id":"7","body":"산장 안내는 http://www.spam-shop.test/1 에 있습니다."}`

func TestDomains(t *testing.T) {
	list := write(t, "list.txt", "# own\nspam-shop.test\n@@||friend.test^\nold.test # expires: 2001-01-01\n")
	tests := []struct {
		args, in string
		signal   string // among the reasons
	}{
		{"--domains " + list, linked, `"list/blocked"`},
		{"--domains " + list + " --allow " + write(t, "allow.txt", "spam-shop.test\n"), linked, `"list/allowed"`},
		{"--domains " + list, strings.ReplaceAll(linked, "www.spam-shop", "friend"), `"list/allowed"`},
	}
	for _, test := range tests {
		status, out, errs := boardspam(t, test.in, append([]string{"check", "--json"}, strings.Fields(test.args)...)...)
		if status == statusFailed || !strings.Contains(out, test.signal) {
			t.Errorf("%s: status %d %s\n%s", test.args, status, errs, out)
		}
	}
	if status, _, errs := boardspam(t, linked, "check", "--domains", "no/such"); status != statusFailed || !strings.Contains(errs, "no/such") {
		t.Errorf("status %d %s", status, errs)
	}
}

// TestJournalKnowledge judges by what a keeper has said: first that the post
// is spam, then that it is not, then nothing.
func TestJournalKnowledge(t *testing.T) {
	journal := filepath.Join(t.TempDir(), "journal")
	other := strings.NewReplacer(`"7"`, `"8"`, "/1", "/2").Replace(linked)
	check := func(post string) (status int, out string) {
		status, out, errs := boardspam(t, post, "check", "--json", "--journal", journal)
		if errs != "" {
			t.Error(errs)
		}
		return status, out
	}
	if status, out := check(linked); status != statusClean {
		t.Errorf("before: status %d\n%s", status, out)
	}
	boardspam(t, linked, "learn", "--journal", journal, "--label", "spam")
	if status, out := check(linked); status != statusSpam || !strings.Contains(out, "journal/labelled") {
		t.Errorf("learnt: status %d\n%s", status, out)
	}
	if _, out := check(other); !strings.Contains(out, "list/blocked") {
		t.Errorf("another post with the same site: %s", out)
	}
	boardspam(t, linked, "learn", "--journal", journal, "--label", "ham")
	if status, out := check(other); status != statusClean || strings.Contains(out, "list/blocked") {
		t.Errorf("taken for ham: status %d\n%s", status, out)
	}
	boardspam(t, linked, "learn", "--journal", journal, "--label", "forget")
	if _, out := check(linked); strings.Contains(out, "journal/") {
		t.Errorf("forgotten: %s", out)
	}
}

const ownPack = `pack: own
about: what this board does not want
rules:
  - id: lodge-shop
    about: a shop that has been here before
    where: url.host
    pattern: spam-shop
    mode: substring
    strength: sure
    source: test
    spam: [https://www.spam-shop.test/]
    ham: [https://example.com/]
`

func TestRules(t *testing.T) {
	status, out, errs := boardspam(t, linked, "check", "--json", "--rules", write(t, "own.yaml", ownPack))
	if status != statusSpam || !strings.Contains(out, "lodge-shop") {
		t.Errorf("status %d %s\n%s", status, errs, out)
	}
	bad := write(t, "bad.yaml", strings.Replace(ownPack, "sure", "surely", 1))
	if status, _, errs := boardspam(t, linked, "check", "--rules", bad); status != statusFailed || !strings.Contains(errs, "bad.yaml:9:") {
		t.Errorf("status %d %s", status, errs)
	}
}
