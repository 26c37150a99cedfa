package signal

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPackedVocabularies fails if vocabulary.gz is not what the files of
// vocabulary make.
func TestPackedVocabularies(t *testing.T) {
	files := readVocabularies(t)
	if *update {
		if err := os.WriteFile("vocabulary.gz", packVocabularies(t, files), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(files, vocabularies()); diff != "" {
		t.Fatalf("vocabulary.gz is stale: run go generate ./spam/signal\n%s", diff)
	}
}

// readVocabularies reads the files, each of which says where it is from.
func readVocabularies(t *testing.T) map[string]wordList {
	names, err := filepath.Glob("vocabulary/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no vocabulary: %v", err)
	}
	files := make(map[string]wordList)
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(data), "\n\n")
		if !strings.HasPrefix(head, "# ") || !strings.Contains(head, "licence; 20") {
			t.Errorf("%s: its head does not give source, licence and date", name)
		}
		var words wordList
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				words = append(words, line)
			}
		}
		files[filepath.Base(name)] = words
	}
	return files
}

// packVocabularies packs files as package signal reads them.
func packVocabularies(t *testing.T, files map[string]wordList) []byte {
	var text []string
	for name, words := range files {
		text = append(text, name+"\n"+strings.Join(words, "\n"))
	}
	slices.Sort(text)
	return zip(t, strings.Join(text, "\n\n"))
}

// zip packs a text as unzip reads it.
func zip(t *testing.T, text string) []byte {
	var packed bytes.Buffer
	out, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err == nil {
		_, err = out.Write([]byte(text))
	}
	if err := errors.Join(err, out.Close()); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

// The words of a vocabulary stand in order, each once.
func TestVocabularies(t *testing.T) {
	for name, words := range readVocabularies(t) {
		if len(words) == 0 || !slices.IsSorted(words) || len(slices.Compact(slices.Clone(words))) != len(words) {
			t.Errorf("%s: empty, out of order, or with a word twice", name)
		}
		for _, w := range words {
			if !words.has(w) || words.has(w+"\x00") {
				t.Errorf("%s: %q is looked up wrongly", name, w)
			}
		}
	}
}
