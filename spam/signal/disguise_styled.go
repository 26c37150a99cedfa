package signal

import (
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fold"
)

var disguiseBrand = Signal{
	Name: "disguise/brand",
	Kind: Disguise,
	Doc: "A name of Latin letters and a number, as gambling sites have, is written in letters of another make or one by one. " +
		"A greeting in fancy letters, a year and a formula are not.",
	Find: func(d *document.Document, sink *Sink) {
		for _, t := range d.Texts {
			for _, w := range styledWords(t) {
				if isBrand(t.Folded.Text[w.start:w.end]) {
					sink.Add(Finding{Span: t.Span(w.start, w.end), Payload: Anchor, Note: "a name with a number in disguised letters", Strength: Strong})
				}
			}
			spacedBrands(t, sink)
		}
	},
}

var disguiseStyled = Signal{
	Name: "disguise/styled",
	Kind: Disguise,
	Doc: "One word of an otherwise plain text is written in letters of another make. " +
		"A text that is styled throughout, several words of it in a row, words struck through, and single letters as in formulas are not meant.",
	Find: func(d *document.Document, sink *Sink) {
		for _, t := range d.Texts {
			words := styledWords(t)
			for i, w := range words {
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

// A styledWord is a word of ASCII letters and digits that were written otherwise.
type styledWord struct{ start, end, letters int }

// restyled are the causes that keep a Latin letter readable and unsearchable.
const restyled = fold.Styled | fold.Combining | fold.Confusable

// styledWords returns the words of Latin letters most of which are disguised.
func styledWords(t *document.Text) (words []styledWord) {
	if t.Folded.Causes()&restyled == 0 {
		return nil
	}
	text, end := t.Folded.Text, 0
	for c := range t.Folded.Changes() {
		if c.Cause&restyled == 0 || c.Start < end || len(words) == 64 {
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
		changed := 0
		for i := w.start; i < w.end && i < w.start+40; i++ {
			if isAlpha(text[i]) {
				w.letters++
			}
			if t.Folded.CausesIn(i, i+1)&restyled != 0 || t.Folded.CausesIn(max(i-1, w.start), i+1)&fold.Combining != 0 {
				changed++
			}
		}
		if 2*changed >= w.end-w.start && w.end-w.start < 40 {
			words = append(words, w)
		}
	}
	return words
}

// isStruck reports whether a word is struck through, which is a jest.
func isStruck(word string) bool { return strings.ContainsAny(word, "\u0335\u0336\u0337\u0338") }

// isBrand reports whether a word is a name with a number: at least three
// letters, and two to four digits behind them, or one digit and a last letter.
func isBrand(word string) bool {
	letters := 0
	for letters < len(word) && isAlpha(word[letters]) {
		letters++
	}
	digits := letters
	for digits < len(word) && '0' <= word[digits] && word[digits] <= '9' {
		digits++
	}
	n, rest := digits-letters, len(word)-digits
	return letters >= 3 && len(word) <= 24 && (n >= 2 && n <= 4 && rest == 0 || n == 1 && rest == 1)
}

func isAlpha(c byte) bool { return 'a' <= c && c <= 'z' }

// spacedBrands reports names with a number in capitals that stand one by one,
// equally spaced.
func spacedBrands(t *document.Text, sink *Sink) {
	v := t.Joined()
	if v.Causes()&fold.Spaced == 0 {
		return
	}
	for i := 0; i < len(v.Text); {
		end := i
		for end < len(v.Text) && v.Text[end] != '\n' {
			end++
		}
		if end-i >= 5 && isBrand(v.Text[i:end]) && isSpread(t, i, end) {
			sink.Add(Finding{Span: t.JoinedSpan(i, end), Payload: Anchor, Note: "a name with a number, letter by letter", Strength: Strong})
		}
		i = end + 1
	}
}

// isSpread reports whether the letters of Joined().Text[start:end] are capitals
// with the same in between each two of them.
func isSpread(t *document.Text, start, end int) bool {
	v := t.Joined()
	gap, before := "", -1
	for i := start; i < end; i++ {
		from, to := v.Source(i, i+1)
		written, _ := t.Folded.Source(from, to)
		if c := t.Shown.Text[written]; isAlpha(v.Text[i]) && isAlpha(c) {
			return false
		}
		if before >= 0 {
			switch now := t.Folded.Text[before:from]; {
			case now == "", now[0] < utf8.RuneSelf && gap != "" && now != gap:
				return false
			default:
				gap = now
			}
		}
		before = to
	}
	return true
}

// plainLetters returns the number of letters in a text outside a word, no more
// than are needed.
func plainLetters(text string, w styledWord) (n int) {
	for i, r := range text {
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
