package spam

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

func TestVerdictJSON(t *testing.T) {
	v := Verdict{
		Action: Reject, Score: 0.99812345, Known: 0.93, Version: "1",
		Public: "sorry",
		Reasons: []Reason{{
			Signal: "place/splice", Kind: signal.Placement, Note: "cuts «a\tword»", Weight: 2.34567,
			Span: document.Span{Field: document.Title, Start: 1, End: 4},
		}},
		Spans: []Mark{{document.Span{Field: document.Link(2), Start: 3, End: 9}, signal.Link, "a\"b\xff"}},
	}
	want := `{"action":"reject","score":0.99812345,"known":0.93,"truncated":false,"version":"1",` +
		`"reasons":[{"signal":"place/splice","kind":"placement","note":"cuts «a\tword»","weight":2.346,"field":"title","start":1,"end":4}],` +
		`"spans":[{"field":"link","start":3,"end":9,"kind":"url","text":"a\"b\ufffd"}],"public":"sorry"}`
	if diff := cmp.Diff(want, string(v.AppendJSON(nil))); diff != "" {
		t.Errorf("AppendJSON: -want +got\n%s", diff)
	}
	b, err := json.Marshal(v)
	if err != nil || string(b) != want {
		t.Errorf("json.Marshal = %s, %v", b, err)
	}
	empty := `{"action":"pass","score":null,"known":0,"truncated":false,"version":"","reasons":[],"spans":[],"public":""}`
	if got := string((&Verdict{Score: math.NaN()}).AppendJSON(nil)); got != empty {
		t.Errorf("the zero Verdict is %s, want %s", got, empty)
	}
}

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "a", "\"\\\n\r\t\x00\x1f\x7f", "한글 \u2028\u2029\u202e", "\xff\xc3", "\ufffd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var got string
		if err := json.Unmarshal(appendString(nil, s), &got); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		want := s
		if !utf8.ValidString(s) {
			want = strings.Map(func(r rune) rune { return r }, s)
		}
		if got != want {
			t.Fatalf("%q came back as %q", s, got)
		}
	})
}

func TestPublic(t *testing.T) {
	tests := []struct {
		name string
		post Post
		lang string
	}{
		{"hint", Post{Lang: "ja-JP", Body: "hello"}, "ja"},
		{"unknown hint", Post{Lang: "xx", Body: "안녕하세요"}, "ko"},
		{"Korean with a link", Post{Body: "http://example.com/some/long/path 여기로 오세요"}, "ko"},
		{"English", Post{Body: "Hello there"}, "en"},
		{"English in the title", Post{Title: "Hello there"}, "en"},
		{"Russian", Post{Body: "Привет, друзья"}, "ru"},
		{"Japanese", Post{Body: "日本語の文章です"}, "ja"},
		{"Chinese", Post{Body: "这是中文帖子"}, "zh"},
		{"nothing", Post{}, "en"},
		{"digits", Post{Body: strings.Repeat("1 ", 1000)}, "en"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := public(&test.post, Hold); got != notices[test.lang].hold {
				t.Errorf("held: %q", got)
			}
			if got := public(&test.post, Reject); got != notices[test.lang].reject {
				t.Errorf("rejected: %q", got)
			}
			if got := public(&test.post, Pass); got != "" {
				t.Errorf("passed: %q", got)
			}
		})
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	v := Verdict{Score: 0.0123, Known: 0.93, Version: "2026-11-22.1", Reasons: make([]Reason, 3)}
	buf := v.AppendJSON(nil)
	b.SetBytes(int64(len(buf)))
	b.ReportAllocs()
	for b.Loop() {
		buf = v.AppendJSON(buf[:0])
	}
}
