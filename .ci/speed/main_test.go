package main

import (
	"testing"

	"github.com/boardspam/boardspam/.ci/readme"
)

func TestStageTable(t *testing.T) {
	whole := parse(`goos: linux
BenchmarkCheck/ko_news_ham         	     270	    424081 ns/op	   6.51 MB/s	   424000 cpu-ns/post	      2358 posts/cpu-s	   6.51 MB/cpu-s	   87216 B/op	       2 allocs/op
BenchmarkCheck/ko_news_ham         	     270	    520000 ns/op	   5.53 MB/s	   420000 cpu-ns/post	      2380 posts/cpu-s	   6.53 MB/cpu-s	   87216 B/op	       2 allocs/op
BenchmarkLimit/decode-and-hash     	   10000	     11878 ns/op	 232.52 MB/s	   11878 cpu-ns/post	     84187 posts/cpu-s	 232.52 MB/cpu-s	       0 B/op	       0 allocs/op
PASS
`)
	apart := parse(`BenchmarkStage/ko_news_ham/fold   10  1500 ns/op  3 MB/s
BenchmarkStage/ko_news_ham/read   10  2000 ns/op
BenchmarkStage/ko_news_ham/read+words   10  5000 ns/op
BenchmarkStage/ko_news_ham/model   10  15000 ns/op
BenchmarkSignal/ko_news_ham/place   10  15000 ns/op
BenchmarkSignal/ko_news_ham/words   10  25000 ns/op
BenchmarkSignal/html/place   10  35000 ns/op
BenchmarkSignal/html/words   10  45000 ns/op`)
	facts := append(readme.Table{{"", ""}}, limits(whole)...)
	want := `
| µs a post | fold | links | read | words | signals | rules | model | json | **whole** | posts/s | MB/s | allocations |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| ` + "`ko_news_ham`" + ` | 1.50 | 0.00 | 2.00 | 3.00 | 0.00 | 0.00 | 15.0 | 0.00 | **420** | 2,380 | 6.53 | 2 |

| µs a post, signals, with what they share | place | words |
| --- | ---: | ---: |
| ` + "`ko_news_ham`" + ` | 15.0 | 25.0 |
| ` + "`html`" + ` | 35.0 | 45.0 |

|  |  |
| --- | ---: |
| the machine's own limit on ` + "`ko_news_ham`" + `: decode-and-hash | 233 MB/s |
`
	if got := stageTable(whole, apart).String() + groupTable(apart).String() + facts.String(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
