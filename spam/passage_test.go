package spam

import (
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/google/go-cmp/cmp"
)

func TestAppendPassages(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // what no mark covers, a passage each; its stretches parted by |
	}{
		{"nothing marked", "하나.\n둘.", []string{"하나.\n", "둘."}},
		{"sentences", "갔습니다 왔어요 ⟦http://a.test⟧ 또 봐요", []string{"갔습니다 ", "왔어요 ", " 또 봐요"}},
		{"signs that no blank follows", "今日は晴れ。明日は雨？⟦http://a.test⟧また", []string{"今日は晴れ。", "明日は雨？", "また"}},
		{"words that name an address", "여기만한 데 없어요 ⟦http://a.test⟧\n둘", []string{"여기만한 데 없어요 |\n", "둘"}},
		{"both sides", "오는 봄 ⟦http://a.test⟧ 산장에서", []string{"오는 봄 | 산장에서"}},
		{"a mark over a line break", "하나 ⟦무료\n쿠폰⟧ 둘\n셋", []string{"하나 | 둘\n", "셋"}},
		{"a mark alone", "⟦무료 쿠폰⟧\n산장", []string{"\n", "산장"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, marks := unmark(test.text, document.Body)
			var got []string
			for _, q := range appendPassages(nil, text, false, stretch{0, len(text)}, marks) {
				var parts []string
				for _, s := range q.bare {
					parts = append(parts, text[s.start:s.end])
				}
				got = append(got, strings.Join(parts, "|"))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestTrim(t *testing.T) {
	tests := []struct{ text, want, wantHTML string }{
		{" 가 나\n", "가 나", "가 나"},
		{"<p> 가 <b>나</b></p>\n", "<p> 가 <b>나</b></p>", "가 <b>나</b>"},
		{"<div class=\"x\"><P>가<br/></P></div>", "<div class=\"x\"><P>가<br/></P></div>", "가"},
		{"<a href=\"", "<a href=\"", "<a href=\""},
		{"<p></p>", "<p></p>", ""},
		{"1 < 2 > 1", "1 < 2 > 1", "1 < 2 > 1"},
		{" ", "", ""},
	}
	for _, test := range tests {
		all := stretch{0, len(test.text)}
		start, end := all.trim(test.text, false)
		startHTML, endHTML := all.trim(test.text, true)
		if got, gotHTML := test.text[start:end], test.text[startHTML:endHTML]; got != test.want || gotHTML != test.wantHTML {
			t.Errorf("%q: got %q and %q, want %q and %q", test.text, got, gotHTML, test.want, test.wantHTML)
		}
	}
}

func TestShown(t *testing.T) {
	for text, want := range map[string]int{"가나": 6, "<p>가</p>": 3, "가 < 나": 9, "": 0, "<b>": 0} {
		if got := shown(text, true); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
	if got := shown("<p>가</p>", false); got != len("<p>가</p>") {
		t.Errorf("plain text: got %d", got)
	}
}
