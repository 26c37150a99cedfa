package fold

import (
	"strings"
	"testing"

	"github.com/boardspam/boardspam/.ci/shared"
)

func BenchmarkFold(b *testing.B) {
	for _, name := range []string{"ko_news_ham", "ko_news_comments_ham", "ru_telegram_tizhproger", "id_judol_gbennnn"} {
		b.Run(name, func(b *testing.B) {
			texts, size := shared.Texts(b, name)
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
