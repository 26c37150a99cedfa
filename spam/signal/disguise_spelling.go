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
		"no translator reads them, are not meant.",
	Find: func(d *document.Document, sink *Sink) {
		ear := builtinEar()
		for _, t := range d.Texts {
			first, last, n := ear.bent(t.Folded.Text)
			if n < 2 {
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

// bent returns where the first and the last bent syllable of a text stand, and
// how many different ones there are, up to a few.
func (e *ear) bent(text string) (first, last, n int) {
	var seen [8]rune
	for i := 0; i < len(text); {
		c := text[i]
		if c < 0xea || c > 0xed || i+2 >= len(text) {
			i++
			continue
		}
		k := (int(c&0xf)<<12 | int(text[i+1]&0x3f)<<6 | int(text[i+2]&0x3f)) - 0xac00
		if uint(k) < uint(len(e.sounds)) && e.sounds[k]&bentBit != 0 {
			r, _ := utf8.DecodeRuneInString(text[i:])
			if last = i; n == 0 {
				first = i
			}
			n = note(&seen, n, r)
		}
		i += 3
	}
	return first, last, n
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
