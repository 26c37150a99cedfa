package fold

import "unicode/utf8"

// In most texts there is nothing to join, or not before some place, as scan can
// tell by the way: they are words of Hangul, Latin letters and digits with blanks
// and pauses between them, have no digit before a letter of its word and no
// syllable between two Latin letters or digits, no three words of one letter in a
// row, and no such word beside a sign that parts no words.

// A wordTest looks for words of one letter that Join may have to do with.
type wordTest struct {
	start int   // of the word
	row   int   // words of one letter right before it
	signs class // sign if one stands since the word before
	wide  bool  // that one is not of ASCII
	found class // loose if there are such words
}

// end is the test behind the word that ends before s[i]. The next one's start is
// still to be told.
func (t *wordTest) end(s string, i int) {
	if i-t.start > 3 && t.row == 0 {
		t.signs = 0
	} else {
		t.endShort(s, i)
	}
}

// endShort is the test behind a word, if there is one, that may be of one letter
// or stands right behind one that is. It asks for what chainTest.holds does.
func (t *wordTest) endShort(s string, end int) {
	word := s[t.start:end]
	if word == "" {
		return
	}
	row, wide := t.row, word[0] >= utf8.RuneSelf
	if t.row++; len(word) != 1 && (len(word) != 3 || !wide) {
		t.row = 0
	}
	single := t.row > 0
	if t.row > 2 || t.signs != 0 && (single && (wide || row > 0) || !single && row > 0 && t.wide) {
		t.found = loose
	}
	t.signs, t.wide = 0, wide
}

// wordsBefore returns where a word begins before s[i] that is so many words away
// that no chain of letters reaches it which shows by s[i]. Words count that stand
// behind a blank or sign of ASCII and begin with a letter that is easily told.
func wordsBefore(s string, i int) int {
	for words := 0; i > 0; i-- {
		if i == len(s) || isLetterByte(s[i-1]) || s[i-1] >= utf8.RuneSelf {
			continue
		}
		if c := s[i]; isLetterByte(c) || c >= 0xe4 && c <= 0xed {
			if words++; words > 4 {
				break
			}
		}
	}
	return i
}

// isLetterByte reports whether c is a letter or digit of ASCII.
func isLetterByte(c byte) bool { return c < utf8.RuneSelf && ascii[c]&(latin|number) != 0 }

// rune is the test behind the rune r at s[i], which is neither ASCII nor Hangul,
// and what is to be known of it.
func (t *wordTest) rune(s string, i int, r rune) class {
	next := i + utf8.RuneLen(r)
	switch {
	case isPause(r), r == '·', r == '→':
		t.end(s, i)
	case isSign(r) && (i == t.start || next == len(s) || s[next] < utf8.RuneSelf && ascii[s[next]]&(latin|number) == 0):
		t.end(s, i)
		t.signs = sign
	default:
		return loose
	}
	t.start = next
	return 0
}

// mixes reports whether the Latin letter or digit s[i] does not go with those
// before it in its word.
func mixes(s string, i int) bool {
	if c := s[i-1]; c < utf8.RuneSelf {
		return ascii[c]&number != 0 && ascii[s[i]]&latin != 0
	}
	return i > 3 && s[i-4] < utf8.RuneSelf && ascii[s[i-4]]&(latin|number) != 0
}

// isLaughter reports whether s[i:], which begins with 0xe3, begins with a jamo
// that nothing can be joined to, as in ㅋㅋㅋ and ㅠㅠ.
func isLaughter(s string, i int) bool {
	if len(s) < i+3 || !isJamo(s[i+1], s[i+2]) {
		return false
	}
	switch next := s[i+3:]; {
	case isJamoVowel(s[i+1], s[i+2]), next == "", len(next) > 2 && next[0] >= 0xea && next[0] <= 0xed && endsInConsonant(s[:i]):
		return true
	case next[0] < utf8.RuneSelf:
		return ascii[next[0]]&latin == 0 && asVowel(rune(next[0])) == 0
	default:
		return len(next) > 2 && next[0] == 0xe3 && isJamo(next[1], next[2]) && !isJamoVowel(next[1], next[2])
	}
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
