package signal

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

// vocabularyFiles hold words that signals know besides those of the lexicon,
// one a line, in order.
//
//go:embed vocabulary
var vocabularyFiles embed.FS

// A wordList is a list of words in order.
type wordList []string

func (l wordList) has(word string) bool {
	_, found := slices.BinarySearch(l, word)
	return found
}

// vocabulary returns what reads a file of vocabularyFiles, once.
func vocabulary(name string) func() wordList {
	return sync.OnceValue(func() wordList {
		data, err := vocabularyFiles.ReadFile("vocabulary/" + name)
		if err != nil {
			panic(err) // the file is part of the program
		}
		var words wordList
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				words = append(words, line)
			}
		}
		return words
	})
}
