package corpus

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// scanned lines are read by scanPost, unscanned ones are left to encoding/json.
var (
	scannedLines = []string{
		`{"body":"b"}`, `{"id":"1","text":"글 <b>","lang":"ko","label":"spam","group":"g"}`, ` { "id" : 17 , "body" : "" } `,
		`{"body":"a\n\"\\\/\b\f\r\t\u00e9\uac00","author":"kim","link":"http://a.test","format":"html"}`, `{"body":"a","body":"b"}`,
	}
	unscannedLines = []string{
		``, `{}`, `[]`, `{"body":1}`, `{"body":"a"`, `{"body":"a"}x`, `{"body":"a",}`, `{"Body":"a"}`, `{"body":"\ud83c\udf4a"}`, `{"body":"\x"}`,
		`{"body":null}`, `{"body":"a","author":{"name":"x"}}`, `{"body":"a","links":["x"]}`, "{\"body\":\"\xff\"}", "{\"body\":\"\x01\"}",
		`{"id":01,"body":"a"}`, `{"id":1.5,"body":"a"}`, `{"body":"a","text":"b"}`, `{"body":"a","format":"rtf"}`, `{"body":"a","score":3}`,
		`{"body":"a" "id":"b"}`, `{,"body":"a"}`, `{"body":"a","posted":"2026-01-02T03:04:05Z"}`, `{"body":"a","author.name":"x"}`,
	}
)

func TestScanPost(t *testing.T) {
	for _, line := range scannedLines {
		var want Sample
		if err := json.Unmarshal([]byte(line), &want); err != nil {
			t.Fatal(line, err)
		}
		if got, ok := scanPost(line); !ok || !cmp.Equal(want, got) {
			t.Errorf("%s: %v\n%s", line, ok, cmp.Diff(want, got))
		}
	}
	for _, line := range unscannedLines {
		if s, ok := scanPost(line); ok {
			t.Errorf("%s is read as %+v", line, s)
		}
	}
}

func FuzzScanPost(f *testing.F) {
	for _, line := range append(scannedLines, unscannedLines...) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		got, ok := scanPost(line)
		if !ok {
			return
		}
		var want Sample
		if err := json.Unmarshal([]byte(line), &want); err != nil || !cmp.Equal(want, got) {
			t.Errorf("%q: %v\n%s", line, err, cmp.Diff(want, got))
		}
	})
}

func BenchmarkScanPost(b *testing.B) {
	const line = `{"id": "news/12", "label": "ham", "lang": "ko", "text": "산장은 다음 달에 문을 연다고 하니 그때 다시 가 보려고 합니다.\n정말 기대됩니다", "group": "news"}`
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		scanPost(line)
	}
}
