package signal

import (
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fold"
)

// Letters that stand on their heads. The fold makes upright ones of those that
// are letters of their own; the others look like different letters.
const (
	turnedOnly  = "ɐɔǝɟƃɥıᴉɾʞɯɹʇʌʍʎƖᄅƐㄣϛㄥ" // nobody else uses these, or few do
	turnedLooks = "bdnpqu69ıɾɟɐɔǝƃɥʞɯɹʇʌʍʎɩɛϛㄹㄣㄥ"
	turnedReads = "qpudbn96ijfaceghkmrtvwy135247"
)

// The bytes that letters of turnedOnly begin with are among these. Hangul is not.
const turnedFrom, turnedTo = 0xc4, 0xe3

// leastTurned is how many such letters a text has at least that is turned.
// Phonetic transcriptions have one or two.
const leastTurned = 3

// turnedTerms reports the names of topics and of betting sites in lines that
// are written upside down.
func turnedTerms(r *reading, sink *Sink) {
	if r.text.Folded.Causes()&fold.Styled == 0 {
		return
	}
	for at := 0; at < len(r.folded); {
		end := at + strings.IndexByte(r.folded[at:], '\n')
		if end < at {
			end = len(r.folded)
		}
		if countTurned(r.text, at, end) >= leastTurned {
			letters, from := upright(r.text, at, end)
			sink.addTurned(r.text, letters, from)
		}
		at = end + 1
	}
}

// countTurned returns how many letters of Folded.Text[start:end] were written
// upside down, up to those that matter.
func countTurned(t *document.Text, start, end int) (n int) {
	from, to := t.Folded.Source(start, end)
	text := t.Shown.Text[from:to]
	for i := 0; i < len(text) && n < leastTurned; i++ {
		if c := text[i]; turnedFrom <= c && c <= turnedTo && strings.ContainsRune(turnedOnly, firstRune(text[i:])) {
			n++
		}
	}
	return n
}

// upright reads Folded.Text[start:end] with the page turned round, and says
// where each byte stands.
func upright(t *document.Text, start, end int) (letters string, at []int) {
	var b []byte
	for text := t.Folded.Text[start:min(end, start+maxReversed)]; len(text) > 0; {
		r, n := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-n]
		i := start + len(text)
		if k := strings.IndexRune(turnedLooks, r); k >= 0 && t.Folded.CausesIn(i, i+n)&fold.Styled == 0 {
			r = rune(turnedReads[utf8.RuneCountInString(turnedLooks[:k])])
		}
		was := len(b)
		b = utf8.AppendRune(b, r)
		for range len(b) - was {
			at = append(at, i)
		}
	}
	return string(b), at
}

// addTurned reports the names of topics and the names with a number among
// letters that were taken from a text; at says from where.
func (s *Sink) addTurned(t *document.Text, letters string, at []int) {
	add := func(start, end int, note string) {
		_, n := utf8.DecodeRuneInString(t.Folded.Text[at[start]:])
		s.Add(Finding{Span: t.Span(at[end-1], at[start]+n), Payload: Anchor, Note: note, Strength: Strong})
	}
	for _, u := range s.termsOf(letters) {
		if u.term.role&(head|name) != 0 && utf8.RuneCountInString(u.term.text) >= leastTransformed(u.term.text) {
			add(u.start, u.end, "a word upside down")
		}
	}
	for i := 0; i < len(letters); i++ {
		end := i
		for end < len(letters) && isAlnum(letters[end]) {
			end++
		}
		if end-i > 5 && isBrand(letters[i:end]) {
			add(i, end, "a name upside down")
		}
		i = max(i, end)
	}
}
