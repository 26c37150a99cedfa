package signal

import (
	"slices"
	"strings"
	"testing"
)

func TestHanForms(t *testing.T) {
	f := builtinHanForms()
	if got, want := f.spellings("办理证件"), []string{"辦理證件", "辦理証件"}; !slices.Equal(got, want) {
		t.Errorf("spellings: %q, want %q", got, want)
	}
	if got := f.spellings("六合彩"); got != nil {
		t.Errorf("spellings of what is the same everywhere: %q", got)
	}
	for text, want := range map[string]string{
		"赌博 plain":       "",
		"睹愽 a かじの b\xff": "赌博 a カジノ b\xff",
		"한국어와 English":   "",
	} {
		if got := f.unveiled(text); got != want || got != "" && len(got) != len(text) {
			t.Errorf("unveiled(%q) = %q, want %q at the same offsets", text, got, want)
		}
	}
	for r := range f.standIn {
		if _, ok := f.standIn[f.standIn[r]]; ok {
			t.Errorf("%c stands for %c, which stands for another", r, f.standIn[r])
		}
	}
}

func TestHanFormsRefuses(t *testing.T) {
	for _, line := range []string{"発發", "* 发 發", "= 发", "= 发 f", "~ a 發"} {
		if _, err := readHanForms("# head\n" + line + "\n"); err == nil || !strings.Contains(err.Error(), "han_forms.txt:2") {
			t.Errorf("%q: %v, want an error with its line", line, err)
		}
	}
}

func TestHanFormsAreSorted(t *testing.T) {
	var facts []string
	for line := range strings.Lines(hanFormList) {
		if !strings.HasPrefix(line, "#") {
			facts = append(facts, line)
		}
	}
	if !slices.IsSorted(facts) {
		t.Error("han_forms.txt is not in order")
	}
}
