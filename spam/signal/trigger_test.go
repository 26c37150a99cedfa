package signal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/google/go-cmp/cmp"
)

// TestNeeds compares what the signals find in all posts of testdata with what
// they find if every one of them is asked.
func TestNeeds(t *testing.T) {
	all := append([]Signal(nil), Builtin()...)
	for i := range all {
		all[i].Needs = 0
	}
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no posts: ", err)
	}
	var some, every Sink
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range strings.Split(string(text), "\n--\n") {
			post, _ := parseCase(c)
			d := document.Read(&post)
			some.Forget()
			some.Run(d, Builtin())
			every.Forget()
			every.Run(d, all)
			if diff := cmp.Diff(every.Findings, some.Findings); diff != "" {
				t.Errorf("%s, post %d: (-all signals asked +as they need):\n%s", file, i+1, diff)
			}
		}
	}
}
