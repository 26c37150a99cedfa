package main

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"testing"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
)

// BenchmarkPipeline measures what check --json does with a post besides
// judging it: reading, passing on, writing.
func BenchmarkPipeline(b *testing.B) {
	const posts = 20_000
	var in bytes.Buffer
	for i := range posts {
		fmt.Fprintf(&in, `{"id": "news/%d", "label": "ham", "lang": "ko", "text": "산장은 다음 달에 문을 연다고 하니 그때 다시 가 보려고 합니다.", "title": "산장 소식", "group": "none"}`+"\n", i)
	}
	v := spam.Check(spam.Post{Body: "산장은 다음 달에 문을 연다고 합니다."})
	b.SetBytes(int64(in.Len()))
	b.ReportAllocs()
	for b.Loop() {
		c := &console{in: bytes.NewReader(in.Bytes()), out: io.Discard, errs: io.Discard}
		from := input{Format: "auto", Encoding: "auto"}
		p := &pipeline{console: c, jobs: 1, speak: func(b []byte, s *corpus.Sample) ([]byte, spam.Action) {
			return appendVerdict(b, s, v), v.Action
		}}
		p.run(func(idle func()) iter.Seq2[corpus.Sample, error] { return from.posts(c, idle) })
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(posts*b.N), "ns/post")
}

// TestPipelineReuses passes on more posts than batches hold, a few large ones
// among them, and expects all of them in order.
func TestPipelineReuses(t *testing.T) {
	var in bytes.Buffer
	const posts = 2000
	for i := range posts {
		size := 1
		if i%500 == 7 {
			size = 5 * batchBytes
		}
		fmt.Fprintf(&in, "{\"id\":%d,\"body\":%q}\n", i, bytes.Repeat([]byte{'a'}, size))
	}
	var out bytes.Buffer
	c := &console{in: &in, out: &out, errs: io.Discard}
	from := input{Format: "auto", Encoding: "auto"}
	p := &pipeline{console: c, jobs: 3, speak: func(b []byte, s *corpus.Sample) ([]byte, spam.Action) {
		return fmt.Appendf(b, "%s %s\n", s.ID, s.Body), spam.Hold
	}}
	counts, err := p.run(func(idle func()) iter.Seq2[corpus.Sample, error] { return from.posts(c, idle) })
	if err != nil || counts[spam.Hold] != posts {
		t.Fatalf("%v, %v", counts, err)
	}
	for i, line := range bytes.Split(bytes.TrimSpace(out.Bytes()), []byte("\n")) {
		if id := fmt.Sprintf("%d a", i); !bytes.HasPrefix(line, []byte(id)) {
			t.Fatalf("line %d is %.20s", i, line)
		}
	}
}
