package signal

import (
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fold"
)

var disguiseStyled = Signal{
	Name: "disguise/styled",
	Kind: Disguise,
	Doc: "One word of an otherwise plain text is written in letters of another make. " +
		"A text that is styled throughout, several words of it in a row, words struck through, and single letters as in formulas are not meant.",
	Needs: HasChange,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for k := range read {
			t := read[k].text
			if t.Field == document.AuthorName {
				continue
			}
			words := read[k].styledWords()
			for i, w := range words {
				if isMention(t, w.start) || greetings().has(t.Folded.Text[w.start:w.end]) {
					continue
				}
				if w.inner {
					sink.Add(Finding{Span: t.Span(w.start, w.end), Payload: Anchor, Note: "a letter of another make inside a word", Strength: Fair})
					continue
				}
				if w.letters < 4 || isBrand(t.Folded.Text[w.start:w.end]) || isStruck(t.Span(w.start, w.end).In(d.Post)) {
					continue
				}
				if i > 0 && w.start-words[i-1].end < 3 || i+1 < len(words) && words[i+1].start-w.end < 3 {
					continue
				}
				if plainLetters(t.Folded.Text, w) > w.letters {
					sink.Add(Finding{Span: t.Span(w.start, w.end), Payload: Anchor, Note: "one word in letters of another make", Strength: Fair})
				}
			}
		}
	},
}

// greetings are words that people put in festive letters.
var greetings = vocabulary("greetings.txt")

// isMention reports whether the word at start is a member's name behind '@', or
// part of an address or of the phonetic alphabet.
func isMention(t *document.Text, start int) bool {
	at := t.Span(start, start+1).Start
	before, _ := utf8.DecodeLastRuneInString(t.Raw[:at])
	return strings.ContainsRune("@%ˈˌː/", before)
}

// A styledWord is a word of ASCII letters and digits that were written otherwise.
type styledWord struct {
	start, end, letters int

	inner bool // only some letters inside it were
}

// restyled are the causes that keep a Latin letter readable and unsearchable.
const restyled = fold.Styled | fold.Combining | fold.Confusable

// restyledIn returns the causes that count in a text. Full-width letters are
// at home among those of East Asia.
func restyledIn(t *document.Text) fold.Cause {
	if t.Folded.Causes()&fold.Width != 0 && !hasEastAsian(t.Folded.Text) {
		return restyled | fold.Width
	}
	return restyled
}

func hasEastAsian(text string) bool {
	const enough = 1 << 12
	for _, r := range text[:min(len(text), enough)] {
		if isHangul(r) || isHan(r) {
			return true
		}
	}
	return false
}

// styledWords returns the words of Latin letters that are disguised: most of
// their letters, or one in their midst.
func (r *reading) styledWords() []styledWord {
	if !r.isStyled {
		r.isStyled, r.styled = true, appendStyled(r.styled[:0], r.text)
	}
	return r.styled
}

// maxStyled is how many disguised words of a text are looked at.
const maxStyled = 64

// appendStyled appends the disguised words of a text.
func appendStyled(words []styledWord, t *document.Text) []styledWord {
	if t.Folded.Causes()&(restyled|fold.Width) == 0 {
		return words
	}
	causes := restyledIn(t)
	text, end := t.Folded.Text, 0
	for c := range t.Folded.Changes() {
		if c.Cause&causes == 0 || c.Start < end || len(words) == maxStyled {
			continue
		}
		if c.Start >= len(text) || !isAlnum(text[c.Start]) {
			continue
		}
		w := styledWord{start: c.Start, end: c.Start}
		for w.start > end && isAlnum(text[w.start-1]) {
			w.start--
		}
		for w.end < len(text) && isAlnum(text[w.end]) {
			w.end++
		}
		end = w.end
		if w.end-w.start < 40 && w.judge(t, causes) {
			words = append(words, w)
		}
	}
	return words
}

// judge completes w and reports whether it is disguised.
func (w *styledWord) judge(t *document.Text, causes fold.Cause) bool {
	text, changed, inner := t.Folded.Text, 0, 0
	for i := w.start; i < w.end; i++ {
		if isAlpha(text[i]) {
			w.letters++
		}
		switch {
		case t.Folded.CausesIn(i, i+1)&causes != 0:
			changed++
			if i-w.start > 1 && w.end-i > 2 && isAlpha(text[i]) {
				inner++
			}
		case t.Folded.CausesIn(max(i-1, w.start), i+1)&fold.Combining != 0:
			changed++
		}
	}
	if 2*changed >= w.end-w.start {
		return true
	}
	w.inner = inner > 0 && w.letters > 5
	return w.inner
}

// isStruck reports whether a word is struck through, which is a jest.
func isStruck(word string) bool { return strings.ContainsAny(word, "\u0335\u0336\u0337\u0338") }

// plainLetters returns the number of letters in a text outside a word, no more
// than are needed and not far into the text.
func plainLetters(text string, w styledWord) (n int) {
	const enough = 1 << 14
	for i, r := range text[:min(len(text), enough)] {
		if r >= utf8.RuneSelf && r < 0x2000 || r >= 0x3041 && r < 0xd7a4 || r < utf8.RuneSelf && isAlnum(byte(r)) {
			if i < w.start || i >= w.end {
				n++
			}
		}
		if n > 100 {
			break
		}
	}
	return n
}
