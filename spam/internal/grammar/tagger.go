package grammar

import (
	"bytes"
	"encoding/gob"
	"math"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// A tagger tells the part of speech of a word by the words around it: the
// averaged perceptron of prose, whose data it takes, in whole numbers. Of a
// word that may be several equally well, it takes the first part of speech;
// prose takes one at random.
type tagger struct {
	parts   []string         // of speech
	sure    map[string]uint8 // words that are of one part only
	traits  map[string]votes // what speaks for a part, such as "i-1 word to"
	weights []vote           // of all traits
}

// votes are the votes of one trait, as bounds of weights.
type votes struct{ start, end int32 }

// A vote is what a trait says for or against a part of speech.
type vote struct {
	part   uint8
	weight int32 // in thousandths
}

// maxParts is the most parts of speech that a tagger tells apart.
const maxParts = 64

// builtinTagger is the tagger with prose's data, or nil if there are none. To
// load it takes a fifth of a second.
var builtinTagger = sync.OnceValue(func() *tagger {
	var sure map[string]string
	var traits map[string]map[string]float64
	t := new(tagger)
	if !decode("classes", &t.parts) || !decode("tags", &sure) || !decode("weights", &traits) || len(t.parts) >= maxParts {
		return nil
	}
	t.parts, sure["0"] = append(t.parts, noPart), noPart
	part := make(map[string]uint8)
	for i, name := range t.parts {
		part[name] = uint8(i)
	}
	t.sure = make(map[string]uint8, len(sure))
	for word, name := range sure {
		t.sure[word] = part[name]
	}
	t.traits = make(map[string]votes, len(traits))
	for name, weights := range traits {
		v := votes{start: int32(len(t.weights))}
		for name, weight := range weights {
			t.weights = append(t.weights, vote{part[name], int32(math.Round(1000 * weight))})
		}
		v.end = int32(len(t.weights))
		t.traits[name] = v
	}
	return t
})

// decode reads one of the files that come with prose.
func decode(name string, to any) bool {
	data, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
	return err == nil && gob.NewDecoder(bytes.NewReader(data)).Decode(to) == nil
}

// A tagging is words in a row with their parts of speech, each of which is told
// when it is asked for.
type tagging struct {
	*tagger
	words []string
	told  [maxWords]uint8 // indices of parts, plus one
}

// maxWords is the most words of a tagging.
const maxWords = maxSentences * (2*maxRequest + 2)

// The parts of speech of what is before the first word, and of no word.
const (
	firstPart  = "-START-"
	secondPart = "-START2-"
	noPart     = "-NONE-"
)

// part returns the part of speech of words[i]. Words that are the same are of
// the same part: that of the last of them.
func (g *tagging) part(i int) string {
	for last := len(g.words) - 1; last > i; last-- {
		if g.words[last] == g.words[i] {
			return g.partHere(last)
		}
	}
	return g.partHere(i)
}

// partHere returns the part of speech of words[i] there.
func (g *tagging) partHere(i int) string {
	switch i {
	case -2:
		return secondPart
	case -1:
		return firstPart
	}
	if g.told[i] == 0 {
		part, ok := g.sure[g.words[i]]
		if !ok {
			part = g.elect(i)
		}
		g.told[i] = part + 1
	}
	return g.parts[g.told[i]-1]
}

// elect returns the part of speech that most of what is known of words[i] and
// its neighbours speaks for.
func (g *tagging) elect(i int) uint8 {
	b := ballot{tagger: g.tagger}
	word, last, next := g.normal(i), g.normal(i-1), g.normal(i+1)
	before, before2 := g.partHere(i-1), g.partHere(i-2)
	b.ask("bias", "", "")
	b.ask("i suffix ", tail(g.words[i]), "")
	b.ask("i pref1 ", g.words[i][:1], "")
	b.ask("i-1 tag ", before, "")
	b.ask("i-2 tag ", before2, "")
	b.ask("i tag+i-2 tag ", before, before2)
	b.ask("i word ", word, "")
	b.ask("i-1 tag+i word ", before, word)
	b.ask("i-1 word ", last, "")
	b.ask("i-1 suffix ", tail(last), "")
	b.ask("i-2 word ", g.normal(i-2), "")
	b.ask("i+1 word ", next, "")
	b.ask("i+1 suffix ", tail(next), "")
	b.ask("i+2 word ", g.normal(i+2), "")
	return b.winner()
}

// A ballot adds up what the traits of a word say.
type ballot struct {
	*tagger
	sums [maxParts]int32
	seen uint64 // parts with votes, as a set of bits
	key  [128]byte
}

// ask adds the votes of a trait, which is made of a name and one or two values.
func (b *ballot) ask(name, value, second string) {
	key := append(append(b.key[:0], name...), value...)
	if second != "" {
		key = append(append(key, ' '), second...)
	}
	v := b.traits[string(key)]
	for _, w := range b.weights[v.start:v.end] {
		b.sums[w.part%maxParts] += w.weight
		b.seen |= 1 << (w.part % maxParts)
	}
}

// winner returns the part with the largest sum among those with votes.
func (b *ballot) winner() (best uint8) {
	most := int32(math.MinInt32)
	for i := range b.sums {
		if b.seen>>i&1 != 0 && b.sums[i] > most {
			best, most = uint8(i), b.sums[i]
		}
	}
	return best
}

// normal returns words[i] as the traits have it, and their names for what is
// beyond the ends.
func (g *tagging) normal(i int) string {
	switch {
	case i == -2:
		return firstPart
	case i == -1:
		return secondPart
	case i == len(g.words):
		return "-END-"
	case i > len(g.words):
		return "-END2-"
	}
	switch word := g.words[i]; {
	case word[0] < '0' || word[0] > '9':
		return strings.ToLower(word)
	case len(word) == 4 && strings.Trim(word, "0123456789") == "":
		return "!YEAR"
	}
	return "!DIGITS"
}

// tail returns the last three letters of a word.
func tail(word string) string { return word[max(0, len(word)-3):] }

// appendPieces appends what prose makes of a word: "don't" is two.
func appendPieces(dst []string, word string) []string {
	for word != "" {
		at := contraction(strings.ToLower(word))
		if at < 0 {
			return append(dst, word)
		}
		if at == 0 { // what prose does not know how to go on with
			return dst
		}
		dst, word = append(dst, word[:at]), word[at:]
	}
	return dst
}

// contraction returns where the second word of two begins that are written as
// one, or -1.
func contraction(word string) int {
	for _, second := range [...]string{"'ll", "'s", "'re", "'m", "n't"} {
		if at := strings.Index(word, second); at >= 0 && len(word) > len(second) {
			return at
		}
	}
	return -1
}
