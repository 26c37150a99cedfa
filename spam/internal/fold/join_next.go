package fold

import (
	"encoding/binary"
	bit "math/bits"
	"unicode"
	"unicode/utf8"
)

// What a byte of folded ASCII is to a chain of letters.
const (
	blankByte = iota // separates words anyway
	signByte
	latinByte
	digitByte
)

var asciiKinds = func() (kinds [utf8.RuneSelf]uint8) {
	for c := range kinds {
		blank, sign := kindsOf(string(rune(c)))
		switch {
		case isLower(byte(c)):
			kinds[c] = latinByte
		case '0' <= c && c <= '9':
			kinds[c] = digitByte
		case sign && !blank:
			kinds[c] = signByte
		}
	}
	return kinds
}()

// next returns where, at or after text[i], the first chain shows that Join
// could have to write out, or -1. It may say so in vain.
func (j *joiner) next(i int) int {
	var c chainTest
	text := j.text
	for at, odd := i, i; i < len(text); at = i { // odd: up to where longWords has looked in vain
		if i >= odd && c.letters+c.singles == 0 && !c.sign && (i == 0 || isBlankByte(text[i-1])) {
			n, single := longWords(text[i:])
			if i += n; single {
				c = chainTest{singles: 1, before: true}
			}
			odd = i + 1
			continue
		}
		b := text[i]
		if isHangulLead(b) && (i == 0 || !isLatinByte(text[i-1])) {
			n := hangulRun(text[i:])
			c.letters, c.wide = c.letters+n, true
			i += 3 * n
			continue
		}
		if isLower(b) && (i == 0 || text[i-1] < utf8.RuneSelf) {
			n := lowerRun(text[i:])
			c.letters += n
			i += n
			continue
		}
		kind, n := j.kindOf(i, b)
		if n == 0 {
			return at
		}
		i += n
		if kind >= latinByte {
			c.letters++
			c.wide = c.wide || b >= utf8.RuneSelf
			continue
		}
		if c.letters > 0 {
			if c.holds() {
				return at
			}
			c.endRun()
		}
		c.sign = c.sign || kind == signByte
	}
	if c.holds() {
		return len(text) - 1
	}
	return -1
}

// kindOf classifies the rune at text[i], which begins with b. See kind.
func (j *joiner) kindOf(i int, b byte) (kind uint8, n int) {
	if b >= utf8.RuneSelf || asciiKinds[b] >= latinByte || b == '$' {
		return j.kind(i)
	}
	return asciiKinds[b], 1
}

// hangulRun returns how many characters a text begins with that are Hangul, as
// far as their first bytes tell. It is one at least. Up to five are counted without
// a branch: where a word ends, no processor can tell before.
func hangulRun(text string) int {
	n := 1
	if len(text) > 12 {
		two := hangulLead(text[3])
		three := two & hangulLead(text[6])
		four := three & hangulLead(text[9])
		if n += two + three + four + four&hangulLead(text[12]); n < 5 {
			return n
		}
	}
	for 3*n < len(text) && isHangulLead(text[3*n]) {
		n++
	}
	return n
}

// hangulLead returns 1 if a byte is what isHangulLead says, and 0 if not.
func hangulLead(b byte) int {
	beyond := uint32(b) - 0xea
	return int((beyond - 4) &^ beyond >> 31)
}

// lowerRun returns how many small Latin letters a text begins with. It looks
// at eight at a time: where a word ends, no processor can tell before.
func lowerRun(text string) int {
	n := 0
	for ; n+8 <= len(text); n += 8 {
		w := binary.LittleEndian.Uint64([]byte(text[n : n+8]))
		c := w &^ tops
		if other := ^(atLeast(c, 'a') &^ atLeast(c, 'z'+1) &^ w) & tops; other != 0 {
			return n + bit.TrailingZeros64(other)/8
		}
	}
	for n < len(text) && isLower(text[n]) {
		n++
	}
	return n
}

// isHangulLead reports whether most characters that begin with a byte are Hangul.
func isHangulLead(b byte) bool { return b-0xea < 4 }

// A chainTest is what next knows of a run of letters and of those before it.
type chainTest struct {
	letters int  // in this run
	wide    bool // one of them is neither a Latin letter nor a digit
	sign    bool // since the run before
	singles int  // runs of one letter up to this one
	before  bool // the last of these was wide
}

// holds reports whether the run may belong to a chain with those before it. See
// joiner.follows: of a word and a single letter with a sign between, as in
// don't, the letter must be wide.
func (c *chainTest) holds() bool {
	if c.letters == 1 {
		return c.sign && (c.wide || c.singles > 0) || c.singles > 1
	}
	return c.letters > 1 && c.sign && c.singles > 0 && c.before
}

// endRun makes the run one of those before.
func (c *chainTest) endRun() {
	singles := 0
	if c.letters == 1 {
		singles = c.singles + 1
	}
	*c = chainTest{singles: singles, before: c.wide}
}

// kind classifies the rune at text[i] and returns its length, or 0 if it is
// one that a chain of its own may begin with.
func (j *joiner) kind(i int) (kind uint8, n int) {
	text, c := j.text, j.text[i]
	switch {
	case c >= 0xe4 && c <= 0xed:
		if c < 0xea && (isPart(text, i) || isHanjaWord(text, i) && j.isKorean()) || i > 0 && isLatinByte(text[i-1]) && isWedged(text, i) {
			return 0, 0
		}
		return latinByte, min(3, len(text)-i)
	case c < utf8.RuneSelf:
		kind = asciiKinds[c]
		if (kind == digitByte || c == '$') && i+1 < len(text) && isLower(text[i+1]) || kind == latinByte && jamoBefore(text, i) {
			return 0, 0
		}
		return kind, 1
	}
	kind, n = wideKind(text, i)
	if kind == signByte && i+n < len(text) && isSingleSign(text, i, i+n) {
		return 0, 0
	}
	return kind, n
}

// isBlankByte reports whether c separates words anyway.
func isBlankByte(c byte) bool { return c < utf8.RuneSelf && asciiKinds[c] == blankByte }

// isLatinByte reports whether c is a Latin letter or a digit.
func isLatinByte(c byte) bool { return c < utf8.RuneSelf && asciiKinds[c] >= latinByte }

// isWedged reports whether the syllable at text[i], which a Latin letter or digit
// touches, stands alone before another such, in a run that goes on or goes further
// back than 6월13일, where they stand between two single syllables only once.
func isWedged(text string, i int) bool {
	end := i + 3
	if end >= len(text) || !isLatinByte(text[end]) {
		return false
	}
	for i > 0 && (isLatinByte(text[i-1]) || text[i-1] == '$') {
		i--
	}
	for end < len(text) && isLatinByte(text[end]) {
		end++
	}
	for end+2 < len(text) && isHangulLead(text[end]) {
		end += 3
	}
	return i > 0 && text[i-1] >= utf8.RuneSelf ||
		end < len(text) && (text[end] >= utf8.RuneSelf || isLatinByte(text[end]) || text[end] == '$')
}

// wideKind classifies the rune at text[i], which is neither ASCII nor a letter
// of East Asia. n is 0 if it is a jamo that may belong to a syllable.
func wideKind(text string, i int) (kind uint8, n int) {
	r, n := utf8.DecodeRuneInString(text[i:])
	switch {
	case r >= 'ㄱ' && r <= 'ㅣ':
		if i+n < len(text) {
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if r <= 'ㅎ' && (next >= 'ㅏ' && next <= 'ㅣ' || asVowel(next) != 0 || isSyllable(next) && i > 0 && !endsInConsonant(text[:i]) && (text[i-1] >= utf8.RuneSelf || text[i-1] == '$' || isLatinByte(text[i-1]))) {
				return 0, 0
			}
		}
		return latinByte, n
	case isPause(r), r == '·', r == '→':
		return blankByte, n
	case isSign(r):
		return signByte, n
	case r >= 0xf8 && r < 0x2c0, unicode.IsLetter(r), isMark(r):
		return latinByte, n
	}
	return signByte, n
}

// isSign reports whether r is in one of the blocks of signs and pictures.
func isSign(r rune) bool { return r >= 0x2000 && r < 0x2c00 || r >= 0x1f000 && r < 0x20000 }

// jamoBefore reports whether a consonant stands right before text[i].
func jamoBefore(text string, i int) bool {
	if i < 3 || text[i-3] != 0xe3 || text[i] != 'r' && text[i] != 'l' && text[i] != 'i' && text[i] != 't' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i-3:])
	return r >= 'ㄱ' && r <= 'ㅎ'
}

// endsInConsonant reports whether s ends in a compatibility jamo that is one.
func endsInConsonant(s string) bool {
	n := len(s)
	return n > 2 && s[n-3] == 0xe3 && isJamo(s[n-2], s[n-1]) && !isJamoVowel(s[n-2], s[n-1])
}

// isJamo reports whether the bytes after 0xe3 make a compatibility jamo.
func isJamo(b, c byte) bool {
	return b == 0x84 && c >= 0xb1 && c < 0xc0 || b == 0x85 && c >= 0x80 && c <= 0xa3
}

// isJamoVowel reports whether the bytes after 0xe3, which make a jamo, make a vowel.
func isJamoVowel(b, c byte) bool { return b == 0x85 && c >= 0x8f }
