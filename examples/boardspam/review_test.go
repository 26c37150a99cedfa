package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// A gold is the spans that people marked in a page.
type gold struct {
	Bytes int
	Spans []struct {
		Kind, Text string
		Start, End int
	}
}

func readGold(t *testing.T, name string) (g gold) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return g
}

// TestReview judges a page of a board, from the file to the line of JSON: it
// is rejected, and what is marked is what people marked, at the file's own
// bytes.
func TestReview(t *testing.T) {
	g := readGold(t, "testdata/review.spans.json")
	page, err := os.ReadFile("testdata/review.txt")
	if err != nil || len(page) != g.Bytes {
		t.Fatalf("the page has %d bytes, its spans are of %d: %v", len(page), g.Bytes, err)
	}
	status, out, errs := boardspam(t, "", "check", "--json", "testdata/review.txt")
	if status != statusSpam || errs != "" {
		t.Fatalf("status %d, %s", status, errs)
	}
	var v struct {
		File, Action, Public string
		Spans                []struct {
			Field, Kind, Text string
			Start, End        int
		}
	}
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		t.Fatal(err)
	}
	if v.File != "testdata/review.txt" || v.Action != "reject" || v.Public == "" {
		t.Errorf("file %q, action %q, public %q", v.File, v.Action, v.Public)
	}
	var both, got, want int
	is := make([]bool, len(page))
	for _, s := range g.Spans {
		if string(page[s.Start:s.End]) != s.Text {
			t.Fatalf("bytes %d to %d are not %q", s.Start, s.End, s.Text)
		}
		want += s.End - s.Start
		for i := s.Start; i < s.End; i++ {
			is[i] = true
		}
	}
	for _, s := range v.Spans {
		if s.Field != "body" || string(page[s.Start:s.End]) != s.Text {
			t.Errorf("bytes %d to %d of %s are not %q", s.Start, s.End, s.Field, s.Text)
		}
		got += s.End - s.Start
		for i := s.Start; i < s.End; i++ {
			if is[i] {
				both++
			}
		}
	}
	if f1 := 2 * float64(both) / float64(got+want); f1 < 0.97 {
		t.Errorf("F1 over bytes is %.3f: %d marked, %d to be marked, %d of them both", f1, got, want, both)
	}
}

// TestReviewClean cleans the page: the article comes back, every sentence closed.
func TestReviewClean(t *testing.T) {
	want, err := os.ReadFile("testdata/review.clean.txt")
	if err != nil {
		t.Fatal(err)
	}
	status, out, errs := boardspam(t, "", "clean", "testdata/review.txt")
	if status != statusClean || errs != "" {
		t.Fatalf("status %d, %s", status, errs)
	}
	if out != string(want) {
		for i, line := range strings.Split(out, "\n") {
			if wanted := strings.Split(string(want), "\n"); i >= len(wanted) || line != wanted[i] {
				t.Fatalf("line %d is\n%s", i+1, line)
			}
		}
	}
}

// TestReviewPeople reads the page as a moderator does.
func TestReviewPeople(t *testing.T) {
	g := readGold(t, "testdata/review.spans.json")
	status, out, _ := boardspam(t, "", "check", "testdata/review.txt")
	if status != statusSpam || !strings.HasPrefix(out, "reject ") {
		t.Errorf("status %d, %.40q", status, out)
	}
	for _, s := range g.Spans {
		if !strings.Contains(out, "«"+s.Text+"»") {
			t.Errorf("%q is not marked", s.Text)
		}
	}
	if status, out, _ = boardspam(t, "", "explain", "testdata/review.txt"); status != 0 || !strings.Contains(out, "speaks for spam") {
		t.Errorf("explain: status %d\n%s", status, out)
	}
}
