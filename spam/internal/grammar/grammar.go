// Package grammar measures the grammar of English text: which of its sentences
// open with a request, and how many of its words are pronouns and numbers. A
// pronoun is known by itself; whether a word is a verb, what the prose library
// has learnt says.
package grammar

import "strings"

// The limits of what is read: a request shows at the beginning of a sentence.
const (
	maxBytes     = 600 // of text
	maxWord      = 40  // bytes of a word
	maxSentences = 4   // that are read
	maxOpening   = 8   // words of a sentence that are read
	maxRequest   = 3   // of these, words that the tagger reads: a request shows in the first two, and the third tells what the second is
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

// A Sample is what was read of a text.
type Sample struct {
	Features
	openings openings
}

// Read measures the opening words of the first sentences of text, which
// should be English: see English. It reports false if there is too little of
// it. It does not Ask: Imperatives is 0.
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

// Ask counts the sentences that open with a request. Without a verb at the
// beginning of one, it does nothing.
func (s *Sample) Ask() {
	if s.Openings == 0 {
		return
	}
	t := builtinTagger()
	if t == nil {
		return
	}
	var room [maxWords]string
	g := tagging{tagger: t, words: s.openings.appendRequests(room[:0])}
	for i, word := range g.words {
		if word == frame && (i == 0 || g.words[i-1] == stop) && g.isRequest(i+1) {
			s.Imperatives++
		}
	}
}

// isRequest reports whether words[i] is a verb that asks for something: not if
// what follows shows it to be a noun.
func (g *tagging) isRequest(i int) bool {
	if g.part(i) != "VB" {
		return false
	}
	switch g.part(i + 1) {
	case "DT", "PRP", "PRP$", "RB", "RP", "TO", "JJ", "CD", "NNP":
		return true
	case "IN":
		return g.words[i+1] != "of"
	}
	return false
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
