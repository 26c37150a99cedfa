package signal

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var hiddenSpelt = Signal{
	Name: "hidden/spelt",
	Kind: Disguise,
	Doc: "A site, a messenger's name or a word of a spam topic is spelt in a code that readers know by heart or look up: " +
		"the words of radio, Morse, Braille, the numbers of letters. Call signs and lessons spell what leads nowhere.",
	Needs: HasSpelt | HasCode,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			if r.hasWordCode() {
				sink.addCodes(r, (*reading).wordCode, wordGaps)
			}
			if r.has&HasCode != 0 && strings.Contains(r.folded, brailleBegins) {
				sink.addCodes(r, (*reading).braille, " ")
			}
			if r.has&HasCode != 0 && (strings.Contains(r.folded, ".- ") || strings.Contains(r.folded, "-. ")) {
				sink.addCodes(r, (*reading).morse, " /")
			}
		}
	},
}

const (
	speltLeast = 5   // letters in code that say something
	speltMost  = 200 // letters of a stretch in code
	maxSpelt   = 16  // stretches in code that are looked at, of one text
)

// wordGaps are what may part words in code.
const wordGaps = " -·,"

// mayPart reports whether a text may be nothing but wordGaps, by its ends.
func mayPart(text string) bool {
	return text != "" && strings.IndexByte(wordGaps, text[0]) >= 0 && strings.IndexByte(wordGaps, text[len(text)-1]) >= 0
}

// A speller reads the letter in code at r.folded[i:]: what it stands for, and
// its end, which is i if there is none.
type speller func(r *reading, i int) (plain string, end int)

// addCodes reports the stretches of a text in a code, in which gaps between
// letters mean nothing.
func (s *Sink) addCodes(r *reading, read speller, gaps string) {
	var buf [speltMost + 1]byte
	left := maxSpelt
	for i := 0; i < len(r.folded) && left > 0; {
		letters, end := buf[:0], i
		for at := i; len(letters) < speltMost; {
			plain, next := read(r, at)
			if next == at {
				break
			}
			letters, end = append(letters, plain...), next
			at = end + len(r.folded[end:]) - len(strings.TrimLeft(r.folded[end:], gaps))
		}
		if len(letters) >= speltLeast {
			s.addSpelt(r, i, end, string(letters))
			left--
		}
		i = r.nextSpelt(max(end, i))
	}
}

// nextSpelt returns where behind folded[i] the next letter in code may begin:
// behind a blank, or where a character of other scripts does.
func (r *reading) nextSpelt(i int) int {
	for i++; i < len(r.folded); i++ {
		if r.folded[i] != ' ' && (r.folded[i-1] <= ' ' || r.folded[i-1] >= utf8.RuneSelf) && utf8.RuneStart(r.folded[i]) || r.folded[i] == brailleBegins[0] {
			break
		}
	}
	return i
}

// addSpelt reports a stretch in code that leads somewhere or says what is sold.
func (s *Sink) addSpelt(r *reading, start, end int, plain string) {
	note := ""
	switch {
	case leadsToSite(plain):
		note = "a site spelt in code: " + plain
	case r.isLabelledContact(start), sells(r.folded, r.parts):
		note = "a name spelt in code: " + plain
	default:
		for _, u := range s.termsOf(plain) {
			if u.term.role&head != 0 && utf8.RuneCountInString(u.term.text) >= leastTransformed(u.term.text) {
				note = "a word spelt in code: " + u.term.text
			}
		}
	}
	if note == "" {
		return
	}
	strength := Strong
	if r.different(report|notice) > 1 {
		strength = Weak
	}
	s.Add(Finding{Span: r.span(start, end), Payload: Link, Note: note, Strength: strength})
}

// leadsToSite reports whether letters that were spelt are an address.
func leadsToSite(plain string) bool {
	host, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(plain, "https://"), "http://"), "/")
	label, suffix, found := cutLast(host, ".")
	return found && len(label) > 2 && isAlpha(label[0]) && isSuffix(suffix)
}

// isLabelledContact reports whether the name of a messenger stands right before
// folded[i].
func (r *reading) isLabelledContact(i int) bool {
	const reach = 28
	for _, u := range r.cuesNear(i-reach, i) {
		isName := scriptOf(firstRune(u.term.text)) == open || lureWords().has("platform", u.term.text)
		if u.term.role&contact != 0 && isName && u.end <= i && !strings.ContainsAny(r.folded[u.end:i], ".!?\n") {
			return true
		}
	}
	return false
}

// mayBeMorse reports whether a text begins with the end of a letter in Morse.
func mayBeMorse(text string) bool {
	return len(text) > 2 && text[2] == ' ' && (text[:2] == ".-" || text[:2] == "-.")
}

// hasWordCode reports whether as many words of a text may be letters in code as
// say something.
func (r *reading) hasWordCode() bool {
	if len(r.words) == maxUnits {
		return true
	}
	if r.kinds.codes.most < speltLeast {
		return false
	}
	n := 0
	for _, w := range r.words {
		if _, end := r.wordCode(int(w.start)); end > int(w.start) {
			if n++; n == speltLeast {
				return true
			}
		}
	}
	return false
}

// wordCode reads a word of the radio alphabet, or eight binary digits, or the
// number of an ASCII letter.
func (r *reading) wordCode(i int) (plain string, end int) {
	for end = i; end < len(r.folded) && alnum[r.folded[end]]; end++ {
		if end-i > len("underscore") {
			return "", i
		}
	}
	if strings.HasPrefix(r.folded[i:], "x-ray") {
		return "x", i + len("x-ray")
	}
	word := r.folded[i:end]
	if len(word) < 2 {
		return "", i
	}
	if '0' <= word[0] && word[0] <= '9' {
		return numberCode(word, i, end)
	}
	if plain = radioWords[word]; plain == "" {
		return "", i
	}
	return plain, end
}

// numberCode reads the code of an ASCII letter: two or three digits, or eight
// of base two.
func numberCode(word string, i, end int) (string, int) {
	base, n := 10, 0
	switch len(word) {
	case 2, 3:
	case 8:
		base = 2
	default:
		return "", i
	}
	for _, c := range []byte(word) {
		digit := int(c) - '0'
		if digit < 0 || digit >= base {
			return "", i
		}
		n = n*base + digit
	}
	if n -= '-'; n < 0 || n >= len(asciiLower) {
		return "", i
	}
	return asciiLower[n : n+1], end
}

// mayCode reports whether a word of a kind may be wordCode, or the second half of
// x-ray with more behind it.
func (w shortWord) mayCode(kind wordKind) bool {
	const ray = 'r' | 'a'<<8 | 'y'<<16
	return kind&ofRadio != 0 || mayNumber(w.first(), w.size) || w.head&0xffffff == ray
}

// mayNumber reports whether a word of n bytes of which c is the first may be a
// numberCode.
func mayNumber(c byte, n int) bool {
	return c <= '9' && (n == 2 && c >= '4' || (n == 3 || n == 8) && c <= '1')
}

// asciiLower is ASCII in lower case from the hyphen on: what names and addresses
// are written with.
const asciiLower = "-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"

// radioWords are the words of the alphabet of radio (ICAO Annex 10, volume II),
// in either spelling, and what they stand for. The first half of x-ray stands
// for nothing.
var radioWords = func() map[string]string {
	m := map[string]string{"x": "", "dot": ".", "point": ".", "decimal": ".", "dash": "-", "hyphen": "-", "slash": "/", "underscore": "_", "niner": "9"}
	for digit, word := range [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"} {
		m[word] = strconv.Itoa(digit)
	}
	for word := range strings.FieldsSeq(`alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november
		oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu`) {
		m[word] = word[:1]
	}
	return m
}()
