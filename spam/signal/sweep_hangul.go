package signal

import (
	"strings"

	"github.com/boardspam/boardspam/rules"
)

// syllables sweeps the Hangul syllables at text[i:], with no more than a blank
// between any two, and returns their end. Most of them are passed over by a look at
// three small tables: where a term may begin is known at its second or third letter.
func (s *sweep) syllables(text string, i int, phrases *rules.Phrases, e *ear) int {
	two := noPair    // the last letters
	var three uint32 // the last sounds
	rest := text[i:]
	for len(rest) > syllableBytes+1 {
		n := nthSyllableOf(rest[0], rest[1], rest[2])
		if n >= syllables {
			break
		}
		sound := e.sounds[n]
		two, three = two.with(n), three<<soundBits|sound.sound()
		if sound.noted() || e.words.pairs.may(two) || e.words.sounds.may(three) {
			s.see(text, len(text)-len(rest), two, three, phrases, e)
		}
		rest = rest[syllableBytes+blankBefore(rest[3]):]
	}
	i = len(text) - len(rest)
	if isSyllableAt(text, i) { // the last letter
		n := nthSyllableOf(rest[0], rest[1], rest[2])
		two, three = two.with(n), three<<soundBits|e.sounds[n].sound()
		s.see(text, i, two, three, phrases, e)
		i += syllableBytes
	}
	if e.words.pairs.may(two.with(syllables)) && three != 0 {
		s.terms(text, letterBefore(text, i), phrases)
	}
	return i
}

// see notes what the Hangul syllable at text[i] tells, with the letters before it:
// it may be one to note, or the second or third letter of a term.
func (s *sweep) see(text string, i int, two pair, three uint32, phrases *rules.Phrases, e *ear) {
	if n := two.last(); e.sounds[n].noted() {
		s.note(text, i, n)
	}
	if e.words.sounds.may(three) && three>>(32-soundBits) != 0 {
		first := letterBefore(text, letterBefore(text, i))
		s.terms(text, first, phrases)
		if first == i-2*syllableBytes && e.keys.may(three) && len(s.heard) < maxUnits {
			s.heard = append(s.heard, int32(first))
		}
	}
	if e.words.pairs.may(two) && three>>(32-2*soundBits) != 0 {
		s.terms(text, letterBefore(text, i), phrases)
	}
}

// terms notes the terms that begin at text[i], where none were looked for yet.
func (s *sweep) terms(text string, i int, phrases *rules.Phrases) {
	if i >= s.ahead && len(s.matches) < maxUnits {
		s.ahead = i + 1
		s.matches = phrases.AppendAt(s.matches, rules.BeginningAt(text, i), text, i)
	}
}

// letterBefore returns where the syllable begins that ends in front of text[i], or
// of the blank there.
func letterBefore(text string, i int) int {
	return i - syllableBytes - int(blankBefore(text[i-1]))
}

// blankBefore returns how many blanks, none or one, a byte is. Nobody can tell
// where words end: it does not branch.
func blankBefore(c byte) uint32 { return (uint32(c) ^ ' ' - 1) >> 31 }

// blankBehind returns how many blanks, none or one, stand behind the letter of
// three bytes that a text begins with.
func blankBehind(beginning uint64) int { return int(blankBefore(byte(beginning >> 24))) }

// watched are the syllables that signals look for by themselves.
const watched = "거공빵영을를"

// note notes the nth Hangul syllable, at text[i], which is bent or watched.
func (s *sweep) note(text string, i int, n uint) {
	switch n + firstSyllable {
	case '공', '영':
		s.zeros = true
		s.zero(text, i)
	case '빵':
		s.zero(text, i)
	case '거':
		if strings.HasPrefix(text[i:], "거부") && len(s.refused) < maxUnits {
			s.refused = append(s.refused, int32(i))
		}
	case '을', '를':
		s.particle(text, i, n+firstSyllable == '를')
	default:
		s.bent = append(s.bent, int32(i))
	}
}
