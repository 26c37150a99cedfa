package signal

import (
	"strings"
	"unicode/utf8"
	"unsafe"
)

// readDigits are the syllables that digits are read as.
var readDigits = [10]string{"공", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"}

const leastCut = 3 // letters of a term that digits stand in by no chance

// digitTerms reports the terms in Hangul that single digits stand in the midst
// of, to be left out or to be read.
func digitTerms(r *reading, sink *Sink) {
	if r.has&HasDigitWithin == 0 {
		return
	}
	end, left := 0, maxLeet
	for _, w := range r.words {
		from, to := int(w.start), int(w.end)
		if from < end || left == 0 || to-from != 1 || r.folded[from] < '0' || r.folded[from] > '9' ||
			!isSyllableBefore(r.folded, from) || !isSyllableAt(r.folded, to) {
			continue
		}
		left--
		start, stop := runStart(r.folded, from, 1, isSyllableOrDigit), runEnd(r.folded, to, 1, isSyllableOrDigit)
		end = stop
		if !sink.addDigits(r, start, stop, false) {
			sink.addDigits(r, start, stop, true)
		}
	}
}

// cutWords counts the single digits that stand between two syllables of a
// short text.
func (r *reading) cutWords() (n int) {
	if len(r.folded) > 2*besideBytes {
		return 0
	}
	for _, w := range r.words {
		n += points(w.end-w.start == 1 && r.folded[w.start] <= '9' && isSyllableBefore(r.folded, int(w.start)) && isSyllableAt(r.folded, int(w.end)))
	}
	return n
}

// addDigits reports the terms of folded[start:end] without its digits, or with
// the syllables that they are read as, and whether there are any.
func (s *Sink) addDigits(r *reading, start, end int, read bool) (found bool) {
	s.letters, s.at = s.letters[:0], s.at[:0]
	for i := start; i < end; {
		c, n := utf8.DecodeRuneInString(r.folded[i:])
		put := r.folded[i : i+n]
		if scriptOf(c) == digits {
			if put = ""; read {
				put = readDigits[c-'0']
			}
		}
		s.letters = append(s.letters, put...)
		for range len(put) {
			s.at = append(s.at, i)
		}
		i += n
	}
	plain := unsafe.String(unsafe.SliceData(s.letters), len(s.letters))
	for _, u := range s.termsOf(plain) {
		if u.term.role&(head|name|contact) == 0 || utf8.RuneCountInString(u.term.text) < leastCut {
			continue
		}
		from, to := s.at[u.start], s.at[u.end-1]
		_, n := utf8.DecodeRuneInString(r.folded[to:])
		to += n
		if !hasDigit(strings.TrimLeft(strings.TrimRight(r.folded[from:to], "0123456789"), "0123456789")) {
			continue
		}
		strength := Fair
		if u.term.role&head != 0 || r.cutWords() > 1 {
			strength = Strong
		}
		found = true
		s.Add(Finding{Span: r.span(from, to), Payload: Anchor, Note: "a veiled word: digits within " + u.term.text, Strength: strength})
	}
	return found
}

func isSyllableOrDigit(c rune) bool { return isSyllable(c) || scriptOf(c) == digits }
