package model

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/boardspam/boardspam/spam/document"
)

// small returns a model learnt from a handful of posts, and those posts.
func small(seed uint64) (*Model, []document.Post) {
	l := Learner{Seed: seed}
	var posts []document.Post
	for i := range 300 {
		ham := document.Post{Body: fmt.Sprintf("the bus to the harbour leaves at %d past nine from stop %d", i%60, i)}
		spam := document.Post{Body: fmt.Sprintf("win %d coins today, claim the bonus now at reward number %d", i*10, i)}
		posts = append(posts, ham, spam)
		l.Add(document.Read(&ham), nil, Label{Held: i%5 == 0, Weight: 1})
		l.Add(document.Read(&spam), nil, Label{Spam: true, Held: i%5 == 0, Weight: 1})
	}
	m := l.Learn()
	m.Card = Card{Name: "small", Version: "1", Date: "2026-11-22", Licence: "MIT", Sources: []string{"a", "b"}}
	return m, posts
}

func fileOf(t testing.TB, m *Model) []byte {
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// reread writes a model and returns its file, and what is read from that.
func reread(t testing.TB, m *Model) (file []byte, again *Model) {
	t.Helper()
	file = fileOf(t, m)
	again, err := Read(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file, fileOf(t, again)) {
		t.Error("read and written again, the file differs")
	}
	return file, again
}

func TestFile(t *testing.T) {
	m, posts := small(1)
	file, again := reread(t, m)
	if diff := cmp.Diff(m.Card, again.Card); diff != "" {
		t.Error(diff)
	}
	for _, p := range posts[:10] {
		d := document.Read(&p)
		if a, b := m.Score(d, nil).LogOdds, again.Score(d, nil).LogOdds; a != b {
			t.Errorf("%q: %v, read again %v", p.Body, a, b)
		}
	}
	same, _ := small(1)
	if !bytes.Equal(file, fileOf(t, same)) {
		t.Error("learnt again, the file differs")
	}
}

func TestLearnt(t *testing.T) {
	m, posts := small(1)
	for i, p := range posts {
		s := m.Score(document.Read(&p), nil)
		if spam := i%2 == 1; (s.Probability > 0.5) != spam {
			t.Errorf("%q: p = %.3f", p.Body, s.Probability)
		}
	}
	// Padding does not hide a spam sentence, and what was never seen is not spam.
	pad := strings.Repeat("the bus to the harbour leaves at 10 past nine from the next stop.\n", 40)
	padded := document.Post{Body: pad + "win 500 coins today, claim the bonus now at reward number 7\n" + pad}
	s := m.Score(document.Read(&padded), nil)
	if s.Probability < 0.5 {
		t.Errorf("padded: p = %.3f", s.Probability)
	}
	found := s.Parts[len(s.Parts)-1].Finding
	if text := found.Span.In(&padded); !strings.Contains(text, "claim the bonus") || len(text) > 200 {
		t.Errorf("padded: found %q", text)
	}
	strange := document.Post{Body: "오늘은 날씨가 아주 맑아서 산책을 다녀왔습니다"}
	if s := m.Score(document.Read(&strange), nil); s.Probability > 0.2 || s.Known > 0.2 {
		t.Errorf("strange: p = %.3f, known %.2f", s.Probability, s.Known)
	}
}

// Every file that is cut short or has a byte changed is refused, with a reason.
func TestBrokenFile(t *testing.T) {
	m, _ := small(1)
	file := fileOf(t, m)
	for n := 0; n < len(file); n += 1 + n/50 {
		if _, err := Read(bytes.NewReader(file[:n])); err == nil {
			t.Fatalf("cut after %d bytes: no error", n)
		}
		broken := bytes.Clone(file)
		broken[n] ^= 0x20
		if _, err := Read(bytes.NewReader(broken)); err == nil {
			t.Fatalf("byte %d changed: no error", n)
		}
	}
}

func TestHeaderErrors(t *testing.T) {
	tests := []struct{ header, want string }{
		{"colour red", `line 3: "colour": unknown key`},
		{"hold high", `line 3: "hold": "high" is not a number below a million`},
		{"hold 0.5\nprior 1e9", `line 4: "prior": "1e9" is not a number below a million`},
		{"script runes 1", `line 3: "script": unknown script "runes"`},
		{"base 10 1", `line 3: "base": not a length and six numbers`},
		{"base 10 0.1 0.2 5 20 1 0", `line 3: "base": out of range`},
		{"hold 0.5", `no "reject"`},
	}
	for _, tt := range tests {
		_, err := (&Model{evidence: evidence{}}).parseHeader(tt.header)
		if err == nil || err.Error() != tt.want {
			t.Errorf("%q: error %v, want %s", tt.header, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	m, _ := small(1)
	f.Add(fileOf(f, m))
	f.Add([]byte(magic + "\nxxh64 0\nhold 1\n\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := Read(bytes.NewReader(b)); err == nil && !bytes.Equal(fileOf(t, m), b) {
			t.Error("a file is read that is not written so")
		}
		m := &Model{evidence: evidence{}}
		m.parseHeader(string(b))
	})
}

func FuzzScore(f *testing.F) {
	m, posts := small(1)
	f.Add(posts[0].Body)
	f.Add("a\n\nb.c\x00\xff http://x.test ㄱ Ａ")
	f.Fuzz(func(t *testing.T, s string) {
		p := document.Post{Title: s, Body: s + "\n" + s, Author: document.Author{Name: s}}
		score := m.Score(document.Read(&p), nil)
		sum := score.Prior
		for _, part := range score.Parts {
			sum += part.Weight
			if sp := part.Finding.Span; sp.Len() < 0 || sp.End > len(p.Text(sp.Field)) {
				t.Errorf("span %v", sp)
			}
		}
		if sum != score.LogOdds || score.Known < 0 || score.Known > 1 {
			t.Errorf("%+v", score)
		}
	})
}
