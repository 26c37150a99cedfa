package signal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
)

// FuzzSignals runs every signal on what others than people may send.
func FuzzSignals(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range strings.Split(string(text), "\n--\n") {
			f.Add("카지노 10원야마토", c)
		}
	}
	f.Fuzz(func(t *testing.T, title, body string) {
		p := document.Post{Title: title, Body: body, Links: []string{title}, Author: document.Author{Name: title}}
		var sink Sink
		sink.Run(document.Read(&p), Builtin())
		for _, found := range sink.Findings {
			s := found.Span
			if s.Start < 0 || s.Start > s.End || s.End > len(p.Text(s.Field)) {
				t.Errorf("%s: span %+v of a field of %d bytes", found.Signal, s, len(p.Text(s.Field)))
			}
		}
	})
}
