// Package grammar measures the grammar of English text: which words open its
// sentences, and how many are pronouns, names, numbers. Words and their parts
// of speech come from the prose library, which is kept from everything that
// makes it slow or makes it fall over.
package grammar

import (
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// The limits within which prose takes a bounded time, a quarter of a
// millisecond for a post: it takes that long for each word, and the square of
// it for a run of punctuation.
const (
	maxBytes     = 600 // of text
	maxWord      = 40  // bytes of a word
	maxRun       = 3   // bytes of a run of punctuation
	maxSentences = 4   // that are read
	maxOpening   = 8   // words of a sentence that are read
	minLetters   = 12  // below this nothing is read
)

// Features are what Read measures. Shares are of all words that were read.
type Features struct {
	Words       int
	Sentences   int
	Imperatives int // sentences that open with a verb in its base form

	Pronouns    float64 // I, you, he
	Possessives float64 // my, your, his
	Proper      float64 // names
	Numbers     float64
	Verbs       float64
	Adjectives  float64
}

// tagger is prose's model for parts of speech alone, 28 MB.
var tagger = sync.OnceValue(func() *prose.Model {
	d, err := prose.NewDocument("a", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil
	}
	return d.Model
})

// Warm loads the model, which takes a fifth of a second. Otherwise the first
// call of Read does.
func Warm() { tagger() }

// Read measures the opening words of the first sentences of text, which
// should be English: see English. It reports false if there is too little of it.
//
// What it returns is for weak evidence: prose breaks ties at random.
func Read(text string) (f Features, ok bool) {
	sample := opening(text)
	if sample == "" {
		return Features{}, false
	}
	tokens, ok := tag(sample)
	if !ok {
		return Features{}, false
	}
	f.count(tokens)
	return f, f.Words > 0
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

// count adds up the parts of speech of the Penn Treebank.
func (f *Features) count(tokens []prose.Token) {
	var pronouns, possessives, proper, numbers, verbs, adjectives int
	opens := false
	for i, t := range tokens {
		if t.Text == "." || t.Text == "" || !isAlnum(t.Text[0]) && t.Text[0] != '\'' {
			continue
		}
		if t.Text == frame && (i == 0 || tokens[i-1].Text == ".") {
			opens = true
			continue
		}
		f.Words++
		switch {
		case t.Tag == "PRP":
			pronouns++
		case t.Tag == "PRP$":
			possessives++
		case strings.HasPrefix(t.Tag, "NNP"):
			proper++
		case t.Tag == "CD":
			numbers++
		case strings.HasPrefix(t.Tag, "VB"):
			verbs++
		case strings.HasPrefix(t.Tag, "JJ"):
			adjectives++
		}
		if opens {
			opens = false
			f.Sentences++
			if t.Tag == "VB" && i+1 < len(tokens) && isImperative(t.Text, tokens[i+1]) {
				f.Imperatives++
			}
		}
	}
	share := func(n int) float64 { return float64(n) / float64(max(f.Words, 1)) }
	f.Pronouns, f.Possessives, f.Proper = share(pronouns), share(possessives), share(proper)
	f.Numbers, f.Verbs, f.Adjectives = share(numbers), share(verbs), share(adjectives)
}

// isImperative reports whether word, a verb, is a request when next follows
// it: not if what follows shows it to be a noun, nor if people who say it
// mean themselves.
func isImperative(word string, next prose.Token) bool {
	switch word {
	case "love", "like", "miss", "hate", "think", "know", "need", "want", "hope", "wish", "thank", "best", "guess", "agree", "feel", "remember":
		return false
	}
	switch next.Tag {
	case "DT", "PRP", "PRP$", "RB", "RP", "TO", "JJ", "CD", "NNP":
		return true
	}
	return next.Tag == "IN" && next.Text != "of"
}

func isAlnum(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
