package model

import (
	"encoding/binary"
	"math"
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

// Where a text is cut into segments, in runes since the last cut: after a
// line break, after a sentence, at a blank, anywhere.
const (
	cutLine     = 4
	cutSentence = 30
	cutBlank    = 80
	cutAnywhere = 160
)

// A scanner is the state of reading one text.
type scanner struct {
	text  *document.Text
	typed string // what was typed in place of each letter of its folded text, where that is known
	even  bool   // it is

	stream []uint64 // the runes of the open segment, spread, behind a blank
	last   lastWord
	word   word   // the open one
	row    row    // as room
	count  counts // of the open segment
	gap    counts // of the blanks since

	// The changes of the text, those of them not read yet, and its addresses.
	changes, pending []change
	links            []document.Address
}

// Of a rune, what matters for words.
const (
	blank uint8 = iota
	letter
	digit
	symbol

	beyond // a byte that is not a rune
)

// Runes that stand in the stream for something longer.
const (
	runeBlank   = ' '
	runeAddress = 1
)

var byteClass = func() (c [256]uint8) {
	for i := range c {
		switch b := byte(i); {
		case b >= utf8.RuneSelf:
			c[i] = beyond
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
		return byteClass[r]
	case isSyllable(r), isJamo(r), isHan(r), isKana(r):
		return letter
	case isPunctuation(r), isPicture(r):
		return symbol
	case isCyrillic(r), unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	case unicode.IsSpace(r):
		return blank
	}
	return symbol
}

// Ranges of runes of one class, the commonest first.
func isSyllable(r rune) bool    { return uint32(r-0xac00) < 0xd7a4-0xac00 } // of Hangul
func isJamo(r rune) bool        { return uint32(r-0x3131) < 0x318f-0x3131 }
func isPunctuation(r rune) bool { return uint32(r-0x2010) < 0x2028-0x2010 }
func isPicture(r rune) bool     { return uint32(r-0x1f000) < 0x1fb00-0x1f000 }
func isHan(r rune) bool         { return uint32(r-0x4e00) < 0xa000-0x4e00 }
func isCyrillic(r rune) bool    { return uint32(r-0x400) < 0x482-0x400 }
func isKana(r rune) bool        { return uint32(r-0x30a1) < 0x30fb-0x30a1 || uint32(r-0x3041) < 0x3097-0x3041 }

// differ returns where two texts of one length first differ from byte i on.
func differ(a, b string, i int) int {
	for ; i+8 <= len(a) && i+8 <= len(b); i += 8 {
		x := binary.LittleEndian.Uint64([]byte(a[i:i+8])) ^ binary.LittleEndian.Uint64([]byte(b[i:i+8]))
		if x != 0 {
			return i + bits.TrailingZeros64(x)/8
		}
	}
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i
}

// text cuts one text, whose addresses are links.
func (r *reader) text(t *document.Text, links []document.Address) {
	s := &r.scan
	s.reset()
	s.word = word{}
	s.gap = counts{}
	clear(s.changes) // of the text before, which is not kept
	s.changes = s.changes[:0]
	if t.Folded.Causes() != 0 || t.Shown.Causes() != 0 {
		s.changes = appendChanges(s.changes, t)
	}
	folded, shown := t.Folded.Text, t.Shown.Text
	s.text, s.typed = t, folded
	if s.even = len(folded) == len(shown) && len(s.changes) == 0; s.even {
		s.typed = shown
	}
	s.pending, s.links = s.changes, links
	next := s.nextEvent()
	r.open(t, 0)
	differs := len(folded)
	if folded != s.typed {
		differs = differ(folded, s.typed, 0)
	}
	prev := rune(runeBlank)
	for i := 0; i < len(folded); {
		if n := s.count.runes; n >= cutLine && cutHere(n, prev, folded[i]) {
			r.cut(t, i)
		}
		if next <= i {
			linked, end := r.events(i)
			next = s.nextEvent()
			if end > i {
				i, prev = end, runeBlank
			}
			if linked {
				continue
			}
		}
		if differs < i {
			differs = differ(folded, s.typed, i)
		}
		var size int
		if prev, size = r.row(i, min(next, differs)); size == 0 {
			prev, size = r.rune(i)
		}
		if i += size; s.word.runes >= wordRunes {
			r.endWord(i)
		}
	}
	r.endWord(len(folded))
	r.rest()
	r.close(len(folded))
}

// rune reads the rune at folded byte i and returns it with its size.
func (r *reader) rune(i int) (rune, int) {
	folded, typed := r.scan.text.Folded.Text, r.scan.typed
	c, size := decode(folded, i)
	class := classOf(c)
	if class != blank {
		r.fill()
	}
	switch class {
	case letter:
		r.letter(c, i, folded[i] != typed[i] || size > 1 && folded[i+1] != typed[i+1])
	case digit:
		r.digit(c, i)
	case blank:
		r.endWord(i)
		r.blank(c)
	default:
		r.endWord(i)
		r.symbol(c)
	}
	return c, size
}

// events reads the changes before folded byte i and the address that begins
// there, if one does, and returns where it ends.
func (r *reader) events(i int) (linked bool, end int) {
	s := &r.scan
	for len(s.pending) > 0 && s.pending[0].at <= i {
		r.change(&s.pending[0])
		s.pending = s.pending[1:]
	}
	if len(s.links) == 0 || s.links[0].Start > i {
		return false, i
	}
	r.endWord(i)
	a := &s.links[0]
	r.address(a)
	s.links = s.links[1:]
	return true, a.End
}

// decode returns the rune at s[i:] and its size.
func decode(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	} else if 0xe1 <= c && c <= 0xec && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80 {
		return rune(c&0xf)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f), 3 // nearly all that is not ASCII
	} else if 0xc2 <= c && c <= 0xdf && i+1 < len(s) && s[i+1]&0xc0 == 0x80 {
		return rune(c&0x1f)<<6 | rune(s[i+1]&0x3f), 2
	}
	return utf8.DecodeRuneInString(s[i:])
}

// nextEvent returns where a change or an address comes next.
func (s *scanner) nextEvent() int {
	next := math.MaxInt32
	if len(s.pending) > 0 {
		next = s.pending[0].at
	}
	if len(s.links) > 0 {
		next = min(next, s.links[0].Start)
	}
	return next
}

// rest adds what stands at the very end of a text.
func (r *reader) rest() {
	s := &r.scan
	for i := range s.links {
		r.address(&s.links[i])
	}
	for i := range s.pending {
		r.change(&s.pending[i])
	}
	s.links, s.pending = nil, nil
	r.endGram()
}

// reset empties the open segment.
func (s *scanner) reset() {
	s.stream = append(s.stream[:0], spread(runeBlank))
	s.last = lastWord{}
	s.count = counts{}
}

// cutHere reports whether a segment of n runes ends between a rune and the byte behind it.
func cutHere(n int32, prev rune, next byte) bool {
	switch prev {
	case '\n', '。', '！', '？':
		return true
	case '.', '!', '?':
		return n >= cutSentence && (next == ' ' || next == '\n') || n >= cutAnywhere
	case ' ':
		return n >= cutBlank
	}
	return n >= cutAnywhere
}

// cut ends the open segment and starts another. A word that is cut in two counts
// where it ends.
func (r *reader) cut(t *document.Text, i int) {
	r.endGram()
	r.close(i)
	r.scan.reset()
	r.open(t, i)
}

func (r *reader) blank(c rune) {
	s := &r.scan
	s.gap.runes++
	if c == '\n' {
		s.gap.lines++
	}
	r.endGram()
}

// fill counts the blanks before what comes next.
func (r *reader) fill() {
	s := &r.scan
	if s.gap.runes == 0 {
		return
	}
	count := &s.count
	if count.runes == 0 {
		count = &r.segments[len(r.segments)-1].gap
	}
	count.add(&s.gap)
	s.gap = counts{}
}

// symbol reads a sign, which is a word of its own.
func (r *reader) symbol(c rune) {
	s := &r.scan
	s.count.runes++
	s.count.symbols++
	if c == utf8.RuneError {
		r.letters[broken]++
	}
	r.gram(uint32(c))
	h := mix(spaceWord, uint32(c))
	r.word(lastWord{hash: h, masked: h, is: true})
}

func (r *reader) letter(c rune, i int, upper bool) {
	s := &r.scan
	s.count.runes++
	r.letters[scriptOf(c)]++
	r.gram(uint32(c))
	w := &s.word
	w.open(i)
	w.cased = w.cased || !isSyllable(c)
	if upper {
		w.upper++
		s.count.upper++
	} else {
		w.lower++
	}
	w.hash = mix(w.hash, uint32(c))
	if w.digits > 0 {
		w.masked = mix(w.masked, uint32(c))
	}
}

// digits reads the digits that a text begins with, from folded byte i on, and returns
// the last one and how many they are.
func (r *reader) digits(text string, i int) (last rune, n int) {
	for n < len(text) && byteClass[text[n]] == digit {
		last = rune(text[n])
		r.digit(last, i+n)
		n++
	}
	return last, n
}

func (r *reader) digit(c rune, i int) {
	s := &r.scan
	s.count.runes++
	s.count.digits++
	r.gram(uint32(c))
	w := &s.word
	w.open(i)
	if w.digits == 0 {
		w.masked = w.hash
	}
	w.digits++
	w.hash = mix(w.hash, uint32(c))
	w.masked = mix(w.masked, '0')
}
