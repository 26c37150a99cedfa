package spam

import (
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
	"github.com/google/go-cmp/cmp"
)

func TestFindNeighbours(t *testing.T) {
	text, marks := unmark("하나.\n⟦http://a.test⟧ 둘. 셋. 넷.\n다섯. ⟦http://a.test⟧ 여섯. ⟦http://b.test⟧\n일곱.", document.Body)
	g := page{text: text, passages: appendPassages(nil, text, false, stretch{0, len(text)}, marks)}
	g.findNeighbours()
	got := make(map[string]bool)
	for i := range g.passages {
		q := &g.passages[i]
		got[q.rest(text)] = q.beside
	}
	want := map[string]bool{"하나.\n": false, " 둘. ": false, "셋. ": true, "넷.\n": true, "다섯. ": true, " 여섯. ": true, "\n": true, "일곱.": false}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestTakeHints(t *testing.T) {
	const text = "하나 둘 셋. 넷 다섯.\n여섯 일곱."
	in := func(part string, hint signal.Hint) signal.Finding {
		at := strings.Index(text, part)
		return signal.Finding{Span: document.Span{Field: document.Body, Start: at, End: at + len(part)}, Hint: hint}
	}
	tests := []struct {
		name  string
		found signal.Finding
		want  []string // of each passage
	}{
		{"no hint", in("넷", signal.NoHint), []string{"", "", ""}},
		{"a compliment", in("넷", signal.Praised), []string{"", "praised", ""}},
		{"another language", in("여섯", signal.Foreign), []string{"", "", "foreign"}},
		{"most of a passage and little of the next", in("둘 셋. 넷", signal.Offered), []string{"offered", "", ""}},
		{"the title's", signal.Finding{Span: document.Span{Field: document.Title, End: 6}, Hint: signal.Praised}, []string{"", "", ""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := page{field: document.Body, text: text, passages: appendPassages(nil, text, false, stretch{0, len(text)}, nil)}
			g.takeHints(&signal.Sink{Findings: []signal.Finding{test.found}})
			var got []string
			for i := range g.passages {
				hint := ""
				switch q := &g.passages[i]; {
				case q.praised:
					hint = "praised"
				case q.foreign:
					hint = "foreign"
				case q.offered:
					hint = "offered"
				}
				got = append(got, hint)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestFaintIsRead puts offers where readers may see them or not: they are read as
// what is plain.
func TestFaintIsRead(t *testing.T) {
	offers := []string{
		`첫 입금 보너스 30% 카지노 슬롯, 당일 환전 보장 <a href="https://qlomer.example/">바로가기</a> 카톡 rk7702`,
		`Instant payday loans, no credit check, approved in minutes <a href="https://fastqelo.example/">apply now</a> or text +1 302 555 0148`,
	}
	frames := []struct {
		format document.Format
		body   string
	}{
		{document.HTML, `<p style="color:#fff">OFFER</p>`},
		{document.HTML, `<font color="white">OFFER</font>`},
		{document.HTML, `<div style="background:#222"><p style="color:white">OFFER</p></div>`},
		{document.HTML, `<details><summary>…</summary>OFFER</details>`},
		{document.BBCode, `[color=#ffffff]OFFER[/color]`},
	}
	for _, offer := range offers {
		for _, frame := range frames {
			body := strings.ReplaceAll(frame.body, "OFFER", offer)
			if v := Check(Post{Body: body, Format: frame.format}); v.Action == Pass {
				t.Errorf("%s: passed with %.2f", body, v.Score)
			}
		}
	}
}

// TestMarkupSaysNothing writes one text as editors of boards do.
func TestMarkupSaysNothing(t *testing.T) {
	const text = "지금 쓰시는 인터넷 약정 끝났나요?\n갈아타면 사은품을 그날 드립니다.\n상담은 qomerel.example 에서 받으세요."
	plain := Check(Post{Body: text})
	for _, lines := range []string{"<br>", "<br />\n", "</p>\n<p>", "</div><div>", "</span><br><span style=\"font-size: 12pt;\">"} {
		body := "<p><span>" + strings.ReplaceAll(text, "\n", lines) + "</span></p>"
		if v := Check(Post{Body: body, Format: document.HTML}); v.Action != plain.Action {
			t.Errorf("with %q: %v, plain %v", lines, v.Action, plain.Action)
		}
	}
}
