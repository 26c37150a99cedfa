package signal

import (
	"strings"
	"unicode"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fold"
)

var disguiseMixed = Signal{
	Name: "disguise/mixed",
	Kind: Disguise,
	Doc: "Letters of several alphabets make up one word, where one alphabet's would look the same. " +
		"An ending of one's own language on a foreign word is not that, nor is one letter from the wrong keyboard.",
	Needs: HasChange,
	Find: func(d *document.Document, sink *Sink) {
		for _, t := range d.Texts {
			if t.Folded.Causes()&fold.Confusable != 0 {
				mixedWords(t, sink)
			}
		}
	},
}

// maxMixed is the number of mixed words that are reported of one text.
const maxMixed = 8

func mixedWords(t *document.Text, sink *Sink) {
	end, found := 0, 0
	for c := range t.Folded.Changes() {
		if c.Cause&fold.Confusable == 0 || c.Start < end || found == maxMixed {
			continue
		}
		var start int
		start, end = wordAround(t.Folded.Text, c.Start)
		from, to := t.Folded.Source(start, end)
		if s := mixture(t.Shown.Text[from:to]); s != Silent {
			found++
			sink.Add(Finding{Span: t.Span(start, end), Note: "letters of several alphabets in one word", Strength: s})
		}
	}
}

// wordAround returns the word of letters and digits around text[i].
func wordAround(text string, i int) (start, end int) {
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	const far = 100
	low, high := max(0, i-far), min(len(text), i+far)
	start, end = low, high
	if n := strings.LastIndexFunc(text[low:i], func(r rune) bool { return !inWord(r) }); n >= 0 {
		start = low + n
		for start++; start < i && text[start]&0xc0 == 0x80; start++ {
		}
	}
	if n := strings.IndexFunc(text[i:high], func(r rune) bool { return !inWord(r) }); n >= 0 {
		end = i + n
	}
	return start, end
}

// mixture says how deliberate the mixture of alphabets in a word is.
func mixture(word string) Strength {
	const (
		roman = 1 + iota
		greek
		other
	)
	switches, first, run, longest, before := 0, 0, 0, 0, 0
	for _, r := range word {
		now := other
		switch {
		case !unicode.IsLetter(r):
			continue
		case r < 0x250 || unicode.Is(unicode.Latin, r):
			now = roman
		case unicode.Is(unicode.Greek, r):
			now = greek
		}
		if before != 0 && now != before {
			if switches == 0 {
				first = run
			}
			switches++
			run = 0
		}
		run++
		longest = max(longest, run)
		before = now
	}
	switch {
	case switches > 2:
		return Strong
	case switches == 2:
		return Fair
	case switches == 1 && first == 1 && longest > 3:
		return Weak
	}
	return Silent
}
