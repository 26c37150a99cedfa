package corpus

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// scanned lines are read by a postScanner, unscanned ones are left to encoding/json.
var (
	scannedLines = []string{
		`{"body":"a","author":{"name":"kim","url":"u","email":"e","ip":"1.2.3.4","id":5,"posts":0,"approved":12,"age_days":3,"role":"admin"}}`,
		`{"body":"a","link":"c","links":["a","b"]}`, `{"body":"a","links":[]}`, `{"body":"\ud83c\udf4a\uD55C\"\\"}`, `{"id":0,"edit_of":7,"body":"a"}`,
		`{"body":"a","score":3,"x":null,"colour":"\n","author":{"shoe":-1.5e3}}`, `{"body":"a","posted":"2026-01-02T03:04:05Z"}`,
		`{"body":"a","author.name":"x"}`, `{"body":"a","author":"kim","author":{"role":"r"}}`,
		`{"body":"b"}`, `{"id":"1","text":"글 <b>","lang":"ko","label":"spam","group":"g"}`, ` { "id" : 17 , "body" : "" } `,
		`{"body":"a\n\"\\\/\b\f\r\t\u00e9\uac00","author":"kim","link":"http://a.test","format":"html"}`, `{"body":"a","body":"b"}`,
	}
	unscannedLines = []string{
		``, `{}`, `[]`, `{"body":1}`, `{"body":"a"`, `{"body":"a"}x`, `{"body":"a",}`, `{"Body":"a"}`, `{"body":"\ud83c"}`, `{"body":"\udf4a\ud83c"}`, `{"body":"\x"}`, `{"body":"\u12"}`, `{"body":"\`,
		`{"body":null}`, `{"body":"a","author":{"Name":"x"}}`, `{"body":"a","links":["x"],"links":["y"]}`, `{"body":"a","links":["x",]}`, `{"body":"a","links":[1]}`, "{\"body\":\"\xff\"}", "{\"body\":\"\x01\"}",
		`{"id":01,"body":"a"}`, `{"id":1.5,"body":"a"}`, `{"body":"a","text":"b"}`, `{"body":"a","format":"rtf"}`, `{"body":"a","score":03}`, `{"body":"a","score":}`, `{"body":"a","spans":null}`, `{"body":"a","x":[]}`, `{"body":"a","X":1}`,
		`{"body":"a" "id":"b"}`, `{,"body":"a"}`, `{"body":"a","posted":"yesterday"}`, `{"body":"a","author":{"posts":-1}}`,
	}
)

func TestPostScanner(t *testing.T) {
	for _, line := range scannedLines {
		var want Sample
		if err := json.Unmarshal([]byte(line), &want); err != nil {
			t.Fatal(line, err)
		}
		var got Sample
		if ok := new(postScanner).scan(&got, []byte(line)); !ok || !cmp.Equal(want, got) {
			t.Errorf("%s: %v\n%s", line, ok, cmp.Diff(want, got))
		}
	}
	for _, line := range unscannedLines {
		var s Sample
		if new(postScanner).scan(&s, []byte(line)) {
			t.Errorf("%s is read as %+v", line, s)
		}
	}
}

func FuzzPostScanner(f *testing.F) {
	for _, line := range append(scannedLines, unscannedLines...) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		var got, want Sample
		if !new(postScanner).scan(&got, []byte(line)) {
			return
		}
		if err := json.Unmarshal([]byte(line), &want); err != nil || !cmp.Equal(want, got) {
			t.Errorf("%q: %v\n%s", line, err, cmp.Diff(want, got))
		}
	})
}

func BenchmarkPostScanner(b *testing.B) {
	const line = `{"id": "news/12", "label": "ham", "lang": "ko", "text": "산장은 다음 달에 문을 연다고 하니 그때 다시 가 보려고 합니다.\n정말 기대됩니다", "group": "news"}`
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	var p postScanner
	for b.Loop() {
		p.scan(new(Sample), []byte(line))
	}
}
