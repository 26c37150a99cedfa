package signal

import (
	"sync"

	"github.com/boardspam/boardspam/rules"
)

// A wordKind is what a word of ASCII letters and digits may be, as a set of bits.
type wordKind uint8

const (
	ofIndonesian wordKind = 1 << iota // one of commonIndonesian
	ofMachines                        // one of machineWords
	ofRadio                           // one of radioWords
	ofFillers                         // one of fillers
)

// wordKinds hold, by a hash of words, what they may be. Of nearly all others
// they say that they are none of this.
type wordKinds [1 << kindBits]wordKind

// kindBits is the logarithm of how many hashes there are: twenty for a word.
const kindBits = 13

var builtinKinds = sync.OnceValue(func() *wordKinds {
	k := new(wordKinds)
	for word := range machineWords() {
		*k.of(word) |= ofMachines
	}
	for word := range radioWords {
		*k.of(word) |= ofRadio
	}
	for word := range commonIndonesian {
		*k.of(word) |= ofIndonesian
	}
	for word := range fillers {
		*k.of(word) |= ofFillers
	}
	return k
})

// of returns the place of a word.
func (k *wordKinds) of(word string) *wordKind { return k.at(tailOf(word, len(word)), len(word)) }

// at returns the place of a word of n bytes with a tailOf.
func (k *wordKinds) at(tail uint64, n int) *wordKind { return &k[hashWord(tail, n)>>(64-kindBits)] }

// hashWord spreads what is known of a word of n bytes with a tailOf over 64 bits,
// the highest best.
func hashWord(tail uint64, n int) uint64 {
	const factor = 0x9E3779B97F4A7C15 // 2^64 / golden ratio
	return (tail + uint64(n)) * factor
}

// tailOf returns the first eight of the n letters that text begins with, the
// last one highest.
func tailOf(text string, n int) uint64 {
	return rules.Beginning(text) << (64 - 8*min(uint(n), 8))
}

// kindCounts say how many words of a text may be of a kind. The same word
// counts each time.
type kindCounts struct {
	machines   int     // words of machines, or numbers of them
	indonesian int     // common words of Indonesian
	codes      wordRow // letters in code
	seeds      wordRow // words of a recovery phrase
}

// A wordRow counts words that follow one another.
type wordRow struct{ last, most int } // of the last row, and of the longest

// add notes whether a word is one of those, and whether it follows the one before.
func (r *wordRow) add(is, follows bool) {
	switch {
	case !is:
		r.last = 0
	case follows:
		r.last++
	default:
		r.last = 1
	}
	r.most = max(r.most, r.last)
}

// sortWords tells what the words of a text may be.
func (s *sweep) sortWords(text string) {
	kinds, counts, end := builtinKinds(), &s.kinds, int32(0)
	for i, w := range s.words {
		word := text[w.start:w.end]
		n, tail := len(word), tailOf(text[w.start:], len(word))
		kind := *kinds.at(tail, n)
		counts.indonesian += int(kind & ofIndonesian)
		counts.machines += int(kind & ofMachines / ofMachines)
		if !isAlpha(word[0]) {
			counts.machines += points(n <= 3 && int(w.end) < len(text) && text[w.end] == '.')
		}
		counts.codes.add(mayCode(word, kind&ofRadio != 0), mayPart(text[end:w.start]))
		counts.seeds.add(maySeed(tail, n) && (kind&ofFillers == 0 || !fillers[word]), w.start-end <= seedGap)
		if end = w.end; mayBet(word) || i+1 < len(s.words) && s.words[i+1].start == end+1 && !isAlpha(text[end+1]) {
			s.brands = append(s.brands, int32(i))
		}
	}
}
