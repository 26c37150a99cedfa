package corpus

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/boardspam/boardspam/.ci/stopwatch"
)

// TestReadHostile reads files that were made to take long. Ten times the
// bytes may take about ten times as long.
func TestReadHostile(t *testing.T) {
	const head = "제목\n\n페이지 정보\n\n작성자 a\n\n"
	tests := []struct {
		name, format, before, again, after string
	}{
		{"lines of blanks", "page", head + "본문\n", " \n", "댓글목록\n"},
		{"fields", "page", "제목\n\n페이지 정보\n\n", "작성자 작성일 관련링크 http://a.test\n", "\n본문\n"},
		{"bodies", "page", head, "본문\n", ""},
		{"feet", "page", head + "본문\nb\n", "추천 1\n", ""},
		{"comments", "page", head + "본문\nb\n댓글목록\n", "a님의 댓글\n작성일\n", ""},
		{"dates above a comment", "page", head + "본문\nb\n댓글목록\na님의 댓글\n", "\n작성일\n", ""},
		{"open tags", "page", `<div id="bo_v_con">`, "<div>", ""},
		{"closed tags", "page", `<div id="bo_v_con">`, "</div>", skinEnd},
		{"bodies of HTML", "page", "", `<div id="bo_v_con">`, ""},
		{"comments of HTML", "page", `<div id="bo_v_con"></div>`, `<article id="c_1">`, ""},
		{"names of HTML", "page", `<div id="bo_v_con"></div>`, `<span class="sv_member">`, ""},
		{"open brackets", "page", `<div id="bo_v_con">`, "<", ""},
		{"rows", "csv", "제목,내용\n", "\"", ""},
		{"columns", "csv", "제목,내용\n", ",", "\n"},
		{"parentheses", "sql", "INSERT INTO g5_write_a VALUES (", "(", ""},
		{"values", "sql", "INSERT INTO g5_write_a VALUES (", "1,", ""},
		{"statements", "sql", "", "INSERT INTO g5_write_a VALUES (1);", ""},
		{"elements", "wxr", "<rss>", "<a>", ""},
		{"comments of WordPress", "wxr", "<rss>", "<comment>", ""},
		{"arrays", "json", "", "[", ""},
		{"objects", "json", "[", `{"a":`, ""},
		{"blanks", "json", "", " ", ""},
		{"lines", "jsonl", "", "{\n", ""},
		{"quotes", "samples", "", "\"", "\n"},
	}
	for _, test := range tests {
		t.Run(test.format+"/"+test.name, func(t *testing.T) {
			const fast, slow = 300 * time.Millisecond, 3 * time.Second
			took := func(size int, enough time.Duration) time.Duration {
				text := test.before + strings.Repeat(test.again, size/len(test.again)) + test.after
				return stopwatch.Quickest(enough, func() {
					for range Read(strings.NewReader(text), File{Name: "f", Format: test.format, Encoding: "utf-8", Comments: true}) {
					}
				})
			}
			small, large := took(100_000, fast), took(1_000_000, slow)
			if large > 40*small && large > slow || large > 10*slow {
				t.Errorf("100 kB take %v, 1 MB takes %v", small, large)
			}
			if testing.Verbose() {
				t.Logf("100 kB take %v, 1 MB takes %v", small, large)
			}
		})
	}
}

// An endless repeats one byte for ever.
type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

// TestReadEndless reads posts that do not end.
func TestReadEndless(t *testing.T) {
	if testing.Short() {
		t.Skip("reads as much as one post may take")
	}
	for format, begun := range map[string]string{"csv": "제목,내용\n하나,\"둘", "json": `{"body":"`, "text": "하나"} {
		var last error
		for _, err := range Read(io.MultiReader(strings.NewReader(begun), endless('a')), File{Name: "f", Format: format, Encoding: "utf-8"}) {
			last = err
		}
		if last == nil || !strings.Contains(last.Error(), "more than 67108864 bytes") {
			t.Errorf("%s: %v", format, last)
		}
	}
}
