package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/boardspam/boardspam/spam/document"
)

// openJournal opens a journal whose clock stands still.
func openJournal(t *testing.T, name string) *Journal {
	t.Helper()
	j, err := OpenJournal(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	j.now = func() time.Time { return time.Date(2026, 11, 22, 1, 2, 3, 0, time.UTC) }
	return j
}

func post(id, body string) Sample { return Sample{Post: document.Post{ID: id, Body: body}} }

func TestJournal(t *testing.T) {
	name := filepath.Join(t.TempDir(), "journal.jsonl")
	j := openJournal(t, name)
	steps := []struct {
		post  Sample
		label Label
		news  bool
	}{
		{post("1", "쿠폰"), Spam, true},
		{post("1", "쿠폰"), Spam, false},
		{post("1", "쿠폰 드림"), Spam, false}, // an ID is one post, whatever it says
		{post("2", "눈"), Ham, true},
		{post("", "이름 없는 글"), Spam, true},
		{post("", "이름 없는 글"), Spam, false},
		{post("1", "쿠폰"), Ham, true}, // the keeper has changed his mind
		{post("2", ""), Forget, true},
		{post("2", ""), Forget, false},
		{post("9", ""), Forget, false}, // nothing to forget
	}
	for i, step := range steps {
		if news, err := j.Learn(step.post, step.label); news != step.news || err != nil {
			t.Errorf("step %d: %v %v", i, news, err)
		}
	}
	for id, want := range map[string]Label{"1": Ham, "2": Unlabelled, "9": Unlabelled} {
		if got := j.Label(&Sample{Post: document.Post{ID: id}}); got != want {
			t.Errorf("post %s is %q, want %q", id, got, want)
		}
	}
	again := openJournal(t, name)
	if diff := cmp.Diff(j.label, again.label); diff != "" {
		t.Errorf("opened again: %s", diff)
	}
	want := "3 sha256:" + strings.TrimPrefix(Key(&Sample{Post: document.Post{Body: "이름 없는 글"}}), "sha256:") + " spam\n4 1 ham\n"
	if got := replay(t, name); got != want {
		t.Errorf("replay\n%s, want\n%s", got, want)
	}
	if _, err := j.Learn(post("1", ""), "maybe"); err == nil {
		t.Error("learnt an unknown label")
	}
}

// replay returns a line for each post that a journal gives back.
func replay(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for s, err := range ReadJournal(strings.NewReader(string(b)), name) {
		if err != nil {
			out.WriteString("error\n")
			continue
		}
		out.WriteString(strings.Join([]string{string(rune('0' + s.Line)), s.ID, string(s.Label)}, " ") + "\n")
	}
	return out.String()
}

// TestJournalCrash opens a journal whose last line was not written to its end.
func TestJournalCrash(t *testing.T) {
	name := filepath.Join(t.TempDir(), "journal.jsonl")
	if err := os.WriteFile(name, []byte(`{"id":"1","label":"spam","body":"a"}`+"\n"+`{"id":"2","la`), 0o666); err != nil {
		t.Fatal(err)
	}
	j := openJournal(t, name)
	if news, err := j.Learn(post("3", "b"), Ham); !news || err != nil {
		t.Fatal(news, err)
	}
	if got, want := replay(t, name), "error\n1 1 spam\n3 3 ham\n"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestJournalShared adds to one file through two Journals at once.
func TestJournalShared(t *testing.T) {
	name := filepath.Join(t.TempDir(), "journal.jsonl")
	var wait sync.WaitGroup
	for range 2 {
		j := openJournal(t, name)
		for n := range 20 {
			wait.Go(func() {
				if _, err := j.Learn(post(string(rune('a'+n)), strings.Repeat("눈", 2000)), Spam); err != nil {
					t.Error(err)
				}
			})
		}
	}
	wait.Wait()
	if got := strings.Count(replay(t, name), " spam\n"); got != 20 {
		t.Errorf("%d posts:\n%s", got, replay(t, name))
	}
}
