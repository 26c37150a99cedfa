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
	end, left := 0, maxHalves
	for _, w := range r.words {
		from, to := int(w.start), int(w.end)
		if from < end || left == 0 || to-from > longHalf || !isAlpha(r.folded[from]) ||
			!isSyllable(lastRune(r.folded[:from])) && !isSyllable(firstRune(r.folded[to:])) || r.inLink(from) {
			continue
		}
		left--
		start, stop := halvesStart(r.folded, from), halvesStop(r.folded, to)
		end = stop
		if found, twoWays := sink.addHalves(r, start, stop, false); !found && twoWays {
			sink.addHalves(r, start, stop, true)
		}
	}
}

// halvesStart returns where the run of syllables and Latin letters around text[i]
// begins.
func halvesStart(text string, i int) int {
	for n := 0; i > 0 && n < maxName; n++ {
		c, size := utf8.DecodeLastRuneInString(text[:i])
		if !isSyllable(c) && scriptOf(c) != latin {
			break
		}
		i -= size
	}
	return i
}

// halvesStop returns where it ends, with the word of Hangul behind it.
func halvesStop(text string, i int) int {
	blanks := 0
	for n := 0; i < len(text) && n < maxName; n++ {
		c, size := utf8.DecodeRuneInString(text[i:])
		if c == ' ' {
			if blanks++; blanks > 1 {
				break
			}
		} else if !isSyllable(c) && (blanks > 0 || scriptOf(c) != latin) {
			break
		}
		i += size
	}
	return i
}

// addHalves reports the terms of folded[start:end] with Hangul for its Latin
// letters, whether there are any, and whether the letters may sound in two ways.
func (s *Sink) addHalves(r *reading, start, end int, second bool) (found, twoWays bool) {
	s.letters, s.at = s.letters[:0], s.at[:0]
	for i := start; i < end; {
		n := 0
		for i+n < end && isAlpha(r.folded[i+n]) {
			n++
		}
		word := r.folded[i : i+n]
		switch said, ok := saidLetters[word]; {
		case n == 0:
			_, n = utf8.DecodeRuneInString(r.folded[i:])
			s.letters = append(s.letters, r.folded[i:i+n]...)
		case ok && !second:
			s.letters = append(s.letters, said...)
			twoWays = true
		default:
			twoWays = twoWays || strings.ContainsAny(word, "eu") || strings.Contains(word, "oo")
			s.letters = fold.AppendHangul(s.letters, word, second)
		}
		for len(s.at) < len(s.letters) {
			s.at = append(s.at, i)
		}
		i += n
	}
	s.at = append(s.at, end)
	lex, plain := builtinLexicon(), unsafe.String(unsafe.SliceData(s.letters), len(s.letters))
	s.matches = lex.appendMatches(s.matches[:0], plain)
	s.units = lex.units(s.units[:0], s.matches, plain, nil)
	for _, u := range s.units {
		if u.term.role&(head|name) == 0 || utf8.RuneCountInString(u.term.text) < 2 || !isSyllable(firstRune(u.term.text)) {
			continue
		}
		from, to := s.at[u.start], s.at[u.end]
		if half := r.folded[from:to]; strings.IndexFunc(half, isSyllable) < 0 || strings.IndexFunc(half, isLatin) < 0 {
			continue
		}
		strength := Fair
		if u.term.role&head != 0 || utf8.RuneCountInString(u.term.text) > 2 {
			strength = Strong
		}
		found = true
		s.Add(Finding{Span: r.span(from, to), Payload: Anchor, Note: "a veiled word: Latin letters within " + u.term.text, Strength: strength})
	}
	return found, twoWays
}

func isLatin(c rune) bool { return scriptOf(c) == latin }
