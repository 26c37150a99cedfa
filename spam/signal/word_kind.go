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
		*k.of(shortened(word, 0, len(word))) |= ofMachines
	}
	for word := range radioWords {
		*k.of(shortened(word, 0, len(word))) |= ofRadio
	}
	for word := range commonIndonesian {
		*k.of(shortened(word, 0, len(word))) |= ofIndonesian
	}
	for word := range fillers {
		*k.of(shortened(word, 0, len(word))) |= ofFillers
	}
	return k
})

// of returns the place of a word.
func (k *wordKinds) of(w shortWord) *wordKind { return &k[w.hash()>>(64-kindBits)] }

// A shortWord is what tells a word of ASCII from nearly all others: its first eight
// bytes, the first one lowest, and how many it has.
type shortWord struct {
	head uint64
	size int
}

// shortened returns text[start:end].
func shortened(text string, start, end int) shortWord {
	size := end - start
	return shortWord{rules.BeginningAt(text, start) &^ (^uint64(0) << (8 * uint(size))), size}
}

// hash spreads the word over 64 bits, the highest best.
func (w shortWord) hash() uint64 {
	const factor = 0x9E3779B97F4A7C15 // 2^64 / golden ratio
	return (w.head + uint64(w.size)) * factor
}

// first returns its first byte.
func (w shortWord) first() byte { return byte(w.head) }

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

// add notes a word, which may follow the one before.
func (r *wordRow) add(follows bool) {
	if !follows {
		r.last = 0
	}
	r.last++
	r.most = max(r.most, r.last)
}

// sortWords tells what the words of a text may be.
func (s *sweep) sortWords(text string) {
	kinds, counts, end := builtinKinds(), &s.kinds, 0
	for i, w := range s.words {
		start, before := int(w.start), end
		end = int(w.end)
		word := shortened(text, start, end)
		kind := *kinds.of(word)
		counts.indonesian += int(kind & ofIndonesian)
		counts.machines += int(kind & ofMachines / ofMachines)
		if !isAlpha(word.first()) {
			counts.machines += points(word.size <= 3 && end < len(text) && text[end] == '.')
			if i > 0 && start == before+1 {
				s.addBrand(i - 1)
			}
		}
		if word.mayCode(kind) {
			counts.codes.add(mayPart(text[before:start]))
		} else {
			counts.codes.last = 0
		}
		if word.maySeed() && (kind&ofFillers == 0 || !fillers[text[start:end]]) {
			counts.seeds.add(start-before <= seedGap)
		} else {
			counts.seeds.last = 0
		}
		if mayBet(text, start, end) {
			s.addBrand(i)
		}
	}
}

// addBrand notes that the nth word may be the name of a betting site, or have its
// number behind it.
func (s *sweep) addBrand(nth int) {
	if n := len(s.brands); n == 0 || int(s.brands[n-1]) < nth {
		s.brands = append(s.brands, int32(nth))
	}
}
