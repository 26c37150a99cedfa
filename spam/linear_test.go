package spam

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/boardspam/boardspam/.ci/stopwatch"
	"github.com/boardspam/boardspam/spam/document"
)

// moreHostile are posts made to cost more time the longer they are.
var moreHostile = []struct{ name, unit string }{
	{"mentions", " @abcdefgh"},
	{"chains of single syllables", "바카라 장 "},
	{"phone numbers", "대출 010-1234-5678 "},
	{"half a phone number", "010-"},
	{"names in other letters", "加v信abc1234 "},
	{"brackets within brackets", "[["},
	{"quotations in brackets", "『검색』(“카지노"},
	{"different addresses", "http://www.a1.club/카지노?u=1 바카라 "},
	{"letters of several alphabets", "саsinо "},
	{"bold letters", "𝐜𝐚𝐬𝐢𝐧𝐨 "},
	{"nested elements", "<div><p style=color:red><b>"},
	{"comments", "<!-- <"},
	{"lists of words", "#카지노 #바카라 #토토 #슬롯 #릴게임 "},
	{"Chinese", "微信加我领取彩金百家乐"},
	{"kana", "おんらいんかじの"},
}

// BenchmarkLinear measures, for each hostile post in each format, the time per
// byte at 10 KB, and how much more it is at 100 KB and at 10 MB.
func BenchmarkLinear(b *testing.B) {
	for _, format := range []document.Format{document.Plain, document.HTML, document.Markdown, document.BBCode} {
		for _, h := range hostile {
			b.Run(fmt.Sprintf("%v/%s", format, h.name), func(b *testing.B) { growth(b, h.unit, format) })
		}
		for _, h := range moreHostile {
			b.Run(fmt.Sprintf("%v/%s", format, h.name), func(b *testing.B) { growth(b, h.unit, format) })
		}
	}
}

// growth reports the processor time that text of one unit takes at several
// sizes, each at best: a post of 10 MB takes more the first time, when the
// system has to find the memory.
func growth(b *testing.B, unit string, format document.Format) {
	const rounds = 3
	perByte := func(size, times int) float64 {
		post := Post{Body: strings.Repeat(unit, max(size/len(unit), 1)), Format: format}
		var best time.Duration
		for i := range rounds {
			start := stopwatch.Processor()
			for range times {
				Check(post)
			}
			if took := stopwatch.Processor() - start; i == 0 || took < best {
				best = took
			}
		}
		return float64(best.Nanoseconds()) / float64(times*len(post.Body))
	}
	var small, medium, large float64
	for b.Loop() {
		small, medium, large = perByte(10_000, 30), perByte(100_000, 3), perByte(10_000_000, 1)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(small, "ns/B")
	b.ReportMetric(medium/small, "at-100KB")
	b.ReportMetric(large/small, "at-10MB")
	b.ReportMetric(medium*0.1, "ms-per-100KB")
}
