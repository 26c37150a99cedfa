package spam

import (
	"strings"
	"testing"

	"github.com/boardspam/boardspam/.ci/stopwatch"
	"github.com/boardspam/boardspam/spam/document"
)

// BenchmarkHostile measures what posts cost that were made to cost time, 100 kB
// each.
func BenchmarkHostile(b *testing.B) {
	for _, format := range []document.Format{document.Plain, document.HTML} {
		for _, h := range hostile {
			const size = 100 << 10
			post := Post{Body: strings.Repeat(h.unit, size/len(h.unit)), Format: format}
			b.Run(format.String()+"/"+h.name, func(b *testing.B) {
				b.SetBytes(int64(len(post.Body)))
				n, start := 0, stopwatch.Processor()
				for b.Loop() {
					Check(post)
					n++
				}
				b.ReportMetric(float64((stopwatch.Processor()-start).Nanoseconds())/float64(n), "cpu-ns/post")
			})
		}
	}
}
