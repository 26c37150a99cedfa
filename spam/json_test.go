package spam

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"strconv"
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

// TestAppendNumber checks that numbers are written as strconv writes them.
func TestAppendNumber(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	numbers := []float64{0, math.Copysign(0, -1), 1, 2, -2.5, 10, 99.96, 100, 123456, 1e-4, 1e-5, 0.5, 0.12345, 0.00012345, 0.123456789, 0.1234567885, 0.0999999999999, 0.99999999999, 9.9995, 1e300}
	for range 100_000 {
		x := random.NormFloat64() * math.Pow(10, random.Float64()*10-6)
		half := (math.Floor(x*1e4) + 0.5) / 1e4 // and what is hard to round
		numbers = append(numbers, x, half, math.Nextafter(half, 0))
	}
	for _, x := range numbers {
		for _, digits := range []int{3, 4, 9} {
			got, want := appendNumber(nil, x, digits), strconv.FormatFloat(x, 'g', digits, 64)
			if string(got) != want {
				t.Fatalf("%v with %d digits is %s, want %s", x, digits, got, want)
			}
		}
	}
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
