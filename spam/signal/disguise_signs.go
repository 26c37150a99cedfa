package signal

import (
	"strings"
	"unicode/utf8"
)

// Signs and digits for letters, as one and as another may mean them.
var signReadings = []*strings.Replacer{
	strings.NewReplacer("@", "a", "$", "s", "!", "i", "0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t"),
	strings.NewReplacer("@", "a", "$", "s", "!", "i", "0", "o", "1", "l", "3", "e", "4", "a", "5", "s", "7", "t"),
	strings.NewReplacer("@", "а", "$", "с", "0", "о", "3", "з", "4", "ч", "6", "б"),
}

// signTerms reports the terms in which @ or $ stands for a letter.
func signTerms(r *reading, sink *Sink) {
	if !r.signs.has('@') && !r.signs.has('$') {
		return
	}
	for i, left := 0, maxLeet; left > 0; left-- {
		at := nextSign(r.folded[i:])
		if at < 0 {
			return
		}
		at += i
		start, end := runStart(r.folded, at, 0, maySpell), runEnd(r.folded, at, 0, maySpell)
		i = end
		mail := end+1 < len(r.folded) && r.folded[end] == '.' && isAlnum(r.folded[end+1])
		if mail || end-start < 4 || r.inLink(start) || r.isCitation(start, end) {
			continue
		}
		for _, reading := range signReadings {
			if sink.addSigned(r, start, end, reading) {
				break
			}
		}
	}
}

// nextSign returns where the first @ or $ of a text is, or -1.
func nextSign(text string) int {
	at := strings.IndexByte(text, '@')
	if at >= 0 {
		text = text[:at]
	}
	if sum := strings.IndexByte(text, '$'); sum >= 0 {
		return sum
	}
	return at
}

// maySpell reports whether a character is part of a word with signs for letters.
func maySpell(c rune) bool {
	return scriptOf(c) != open || c == '@' || c == '$' || c == '!'
}

// addSigned reports the term that folded[start:end] is in one reading, and
// whether it is any.
func (s *Sink) addSigned(r *reading, start, end int, reading *strings.Replacer) bool {
	written := strings.TrimRight(r.folded[start:end], "!")
	plain := reading.Replace(written)
	for _, u := range s.termsOf(plain) {
		if u.term.role&(head|name) == 0 || utf8.RuneCountInString(u.term.text) < 4 {
			continue
		}
		from, to := behind(written, plain, u.start), behind(written, plain, u.end)
		if term := written[from:to]; !strings.ContainsAny(term, "@$") || strings.HasPrefix(term, "$") || strings.HasSuffix(term, "$") || strings.Count(written, "$") > 1 {
			continue // a sum, a formula
		}
		s.Add(Finding{Span: r.span(start+from, start+to), Payload: Anchor, Note: "a veiled word: signs for letters of " + u.term.text, Strength: Strong})
		return true
	}
	return false
}
