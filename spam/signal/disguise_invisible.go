package signal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fold"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

var disguiseInvisible = Signal{
	Name: "disguise/invisible",
	Kind: Disguise,
	Doc: "Characters that nobody sees stand inside a word of Hangul, Han, kana, Latin, Greek or Cyrillic letters. " +
		"Joiners in emoji, in Persian and in Indic words, marks of direction around Hebrew and Arabic, soft hyphens in Latin words " +
		"and what editors leave at the ends of lines are not meant.",
	Needs: HasChange,
	Find: func(d *document.Document, sink *Sink) {
		for _, t := range d.Texts {
			if t.Folded.Causes()&unseen != 0 {
				invisibleWithin(t, sink)
			}
		}
	},
}

// unseen are the causes of text that is dropped because nobody sees it. Fillers
// are not among them: people use them for blanks that boards do not take out.
const unseen = fold.Invisible | fold.Bidi | fold.Tag | fold.Selector

func invisibleWithin(t *document.Text, sink *Sink) {
	end, found := 0, 0
	for c := range t.Folded.Changes() {
		if c.Cause&unseen == 0 || c.Start != c.End || c.Start < end || found == maxMixed {
			continue
		}
		dropped := t.Shown.Text[c.From:c.To]
		if !within(t.Folded.Text, c.Start, dropped) || isPicture(t.Shown.Text[:c.From], dropped) {
			continue
		}
		var start int
		start, end = wordAround(t.Folded.Text, c.Start)
		if dropped == softHyphen && gaps(t, c.End, end) == 0 {
			continue // where a line of another width ended
		}
		found++
		strength := Fair
		if gaps(t, c.End, end) > 0 {
			strength = Strong
		}
		sink.Add(Finding{Span: t.Span(start, end), Note: "invisible characters inside a word", Strength: strength})
	}
}

// within reports whether text[i], where what is dropped stood, lies inside a
// word of a script that has no use for it: a soft hyphen is at home in any
// alphabet, and a selector behind a digit.
func within(text string, i int, dropped string) bool {
	if i == 0 || i >= len(text) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	if isDigit(before) && isDigit(after) && strings.ContainsAny(dropped, "\ufe0f\u20e3") {
		return false
	}
	if isHangul(before) && isHangul(after) || isHan(before) && isHan(after) {
		return true
	}
	return isAlphabetic(before) && isAlphabetic(after) && dropped != softHyphen
}

// isPicture reports whether what is dropped makes a picture of the sign before
// it, which may be one of a letter.
func isPicture(before, dropped string) bool {
	c, _ := utf8.DecodeLastRuneInString(before)
	return dropped == "\ufe0f" && c >= 0x1f000
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// isAlphabetic reports whether r is a digit, or a letter of the Latin, Greek
// or Cyrillic alphabet or of one like them.
func isAlphabetic(r rune) bool {
	return isDigit(r) || 'a' <= r && r <= 'z' || r >= 0xc0 && r < 0x590
}

// isHan reports whether r is a Han character or a kana.
func isHan(r rune) bool { return r >= 0x3041 && r < 0x3100 || r >= 0x4e00 && r < 0xa000 }

func isHangul(r rune) bool { return isSyllable(r) || r >= 0x3131 && r < 0x318f }

// gaps returns in how many more places between text[start] and text[end]
// something invisible stands.
func gaps(t *document.Text, start, end int) (n int) {
	for i := start; i < end; {
		_, size := utf8.DecodeRuneInString(t.Folded.Text[i:])
		if i > start && t.Folded.CausesIn(i-1, i+1)&unseen != 0 {
			n++
		}
		i += size
	}
	return n
}

var disguiseOverride = Signal{
	Name: "disguise/override",
	Kind: Disguise,
	Doc: "The order of letters is turned by an override character, or text is written in tag characters that nobody sees. " +
		"Hebrew and Arabic need neither, and the tags of flags are not meant.",
	Needs: HasChange,
	Find: func(d *document.Document, sink *Sink) {
		for _, t := range d.Texts {
			if t.Folded.Causes()&(fold.Bidi|fold.Tag) != 0 {
				overrides(t, sink)
			}
		}
	},
}

func overrides(t *document.Text, sink *Sink) {
	found := 0
	for c := range t.Folded.Changes() {
		if found == maxMixed {
			return
		}
		switch {
		case c.Cause&fold.Tag != 0 && c.Start < c.End:
			sink.Add(Finding{Span: t.Span(c.Start, c.End), Payload: Phrase, Note: "text in tag characters", Strength: Strong})
			found++
		case c.Cause&fold.Bidi != 0 && turns(t.Shown.Text[c.From:c.To]):
			if end := turned(t.Folded.Text, c.End); end > c.End {
				sink.Add(Finding{Span: t.Span(c.End, end), Note: "letters in an order that is turned", Strength: override(t.Folded.Text[c.End:end])})
				found++
			}
		}
	}
}

// override says how much it means that a stretch of text is shown backwards:
// most if it holds an address or a term when it is read as it is shown.
func override(text string) Strength {
	shown := []rune(text)
	slices.Reverse(shown)
	back := string(shown)
	if found, _ := linkify.Find(back); len(found) > 0 {
		return Sure
	}
	lex := builtinLexicon()
	for _, u := range lex.units(nil, lex.appendMatches(nil, back), back, nil) {
		if u.term.role&(head|name) != 0 {
			return Sure
		}
	}
	return Strong
}

// turns reports whether s holds an override: U+202D or U+202E.
func turns(s string) bool {
	for _, r := range s {
		if r == 0x202d || r == 0x202e {
			return true
		}
	}
	return false
}

// turned returns the end of the line that begins at text[i], or i if it is
// written in letters that run from right to left anyway.
func turned(text string, i int) int {
	const far = 400
	for k, r := range text[i:min(len(text), i+far)] {
		switch {
		case r == '\n':
			return i + k
		case r >= 0x590 && r < 0x900:
			return i
		}
	}
	end := min(len(text), i+far)
	for end < len(text) && text[end]&0xc0 == 0x80 {
		end++
	}
	return end
}
