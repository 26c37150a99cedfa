// Package grammar measures the grammar of English text: which of its sentences
// open with a request, and how many of its words are pronouns and numbers. A
// pronoun is known by itself; whether a word is a verb, the prose library says,
// which is kept from everything that makes it slow or makes it fall over.
package grammar

import (
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// The limits within which prose takes a bounded time, a tenth of a millisecond
// for a post: it takes a hundredth of that for each word, and the square of it
// for a run of punctuation.
const (
	maxBytes     = 600 // of text
	maxWord      = 40  // bytes of a word
	maxSentences = 4   // that are read
	maxOpening   = 8   // words of a sentence that are read
	maxRequest   = 3   // of these, words that prose reads: a request shows in the first two, and the third tells what the second is
	minLetters   = 12  // below this nothing is read
)

// Features are what Read measures. Shares are of all words that were read.
type Features struct {
	Words       int
	Sentences   int
	Openings    int // sentences that may open with a verb
	Imperatives int // sentences that open with a verb in its base form; see Ask

	Pronouns    float64 // I, you, he
	Possessives float64 // my, your, his
	Numbers     float64
}

// tagger is prose's model for parts of speech alone, 28 MB. To load it takes a
// fifth of a second.
var tagger = sync.OnceValue(func() *prose.Model {
	d, err := prose.NewDocument("a", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil
	}
	return d.Model
})

// A Sample is what was read of a text.
type Sample struct {
	Features
	openings openings
}

// Read measures the opening words of the first sentences of text, which
// should be English: see English. It reports false if there is too little of
// it. It does not ask prose: Imperatives is 0.
func Read(text string) (s Sample, ok bool) {
	s.openings = opening(text)
	if s.openings.letters < minLetters {
		return Sample{}, false
	}
	s.count(&s.openings)
	return s, s.Words > 0
}

// count adds up the words that are known by themselves.
func (f *Features) count(o *openings) {
	pronouns, possessives, numbers := 0, 0, 0
	for i := range o.sentences[:o.n] {
		for _, word := range o.words(i) {
			f.Words += 1 + strings.Count(word, "'") // "don't" is two words
			switch kind := closedClass[word]; {
			case kind == pronoun:
				pronouns++
			case kind == possessive:
				possessives++
			case kind == number, isNumber(word):
				numbers++
			}
		}
	}
	f.Sentences = o.n
	for i := range o.n {
		if o.mayAsk(i) {
			f.Openings++
		}
	}
	share := func(n int) float64 { return float64(n) / float64(max(f.Words, 1)) }
	f.Pronouns, f.Possessives, f.Numbers = share(pronouns), share(possessives), share(numbers)
}

// Ask has prose count the sentences that open with a request. Without a verb
// at the beginning of one, it does nothing.
//
// What it finds is for weak evidence: prose breaks ties at random.
func (s *Sample) Ask() {
	if s.Openings == 0 {
		return
	}
	tokens, ok := tag(s.openings.requests())
	if !ok {
		return
	}
	s.Imperatives = 0
	for i := 0; i+2 < len(tokens); i++ {
		if tokens[i].Text == frame && (i == 0 || tokens[i-1].Text == ".") &&
			tokens[i+1].Tag == "VB" && isRequest(tokens[i+2]) {
			s.Imperatives++
		}
	}
}

// tag returns the words of a sample with their parts of speech. It reports
// false if prose panics.
func tag(sample string) (tokens []prose.Token, ok bool) {
	model := tagger()
	if model == nil {
		return nil, false
	}
	defer func() {
		if recover() != nil {
			tokens, ok = nil, false
		}
	}()
	d, err := prose.NewDocument(sample, prose.UsingModel(model), prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil, false
	}
	return d.Tokens(), true
}

// isRequest reports whether a verb is a request when next follows it: not if
// what follows shows it to be a noun.
func isRequest(next prose.Token) bool {
	switch next.Tag {
	case "DT", "PRP", "PRP$", "RB", "RP", "TO", "JJ", "CD", "NNP":
		return true
	}
	return next.Tag == "IN" && next.Text != "of"
}

// isNumber reports whether a word is a number, with a unit or without.
func isNumber(word string) bool {
	i := 0
	for i < len(word) && '0' <= word[i] && word[i] <= '9' {
		i++
	}
	if i == 0 {
		return false
	}
	for i < len(word) && isLetter(word[i]) {
		i++
	}
	return i == len(word)
}

func isAlnum(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
