package signal

import (
	"math/bits"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/rules"
)

// A sweep is one pass over a folded text, which finds where each of the
// searches for terms, names and numbers may find something. Most of a text is
// gone over by nothing else.
type sweep struct {
	matches []rules.PhraseMatch // terms of the lexicon
	heard   []int32             // where one may begin that is written otherwise: syllables, initials or Latin letters
	bent    []int32             // Hangul syllables with a bent vowel
	numbers []int32             // where a phone number may begin
	objects []int32             // wrong particles of an object, at the end of a word
	refused []int32             // words of refusal
	words   []stretch           // unbroken runs of ASCII letters and digits
	brands  []int32             // of words: those that may be names of betting sites, or have their number behind them
	kinds   kindCounts          // of words
	signs   signSet             // of ASCII
	breaks  int                 // how many lines end
	acts    int                 // how many words begin that keepers say for what they do
	issue   int                 // where the first of what newsletters call themselves ends, or 0
	has     Trigger             // what words and initials bring with them
	vees    bool                // there are words that are v or begin with vx
	zeros   bool                // there are Hangul words for zero
	wide    bool                // there are others than Hangul, ASCII and pictures
	eastern bool                // there are Han characters or hiragana
	stands  bool                // some of them may stand for others
	wechat  bool                // another spelling of WeChat's name may begin with one of them
	woven   bool                // there may be signs woven between the letters of a word

	jamo   int    // end of the last run of initials
	ahead  int    // where no terms were looked for yet that begin with Hangul
	thread thread // of the last word with signs, for woven
}

// A signSet is a set of ASCII characters.
type signSet [2]uint64

func (s *signSet) add(c byte)      { s[c>>6&1] |= 1 << (c & 63) }
func (s *signSet) has(c byte) bool { return s[c>>6&1]>>(c&63)&1 != 0 }

// common returns how many signs are in both sets.
func (s *signSet) common(o *signSet) int {
	return bits.OnesCount64(s[0]&o[0]) + bits.OnesCount64(s[1]&o[1])
}

// signsOf returns the set of the signs in a list.
func signsOf(list string) (s signSet) {
	for i := range len(list) {
		s.add(list[i])
	}
	return s
}

// A stretch is a range of bytes of a text.
type stretch struct{ start, end int32 }

// reset empties the sweep and keeps its room.
func (s *sweep) reset() {
	s.matches, s.heard, s.bent = s.matches[:0], s.heard[:0], s.bent[:0]
	s.numbers, s.objects, s.refused = s.numbers[:0], s.objects[:0], s.refused[:0]
	s.words, s.brands, s.kinds = s.words[:0], s.brands[:0], kindCounts{}
	s.signs, s.breaks, s.jamo, s.ahead, s.thread = signSet{}, 0, 0, 0, thread{}
	s.has, s.vees, s.zeros, s.wide, s.eastern, s.stands, s.wechat, s.woven = 0, false, false, false, false, false, false, false
}

// read sweeps a text for what the built-in signals know.
func (s *sweep) read(text string) {
	s.reset()
	lex, e := builtinLexicon(), builtinEar()
	phrases := lex.phrases
	for i := 0; i < len(text); {
		if isLead(text[i]) {
			if i = s.syllables(text, i, phrases, e); i == len(text) {
				break
			}
		}
		w := rules.BeginningAt(text, i)
		may := false
		if isAlpha(byte(w)) {
			may = e.inLatin.may(w)
		} else {
			may = phrases.May(w)
		}
		if may && len(s.matches) < maxUnits {
			s.matches = phrases.AppendAt(s.matches, w, text, i)
		}
		if i = s.skip(text, i, w, e); i < len(text) && text[i] == ' ' {
			i++
		}
	}
	s.matches, s.acts, s.issue = lex.onlyTerms(s.matches)
	s.matches = lex.addSingles(s.matches, text)
}

// particle notes the particle of an object at text[i], if a word of Hangul ends
// in it and it is not the one for the syllable before it.
func (s *sweep) particle(text string, i int, open bool) {
	if i < 3 || len(s.objects) == maxUnits {
		return
	}
	before, behind := nthSyllable(rules.BeginningAt(text, i-3)), nthSyllable(rules.BeginningAt(text, i+3))
	if before < syllables && before%finals != 0 == open && behind >= syllables {
		s.objects = append(s.objects, int32(i))
	}
}

// skip notes what is no Hangul syllable at text[i], where a text with the
// Beginning w begins, and returns its end.
func (s *sweep) skip(text string, i int, w uint64, e *ear) int {
	switch c := byte(w); {
	case alnum[c]:
		return s.word(text, i, w, e)
	case c == '+' && (i == 0 || !alnum[text[i-1]]):
		s.weave(text, i)
		s.numbers = append(s.numbers, int32(i))
		return i + 1
	case c == ' ':
		return i + 1
	case c == '\n':
		s.breaks++
		return i + 1
	case c < utf8.RuneSelf:
		s.signs.add(c)
		if wovenSign[c] > 0 {
			s.weave(text, i)
		}
		s.has.add(HasCode, (c == '.' || c == '-') && mayBeMorse(text[i:]))
		return i + 1
	}
	return s.other(text, i)
}

// other notes the character at text[i], which is neither ASCII nor Hangul, and
// returns its end.
func (s *sweep) other(text string, i int) int {
	s.wide = s.wide || text[i] < 0xf0
	s.has.add(HasCode, strings.HasPrefix(text[i:], brailleBegins))
	if c := text[i]; 0xe3 <= c && c <= 0xe9 {
		s.eastern = s.eastern || c > 0xe3 || text[i+1] == 0x81 || text[i+1] == 0x82
		s.has.add(HasBracket, c == 0xe3 && text[i+1] == 0x80)
		r := longLetter(text, i)
		s.stands = s.stands || builtinHanForms().veils.has(r)
		s.wechat = s.wechat || veiledFirsts.has(r)
		switch {
		case c == 0xe3 && i >= s.jamo:
			s.jamo = s.initials(text, i)
		case c == 0xe5 || c == 0xe4:
			s.one(text, i)
		}
	}
	return wideEnd(text, i)
}

// zero notes the word for zero at text[i], if one follows: so mobile numbers begin.
func (s *sweep) zero(text string, i int) {
	if d, _ := digitAt(text, i+3); d == 1 && (i == 0 || !alnum[text[i-1]]) {
		s.numbers = append(s.numbers, int32(i))
	}
}

// one notes the Han word for one at text[i], if more digits follow: so mobile
// numbers of China begin.
func (s *sweep) one(text string, i int) {
	switch text[i : i+3] {
	case "一", "壹", "幺":
	default:
		return
	}
	if d, _ := digitAt(text, i+3); d >= 3 && (i == 0 || !alnum[text[i-1]]) && len(s.numbers) < maxUnits {
		s.numbers = append(s.numbers, int32(i))
	}
}

// word notes the run of letters and digits at text[start:], where a text with the
// Beginning w begins, and returns its end.
func (s *sweep) word(text string, start int, w uint64, e *ear) int {
	letters := lettersEnd(text, start, w)
	end := letters
	for end < len(text) && alnum[text[end]] {
		end++
	}
	if letters < end {
		s.number(text, start, letters, end)
	}
	behind := byte(' ')
	if end < len(text) {
		behind = text[end]
	}
	n := letters - start
	s.has.add(HasLatin, n >= latinBytes)
	s.has.add(HasHalf, 0 < n && n <= longHalf && (isLead(behind) || start >= 3 && isLead(text[start-3])))
	s.has.add(HasID, behind == '.' && end+1 < len(text) && alnum[text[end+1]])
	if byte(w) == 'v' && (end == start+1 || byte(w>>8) == 'x') {
		s.vees = true
	}
	if n >= minLatin && e.mayMean(w, n) && len(s.heard) < maxUnits {
		s.heard = append(s.heard, int32(start))
	}
	if mayDial[byte(w)] && len(s.numbers) < maxUnits && beginsNumber(text, start) {
		s.numbers = append(s.numbers, int32(start))
	}
	if len(s.words) < maxUnits {
		s.words = append(s.words, stretch{int32(start), int32(end)})
	}
	return end
}

// number notes the word text[start:end], whose first digit is text[digit].
func (s *sweep) number(text string, start, digit, end int) {
	s.has |= HasDigit
	if start == digit {
		behind := start > 0 && text[start-1] >= utf8.RuneSelf
		s.has.add(HasDigitBehind, behind)
		s.has.add(HasDigitWithin, behind && end < len(text) && text[end] >= utf8.RuneSelf)
		for digit < end && !isAlpha(text[digit]) {
			digit++
		}
	}
	s.has.add(HasMixed|HasLatin|HasID, digit < end)
}

// isLead reports whether a Hangul syllable begins with c, or a character that
// hardly differs in its first byte.
func isLead(c byte) bool { return 0xea <= c && c <= 0xed }

// initials notes the run of compatibility jamo at text[start:], if it may be
// the initials of a term, and returns its end.
func (s *sweep) initials(text string, start int) int {
	end := start
	for end+2 < len(text) && text[end] == 0xe3 && (text[end+1] == 0x84 || text[end+1] == 0x85) {
		end += 3
	}
	n := (end - start) / 3
	s.has.add(HasInitials, n >= initialsLeast)
	if n > 4 && n < 16 {
		s.heard = append(s.heard, int32(start))
	}
	return end
}

// wordsIn returns the words that reach into text[from:to].
func (s *sweep) wordsIn(from, to int) []stretch {
	first := sort.Search(len(s.words), func(i int) bool { return int(s.words[i].end) > from })
	last := first
	for last < len(s.words) && int(s.words[last].start) < to {
		last++
	}
	return s.words[first:last]
}

// alnum holds the ASCII letters and digits of folded text.
var alnum = func() (is [256]bool) {
	for c := range is {
		is[c] = isAlnum(byte(c))
	}
	return is
}()
