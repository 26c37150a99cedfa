package spam

import (
	"encoding/json"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/boardspam/boardspam/.ci/stopwatch"
	"github.com/boardspam/boardspam/spam/document"
)

// TestCheckReviewPage judges the page that started the project and compares
// the spans with those that people marked.
func TestCheckReviewPage(t *testing.T) {
	text, gold := reviewPage(t)
	v := Check(Post{Body: text})
	if v.Action != Reject {
		t.Errorf("action %v, want reject", v.Action)
	}
	for _, g := range gold {
		if best := bestMatch(v.Spans, g); best < 0.5 {
			t.Errorf("%q: best overlap %.2f, want 0.5", text[g.Start:g.End], best)
		}
	}
	for _, m := range v.Spans {
		if bestMatch([]Mark{m}, gold...) == 0 {
			t.Errorf("%q is marked, but no spam", m.Text)
		}
	}
}

// bestMatch returns the largest intersection over union of a mark and a span.
func bestMatch(marks []Mark, gold ...document.Span) (best float64) {
	for _, m := range marks {
		for _, g := range gold {
			both := min(m.Span.End, g.End) - max(m.Span.Start, g.Start)
			all := max(m.Span.End, g.End) - min(m.Span.Start, g.Start)
			best = max(best, float64(both)/float64(all))
		}
	}
	return best
}

func reviewPage(t *testing.T) (text string, gold []document.Span) {
	page, err := os.ReadFile("../../shared/seed/review.txt")
	if err != nil {
		t.Skip("the measuring data is not here: ", err)
	}
	answer, err := os.ReadFile("../../shared/seed/review.spans.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Spans []struct{ Start, End int } }
	if err := json.Unmarshal(answer, &file); err != nil {
		t.Fatal(err)
	}
	for _, s := range file.Spans {
		gold = append(gold, document.Span{Start: s.Start, End: s.End})
	}
	return string(page), gold
}

// hostile are posts made to cost time: name and size in bytes.
var hostile = []struct {
	name, unit string
	size       int
}{
	{"one line of words", "기사 본문과 words 123 ", 10 << 20},
	{"links", "http://a1.b2c.club ", 100_000 * 19},
	{"bare links", "a1.b2c.club,", 1 << 20},
	{"Hangul without a blank", "가나다라마바사아자차카타파하", 1 << 20},
	{"search words", "바다이야기", 1 << 20},
	{"search words and links", "a.club 릴게임\n", 1 << 20},
	{"dotted digits", "1.1.1.", 100 << 10},
	{"exclamation marks", "!", 100 << 10},
	{"emoticons", ":)", 100 << 10},
	{"combining marks", "a\u0301\u0302\u0303", 100 << 10},
	{"open tags", "<a href=\"", 100 << 10},
	{"open brackets", "[url=", 100 << 10},
	{"entities", "&#x41;", 100 << 10},
	{"zero width", "카\u200b", 1 << 20},
	{"spelled dots", "a[.]com (dot) ", 1 << 20},
	{"invalid UTF-8", "\xff\xea\xb0", 1 << 20},
	{"line breaks", "\n", 1 << 20},
	{"at signs", "a@b.", 1 << 20},
	{"long English words", strings.Repeat("word", 100) + " ", 1 << 20},
	{"links in one line", "[a](http://b.c)", 1 << 20},
	{"links that hide", "hxxp://a[.]b[.]com ", 1 << 20},
	{"links that lead on", "http://a.com/?u=http%3A%2F%2Fb.club%2F", 1 << 20},
	{"links between words", "설명했 http://12.abc345.club 카지노추천다. ", 1 << 20},
	{"offers with contacts", "카톡 abc123 010-1234-5678 대출 3만원 무방문 당일 승인 ", 1 << 20},
	{"questions of rules", "Call 1-800-555-1234 now!!! Order $5 % ", 1 << 20},
	{"spaced letters", "카 지 노 ", 1 << 20},
	{"jamo", "ㅋㅏㅈㅣㄴㅗ", 1 << 20},
	{"words as they sound", "캬찌노 뱌카랴 ", 1 << 20},
	{"lines cut short", "산장은 다음 달에 문을 연다고 말했다고 전했다 카지노추천\n이어서 ", 1 << 20},
	{"quotations and reports", "경찰 “카지노” ‘바카라’ ", 1 << 20},
	{"hidden words", "<i style=display:none>카지노</i>", 1 << 20},
	{"programs", "<a onclick=\"location='http://a.club'\">x</a>", 1 << 20},
}

func TestCheckIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, format := range []document.Format{document.Plain, document.HTML, document.Markdown, document.BBCode} {
		for _, h := range hostile {
			post := Post{Body: strings.Repeat(h.unit, h.size/len(h.unit)), Format: format}
			var before, after runtime.MemStats
			limit := 2 * time.Second * slowdown
			took := stopwatch.Quickest(limit, func() {
				runtime.ReadMemStats(&before)
				Check(post)
				runtime.ReadMemStats(&after)
			})
			if took > limit {
				t.Errorf("%s as %v: %d bytes took %v, want at most %v", h.name, format, len(post.Body), took, limit)
			}
			// All that was allocated in turn, freed or not.
			if used := after.TotalAlloc - before.TotalAlloc; used > uint64(400*len(post.Body)+64<<20) {
				t.Errorf("%s as %v: %d bytes allocated %d MB", h.name, format, len(post.Body), used>>20)
			}
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, h := range hostile {
		f.Add(h.unit+h.unit, "제목 title", byte(0))
	}
	f.Add("말했 http://12.abc345.club 바다이야기 공략다. <b>x</b> [url=http://a.b]c[/url]", "", byte(1))
	f.Fuzz(func(t *testing.T, body, title string, format byte) {
		post := Post{Body: body, Title: title, Format: document.Format(format % 4), Links: []string{title}}
		v := Check(post)
		if v.Score < 0 || v.Score > 1 || v.Score != v.Score {
			t.Fatalf("score %v", v.Score)
		}
		for i, m := range v.Spans {
			if m.Span.Start < 0 || m.Span.Start >= m.Span.End || m.Span.End > len(post.Text(m.Span.Field)) {
				t.Fatalf("span %v lies outside its field", m.Span)
			}
			if i > 0 && (v.Spans[i-1].Span.Overlaps(m.Span) || v.Spans[i-1].Span.Compare(m.Span) > 0) {
				t.Fatalf("spans %v and %v are not in order", v.Spans[i-1].Span, m.Span)
			}
		}
		Clean(post, v)
	})
}
