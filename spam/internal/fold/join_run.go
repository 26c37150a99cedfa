package fold

import (
	"unicode"
	"unicode/utf8"
)

// A letterRun is an unbroken sequence of letters.
type letterRun struct {
	start, end int
	letters    int
	jamo       int  // how many of them are compatibility jamo or look like them
	latin      int  // how many of them are Latin letters
	digits     int  // digits and signs that stand for letters
	digit      bool // a digit comes before a letter
	parts      bool // one is a radical alone
	hanja      bool // one is Han, and not just put before or behind
	wedges     int  // how often Latin letters or digits stand between two single syllables
}

// nextLetter returns where the first letter at or after text[i] stands.
func (j *joiner) nextLetter(i int) int {
	for i < len(j.text) {
		c := j.text[i]
		if c >= 0xe4 && c <= 0xed || isLatinByte(c) {
			break
		}
		if c < utf8.RuneSelf {
			i++
			continue
		}
		kind, _, n := j.letter(i, none)
		if kind != none {
			break
		}
		i += n
	}
	return i
}

// nextRun returns the first run at or after i.
func (j *joiner) nextRun(i int) (r letterRun, next int) {
	i = j.nextLetter(i)
	r.start = i
	before, alone := none, 0 // alone: syllables right before this letter
	for i < len(j.text) && r.letters < maxChain && !isBlankByte(j.text[i]) {
		if before < latinLetter && isHangulLead(j.text[i]) && i+2 < len(j.text) { // nearly always
			r.letters++
			alone++
			before = anyLetter
			i += 3
			continue
		}
		if isLower(j.text[i]) && before != jamoLetter {
			n := lowerRun(j.text[i:min(len(j.text), i+maxChain-r.letters)])
			r.countLatin(n, before)
			before = latinLetter
			i += n
			continue
		}
		kind, c, n := j.letter(i, before)
		if kind == none {
			break
		}
		if n == 3 && kind == anyLetter {
			if before >= latinLetter && alone == 1 {
				r.wedges++
			}
			if before >= latinLetter {
				alone = 0
			}
			alone++
			r.parts = r.parts || c < 0xa000 && isRadical(c)
			r.hanja = r.hanja || c < 0xa000 && j.text[i] >= 0xe4 && isHanjaWord(j.text, i)
		}
		before = r.count(kind, c, before)
		i += n
	}
	r.end = i
	return r, i
}

// countLatin adds that many Latin letters to a run.
func (r *letterRun) countLatin(n int, before letterKind) {
	r.letters += n
	r.latin += n
	r.digit = r.digit || before == digitLetter
}

// count adds a letter to a run and returns its kind as the letter after it
// has to see it.
func (r *letterRun) count(kind letterKind, c rune, before letterKind) letterKind {
	r.letters++
	switch kind {
	case jamoLetter:
		r.jamo++
		if vowelIndex(c) >= 0 {
			return anyLetter
		}
	case latinLetter:
		r.latin++
		r.digit = r.digit || before == digitLetter
	case digitLetter:
		r.digits++
	}
	return kind
}

type letterKind uint8

const (
	none letterKind = iota
	anyLetter
	jamoLetter
	latinLetter
	digitLetter
)

// letter classifies the rune at text[i]. before is the kind of letter before
// it: right after a consonant many signs look like vowels.
func (j *joiner) letter(i int, before letterKind) (letterKind, rune, int) {
	c := j.text[i]
	if c < utf8.RuneSelf {
		switch {
		case before == jamoLetter && asVowel(rune(c)) != 0:
			return jamoLetter, asVowel(rune(c)), 1
		case 'a' <= c && c <= 'z':
			return latinLetter, rune(c), 1
		case '0' <= c && c <= '9', c == '$' && before == latinLetter:
			return digitLetter, rune(c), 1
		}
		return none, rune(c), 1
	}
	if c >= 0xe4 && c <= 0xed && i+2 < len(j.text) {
		return anyLetter, rune(c&0xf)<<12 | rune(j.text[i+1]&0x3f)<<6 | rune(j.text[i+2]&0x3f), 3
	}
	r, n := utf8.DecodeRuneInString(j.text[i:])
	switch {
	case r >= 'ㄱ' && r <= 'ㅣ':
		return jamoLetter, r, n
	case before == jamoLetter && asVowel(r) != 0:
		return jamoLetter, asVowel(r), n
	case r >= 0x2000 && r < 0x2c00, r >= 0x3000 && r < 0x3041, r >= 0x1f000 && r < 0x20000:
		return none, r, n
	case unicode.IsLetter(r) || isMark(r):
		return anyLetter, r, n
	}
	return none, r, n
}

// spells reports whether a run with jamo in it has one that can belong to a
// syllable: not ㅋㅋㅋ, ㅠㅠ or a last ㅋ.
func (j *joiner) spells(r *letterRun) bool {
	s := j.text[r.start:r.end]
	before, within := none, false
	for i := 0; i < len(s); {
		kind, c, n := j.letter(r.start+i, before)
		i += n
		if before == jamoLetter && (kind == jamoLetter && vowelIndex(c) >= 0 || within && isSyllable(c)) {
			return true
		}
		within = before != jamoLetter && kind == jamoLetter && i > n
		if before = kind; kind == jamoLetter && vowelIndex(c) >= 0 {
			before = anyLetter
		}
	}
	return false
}

// isHanjaWord reports whether the Han letter at text[i] stands before another
// or between two letters of East Asia; 美 and 中 alone are how news names countries.
func isHanjaWord(text string, i int) bool {
	if i+3 >= len(text) || text[i+3] < 0xe4 || text[i+3] > 0xed {
		return false
	}
	return text[i+3] < 0xea || i >= 3 && text[i-3] >= 0xe4 && text[i-3] <= 0xed
}
