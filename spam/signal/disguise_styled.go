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
func styledWords(t *document.Text) (words []styledWord) {
	if t.Folded.Causes()&(restyled|fold.Width) == 0 {
		return nil
	}
	causes := restyledIn(t)
	text, end := t.Folded.Text, 0
	for c := range t.Folded.Changes() {
		if c.Cause&causes == 0 || c.Start < end || len(words) == 64 {
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
