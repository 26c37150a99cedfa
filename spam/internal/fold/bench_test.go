package fold

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared returns the path of a file beside the repository, or skips.
func shared(tb testing.TB, name string) string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		path := filepath.Join(dir, "shared", name)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	tb.Skipf("no shared/%s beside the repository", name)
	return ""
}

// posts returns the texts of a file with one post a line.
func posts(tb testing.TB, name string) (texts []string, size int64) {
	tb.Helper()
	f, err := os.Open(shared(tb, name))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var p struct{ Text string }
		if err := json.Unmarshal(in.Bytes(), &p); err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, p.Text)
		size += int64(len(p.Text))
	}
	return texts, size
}

func BenchmarkFold(b *testing.B) {
	for _, name := range []string{"ko_news_ham", "ko_news_comments_ham", "ru_telegram_tizhproger", "id_judol_gbennnn"} {
		b.Run(name, func(b *testing.B) {
			texts, size := posts(b, "data/dev/"+name+".jsonl")
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range texts {
					Fold(s)
				}
			}
		})
	}
	for _, tt := range []struct{ name, unit string }{
		{"ascii", "the quick brown fox jumps over the lazy dog, 1234. "},
		{"hangul", "오늘은 날씨가 참 좋아서 산책을 나갔다. "},
		{"kana_han", "今日は天気が良いので散歩に出かけた。"},
		{"ascii_upper", "The Quick Brown Fox Jumps Over The Lazy Dog, 1234. "},
		{"cyrillic", "Сегодня хорошая погода, поэтому мы гуляли. "},
		{"styled", "𝑴𝑨𝑵𝑫𝑨𝙇𝙄𝙆𝘼𝟕𝟕 "},
	} {
		b.Run(tt.name, func(b *testing.B) {
			s := strings.Repeat(tt.unit, 1+2000/len(tt.unit))
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				Fold(s)
			}
		})
	}
}
