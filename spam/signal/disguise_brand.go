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
	Needs: HasChange | HasJoined,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			styledBrands(&read[i], sink)
			spacedBrands(read[i].text, sink)
		}
		for i := range read {
			leetBrands(&read[i], sink)
		}
	},
}

// styledBrands reports the names in letters of another make. Several words
// that are spread out without a number are a greeting.
func styledBrands(r *reading, sink *Sink) {
	t, words := r.text, r.styledWords()
	spread := countSpread(t.Folded.Text, words)
	for len(words) > 0 {
		n := styledRow(t.Folded.Text, words)
		start, end := words[0].start, words[n-1].end
		if isBrand(t.Folded.Text[start:end]) || isTornBrand(t.Folded.Text, words[:n]) && (spread < 2 || hasDigit(t.Folded.Text[start:end])) && !isGreeting(t.Folded.Text[start:end]) {
			f := Finding{Span: t.Span(start, end), Payload: Anchor, Note: "a name in disguised letters", Strength: Strong}
			switch {
			case t.Field == document.AuthorName: // so do fans and players
				f.Strength = Weak
			case end-start < 6: // as in top10
				f.Strength = Fair
			}
			sink.Add(f)
		}
		words = words[n:]
	}
}

// countSpread returns how many rows of words without a digit are torn apart.
func countSpread(text string, words []styledWord) (rows int) {
	for len(words) > 0 {
		n := styledRow(text, words)
		if !hasDigit(text[words[0].start:words[n-1].end]) && isTornBrand(text, words[:n]) {
			rows++
		}
		words = words[n:]
	}
	return rows
}

// isGreeting reports whether letters that are spread out are a festive word.
func isGreeting(text string) bool {
	return greetings().has(strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && isAlpha(byte(r)) {
			return r
		}
		return -1
	}, text))
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// styledRow returns how many of the words belong together: with no more than a
// blank, a hyphen or the like between each two.
func styledRow(text string, words []styledWord) (n int) {
	for n = 1; n < len(words); n++ {
		gap := text[words[n-1].end:words[n].start]
		if len(gap) > 2 || gap == "" || !isSlight(gap) || n > 1 && gap == "  " && words[1].start-words[0].end == 1 {
			break
		}
	}
	return n
}

func isSlight(gap string) bool {
	for i := range len(gap) {
		switch gap[i] {
		case ' ', '-', '.', '_', '`', '\'', '/', '*':
		default:
			return false
		}
	}
	return true
}

// isTornBrand reports whether a row of words is one name that was torn apart:
// into pieces of one or two letters, or in the middle of its number.
func isTornBrand(text string, row []styledWord) bool {
	var name []byte
	short, torn := 0, false
	for i, w := range row {
		if w.end-w.start <= 2 {
			short++
		}
		if i > 0 {
			before, after := text[row[i-1].end-1], text[w.start]
			torn = torn || !isAlpha(before) && !isAlpha(after) || text[row[i-1].end] != ' ' && !isAlpha(after)
		}
		if name = append(name, text[w.start:w.end]...); len(name) > 24 {
			return false
		}
	}
	switch {
	case len(row) < 2:
		return false
	case isBrand(string(name)):
		return short > 1 || torn
	}
	return short > 2 && short+1 >= len(row) && len(name) > 4
}

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
	if n == 4 && (word[letters:digits] < "2100" && word[letters:digits] > "1900") {
		return false // a year
	}
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
		if end-i >= 6 && isBrand(v.Text[i:end]) && isSpread(t, i, end) {
			sink.Add(Finding{Span: t.JoinedSpan(i, end), Payload: Anchor, Note: "a name with a number, letter by letter", Strength: Fair})
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
