package signal

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
)

// Every vocabulary says where it is from and stands in order, each word once.
func TestVocabularies(t *testing.T) {
	files, err := fs.Glob(vocabularyFiles, "vocabulary/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no vocabulary: %v", err)
	}
	for _, file := range files {
		data, err := vocabularyFiles.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(data), "\n\n")
		if !strings.HasPrefix(head, "# ") || !strings.Contains(head, "licence; 20") {
			t.Errorf("%s: its head does not give source, licence and date", file)
		}
		words := vocabulary(path.Base(file))()
		if len(words) == 0 || !slices.IsSorted(words) || len(slices.Compact(slices.Clone(words))) != len(words) {
			t.Errorf("%s: empty, out of order, or with a word twice", file)
		}
		for _, w := range words {
			if !words.has(w) || words.has(w+"\x00") {
				t.Errorf("%s: %q is looked up wrongly", file, w)
			}
		}
	}
}
