package document

import (
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/internal/fold"
	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	d := Read(&Post{Body: "오늘은 Go 1.26으로 слово, 東京タワー αβγ! 👍"})
	text := d.Texts[0]
	var got []string
	for _, w := range text.Words() {
		got = append(got, text.Folded.Text[w.Start:w.End])
	}
	want := "오늘은 go 1.26으로 слово 東 京 タワー αβγ"
	if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
		t.Errorf("words (-want +got):\n%s", diff)
	}
	scripts := []Script{Hangul, Latin, Hangul | Digits, Cyrillic, Han, Han, Kana, Greek}
	for i, w := range text.Words() {
		if w.Script != scripts[i] {
			t.Errorf("%s: scripts %b, want %b", got[i], w.Script, scripts[i])
		}
	}
}

func TestJoined(t *testing.T) {
	d := Read(&Post{Format: HTML, Body: "<b>오늘</b> 카<i>.</i>지.노 어때"})
	text := d.Texts[0]
	v := text.Joined()
	if v.Text != "카지노\n" || v.Causes() != fold.Spaced {
		t.Fatalf("joined %q, %v", v.Text, v.Causes())
	}
	if s := text.JoinedSpan(0, len("카지노")); s.In(d.Post) != "카<i>.</i>지.노" {
		t.Errorf("comes from %q", s.In(d.Post))
	}
}

func TestCauses(t *testing.T) {
	d := Read(&Post{Format: HTML, Body: "보통 카<b></b>지&#8203;노 &#52852;지노"})
	text := d.Texts[0]
	at := strings.Index(text.Folded.Text, "카지노")
	if c := text.Causes(at, at+len("카지노")); c != fold.Markup|fold.Invisible|fold.Entity {
		t.Errorf("causes %v in %q", c, text.Folded.Text)
	}
	if c := text.Causes(0, len("보통")); c != 0 {
		t.Errorf("causes %v of plain words", c)
	}
}
