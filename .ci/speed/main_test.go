package main

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	const out = `goos: linux
BenchmarkCheck/ko_news_ham-2         	     270	    424081 ns/op	   6.51 MB/s	      2358 posts/s	   87216 B/op	       2 allocs/op
BenchmarkCheck/html     	     361	    374948.5 ns/op	   7.86 MB/s	      2667.5 posts/s	   14694 B/op	      40 allocs/op
BenchmarkLimit/decode-and-hash-2     	   10000	     11878 ns/op	 232.52 MB/s	     84187 posts/s	       0 B/op	       0 allocs/op
PASS
`
	rows := append(parse(out), row{"process", 2500, 1, 3, -1})
	want := "| `ko_news_ham` | 424.1 | 2358 | 6.5 | 2 |\n" +
		"| `html` | 374.9 | 2668 | 7.9 | 40 |\n" +
		"| the machine's limit on `ko_news_ham`: decode-and-hash | 11.9 | 84187 | 232.5 | 0 |\n" +
		"| process | 2.5 | 3 | 1.0 |  |\n"
	got, err := replace("a\n"+begin+"old"+end+"z\n", table(rows))
	if err != nil || !strings.HasSuffix(got, want+"\n"+end+"z\n") || !strings.HasPrefix(got, "a\n"+begin) {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
	if _, err := replace(begin, ""); err == nil {
		t.Error("replaced nothing")
	}
}
