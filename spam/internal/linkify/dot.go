package linkify

import (
	"strings"
	"unicode/utf8"
)

// A dot is what reads as a dot between two labels: text[start:end], with the
// blanks around it.
type dot struct {
	start, end int
	form       Form
}

// dotAround returns the dot whose trigger is at i.
func (s *scanner) dotAround(i int) (dot, bool) {
	switch c := s.text[i]; {
	case c == '.' || strings.IndexByte(marks, c) >= 0:
		return s.dotAt(i)
	case c == 0xC2:
	case c >= utf8.RuneSelf:
		i-- // the first byte of a letter of three
		if i < 0 || !utf8.RuneStart(s.text[i]) {
			return dot{}, false
		}
	}
	if i > 0 && isBlank(s.text[i-1]) {
		i--
	}
	return s.dotAt(i)
}

// dotAt returns the dot at text[i:]. Dots that are plain in another reading
// count only before a core top-level domain.
func (s *scanner) dotAt(i int) (dot, bool) {
	t := s.text
	j, form := blanks(t, i)
	if j >= len(t) {
		return dot{}, false
	}
	switch c := t[j]; {
	case c == '.':
		return s.fullStop(i, j, form)
	case strings.IndexByte(marks, c) >= 0:
		return dot{i, j + 1, OddDot}, i == j && isMark(t[j+1:]) && s.asciiBefore(i) && !(c == '|' && s.alternates(i)) ||
			c == ',' && form == Spaced && s.spacedComma(i, j)
	case c == '[' || c == '(' || c == '{' || c == '<':
		return s.bracketDot(i, j, form)
	case form != 0 && (c == 'd' || c == 'D'):
		return s.wordDot(i, j, form)
	case c >= utf8.RuneSelf:
		return s.oddDot(i, j, form)
	}
	return dot{}, false
}

// spacedComma reports whether the comma at j, with a blank before it at i and
// none behind it, is a dot.
func (s *scanner) spacedComma(i, j int) bool {
	return s.coinedBefore(i) && (s.tldAfter(i, j+1) > 0 || s.coinedAt(j+1)) ||
		isMark(s.text[j+1:]) && s.asciiBefore(i) && !s.wordBefore(i)
}

// fullStop returns the dot that is the '.' at j, with blanks from i.
func (s *scanner) fullStop(i, j int, form Form) (dot, bool) {
	t := s.text
	if j+1 >= len(t) {
		return dot{}, false
	}
	if i == j && strings.IndexByte("])}>", t[j+1]) >= 0 { // one half of a pair
		return dot{i, j + 2, Defanged}, s.tldAfter(i, j+2) > 0
	}
	k, after := blanks(t, j+1)
	d := dot{i, k, form | after}
	switch {
	case d.form == 0:
		return d, true
	case form == 0: // a sentence may end here
		n := s.tldAfter(i, k)
		if after == Spaced && i >= 3 && strings.EqualFold(t[i-3:i], "www") {
			return d, k < len(t) && asciiHost[t[k]]
		}
		if n == 0 {
			return d, s.coinedBefore(i) && s.coinedAt(k)
		}
		if s.numberBefore(i) {
			return d, false
		}
		alone := after&Broken != 0 || t[k:k+n] == "com" || t[k:k+n] == "kr" || s.schemed || !latinAt(t, k+n)
		return d, isLower(t[k:k+n]) && alone && s.asciiBefore(i)
	}
	n := s.tldAfter(i, k)
	if n == 0 && i >= 3 && strings.EqualFold(t[i-3:i], "www") {
		return d, k < len(t) && asciiHost[t[k]]
	}
	if n == 0 {
		return d, after != 0 && s.singleBefore(i) || i > 0 && asciiHost[t[i-1]] && s.coinedAt(k)
	}
	named := isLower(t[k:k+n]) || isUpper(t[i-min(i, 1):i])
	return d, s.asciiBefore(i) && named && (after != 0 || !s.wordBefore(i))
}

// latinAt reports whether the word at text[i:], behind blanks, is of ASCII.
func latinAt(text string, i int) bool {
	rest := strings.TrimLeft(text[i:min(len(text), i+4)], " ")
	return rest != "" && asciiHost[rest[0]]
}

// bracketDot returns the dot in brackets that open at j.
func (s *scanner) bracketDot(i, j int, form Form) (dot, bool) {
	t := s.text
	k, _ := blanks(t, j+1)
	n := bracketedDot(t[k:])
	if n == 0 {
		return dot{}, false
	}
	k, _ = blanks(t, k+n)
	if k < len(t) && strings.IndexByte("])}>", t[k]) >= 0 {
		k++
	} else if n > 1 || t[j] == '(' {
		return dot{}, false
	}
	k, after := blanks(t, k)
	return dot{i, k, Defanged | form | after}, k < len(t) && (form|after == 0 || s.tldAfter(i, k) > 0)
}

// bracketedDot returns the length of the dot that text begins with and that
// counts only in brackets.
func bracketedDot(text string) int {
	if text == "" {
		return 0
	}
	switch c := text[0]; {
	case c == '.' || c == ',':
		return 1
	case lower(c) == 'd' && len(text) > 3 && (text[1] == '0' || lower(text[1]) == 'o') && lower(text[2]) == 't':
		return len("dot")
	case c >= utf8.RuneSelf:
		switch r, n := utf8.DecodeRuneInString(text); r {
		case '。', '·', '．', '점', '쩜', '닷':
			return n
		}
	}
	return 0
}

// wordDot returns the dot that is the word "dot" at j.
func (s *scanner) wordDot(i, j int, form Form) (dot, bool) {
	t := s.text
	if len(t)-j < 5 || lower(t[j+1]) != 'o' || lower(t[j+2]) != 't' {
		return dot{}, false
	}
	k, after := blanks(t, j+3)
	if after == 0 || s.tldAfter(i, k) == 0 && (tldAt(t, k, plainTLD) == 0 || s.vowelsBefore(i)) {
		return dot{}, false
	}
	return dot{i, k, Spelled | form | after}, s.asciiBefore(i) && !s.wordBefore(i)
}

// oddDot returns the dot that is the letter at j, not of ASCII.
func (s *scanner) oddDot(i, j int, form Form) (dot, bool) {
	t := s.text
	r, n := utf8.DecodeRuneInString(t[j:])
	k, after := blanks(t, j+n)
	switch r {
	case '。', '．', '｡', '․':
		if form|after != 0 {
			return dot{i, k, OddDot | form | after}, s.tldAfter(i, k) > 0 && s.asciiBefore(i)
		}
		stop := (r == '。' || r == '｡') && !s.schemed && !s.asciiBefore(i) // of a sentence
		return dot{i, k, OddDot}, !stop || tldAt(t, k, weakTLD) > 0
	case 'ㆍ', '·', '・', '•', '‧', '∙', '⋅', '，', '●', '○', '◦', '★', '☆':
		return dot{i, k, OddDot | form | after}, s.asciiBefore(i) && (s.tldAfter(i, k) > 0 || form|after == 0 && s.coinedAt(k))
	case '쩌', 'т', 'Т', 'ど', 'ド':
		n := saidDot(t[j:])
		if n == 0 {
			return dot{}, false
		}
		k, after = blanks(t, j+n)
		fallthrough
	case '점', '쩜', '닷', '点', '點':
		if k >= len(t) {
			return dot{}, false
		}
		if t[k] < utf8.RuneSelf {
			named := s.tldAfter(i, k) > 0 || r != '닷' && tldAt(t, k, weakTLD) > 0
			return dot{i, k, Spelled | form | after}, named && s.nameBefore(i)
		}
		_, n := hangulTLD(t[k:])
		coined := r == '쩜' || r == '점' && form|after == 0 // nobody says so but for a dot
		return dot{i, k, Spelled | form | after}, n > 0 && (s.nameBefore(i) || coined && s.hangulBefore(i))
	}
	return dot{}, false
}

// saidDots are words for a dot of several letters, none of them Latin.
var saidDots = [...]string{"쩌미", "точка", "Точка", "どっと", "ドット"}

// saidDot returns the length of the word for a dot that text begins with.
func saidDot(text string) int {
	for _, word := range saidDots {
		if strings.HasPrefix(text, word) {
			return len(word)
		}
	}
	return 0
}

// blanks returns the end of up to two blanks, or of one line break with the
// blanks around it, at text[i:].
func blanks(text string, i int) (int, Form) {
	j, form := i, Form(0)
	for ; j < len(text) && j-i < 3 && isBlank(text[j]); j++ {
		if text[j] == '\n' {
			form |= Broken
		}
	}
	if j > i && form == 0 {
		form = Spaced
	}
	return j, form
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// marks are put for a dot, or typed by mistake.
const marks = ",*~^;|"

// isMark reports whether what follows a mark makes it a dot.
func isMark(after string) bool {
	for _, tld := range []string{"com", "net", "co.kr", "co,kr", "co*kr", "kr"} {
		if len(after) >= len(tld) && strings.EqualFold(after[:len(tld)], tld) && (len(after) == len(tld) || !asciiHost[after[len(tld)]]) {
			return true
		}
	}
	return false
}

// alternates reports whether the name that ends at the bar text[i] is one of
// several that a pattern offers, as in (?:net|com|org).
func (s *scanner) alternates(i int) bool {
	start, end := i, i+1
	for start > 0 && i-start < 64 && asciiHost[s.text[start-1]] {
		start--
	}
	for end < len(s.text) && end-i < 64 && asciiHost[s.text[end]] {
		end++
	}
	before, after := byte(0), byte(0)
	if start > 0 {
		before = s.text[start-1]
	}
	if end < len(s.text) {
		after = s.text[end]
	}
	return before == '|' || after == '|' || (before == '(' || before == ':') && after == ')'
}

func isUpper(s string) bool { return s != "" && s == strings.ToUpper(s) }

func isLower(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || 'z' < s[i] {
			return false
		}
	}
	return true
}
