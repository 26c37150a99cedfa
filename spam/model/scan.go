package model

import (
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

// Where a text is cut into segments, in runes since the last cut: after a
// line break, after a sentence, at a blank, anywhere.
const (
	cutLine     = 16
	cutSentence = 30
	cutBlank    = 80
	cutAnywhere = 160
)

// wordRunes is how many runes make a word at most: scripts without blanks
// have no words that could be told apart cheaply.
const wordRunes = 24

// A scanner is the state of reading one text.
type scanner struct {
	grams [3]uint32 // the last runes of the stream, the nearest first
	last  word      // the last word
	word  word      // the open one
	count counts    // of the open segment

	changes []change
}

type word struct {
	hash, masked uint32 // masked: with 0 for every digit
	runes        int
	start        int
	shape        uint32
	upper, lower int
	digits       int
}

// Of a rune, what matters for words.
const (
	blank uint8 = iota
	letter
	digit
	symbol
)

// Runes that stand in the stream for something longer.
const (
	runeBlank   = ' '
	runeAddress = 1
)

var asciiClass = func() (c [utf8.RuneSelf]uint8) {
	for i := range c {
		switch b := byte(i); {
		case b <= ' ' || b == 0x7f:
			c[i] = blank
		case 'a' <= b|0x20 && b|0x20 <= 'z':
			c[i] = letter
		case '0' <= b && b <= '9':
			c[i] = digit
		default:
			c[i] = symbol
		}
	}
	return c
}()

func classOf(r rune) uint8 {
	switch {
	case r < utf8.RuneSelf:
		return asciiClass[r]
	case 0xac00 <= r && r < 0xd7a4, unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	case unicode.IsSpace(r):
		return blank
	}
	return symbol
}

// text cuts one text, whose addresses are links.
func (r *reader) text(t *document.Text, links []document.Address) {
	s := &r.scan
	s.reset()
	s.changes = s.changes[:0]
	if t.Folded.Causes() != 0 || t.Shown.Causes() != 0 {
		s.changes = appendChanges(s.changes, t)
	}
	folded, shown := t.Folded.Text, t.Shown.Text
	even := len(folded) == len(shown) && len(s.changes) == 0
	changes := s.changes
	r.open(t, 0)
	prev := rune(runeBlank)
	for i := 0; i < len(folded); {
		c, size := rune(folded[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(folded[i:])
		}
		if n := int(s.count.runes); n >= cutLine && cutHere(n, prev, c) {
			r.cut(t, i)
		}
		for len(changes) > 0 && changes[0].at <= i {
			r.change(&changes[0])
			changes = changes[1:]
		}
		if len(links) > 0 && links[0].Start <= i {
			end := links[0].End
			r.endWord(t, even, i)
			r.address(&links[0])
			links = links[1:]
			if end > i {
				i, prev = end, runeBlank
			}
			continue
		}
		class := classOf(c)
		upper := even && (folded[i] != shown[i] || size > 1 && folded[i+1] != shown[i+1])
		r.rune(c, class, i, upper)
		if class == blank || class == symbol || s.word.runes >= wordRunes {
			r.endWord(t, even, i)
			if class == symbol {
				r.word(word{hash: mix(spaceWord, uint32(c)), masked: mix(spaceWord, uint32(c)), runes: 1})
			}
		}
		prev = c
		i += size
	}
	r.endWord(t, even, len(folded))
	r.rest(links, changes)
	r.close(len(folded))
}

// rest adds what stands at the very end of a text.
func (r *reader) rest(links []document.Address, changes []change) {
	for i := range links {
		r.address(&links[i])
	}
	for i := range changes {
		r.change(&changes[i])
	}
	r.gram(runeBlank)
}

func (s *scanner) reset() {
	s.grams = [3]uint32{runeBlank}
	s.last = word{}
	s.word = word{}
	s.count = counts{}
}

// cutHere reports whether a segment of n runes ends between two runes.
func cutHere(n int, prev, next rune) bool {
	switch prev {
	case '\n', '。', '！', '？':
		return true
	case '.', '!', '?':
		return n >= cutSentence && (next == ' ' || next == '\n')
	case ' ':
		return n >= cutBlank
	}
	return n >= cutAnywhere
}

// cut ends the open segment and starts another.
func (r *reader) cut(t *document.Text, i int) {
	r.gram(runeBlank)
	r.close(i)
	w := r.scan.word
	r.scan.reset()
	r.scan.word = w // a word that is cut in two counts where it ends
	r.open(t, i)
}

// rune reads one rune of the stream.
func (r *reader) rune(c rune, class uint8, i int, upper bool) {
	s := &r.scan
	s.count.runes++
	switch class {
	case blank:
		if c == '\n' {
			s.count.lines++
		}
		if s.grams[0] != runeBlank {
			r.gram(runeBlank)
		}
		return
	case symbol:
		s.count.symbols++
		r.gram(uint32(c))
		return
	case digit:
		s.count.digits++
	default:
		r.letters[scriptOf(c)]++
	}
	r.gram(uint32(c))
	w := &s.word
	if w.runes == 0 {
		w.start = i
		w.hash = spaceWord
	}
	w.runes++
	switch {
	case class == digit:
		if w.digits == 0 {
			w.masked = w.hash
		}
		w.digits++
	case upper:
		w.upper++
		s.count.upper++
	default:
		w.lower++
	}
	w.hash = mix(w.hash, uint32(c))
	if w.digits > 0 {
		if class == digit {
			c = '0'
		}
		w.masked = mix(w.masked, uint32(c))
	}
}

// gram adds the n-grams of two to four runes that end with c.
func (r *reader) gram(c uint32) {
	g := &r.scan.grams
	if g[0] != 0 {
		h := mix(mix(spaceGram, c), g[0])
		r.add(h)
		if g[1] != 0 {
			h = mix(h, g[1])
			r.add(h)
			if g[2] != 0 {
				r.tell(mix(h, g[2]))
			}
		}
	}
	g[2], g[1], g[0] = g[1], g[0], c
}

// endWord ends the open word before folded byte i.
func (r *reader) endWord(t *document.Text, even bool, i int) {
	w := &r.scan.word
	if w.runes == 0 {
		return
	}
	if !even {
		w.countUpper(t, i)
		r.scan.count.upper += int32(w.upper)
	}
	w.shape = w.form()
	if w.digits == 0 {
		w.masked = w.hash
	}
	r.word(*w)
	*w = word{}
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

// word adds the tokens of a word and of its neighbourhood.
func (r *reader) word(w word) {
	last := &r.scan.last
	r.tell(mix(spaceWord, w.hash))
	if last.runes > 0 {
		r.add(mix(spacePair^last.hash, w.hash))
	}
	if w.digits > 0 {
		r.add(mix(spaceDigits, w.masked))
	}
	if last.runes > 0 && (w.digits > 0 || last.digits > 0) {
		r.add(mix(spaceDigitsPair^last.masked, w.masked))
	}
	if w.shape != 0 {
		r.add(mix(spaceCase^w.shape, w.hash))
		r.add(mix(spaceShape, w.shape))
	}
	if last.runes > 0 && w.shape|last.shape != 0 {
		r.add(mix(spaceCasePair, w.shape<<8|last.shape))
	}
	*last = w
}
