package signal

import (
	"strings"
	"testing"
	"time"

	"github.com/boardspam/boardspam/.ci/stopwatch"
	"github.com/boardspam/boardspam/spam/document"
)

// TestManyContacts holds signals against texts that have as much as possible
// of what they look for.
func TestManyContacts(t *testing.T) {
	for _, piece := range []string{
		"카톡 abc123 대출 ", "@seller99 카지노 ", "010-1234-5678 대출 ", "가입코드 1234 카지노 첫충 ", "'카지노12' 검색 ",
		"raja88 menang cuan ", "경찰 카지노 ", "#카지노사이트#바카라 ", "카지노추천 http://a1.top ", "customer service number 1-800-123-4567 ", "야\n마\n토\n",
	} {
		body := strings.Repeat(piece, 1<<19/len(piece))
		p := document.Post{Body: body}
		const limit = 10 * time.Second
		took := stopwatch.Quickest(limit, func() {
			var sink Sink
			sink.Run(document.Read(&p), Builtin())
		})
		if took > limit {
			t.Errorf("%q, many times: %v for %d bytes", piece, took, len(body))
		} else {
			t.Logf("%q: %v", piece, took)
		}
	}
}
