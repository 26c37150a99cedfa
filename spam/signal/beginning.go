package signal

import "strings"

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
