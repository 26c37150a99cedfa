package linkify

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestWrittenForms reads testdata/*.txt: a written form on each line, with
// its addresses «marked», then for each, behind a tab, its canonical form.
// Escapes are those of Go.
func TestWrittenForms(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test data: %v", err)
	}
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		for n := 1; lines.Scan(); n++ {
			if line := lines.Text(); line != "" && line[0] != '#' {
				checkForm(t, file+":"+strconv.Itoa(n), line)
			}
		}
	}
}

func checkForm(t *testing.T, at, line string) {
	t.Helper()
	columns := strings.Split(line, "\t")
	marked, err := strconv.Unquote(`"` + strings.ReplaceAll(columns[0], `"`, `\"`) + `"`)
	if err != nil {
		t.Errorf("%s: %v", at, err)
		return
	}
	text := strings.NewReplacer("«", "", "»", "").Replace(marked)
	matches, _ := Find(text)
	var b strings.Builder
	past := 0
	for _, m := range matches {
		b.WriteString(text[past:m.Start] + "«" + text[m.Start:m.End] + "»")
		past = m.End
	}
	if got := b.String() + text[past:]; got != marked {
		t.Errorf("%s: got %q, want %q", at, got, marked)
		return
	}
	if len(matches) != len(columns)-1 {
		t.Errorf("%s: %d addresses, want %d", at, len(matches), len(columns)-1)
		return
	}
	for i, m := range matches {
		if m.URL != columns[i+1] {
			t.Errorf("%s: got %s {%v}, want %s", at, m.URL, m.Form, columns[i+1])
		}
	}
}

func TestRanksAreOfTopLevelDomains(t *testing.T) {
	for line := range strings.Lines(rankList) {
		if line[0] == '#' {
			continue
		}
		name, tld, _ := strings.Cut(strings.TrimSpace(line), " ")
		if got, ok := known().ascii[tld]; !ok || got != ranks[name] || got == noTLD {
			t.Errorf("ranks.txt: %q: no such rank, or no such domain, or twice", line)
		}
	}
}
