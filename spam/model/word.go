package model

import (
	"unicode"

	"github.com/boardspam/boardspam/spam/document"
)

// wordRunes is how many runes make a word at most: scripts without blanks
// have no words that could be told apart cheaply.
const wordRunes = 24

// A word is one that is being read.
type word struct {
	hash, masked uint32 // masked: with 0 for every digit
	start        int

	runes, upper, lower, digits int32

	cased bool // holds a letter that may be a capital
}

// A lastWord is what is kept of a word for its neighbour.
type lastWord struct {
	hash, masked, shape uint32
	digits, is          bool
}

// open begins a word at i or goes on with it.
func (w *word) open(i int) {
	if w.runes == 0 {
		w.start, w.hash = i, spaceWord
	}
	w.runes++
}

// letters adds the small letters of a text, so many runes, which begins at i.
func (w *word) letters(i int, hash uint32, text string, runes int, cased bool) {
	if w.runes == 0 {
		w.start = i
	}
	if w.digits > 0 {
		for _, c := range text {
			w.masked = mix(w.masked, uint32(c))
		}
	}
	w.hash = hash
	w.runes += int32(runes)
	w.lower += int32(runes)
	w.cased = w.cased || cased
}

// endWord ends the open word before folded byte i.
func (r *reader) endWord(i int) {
	s, w := &r.scan, &r.scan.word
	if w.runes == 0 {
		return
	}
	if !s.even && w.cased {
		w.countUpper(s.text, i)
		s.count.upper += w.upper
	}
	masked := w.masked
	if w.digits == 0 {
		masked = w.hash
	}
	r.word(lastWord{hash: w.hash, masked: masked, shape: w.form(), digits: w.digits > 0, is: true})
	w.runes, w.upper, w.lower, w.digits, w.cased = 0, 0, 0, 0, false
}

// countUpper counts the capitals of a word whose bytes are not those that were shown.
func (w *word) countUpper(t *document.Text, end int) {
	from, to := t.Folded.Source(w.start, end)
	if to-from > 8*wordRunes {
		return
	}
	for _, c := range t.Shown.Text[from:to] {
		if unicode.IsUpper(c) {
			w.upper++
			w.lower--
		}
	}
	w.lower = max(w.lower, 0)
}

// The forms of a word, by its capitals and digits.
const (
	formUpper   = 1
	formCapital = 2
	formMixed   = 3
	formDigits  = 4 // digits among letters
)

func (w *word) form() (f uint32) {
	switch {
	case w.upper == 0:
	case w.lower == 0 && w.upper > 1:
		f = formUpper
	case w.upper == 1:
		f = formCapital
	default:
		f = formMixed
	}
	if w.digits > 0 && w.digits < w.runes {
		f |= formDigits
	}
	return f
}

// words adds the tokens of words without capitals and digits, and of their
// neighbourhood.
func (r *reader) words(hashes []uint32) {
	last := &r.scan.last
	if len(hashes) > 0 && (!last.is || last.digits || last.shape != 0) {
		r.word(lastWord{hash: hashes[0], masked: hashes[0], is: true})
		hashes = hashes[1:]
	}
	if len(hashes) == 0 {
		return
	}
	v := r.sieve
	if v.isEmpty() {
		return
	}
	alone, n := r.telling.room(len(hashes)), 0
	for _, h := range hashes {
		n = v.put(alone, n, words.of(mix(spaceWord, h)))
	}
	r.telling.keep(n)
	before := last.hash
	pairs, n := r.plain.room(len(hashes)), 0
	for _, h := range hashes {
		n = v.put(pairs, n, wordPairs.of(mix(spacePair^before, h)))
		before = h
	}
	r.plain.keep(n)
	last.hash, last.masked = before, before
}

// word adds the tokens of a word and of its neighbourhood.
func (r *reader) word(w lastWord) {
	last := &r.scan.last
	r.tell(words.of(mix(spaceWord, w.hash)))
	if last.is {
		r.add(wordPairs.of(mix(spacePair^last.hash, w.hash)))
		if w.digits || last.digits {
			r.add(wordDigits.of(mix(spaceDigitsPair^last.masked, w.masked)))
		}
		if w.shape|last.shape != 0 {
			r.add(wordCases.of(mix(spaceCasePair, w.shape<<8|last.shape)))
		}
	}
	if w.digits {
		r.add(wordDigits.of(mix(spaceDigits, w.masked)))
	}
	if w.shape != 0 {
		r.add(wordCases.of(mix(spaceCase^w.shape, w.hash)))
		r.add(wordCases.of(mix(spaceShape, w.shape)))
	}
	last.hash, last.masked, last.shape, last.digits, last.is = w.hash, w.masked, w.shape, w.digits, w.is
}
