package spam

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// unmark returns text without the marks ⟦…⟧, and what they mark. A mark that
// holds an address is a link, any other an anchor.
func unmark(text string, f document.Field) (string, []Mark) {
	var plain strings.Builder
	var marks []Mark
	for {
		before, rest, ok := strings.Cut(text, "⟦")
		plain.WriteString(before)
		if !ok {
			return plain.String(), marks
		}
		inner, after, _ := strings.Cut(rest, "⟧")
		start := plain.Len()
		plain.WriteString(inner)
		kind := signal.Anchor
		if strings.Contains(inner, "://") {
			kind = signal.Link
		}
		marks = append(marks, Mark{document.Span{Field: f, Start: start, End: plain.Len()}, kind, inner})
		text = after
	}
}

func TestCleanBody(t *testing.T) {
	tests := []struct {
		name, text, want string
		format           document.Format
	}{
		{name: "nothing", text: "그대로 둔다.\n", want: "그대로 둔다.\n"},
		{name: "everything", text: "⟦http://a.test⟧ ⟦무료 쿠폰⟧", want: ""},

		// An address and its anchor, with the blanks that came with them.
		{name: "before the end of a verb", text: "설명했 ⟦http://a.test⟧ ⟦무료 쿠폰⟧다. 이어", want: "설명했다. 이어"},
		{name: "before an ending", text: "산에 오르 ⟦http://a.test⟧ ⟦무료 쿠폰⟧며 쉬었다", want: "산에 오르며 쉬었다"},
		{name: "before a particle", text: "등산객 ⟦http://a.test⟧ ⟦무료 쿠폰⟧ 을 맞았다", want: "등산객을 맞았다"},
		{name: "between words, blank before", text: "오는 봄 ⟦http://a.test⟧ ⟦무료 쿠폰⟧산장에서", want: "오는 봄 산장에서"},
		{name: "between words, blank after", text: "오는 봄⟦http://a.test⟧ ⟦무료 쿠폰⟧ 산장에서", want: "오는 봄 산장에서"},
		{name: "between words, blanks around", text: "오는 봄 ⟦http://a.test⟧ ⟦무료 쿠폰⟧ 산장에서", want: "오는 봄 산장에서"},
		{name: "inside a word, no blank", text: "산⟦http://a.test⟧장에서", want: "산장에서"},
		{name: "inside a word that comes again", text: "등산학 ⟦http://a.test⟧ ⟦무료 쿠폰⟧교는 작다. 등산학교에서", want: "등산학교는 작다. 등산학교에서"},
		{name: "before a closing quote", text: "“좋다 ⟦http://a.test⟧ ” 했다", want: "“좋다” 했다"},
		{name: "after an opening quote", text: "“ ⟦http://a.test⟧ 좋다”", want: "“좋다”"},
		{name: "English", text: "a quiet ⟦http://a.test⟧ ⟦free slots⟧ valley", want: "a quiet valley"},
		{name: "wide blanks", text: "오는 봄　⟦http://a.test⟧　산장에서", want: "오는 봄 산장에서"},

		// An anchor that has lost its link, with the line break that it left.
		{name: "break between words", text: "산장은⟦무료 쿠폰⟧\n내년에 연다.", want: "산장은 내년에 연다."},
		{name: "break before a quote", text: "“열겠다⟦무료 쿠폰⟧\n”고 했다.", want: "“열겠다”고 했다."},
		{name: "break after a sentence", text: "열었다. ⟦무료 쿠폰⟧\n산장은", want: "열었다. 산장은"},
		{name: "break before an ending", text: "연다고 말했⟦무료 쿠폰⟧\n습니다.", want: "연다고 말했습니다."},
		{name: "break of the writer's", text: "첫 줄이다.\n둘째 줄이다. ⟦무료 쿠폰⟧\n셋째 줄이다.", want: "첫 줄이다.\n둘째 줄이다.\n셋째 줄이다."},
		{name: "break of a list", text: "준비물\n- 물\n- 빵 ⟦무료 쿠폰⟧\n- 등\n", want: "준비물\n- 물\n- 빵\n- 등\n"},
		{name: "break after an address", text: "산장이 열렸다. ⟦http://a.test⟧\n축하한다.", want: "산장이 열렸다.\n축하한다."},
		{name: "end of a paragraph", text: "산장이 열렸다. ⟦무료 쿠폰⟧\n\n축하한다.", want: "산장이 열렸다.\n\n축하한다."},
		{name: "CR LF", text: "산장은⟦무료 쿠폰⟧\r\n내년에 연다.", want: "산장은 내년에 연다."},

		// Whole lines.
		{name: "first line", text: "⟦무료 쿠폰⟧\n산장이 열렸다.", want: "산장이 열렸다."},
		{name: "middle line", text: "하나.\n  ⟦http://a.test⟧ \n둘.", want: "하나.\n둘."},
		{name: "last line", text: "하나.\n\n⟦무료 쿠폰⟧ ⟦http://a.test⟧", want: "하나."},
		{name: "head of a line", text: "하나.\n ⟦무료 쿠폰⟧ 둘.", want: "하나.\n 둘."},
		{name: "tail", text: "하나. ⟦http://a.test⟧", want: "하나."},

		{name: "a line between two halves of a sentence", text: "시는 낡은 수문을 내년 봄까지 모두 바꾸기로 했다. 가까운 마을 주민들이 먼저 움직\n⟦무료 쿠폰⟧ ⟦http://a.test⟧\n였다. 산장이 열렸다.", want: "시는 낡은 수문을 내년 봄까지 모두 바꾸기로 했다. 가까운 마을 주민들이 먼저 움직였다. 산장이 열렸다."},
		{name: "a line below a heading", text: "산장 안내\n⟦무료 쿠폰⟧\n산장이 열렸다.", want: "산장 안내\n산장이 열렸다."},
		{name: "a line between blank ones", text: "하나.\n\n⟦무료 쿠폰⟧\n\n둘.", want: "하나.\n\n둘."},
		{name: "lines at the end", text: "하나.\n\n⟦무료 쿠폰⟧\n\n⟦http://a.test⟧\n\n", want: "하나."},
		{name: "nothing else", text: "\n⟦무료 쿠폰⟧\n\n⟦http://a.test⟧\n", want: ""},

		// Numbers, and words of other scripts.
		{name: "a number", text: "모두 1 ⟦http://a.test⟧ 38곳이다.", want: "모두 138곳이다."},
		{name: "a number and its unit", text: "8시에 모여 9 ⟦http://a.test⟧ 시에 걷는다.", want: "8시에 모여 9시에 걷는다."},
		{name: "a number and a word", text: "별점 9 ⟦http://a.test⟧ 좋았다.", want: "별점 9 좋았다."},
		{name: "a word that comes again", text: "The door is shut. Wait at t ⟦http://a.test⟧ he door.", want: "The door is shut. Wait at t he door."},
		{name: "half a word", text: "The council met. A coun ⟦http://a.test⟧ cil of few.", want: "The council met. A council of few."},
		{name: "two words", text: "It went away. She was in a ⟦http://a.test⟧ way. Such a way.", want: "It went away. She was in a way. Such a way."},
		{name: "Chinese", text: "谢谢楼主, ⟦http://a.test⟧ 问题明 ⟦http://b.test⟧ 白了。", want: "谢谢楼主,问题明白了。"},

		// What ties marks together goes with them.
		{name: "arrow", text: "하나. ⟦무료 쿠폰⟧ ▶▶ ⟦http://a.test⟧", want: "하나."},
		{name: "HTML", text: `오는 봄 <a href="⟦http://a.test⟧" rel="x">⟦무료 쿠폰⟧</a> 산장에서`, want: "오는 봄 산장에서", format: document.HTML},
		{name: "HTML, the label stays", text: `봄 <a href="⟦http://a.test⟧">산장</a>에서`, want: `봄 산장에서`, format: document.HTML},
		{name: "HTML, part of the label stays", text: `봄 <A HREF='⟦http://a.test⟧'>⟦무료 쿠폰⟧ 산장</A> 에서`, want: `봄 산장 에서`, format: document.HTML},
		{name: "HTML, a link in bold", text: `오는 봄 <a href="⟦http://a.test⟧" target="_blank"><b>⟦무료 쿠폰⟧</b></a> 산장에서`, want: "오는 봄 산장에서", format: document.HTML},
		{name: "HTML, a mark beyond a tag", text: `<p>봄 <a href="⟦http://a.test⟧">⟦무료</a> 쿠폰⟧</p><p>산장</p>`, want: `<p>봄 </p><p>산장</p>`, format: document.HTML},
		{name: "HTML, a mark around a tag", text: `<p>봄 ⟦무료</p><p>쿠폰⟧ 산장</p>`, want: `<p>봄 </p><p> 산장</p>`, format: document.HTML},
		{name: "HTML, a picture", text: `봄 <img alt="a" src="⟦http://a.test⟧" width=1> 산장에서`, want: `봄 산장에서`, format: document.HTML},
		{name: "HTML, a link of a picture", text: `봄 <a href="⟦http://a.test⟧"><img src="x.png"></a> 산장에서`, want: `봄 산장에서`, format: document.HTML},
		{name: "HTML, a link that does not end", text: `봄 <a href="⟦http://a.test⟧">산장 <a href="b">에서</a>`, want: `봄 산장 <a href="b">에서</a>`, format: document.HTML},
		{name: "HTML, a tag that does not end", text: `봄 <a href="⟦http://a.test⟧`, want: `봄 <a href="`, format: document.HTML},
		{name: "HTML, break between words", text: "<p>산장은⟦무료 쿠폰⟧<br>\n내년에 연다.</p>", want: "<p>산장은 내년에 연다.</p>", format: document.HTML},
		{name: "HTML, break of the writer's", text: "하나.<br />둘. ⟦무료 쿠폰⟧<br />셋.", want: "하나.<br />둘.<br />셋.", format: document.HTML},
		{name: "HTML, whole line", text: "하나.<br>\n⟦무료 쿠폰⟧<br>\n둘.", want: "하나.<br>\n둘.", format: document.HTML},
		{name: "Markdown", text: "오는 봄 [⟦무료 쿠폰⟧](⟦http://a.test⟧) 산장에서", want: "오는 봄 산장에서", format: document.Markdown},
		{name: "BBCode", text: "오는 봄 [url=⟦http://a.test⟧]⟦무료 쿠폰⟧[/url] 산장에서", want: "오는 봄 산장에서", format: document.BBCode},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			body, marks := unmark(test.text, document.Body)
			got := Clean(Post{Body: body, Format: test.format}, Verdict{Spans: marks})
			if diff := cmp.Diff(test.want, got.Body); diff != "" {
				t.Errorf("%s\n-want +got\n%s", test.text, diff)
			}
		})
	}
}

func TestCleanFields(t *testing.T) {
	p := Post{
		Title: "봄 http://a.test 산행", Body: "본문", Links: []string{"http://a.test", "http://b.test", ""},
		Author: Author{Name: "kim 무료쿠폰", URL: "http://a.test"},
	}
	at := func(f document.Field, start, end int) Mark {
		return Mark{Span: document.Span{Field: f, Start: start, End: end}, Payload: signal.Link}
	}
	before := p
	got := Clean(p, Verdict{Spans: []Mark{
		at(document.Title, 4, 17), at(document.AuthorName, 4, 16), at(document.AuthorURL, 0, 13), at(document.Link(0), 0, 13),
		at(document.Link(7), 0, 1), at(document.Body, 3, 99), at(document.Body, -1, 2), at(document.Body, 4, 2), // not in the post
	}})
	want := Post{Title: "봄 산행", Body: "본문", Links: []string{"http://b.test", ""}, Author: Author{Name: "kim"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff(before, p); diff != "" {
		t.Errorf("Clean changed its post: %s", diff)
	}
}

// TestCleanSeed cleans the page that the project began with by the spans that
// people marked in it.
func TestCleanSeed(t *testing.T) {
	page, marks := seed(t)
	got := Clean(Post{Body: page}, Verdict{Spans: marks}).Body
	var rest strings.Builder
	done := 0
	for _, m := range marks {
		rest.WriteString(page[done:m.Span.Start])
		done = m.Span.End
	}
	rest.WriteString(page[done:])
	if letters(got) != letters(rest.String()) {
		t.Error("more than the spam is gone, or less")
	}
	// What stands between the words on both sides of each cut. An address
	// and the anchor behind it are one cut.
	joints := []string{" ", " ", " ", " ", "", "", "", " ", "", " "}
	for _, m := range marks {
		left := lastField(page[:m.Span.Start])
		right := firstField(page[m.Span.End:])
		if m.Payload == signal.Link || left == "" {
			continue
		}
		if strings.HasSuffix(left, ".club") {
			left = lastField(strings.TrimSuffix(strings.TrimRight(page[:m.Span.Start], " "), left))
		}
		want := left + joints[0] + right
		joints = joints[1:]
		if !strings.Contains(got, want) {
			t.Errorf("no %q in the text", want)
		}
	}
}

// seed returns ../shared/seed/review.txt and its spans.
func seed(t *testing.T) (page string, marks []Mark) {
	t.Helper()
	dir := "../shared/seed"
	for range 4 {
		if _, err := os.Stat(dir); err == nil {
			break
		}
		dir = filepath.Join("..", dir)
	}
	text, err := os.ReadFile(filepath.Join(dir, "review.txt"))
	if err != nil {
		t.Skip("needs ../shared: ", err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "review.spans.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Spans []struct {
			Kind, Text string
			Start, End int
		}
	}
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	for _, s := range gold.Spans {
		kind := signal.Anchor
		if s.Kind == "url" {
			kind = signal.Link
		}
		marks = append(marks, Mark{document.Span{Start: s.Start, End: s.End}, kind, s.Text})
	}
	return string(text), marks
}

// letters returns s without white space.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func firstField(s string) string { return strings.Fields(s)[0] }

func lastField(s string) string {
	f := strings.Fields(s)
	return f[len(f)-1]
}

func FuzzClean(f *testing.F) {
	f.Add("설명했 http://a.test 무료다.", "제목\n둘", 10, 23, 24, 30, uint8(0))
	f.Add(`<a href="http://a.test">x</a>`, "", 9, 22, 24, 25, uint8(1))
	f.Add("\xff\n[x](y)\r\n", "", 1, 2, 4, 5, uint8(2))
	f.Fuzz(func(t *testing.T, body, title string, s1, e1, s2, e2 int, format uint8) {
		p := Post{Body: body, Title: title, Format: document.Format(format % 4)}
		var v Verdict
		for _, s := range [][2]int{{s1, e1}, {s2, e2}} {
			for field := document.Body; field <= document.Title; field++ {
				v.Spans = append(v.Spans, Mark{Span: document.Span{Field: field, Start: s[0], End: s[1]}})
			}
		}
		got := Clean(p, v)
		if len(got.Body) > len(body) || len(got.Title) > len(title) {
			t.Errorf("Clean made %q, %q longer: %q, %q", body, title, got.Body, got.Title)
		}
	})
}

func BenchmarkClean(b *testing.B) {
	body, marks := unmark(strings.Repeat("오는 봄 ⟦http://a.test⟧ ⟦무료 쿠폰⟧산장에서 만나기로 했 ⟦http://a.test⟧다. 산장은⟦무료⟧\n내년에 연다.\n\n\n", 20), document.Body)
	p, v := Post{Body: body}, Verdict{Spans: marks}
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		Clean(p, v)
	}
}
