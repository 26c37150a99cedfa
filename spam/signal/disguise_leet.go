package signal

import (
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/internal/fold"
)

// Digits for Cyrillic letters, as one and as another may mean them. The fold
// reads those among Latin letters.
var leetReadings = []*strings.Replacer{
	strings.NewReplacer("0", "о", "3", "з", "4", "а", "6", "б"),
	strings.NewReplacer("0", "о", "3", "е", "4", "ч", "6", "б"),
}

const maxLeet = 64 // words with digits in them that are read, of one text

// leetTerms reports the terms in Cyrillic letters that digits stand in the
// midst of. The word is read together with those next to it.
func leetTerms(r *reading, sink *Sink) {
	if r.has&HasDigitWithin == 0 {
		return
	}
	end, left := 0, maxLeet
	for _, w := range r.words {
		from := int(w.start)
		if from < end || left == 0 || !isLeet(r.folded, from, int(w.end)) {
			continue
		}
		left--
		start := runStart(r.folded, from, 0, isInflectedOrDigit)
		if start > 0 && r.folded[start-1] == ' ' {
			start = runStart(r.folded, start-1, 0, isInflectedOrDigit)
		}
		end = runEnd(r.folded, int(w.end), 2, isInflectedOrDigit)
		for _, reading := range leetReadings {
			if sink.addLeet(r, start, end, reading) {
				break
			}
		}
	}
}

// isLeet reports whether text[start:end] is digits that stand for letters,
// with Cyrillic ones on both sides.
func isLeet(text string, start, end int) bool {
	if c := text[start]; c < '0' || c > '6' || end-start > 2 || strings.Trim(text[start:end], "0346") != "" {
		return false
	}
	return scriptOf(lastRune(text[:start])) == inflected && scriptOf(firstRune(text[end:])) == inflected
}

// addLeet reports the terms in one reading of folded[start:end], and whether
// there are any.
func (s *Sink) addLeet(r *reading, start, end int, reading *strings.Replacer) (found bool) {
	plain := reading.Replace(r.folded[start:end])
	for _, u := range s.termsOf(plain) {
		letters := utf8.RuneCountInString(u.term.text)
		if u.term.role&(head|name) == 0 || letters < 5 {
			continue
		}
		from := start + behind(r.folded[start:end], plain, u.start)
		to := start + behind(r.folded[start:end], plain, u.end)
		if !strings.ContainsAny(r.folded[from:to], "0346") {
			continue
		}
		strength := Fair
		if u.term.role&head != 0 {
			strength = Strong
		}
		found = true
		s.Add(Finding{Span: r.span(from, to), Payload: Anchor, Note: "a veiled word: digits for letters of " + u.term.text, Strength: strength})
	}
	return found
}

// behind returns the position in written of the letter at plain[i]: both have
// the same letters, one for one.
func behind(written, plain string, i int) (at int) {
	for range utf8.RuneCountInString(plain[:i]) {
		_, n := utf8.DecodeRuneInString(written[at:])
		at += n
	}
	return at
}

func isInflectedOrDigit(c rune) bool { return scriptOf(c) == inflected || scriptOf(c) == digits }

// leetBrands reports the names with a number that have digits for letters, in
// talk of winning or among Indonesian words. Players have such names as well.
func leetBrands(r *reading, sink *Sink) {
	v := r.text.Joined()
	if v.Causes()&fold.Leet == 0 {
		return
	}
	at := 0
	for line := range strings.Lines(v.Text) {
		start, end := at, at+len(strings.TrimSuffix(line, "\n"))
		at += len(line)
		name := v.Text[start:end]
		if v.CausesIn(start, end) != fold.Leet || !isBrand(name) {
			continue
		}
		from, to := v.Source(start, end)
		if strings.ContainsRune("@_.", lastRune(r.folded[:from])) || r.inLink(from) {
			continue
		}
		letters := strings.TrimRight(name, "0123456789")
		strength := r.luckAround(from, to)
		switch lucky := luckyNumbers[name[len(letters):]]; {
		case strength < Silent:
		case isPutTogether(letters), lucky && (strength > Silent || r.isIndonesian()):
			strength = Strong
		case strength > Silent || r.isIndonesian():
			strength = Fair
		}
		if strength > Silent {
			sink.Add(Finding{Span: r.text.JoinedSpan(start, end), Payload: Anchor, Note: "a name with digits for letters", Strength: strength})
		}
	}
}
