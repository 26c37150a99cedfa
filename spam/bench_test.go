package spam_test

import (
	"strings"
	"testing"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/.ci/stopwatch"
	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fold"
	"github.com/boardspam/boardspam/spam/internal/linkify"
	"github.com/boardspam/boardspam/spam/model"
	"github.com/boardspam/boardspam/spam/signal"
)

// A load is posts of one shape that speed is measured on.
type load struct {
	name  string
	posts []spam.Post
	bytes int // of their bodies
}

// benchmarkSets are the development sets among the loads: short comments,
// news, posts with links.
var benchmarkSets = []string{"ko_news_ham", "ko_news_comments_ham", "id_judol_muzazr", "stackexchange"}

// loads returns every load: the sets, the news as a page of HTML, and hostile input.
func loads(b *testing.B) (all []load) {
	for _, set := range benchmarkSets {
		all = append(all, readLoad(b, set))
	}
	html := load{name: "html"}
	for _, p := range all[0].posts {
		p.Body = asPage(p.Body)
		p.Format = document.HTML
		html.add(p)
	}
	hostile := load{name: "hostile"}
	for _, unit := range []string{"http://a1.b2c.club ", "a.club 릴게임\n", "카\u200b", "1.1.1.", "<a href=\"", "a@b.", "바다이야기", "a[.]com (dot) "} {
		hostile.add(spam.Post{Body: strings.Repeat(unit, 10_000/len(unit)), Format: document.HTML})
	}
	return append(all, html, hostile)
}

// asPage returns a text as a board's editor writes it.
func asPage(text string) string {
	text = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
	return "<div class=\"view\"><p>" + strings.ReplaceAll(text, "\n", "</p>\n<p><br>") + "</p></div>"
}

func (l *load) add(p spam.Post) {
	l.posts = append(l.posts, p)
	l.bytes += len(p.Body)
}

// readLoad reads a thousand posts from all over a development set, or skips the
// benchmark if it is not here.
func readLoad(b *testing.B, set string) load {
	posts, err := corpus.ReadFile(shared.File(b, "data/dev/"+set+".jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	l := load{name: set}
	const enough = 1000
	for i := range min(enough, len(posts)) {
		l.add(posts[i*len(posts)/min(enough, len(posts))].Post)
	}
	return l
}

// run measures do, which is called with one post after the other, in an order
// that has nothing to do with theirs.
func (l *load) run(b *testing.B, name string, do func(i int)) {
	b.Run(name, func(b *testing.B) {
		b.SetBytes(int64(l.bytes / len(l.posts)))
		b.ReportAllocs()
		const stride = 617                      // a prime
		for n := range min(100, len(l.posts)) { // what is made on first use
			do(n * stride % len(l.posts))
		}
		n, start := 0, stopwatch.Processor()
		for b.Loop() {
			do(n * stride % len(l.posts))
			n++
		}
		took := (stopwatch.Processor() - start).Seconds()
		b.ReportMetric(1e9*took/float64(n), "cpu-ns/post")
		b.ReportMetric(float64(n)/took, "posts/cpu-s")
		b.ReportMetric(float64(n*l.bytes/len(l.posts))/took/1e6, "MB/cpu-s")
	})
}

// BenchmarkCheck measures the whole.
func BenchmarkCheck(b *testing.B) {
	for _, l := range loads(b) {
		l.run(b, l.name, func(i int) { spam.Check(l.posts[i]) })
	}
}

// BenchmarkCheckParallel measures the whole on all processors.
func BenchmarkCheckParallel(b *testing.B) {
	l := readLoad(b, "ko_news_comments_ham")
	b.SetBytes(int64(l.bytes / len(l.posts)))
	b.RunParallel(func(pb *testing.PB) {
		for i := 0; pb.Next(); i++ {
			spam.Check(l.posts[i%len(l.posts)])
		}
	})
}

// BenchmarkStage measures each step of Check by itself, on posts that the
// steps before it have been through.
func BenchmarkStage(b *testing.B) {
	for _, l := range loads(b) {
		b.Run(l.name, l.stages)
	}
}

func (l *load) stages(b *testing.B) {
	docs := l.documents()
	findings := make([][]signal.Finding, len(docs))
	for i := range docs {
		var sink signal.Sink
		sink.Run(docs[i], signal.Builtin())
		findings[i] = sink.Findings
	}
	l.run(b, "fold", func(i int) { fold.Fold(l.posts[i].Body) })
	l.run(b, "links", func(i int) { linkify.Find(l.posts[i].Body) })
	var doc document.Document
	l.run(b, "read", func(i int) { doc.Reuse(&l.posts[i], rules.Builtin()) })
	l.run(b, "read+words", func(i int) {
		doc.Reuse(&l.posts[i], rules.Builtin())
		for _, t := range doc.Texts {
			t.Words()
		}
	})
	var sink signal.Sink
	l.run(b, "signals", func(i int) {
		sink.Forget()
		sink.Run(docs[i], signal.Builtin())
	})
	weights := model.Builtin()
	l.run(b, "model", func(i int) { weights.Score(docs[i], findings[i]) })
	keeper := []signal.Signal{signal.Rules(rules.BuiltinSet())}
	l.run(b, "rules", func(i int) {
		sink.Forget()
		sink.Run(docs[i], keeper)
	})
	verdicts := make([]spam.Verdict, len(l.posts))
	for i := range l.posts {
		verdicts[i] = spam.Check(l.posts[i])
	}
	var out []byte
	l.run(b, "json", func(i int) { out = verdicts[i].AppendJSON(out[:0]) })
}

func (l *load) documents() []*document.Document {
	docs := make([]*document.Document, len(l.posts))
	for i := range l.posts {
		docs[i] = document.Read(&l.posts[i])
	}
	return docs
}

// BenchmarkSignal measures the signals of each group by themselves, with what
// they share with others.
func BenchmarkSignal(b *testing.B) {
	var groups []string
	signals := make(map[string][]signal.Signal)
	for _, s := range signal.Builtin() {
		group, _, _ := strings.Cut(s.Name, "/")
		if signals[group] == nil {
			groups = append(groups, group)
		}
		signals[group] = append(signals[group], s)
	}
	for _, l := range loads(b) {
		docs := l.documents()
		var sink signal.Sink
		for _, group := range groups {
			l.run(b, l.name+"/"+group, func(i int) {
				sink.Forget()
				sink.Run(docs[i], signals[group])
			})
		}
	}
}

// BenchmarkLimit measures what the machine can do with the bytes of a post at
// most: add them up, decode them, decode and hash them.
func BenchmarkLimit(b *testing.B) {
	l := readLoad(b, benchmarkSets[0])
	var sum, hash uint64
	l.run(b, "add", func(i int) {
		for _, c := range []byte(l.posts[i].Body) {
			sum += uint64(c)
		}
	})
	l.run(b, "decode", func(i int) {
		for _, r := range l.posts[i].Body {
			sum += uint64(r)
		}
	})
	l.run(b, "decode-and-hash", func(i int) {
		for _, r := range l.posts[i].Body {
			hash = (hash ^ uint64(r)) * 0x100000001B3
		}
	})
	if sum == 0 && hash == 0 {
		b.Error("nothing was measured")
	}
}
