package signal

import (
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var placeSwapped = Signal{
	Name: "place/swapped",
	Kind: Placement,
	Doc: "The same words take the particles of another noun again and again: they were put in the place of that noun throughout. " +
		"A slip of the finger does not come three times on one noun.",
	Needs: HasMistake | HasDigitWithin,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) >= swappedBytes {
			sink.addSwapped(r)
		}
	},
}

const (
	swappedBytes = 300 // least text in which a noun was exchanged
	swappedTimes = 3   // how often the words stand in it at least
	swappedLeast = 9   // bytes of the words at least
	searchBytes  = 15  // bytes of what people search for, with the words before it
	swappedTries = 16  // nouns with a wrong particle that are looked at
	swappedWords = 3   // words before the noun that go with it
)

// addSwapped reports nouns whose particles are those of others. 를 behind a
// consonant, and 을 behind a vowel, are particles and wrong ones.
func (s *Sink) addSwapped(r *reading) {
	tries := 0
	for _, particle := range [...]string{"를", "을"} {
		for _, at := range r.objects {
			noun := hangulBefore(r.folded, int(at))
			if !strings.HasPrefix(r.folded[at:], particle) || len(noun) < swappedLeast || endsInEul(noun) {
				continue
			}
			if tries++; tries > swappedTries || s.addNoun(r.text, noun) {
				return
			}
		}
	}
	for _, w := range r.words {
		start, end := int(w.start), int(w.end)
		if r.folded[start] > '9' || !isSyllableBefore(r.folded, start) || !isSyllableAt(r.folded, end) {
			continue
		}
		if tries++; tries > swappedTries || r.isRepeated(w) && s.addNoun(r.text, r.nameAround(w)) {
			return
		}
	}
}

// isRepeated reports whether the text has digits between the same two syllables
// as often as a name that is swapped.
func (r *reading) isRepeated(w stretch) bool {
	const size = 3 // bytes of a syllable
	text := r.folded
	around := text[w.start-size : w.end+size]
	n := points(len(r.words) == maxUnits) * swappedTimes // not all are known
	for _, o := range r.words {
		if from, to := int(o.start)-size, int(o.end)+size; from >= 0 && to <= len(text) && text[from:to] == around {
			n++
		}
		if n >= swappedTimes {
			return true
		}
	}
	return false
}

// nameAround returns the name in Hangul that a word of digits stands within,
// without a particle: as much of what surrounds it as stands in the text most
// often. It is empty if none is said often enough.
func (r *reading) nameAround(w stretch) string {
	start, end := int(w.start)-len(hangulBefore(r.folded, int(w.start))), int(w.end)
	for _, c := range r.folded[end:min(len(r.folded), end+maxName)] {
		longer := end + utf8.RuneLen(c)
		if !isSyllable(c) || !r.isOften(r.folded[start:longer], int(w.start)-start) {
			break
		}
		end = longer
	}
	if end == int(w.end) {
		return ""
	}
	return r.folded[start:end]
}

// isOften reports whether the text says a name as often as one that is swapped.
// The name is Hangul but for a word that stands so many bytes behind its beginning,
// so that it can stand nowhere but around words.
func (r *reading) isOften(name string, before int) bool {
	text := r.folded
	if len(r.words) == maxUnits { // not all are known
		return strings.Count(text, name) >= swappedTimes
	}
	n, past := 0, 0
	for _, o := range r.words {
		if from := int(o.start) - before; from >= past && strings.HasPrefix(text[from:], name) {
			n, past = n+1, from+len(name)
		}
		if n == swappedTimes {
			return true
		}
	}
	return false
}

// endsInEul reports whether 을 behind a word makes another word of it.
func endsInEul(noun string) bool {
	for _, end := range [...]string{"가", "고", "노", "마"} { // 가을, 고을, 노을, 마을
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// hangulBefore returns the Hangul that ends at text[:end], at most a long word.
func hangulBefore(text string, end int) string {
	const longest = 60
	start := end
	for start > 0 && end-start < longest {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !isSyllable(r) {
			break
		}
		start -= n
	}
	return text[start:end]
}

// addNoun reports a noun if most of the particles behind it are wrong.
func (s *Sink) addNoun(t *document.Text, noun string) bool {
	if noun == "" {
		return false
	}
	text := t.Folded.Text
	times, wrong, right := 0, 0, 0
	for at := strings.Index(text, noun); at >= 0; at = nextIndex(text, noun, at) {
		times++
		rest := text[at+len(noun):]
		if wrongParticle(noun, rest) {
			wrong++
		} else if _, ok := pairedParticle(rest); ok {
			right++
		}
	}
	if times < swappedTimes || wrong < 2 || wrong <= right {
		return false
	}
	before := s.wordsBefore(text, noun)
	if len(before)+len(noun) < searchBytes {
		return false
	}
	for at := strings.Index(text, noun); at >= 0; at = nextIndex(text, noun, at) {
		start := at - len(before)
		if start < 0 || text[start:at] != before {
			start = at
		}
		s.Add(Finding{Span: t.Span(start, at+len(noun)), Payload: Anchor, Note: "words with the particles of another noun", Strength: Strong})
	}
	return true
}

// nextIndex returns where part stands in text behind at, or -1.
func nextIndex(text, part string, at int) int {
	i := strings.Index(text[at+len(part):], part)
	if i < 0 {
		return -1
	}
	return at + len(part) + i
}

// wordsBefore returns the words that stand before a noun every time, with
// their blanks.
func (s *Sink) wordsBefore(text, noun string) string {
	first := strings.Index(text, noun)
	common := ""
	for n := 0; n < swappedWords; n++ {
		start := first - len(common)
		if start < 2 || text[start-1] != ' ' {
			break
		}
		word := strings.LastIndexAny(text[max(0, start-1-itemBytes):start-1], " \n")
		longer := text[max(0, start-1-itemBytes)+word+1 : first]
		if word < 0 || strings.Count(text, longer+noun) < strings.Count(text, noun) {
			break
		}
		common = longer
	}
	return common
}
