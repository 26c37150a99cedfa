package signal

import (
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/boardspam/boardspam/spam/internal/fold"
)

const (
	maxHalves = 64 // words in Latin letters that touch Hangul which are read, of one text
	longHalf  = 8  // letters of one
)

// saidLetters are names of Latin letters, as Korean says them, and English words
// that Korean writes in Hangul.
var saidLetters = map[string]string{
	"b": "비", "c": "씨", "d": "디", "e": "이", "g": "지", "o": "오", "p": "피", "q": "큐", "t": "티", "u": "유",
	"bet": "벳", "casino": "카지노", "free": "프리", "game": "게임", "money": "머니", "poker": "포커", "site": "사이트", "slot": "슬롯",
}

// halfTerms reports the terms that are partly in Hangul and partly in Latin
// letters which sound like the rest of them.
func halfTerms(r *reading, sink *Sink) {
	if r.has&HasHalf == 0 {
		return
	}
	end, left := 0, maxHalves
	for _, w := range r.words {
		from, to := int(w.start), int(w.end)
		if from < end || left == 0 || to-from > longHalf || !isAlpha(r.folded[from]) ||
			!isSyllableBefore(r.folded, from) && !isSyllableAt(r.folded, to) || r.inLink(from) {
			continue
		}
		left--
		start := runStart(r.folded, from, 0, isSyllableOrLatin)
		stop := runEnd(r.folded, runEnd(r.folded, to, 0, isSyllableOrLatin), 1, isSyllable) // with the word of Hangul behind it
		end = stop
		if found, twoWays := sink.addHalves(r, start, stop, false); !found && twoWays {
			sink.addHalves(r, start, stop, true)
		}
	}
}

// addHalves reports the terms of folded[start:end] with Hangul for its Latin
// letters, whether there are any, and whether the letters may sound in two ways.
func (s *Sink) addHalves(r *reading, start, end int, second bool) (found, twoWays bool) {
	plain, twoWays := s.inHangul(r.folded, start, end, second)
	for _, u := range s.termsOf(plain) {
		letters := utf8.RuneCountInString(u.term.text)
		if u.term.role&(head|name) == 0 || letters < 2 || !isSyllable(firstRune(u.term.text)) {
			continue
		}
		from, to := s.at[u.start], s.at[u.end]
		if half := r.folded[from:to]; strings.IndexFunc(half, isSyllable) < 0 || strings.IndexFunc(half, isLatin) < 0 {
			continue
		}
		strength := Fair
		if u.term.role&head != 0 || letters > 2 {
			strength = Strong
		}
		found = true
		s.Add(Finding{Span: r.span(from, to), Payload: Anchor, Note: "a veiled word: Latin letters within " + u.term.text, Strength: strength})
	}
	return found, twoWays
}

// inHangul returns text[start:end] with Hangul for its Latin letters, as they
// sound in one way or in the second, and whether they may sound in two. Where
// each byte of it stands in text, and its end, is in s.at. Both are good until
// the next call.
func (s *Sink) inHangul(text string, start, end int, second bool) (plain string, twoWays bool) {
	s.letters, s.at = s.letters[:0], s.at[:0]
	for i := start; i < end; {
		n := 0
		for i+n < end && isAlpha(text[i+n]) {
			n++
		}
		if word := text[i : i+n]; n == 0 {
			_, n = utf8.DecodeRuneInString(text[i:])
			s.letters = append(s.letters, text[i:i+n]...)
		} else if said, ok := saidLetters[word]; ok && !second {
			s.letters = append(s.letters, said...)
			twoWays = true
		} else {
			twoWays = twoWays || strings.ContainsAny(word, "eu") || strings.Contains(word, "oo")
			s.letters = fold.AppendHangul(s.letters, word, second)
		}
		for len(s.at) < len(s.letters) {
			s.at = append(s.at, i)
		}
		i += n
	}
	s.at = append(s.at, end)
	return unsafe.String(unsafe.SliceData(s.letters), len(s.letters)), twoWays
}

func isSyllableOrLatin(c rune) bool { return isSyllable(c) || isLatin(c) }
