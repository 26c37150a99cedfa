package signal

import (
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/boardspam/boardspam/rules"
)

// packedVocabularies holds the files of vocabulary, packed by gzip: words that
// signals know besides those of the lexicon. A file is its name and its words,
// one a line, in order; between files stands an empty line.
//
//go:generate go test -run TestPackedVocabularies -update
//go:embed vocabulary.gz
var packedVocabularies string

// A wordList is a list of words in order.
type wordList []string

func (l wordList) has(word string) bool {
	_, found := slices.BinarySearch(l, word)
	return found
}

// vocabularies returns the words of all files, by their names.
var vocabularies = sync.OnceValue(func() map[string]wordList {
	all := make(map[string]wordList)
	for file := range strings.SplitSeq(unzip(packedVocabularies), "\n\n") {
		name, words, _ := strings.Cut(file, "\n")
		all[name] = strings.Split(words, "\n")
	}
	return all
})

// unzip returns what gzip has packed. It is a part of the program.
func unzip(packed string) string {
	var text strings.Builder
	text.Grow(int(binary.LittleEndian.Uint32([]byte(packed[len(packed)-4:])))) // RFC 1952: ISIZE
	in, err := gzip.NewReader(strings.NewReader(packed))
	if err == nil {
		_, err = io.Copy(&text, in)
	}
	if err != nil {
		panic(err)
	}
	return text.String()
}

// vocabulary returns what reads the words of a file, once.
func vocabulary(name string) func() wordList {
	return sync.OnceValue(func() wordList {
		words, ok := vocabularies()[name]
		if !ok {
			panic("signal: no vocabulary " + name)
		}
		return words
	})
}

// phrasesOf returns what looks for the words of a file all at once.
func phrasesOf(name string) func() *rules.Phrases {
	return sync.OnceValue(func() *rules.Phrases {
		p, err := rules.NewPhrases(vocabulary(name)())
		if err != nil {
			panic(err) // the files are part of the program
		}
		return p
	})
}

// containsAny reports whether one of the phrases stands in a text.
func containsAny(text string, phrases *rules.Phrases) bool {
	var one [1]rules.PhraseMatch
	return len(phrases.Append(one[:0], text, 1)) > 0
}
