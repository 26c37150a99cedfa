package fluency

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"unicode/utf8"
)

func TestJoin(t *testing.T) {
	m := Korean()
	tests := []struct{ left, close, apart string }{
		{"회의에서 그렇게 말했", "다. 이어서", "장소를 옮겨"},
		{"이 영화는 정말 재미", "있어요 추천", "다. 그리고"},
		{"이번 일에 책임을 지", "고 물러났다", "에서 만난"},
		{"많은 사람들이 모", "여 있었다", "은행 창구"},
		{"대통령은 국민에게 사과", "하고 자리", "며 웃었다"},
	}
	for _, tt := range tests {
		if c, a := m.Join(tt.left, tt.close), m.Join(tt.left, tt.apart); c <= a {
			t.Errorf("%q: goes on with %q %.1f, with %q %.1f", tt.left, tt.close, c, tt.apart, a)
		}
	}
	if m.Join("", "가") != 0 || m.Join("가", "") != 0 {
		t.Error("an empty side says something")
	}
}

func TestReadDamaged(t *testing.T) {
	var c Counter
	c.Add("가나다라 가나다")
	var file bytes.Buffer
	made := c.Model(1)
	if err := made.Write(&file, "# test"); err != nil {
		t.Fatal(err)
	}
	if read, err := Read(file.Bytes()); err != nil || read.floor != made.floor || !slices.Equal(read.slots, made.slots) {
		t.Fatal("a model changed on its way through a file: ", err)
	}
	head := bytes.Index(file.Bytes(), []byte("\n\n"))
	for i := range file.Len() {
		if _, err := Read(file.Bytes()[:i]); err == nil {
			t.Errorf("read %d of %d bytes without an error", i, file.Len())
		}
		if i <= head && i > len(magic) {
			continue // words for people
		}
		flipped := bytes.Clone(file.Bytes())
		flipped[i] ^= 0x10
		if _, err := Read(flipped); err == nil {
			t.Errorf("read a file with byte %d flipped without an error", i)
		}
	}
}

// TestJoinNews measures how well the model tells the true continuation of news
// text, which it has not learnt from, from one taken elsewhere.
func TestJoinNews(t *testing.T) {
	texts := newsTexts(t)
	m, rng := Korean(), rand.New(rand.NewPCG(1, 2))
	var right, wrong []float64
	for _, text := range texts {
		if len(text) < 1500 {
			continue
		}
		for range 10 {
			cut, other := runeStart(text, 50+rng.IntN(1200)), runeStart(text, 50+rng.IntN(1200))
			right = append(right, m.Join(text[:cut], text[cut:]))
			wrong = append(wrong, m.Join(text[:cut], text[other:]))
		}
	}
	slices.Sort(wrong)
	sum := 0.0
	for _, r := range right {
		n, _ := slices.BinarySearch(wrong, r)
		sum += float64(n)
	}
	auc := sum / float64(len(right)) / float64(len(wrong))
	t.Logf("AUC %.3f of %d cuts", auc, len(right))
	if auc < 0.80 {
		t.Errorf("AUC %.3f, want at least 0.80", auc)
	}
}

func newsTexts(t *testing.T) (texts []string) {
	f, err := os.Open("../../../../shared/data/dev/ko_news_ham.jsonl")
	if err != nil {
		t.Skip("the measuring data is not here: ", err)
	}
	defer f.Close()
	for d := json.NewDecoder(f); d.More(); {
		var post struct{ Text string }
		if err := d.Decode(&post); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, post.Text)
	}
	return texts
}

// runeStart returns the next start of a character at or behind i.
func runeStart(s string, i int) int {
	for !utf8.RuneStart(s[i]) {
		i++
	}
	return i
}

func BenchmarkRead(b *testing.B) {
	b.SetBytes(int64(len(korean)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := unpack(korean); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkJoin(b *testing.B) {
	m := Korean()
	b.ReportAllocs()
	for b.Loop() {
		m.Join("회의에서 그렇게 말했", "다. 이어서")
	}
}
