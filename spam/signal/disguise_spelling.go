package signal

import (
	"fmt"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var disguiseSpelling = Signal{
	Name: "disguise/spelling",
	Kind: Disguise,
	Doc: "Several words hold Hangul syllables whose vowels were bent so that no filter knows the words. " +
		"One such syllable is a slip or a name, and tense consonants or added finals, as in reviews that are spelt so that " +
		"no translator reads them, are not meant; nor is Korean that was read in a wrong encoding.",
	Needs: HasBent,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			t := r.text
			first, last, n := r.bentSyllables()
			if n < 2 || r.isMisread() {
				continue
			}
			strength := Fair
			if n > 3 {
				strength = Strong
			}
			start, _ := wordAround(t.Folded.Text, first)
			_, end := wordAround(t.Folded.Text, last)
			sink.Add(Finding{Span: t.Span(start, end), Note: fmt.Sprintf("%d syllables that no word has", n), Strength: strength})
		}
	},
}

// bentSyllables returns where the first and the last bent syllable of the text
// stand, and how many different ones there are, up to a few.
func (r *reading) bentSyllables() (first, last, n int) {
	var seen [8]rune
	for _, at := range r.bent {
		syllable, _ := utf8.DecodeRuneInString(r.folded[at:])
		if last = int(at); n == 0 {
			first = last
		}
		n = note(&seen, n, syllable)
	}
	return first, last, n
}

// isMisread reports whether the text is Korean of which a program has read the
// bytes in a wrong encoding: beside its syllables, with no blank between, stand
// Chinese characters and what is no character, as many as there are bent ones.
func (r *reading) isMisread() bool {
	beside, last := 0, rune(0)
	stray := func(c rune) bool { return isHan(c) || c == utf8.RuneError }
	for _, c := range r.folded {
		if stray(c) && isSyllable(last) || isSyllable(c) && stray(last) {
			beside++
		}
		last = c
	}
	return beside >= len(r.bent)
}

// note adds r to the first n runes of seen unless it is there or there is no
// room, and returns how many there are now.
func note(seen *[8]rune, n int, r rune) int {
	for _, s := range seen[:n] {
		if s == r {
			return n
		}
	}
	if n < len(seen) {
		seen[n] = r
		n++
	}
	return n
}
