package signal

import (
	"strings"
	"unicode/utf8"
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
	end, left := 0, maxLeet
	for _, w := range r.words {
		from := int(w.start)
		if from < end || left == 0 || !isLeet(r.folded, from, int(w.end)) {
			continue
		}
		left--
		start := cyrillicWord(r.folded, from)
		if start > 0 && r.folded[start-1] == ' ' {
			start = cyrillicWord(r.folded, start-1)
		}
		end = wordsBehind(r.folded, int(w.end))
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

// cyrillicWord returns where the word of letters and digits around text[i] begins.
func cyrillicWord(text string, i int) int {
	for n := 0; i > 0 && n < maxName; n++ {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if s := scriptOf(r); s != inflected && s != digits {
			break
		}
		i -= size
	}
	return i
}

// wordsBehind returns the end of the word that goes on at text[i], and of the
// next two.
func wordsBehind(text string, i int) int {
	blanks := 0
	for n := 0; i < len(text) && n < 2*maxName; n++ {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == ' ' {
			if blanks++; blanks > 2 {
				break
			}
		} else if s := scriptOf(r); s != inflected && s != digits {
			break
		}
		i += size
	}
	return i
}

// addLeet reports the terms in one reading of folded[start:end], and whether
// there are any.
func (s *Sink) addLeet(r *reading, start, end int, reading *strings.Replacer) (found bool) {
	plain := reading.Replace(r.folded[start:end])
	lex := builtinLexicon()
	s.matches = lex.appendMatches(s.matches[:0], plain)
	s.units = lex.units(s.units[:0], s.matches, plain, nil)
	for _, u := range s.units {
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
