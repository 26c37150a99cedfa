package signal

import (
	"strings"

	"github.com/boardspam/boardspam/rules"
)

// beginnings are what words begin with that begin with a Hangul syllable. Between
// their letters may be a blank. No word begins with what they do not have.
type beginnings struct {
	pairs  pairSieve // of words whose third letter, if they have one, is no syllable
	sounds keySieve  // first three sounds of the others
}

// add adds what a word begins with.
func (b *beginnings) add(word string, e *ear) {
	two, sounds, rest := noPair, uint32(0), word
	for n := range 3 {
		c := firstRune(rest)
		switch {
		case isSyllable(c):
			two, sounds = two.with(uint(c-firstSyllable)), sounds<<soundBits|e.of(c).sound()
			rest = strings.TrimPrefix(rest[syllableBytes:], " ")
			continue
		case n == 1 && rest == "":
			b.addAll(two)
		case n == 1:
			b.pairs.add(two.with(syllables))
		case n == 2:
			b.pairs.add(two)
		}
		return
	}
	b.sounds.add(sounds)
}

// addAll adds all pairs of the last letter.
func (b *beginnings) addAll(last pair) {
	for n := range uint(syllables + 1) {
		b.pairs.add(last.with(n))
	}
}

// A pair is two letters, the first one higher, each the nth Hangul syllable. What is
// none is the one behind the last.
type pair uint32

// noPair is no syllables.
const noPair pair = syllables<<16 | syllables

// with returns the pair of the last letter and the next.
func (p pair) with(n uint) pair { return p<<16 | pair(n) }

// last returns the last letter.
func (p pair) last() uint { return uint(uint16(p)) }

// latinBeginnings are what phrases begin with that begin with a letter from a to z. A
// text has such a phrase only where its first letters are a whole word, but for stems,
// with which words may begin as well.
type latinBeginnings struct {
	words sieve // of phrases that end with their first letters, or one byte behind
	parts sieve // of the others, with two bytes more; and of stems
}

// stemLetters is how many letters of a stem are looked at.
const stemLetters = 4

func (b *latinBeginnings) add(phrase string, isStem bool) {
	w := rules.Beginning(phrase)
	switch n := lettersIn(w); {
	case isStem && len(phrase) == lettersEnd(phrase, 0, w):
		b.parts.addShort(firstBytes(w, stemLetters))
	case len(phrase) > n+1:
		b.parts.addShort(firstBytes(w, n+2))
	default:
		b.words.addShort(firstBytes(w, n))
	}
}

// may reports whether a phrase may begin with w, a text's Beginning.
func (b *latinBeginnings) may(w uint64) bool {
	n := lettersIn(w)
	return b.words.mayShort(firstBytes(w, n)) || b.parts.mayShort(firstBytes(w, n+2)) || b.parts.mayShort(firstBytes(w, stemLetters))
}

// firstBytes returns the first bytes of a text, no more than eight.
func firstBytes(w uint64, n int) shortWord {
	n = min(n, 8)
	return shortWord{w &^ (^uint64(0) << (8 * uint(n))), n}
}
