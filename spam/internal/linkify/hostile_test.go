package linkify

import (
	"strings"
	"testing"
	"time"

	"github.com/boardspam/boardspam/.ci/stopwatch"
)

// hostile are pieces whose repetition makes careless scanners slow.
var hostile = []string{
	"1.", "1.1.1.1가.", "a.", "a.b", ".", "..", "://", "http://", "http:/", "a@", "a.com@", "[.]", "a[.]", "(dot)", " dot ", " . ", "a . ",
	"a b . ", "점", "a점", "a점com", "닷컴", "에이", "가", "가.", "。", "a。", "ａ．", "\u200b", "a\u200b.", "%41", "http://%41", "a.com/(", "a.com/((",
	"a.com/[", "http://a.com/x", "a.comhttp://", "a-\n", "http://a\n", "http:\\", "xn--", "xn--a.", "а.", "аррӏе.com", "𝐚.", "-", "_.", ",com",
	"a.com.", "a.com/가", "1.2.3.4/", "http://[", "::", "\xff.", "a.\xff", "www. ", "com ", ".com ", "a.com?a", "h.h://",
}

func TestFindIsLinear(t *testing.T) {
	size := 1 << 20
	if testing.Short() {
		size = 100 << 10
	}
	Find("a.com/(x)") // compiles what is compiled once
	for _, piece := range hostile {
		text := strings.Repeat(piece, size/len(piece))
		const limit = 2 * time.Second
		if took := stopwatch.Quickest(limit, func() { Find(text) }); took > limit {
			t.Errorf("%d bytes of %q: %v", len(text), piece, took)
		} else if testing.Verbose() {
			t.Logf("%-12q %v", piece, took)
		}
	}
}
