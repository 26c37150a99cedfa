package corpus

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/boardspam/boardspam/spam/document"
)

func TestReadJSONL(t *testing.T) {
	tests := []struct {
		line string
		want Sample
		err  string // after FILE:LINE:
	}{
		{line: `{"body":"b"}`, want: Sample{Post: document.Post{Body: "b"}}},
		{line: `{"text":"b","link":"http://x.test","author":"kim"}`,
			want: Sample{Post: document.Post{Body: "b", Links: []string{"http://x.test"}, Author: document.Author{Name: "kim"}}}},
		{line: `{"id":7,"body":"b","label":"spam","group":"g","technique":"t","category":"c","lang":"ko","colour":[1]}`,
			want: Sample{Post: document.Post{ID: "7", Body: "b", Lang: "ko"}, Label: Spam, Group: "g", Technique: "t", Category: "c"}},
		{line: `{"body":"","format":"html","posted":"2026-01-02T03:04:05Z","edit_of":"6","author":{"posts":3,"age_days":9,"role":"admin"}}`,
			want: Sample{Post: document.Post{Format: document.HTML, Posted: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC),
				EditOf: "6", Author: document.Author{Posts: 3, AgeDays: 9, Role: "admin"}}}},
		{line: `{"text":"abc","spans":[{"field":"text","start":1,"end":3,"kind":"url"}]}`,
			want: Sample{Post: document.Post{Body: "abc"}, Spans: []Gold{{document.Span{Start: 1, End: 3}, "url"}}}},
		{line: `{"text":"abc","spans":[{"start":1,"end":4}]}`, err: "span 1-4 is not within the 3 bytes of body"},
		{line: `{"title":"abc"}`, err: "no body"},
		{line: `{"body":7}`, err: `"body" cannot be number`},
		{line: `[]`, err: "a post is an object, not array"},
		{line: `{"body":"b","format":"rtf"}`, err: `unknown format "rtf"`},
		{line: `귤이 답니다`, err: "no JSON: invalid character '귤' looking for beginning of value"},
		{line: `{"body":"b"`, err: "no JSON: unexpected end of JSON input"},
	}
	for _, tt := range tests {
		for got, err := range ReadJSONL(strings.NewReader("\ufeff\n"+tt.line+"\r\n"), "f.jsonl") {
			if tt.err != "" {
				if err == nil || err.Error() != "f.jsonl:2: "+tt.err {
					t.Errorf("%s: error %v, want %s", tt.line, err, tt.err)
				}
				continue
			}
			tt.want.Source, tt.want.Line = "f.jsonl", 2
			if diff := cmp.Diff(tt.want, got); err != nil || diff != "" {
				t.Errorf("%s: %v\n%s", tt.line, err, diff)
			}
		}
	}
}

func TestReadJSONLGoesOn(t *testing.T) {
	var bodies []string
	var bad int
	for s, err := range ReadJSONL(strings.NewReader("{\"body\":\"1\"}\noops\n\n{\"body\":\"2\"}"), "f") {
		var le *LineError
		if errors.As(err, &le) {
			bad = le.Line
			continue
		}
		bodies = append(bodies, s.Body)
	}
	if bad != 2 || !cmp.Equal(bodies, []string{"1", "2"}) {
		t.Errorf("bad line %d, bodies %q", bad, bodies)
	}
}

func TestLongLine(t *testing.T) {
	in := "short\n" + strings.Repeat("x", 200_000) + "\nlast"
	var got []string
	for l, err := range lines(strings.NewReader(in), "f", 100_000) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, string(l.text))
	}
	want := []string{"short", "f:2: line is longer than 100000 bytes", "last"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func ExampleWriteJSONL() {
	WriteJSONL(os.Stdout, Sample{Post: document.Post{ID: "1", Body: "a <b>", Format: document.HTML}, Label: Ham})
	// Output: {"id":"1","label":"ham","body":"a <b>","format":"html"}
}

func FuzzReadJSONL(f *testing.F) {
	f.Add([]byte(`{"id":1,"body":"b","author":"a","spans":[{"start":0,"end":1}]}` + "\n{"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for s, err := range ReadJSONL(strings.NewReader(string(b)), "f") {
			if err != nil {
				continue
			}
			var out strings.Builder
			if err := WriteJSONL(&out, s); err != nil {
				t.Fatal(err)
			}
			for again, err := range ReadJSONL(strings.NewReader(out.String()), "f") {
				again.Line, s.Line = 0, 0
				again.Posted, s.Posted = time.Time{}, time.Time{}
				for i := range s.Spans { // an empty field name means the body
					s.Spans[i].Field = again.Spans[i].Field
				}
				if err != nil || !cmp.Equal(s, again) {
					t.Fatalf("%v %s", err, cmp.Diff(s, again))
				}
			}
		}
	})
}
