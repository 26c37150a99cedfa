package signal

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/internal/fold"
)

// TestTermsAreFolded holds every term against the folded text it is looked for in.
func TestTermsAreFolded(t *testing.T) {
	for _, term := range builtinLexicon().terms {
		if got := fold.Fold(term.text).Text; got != term.text {
			t.Errorf("%q: folded it is %q", term.text, got)
		}
	}
}

func TestWordFilesAreSorted(t *testing.T) {
	names, err := fs.Glob(wordFiles, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(wordFiles, name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
		if len(lines) < 2 || !strings.Contains(lines[1], "licence; 2026-") {
			t.Errorf("%s: no licence and date in line 2", name)
			continue
		}
		role, term := "", ""
		for i, line := range lines[2:] {
			last := &term
			if line != "" && line[0] == '[' {
				last, term = &role, ""
			}
			if *last >= line {
				t.Errorf("%s:%d: %q: not sorted, or twice", name, i+3, line)
			}
			*last = line
		}
	}
}

func TestUnitsKnowScripts(t *testing.T) {
	lex := builtinLexicon()
	tests := []struct {
		text string
		want []string
	}{
		{"our casinos", []string{"casinos"}},
		{"occasion casinoso", nil},
		{"casino77", []string{"casino"}},
		{"çasino préstamox", nil},
		{"카지노casino추천", []string{"카지노", "casino", "추천"}},
		{"вулканом вулканизация", []string{"вулкан"}},
		{"извулкан", nil},
		{"金沙娱乐场", []string{"金沙娱乐"}},
		{"今天去百家乐玩", []string{"百家乐"}},
		{"このカジノサイトで", []string{"カジノサイト"}},
		{"เล่นบาคาร่าสนุก", []string{"บาคาร่า"}},
		{"물건마다 급전 위급전", []string{"급전"}},
	}
	for _, tt := range tests {
		var got []string
		matches, _, _ := lex.onlyTerms(lex.phrases.Append(nil, tt.text, maxUnits))
		var r reading
		r.split(lex.units(nil, matches, tt.text, nil))
		for _, u := range r.parts {
			got = append(got, u.term.text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: units %q, want %q", tt.text, got, tt.want)
		}
	}
}
