package linkify

import (
	"strings"
	"unicode/utf8"
)

// asciiBefore reports whether what ends at text[i] reads as an ASCII letter
// or digit.
func (s *scanner) asciiBefore(i int) bool {
	if i == 0 {
		return false
	}
	if c := s.text[i-1]; c < utf8.RuneSelf {
		return asciiHost[c] && c != '_'
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:i])
	g, _ := glyphOf(r)
	return g == styled || g == lookalike || g == alike || g == invisible
}

// tldAfter returns the length of the top-level domain at text[k:], where the
// name that ends at text[i] has a dot in disguise behind it: any, if the name
// is coined or comes with a scheme, else a core one.
func (s *scanner) tldAfter(i, k int) int {
	if s.schemed || s.coinedBefore(i) {
		return tldAt(s.text, k, weakTLD)
	}
	return coreAt(s.text, k)
}

// coinedBefore reports whether the word that ends at text[i] is of a kind that
// is no word: of letters with digits or a hyphen, or of too many consonants.
func (s *scanner) coinedBefore(i int) bool {
	start := i
	for start > 0 && i-start < 64 && asciiHost[s.text[start-1]] {
		start--
	}
	return isCoined(s.text[start:i]) || i-start > 5 && isLetter(s.text[i-1]) && !s.vowelsBefore(i)
}

// numberBefore reports whether the word that ends at text[i] is of digits and
// hyphens, as telephone numbers are.
func (s *scanner) numberBefore(i int) bool {
	hyphens, start := 0, i
	for start > 0 && i-start < 64 && (isDigit(s.text[start-1]) || s.text[start-1] == '-') {
		start--
		if s.text[start] == '-' {
			hyphens++
		}
	}
	return hyphens > 0 && (start == 0 || !asciiHost[s.text[start-1]])
}

// vowelsBefore reports whether the word that ends at text[i] can be spoken.
func (s *scanner) vowelsBefore(i int) bool {
	vowels, run := 0, 0
	for k := i; k > 0 && i-k < 64 && isLetter(s.text[k-1]); k-- {
		if run++; strings.IndexByte("aeiouyAEIOUY", s.text[k-1]) >= 0 {
			vowels, run = vowels+1, 0
		}
		if run > 4 {
			return false
		}
	}
	return vowels > 0
}

func isCoined[T string | []byte](word T) bool {
	letters, others := false, false
	for i := range len(word) {
		if isLetter(word[i]) {
			letters = true
		} else if isDigit(word[i]) || word[i] == '-' {
			others = true
		}
	}
	return letters && others
}

// coinedAt reports whether the word at text[i:] is coined.
func (s *scanner) coinedAt(i int) bool {
	end := i
	for end < len(s.text) && end-i < 64 && asciiHost[s.text[end]] {
		end++
	}
	return isCoined(s.text[i:end])
}

// singleBefore reports whether a single letter or digit stands before text[i].
func (s *scanner) singleBefore(i int) bool {
	return i > 0 && asciiHost[s.text[i-1]] && (i == 1 || !asciiHost[s.text[i-2]])
}

// wordBefore reports whether the word before text[i] is one of those that
// stand before a noun in English, so that ".net" or "dot com" is that noun.
func (s *scanner) wordBefore(i int) bool {
	start := i
	for start > 0 && i-start < 12 && isLetter(s.text[start-1]) {
		start--
	}
	var word [12]byte
	for k := start; k < i; k++ {
		word[k-start] = lower(s.text[k])
	}
	switch string(word[:i-start]) {
	case "a", "all", "an", "and", "any", "are", "asp", "by", "every", "for", "from", "in", "is", "its", "microsoft", "my", "new", "of",
		"old", "on", "or", "our", "some", "that", "the", "their", "these", "this", "to", "use", "using", "vb", "via", "was", "with", "your":
		return true
	}
	return false
}

// hangulBefore reports whether a word of two to ten Hangul syllables ends at
// text[i].
func (s *scanner) hangulBefore(i int) bool {
	start := s.nameStart(i)
	n := (i - start) / len("가")
	return 2 <= n && n <= 10 && strings.IndexFunc(s.text[start:i], func(r rune) bool { return !isHangul(r) }) < 0
}

// nameStart returns where the Hangul and ASCII letters begin that end at
// text[i], or a point further on if there are more than can spell a name.
func (s *scanner) nameStart(i int) int {
	start := i
	for start > s.floor && i-start < maxSpelled {
		r, n := utf8.DecodeLastRuneInString(s.text[s.floor:start])
		if !isHangul(r) && (r >= utf8.RuneSelf || !asciiHost[byte(r)]) {
			break
		}
		start -= n
	}
	return start
}

// nameBefore reports whether a host's name ends at text[i]: in ASCII letters,
// or in Korean letters that spell it.
func (s *scanner) nameBefore(i int) bool {
	if s.asciiBefore(i) {
		l := readLabel(s.text, max(s.floor, i-1), i)
		for k := l.start; k > 0 && !l.tailLetter && asciiHost[s.text[k]]; k-- {
			l.tailLetter = isLetter(s.text[k])
		}
		return l.tailLetter
	}
	start := s.nameStart(i)
	return start < i && spell(s.text[start:i]) != ""
}
