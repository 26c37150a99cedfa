package rules

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// MaxPhrase is the most bytes of one phrase. It bounds the work per byte of
// text, so that searching is linear whatever the text.
const MaxPhrase = 128

// Phrases finds many phrases in a text in one pass. It compares bytes: fold
// the phrases as the text is folded. It is safe for concurrent use.
//
// Most of an ordinary text is passed over by two look-ups a letter: the first
// bytes of each letter run, hashed, in a filter that fits the nearest cache.
// Only where a phrase may begin is a path-compressed trie walked. This is
// several times as fast as an automaton that reads a table for every byte.
type Phrases struct {
	leads  [leads]lead
	least  [leads]uint64 // of a lead's two masks the shorter one
	begins filter        // so much of each phrase
	stubs  filter        // as much of each phrase as tells it from most others with its key
	long   phraseIndex   // phrases of two or more letters
	short  phraseIndex   // the others, whose beginnings say less
	nodes  []trieNode
	text   string  // the tails of labels
	ids    []int32 // phrases in order of their bytes
	words  bool    // what begins in mid-word is left out
}

// A PhraseMatch is a phrase found in a text.
type PhraseMatch struct {
	ID         int // index of the phrase
	Start, End int // bytes of the text
}

// A lead is what the lowest bits of a Beginning say: how many bytes begin every
// phrase that begins with them, as masks.
type lead struct{ long, short uint64 }

// leads is how many leads there are, by the first byte and three bits of the next.
const leads = 1 << 11

// A filter holds what phrases begin with, each as two bits of one word.
type filter struct {
	words []uint64 // a power of two
	shift uint     // leaves of a hash the index of a word
}

// The logarithms of how many words a filter has at most. One that is asked at
// every letter must not push other tables out of the nearest cache, 16 KB are
// enough; one that is asked only where a phrase may begin takes 64.
const (
	nearFilter = 11
	farFilter  = 13
)

// newFilter returns a filter for so many phrases.
func newFilter(phrases, most int) filter {
	size := min(max(bits.Len(uint(phrases)), 5)-1, most)
	return filter{make([]uint64, 1<<size), uint(64 - size)}
}

func (f *filter) add(key uint64) {
	h := key * hashFactor
	f.words[h>>(f.shift&63)] |= 1<<(h>>46&63) | 1<<(h>>40&63)
}

// may reports whether key may be there.
func (f *filter) may(key uint64) bool {
	h := key * hashFactor
	w := f.words[h>>(f.shift&63)]
	marks := uint64(1)<<(h>>46&63) | 1<<(h>>40&63)
	return w&marks == marks
}

// A phraseIndex leads from the first bytes of a phrase to its trie.
type phraseIndex struct {
	slots []phraseSlot // open addressing; a power of two
	shift uint         // leaves of a hash the index of a slot
}

type phraseSlot struct {
	key  uint64
	id   uint32 // the phrase that is its key, plus one, or zero if none or several are
	node uint32 // index of the root of all others, plus one, or zero; nearBit if one of them is as short as its stub
}

// nearBit of a slot says that not all phrases of its trie are told by what is ahead.
const nearBit = 1 << 31

// A trieNode is a label and what may follow it.
type trieNode struct {
	head     uint64 // first eight bytes of the label, the first one lowest
	tail     uint32 // offset in Phrases.text of those behind it
	first    uint32 // first child; the others follow it in order of their first byte
	ids      uint32 // first phrase that ends here
	count    uint32 // how many phrases end here
	size     uint8  // bytes of the label
	children uint16
}

const hashFactor = 0x9E3779B97F4A7C15 // 2^64 / golden ratio

// NewPhrases prepares a search for phrases. The index of a phrase is its ID;
// a phrase may be there twice.
func NewPhrases(phrases []string) (*Phrases, error) {
	p := &Phrases{begins: newFilter(len(phrases), nearFilter), stubs: newFilter(len(phrases), farFilter)}
	for i, s := range phrases {
		if !validPhrase(s) {
			return nil, fmt.Errorf("rules: phrase %d: %.80q: want 1 to %d bytes of UTF-8 without NUL", i, s, MaxPhrase)
		}
	}
	p.setMasks(phrases)
	b := trieBuilder{phrases: phrases, p: p}
	b.addAll(sortedPhrases(phrases))
	p.text = b.tails.String()
	return p, nil
}

// validPhrase reports whether NewPhrases takes s.
func validPhrase(s string) bool {
	return s != "" && len(s) <= MaxPhrase && utf8.ValidString(s) && strings.IndexByte(s, 0) < 0
}

// NewWords is NewPhrases for what begins a word: no phrase is found where its
// first character and the one before it are ASCII letters or digits.
func NewWords(phrases []string) (*Phrases, error) {
	p, err := NewPhrases(phrases)
	if err == nil {
		p.words = true
	}
	return p, err
}

// Append appends the matches of all phrases in text to dst, at most limit of
// them, in order of their start. Matches overlap.
func (p *Phrases) Append(dst []PhraseMatch, text string, limit int) []PhraseMatch {
	limit += len(dst)
	for i := p.next(text, 0); i < len(text) && len(dst) < limit; i = p.next(text, i+1) {
		dst = p.AppendAt(dst, BeginningAt(text, i), text, i)
	}
	return dst[:min(len(dst), limit)]
}

// AppendAt appends the matches that begin at text[i], of which w is the Beginning.
// It asks for stubs first: most texts that begin like a phrase are none.
func (p *Phrases) AppendAt(dst []PhraseMatch, w uint64, text string, i int) []PhraseMatch {
	l := &p.leads[w%leads]
	far := p.stubs.may(ahead(w, text, i))
	if !far && !p.stubs.may(w&l.long) &&
		(l.short == 0 || !p.stubs.may(w&l.short) && !p.stubs.may(w&longer(l.short))) {
		return dst
	}
	dst = p.lookUp(dst, &p.long, w&l.long, text, i, far)
	if l.short != 0 {
		dst = p.lookUp(dst, &p.short, w&l.short, text, i, far)
	}
	return dst
}

// May reports whether a phrase may begin with w, a text's Beginning. It says so
// in vain at times, and does not know what stands before. It is one look-up,
// for loops that read a text for more than phrases.
func (p *Phrases) May(w uint64) bool { return p.begins.may(w & p.least[w%leads]) }

// next returns the first byte from i on at which a phrase may begin.
func (p *Phrases) next(text string, i int) int {
	if p.words && i > 0 && i < len(text) && isAlnum(text[i-1]) {
		i = skipAlnum(text, i)
	}
	for i < len(text) {
		w := BeginningAt(text, i)
		if least := p.least[w%leads]; least != 0 && p.begins.may(w&least) { // zero: few phrases leave most leads without one
			return i
		}
		if i += letterSize(w); p.words && alnum[byte(w)] {
			i = skipAlnum(text, i)
		}
	}
	return i
}

// letterSize returns how many bytes of UTF-8 a text with the Beginning w begins
// with, up to the next that begins a letter. It does not branch: scripts alternate
// with blanks.
func letterSize(w uint64) int {
	const (
		kind  = 0x00C0C0C0 // the bits of three bytes that tell what they are
		inner = 0x80808080 // what they are within a letter, and an end
	)
	return bits.TrailingZeros32(uint32(w>>8)&kind^inner)>>3 + 1
}

// skipAlnum returns the end of the ASCII letters and digits at text[i:].
func skipAlnum(text string, i int) int {
	for i < len(text) && alnum[text[i]] {
		i++
	}
	return i
}

var alnum = func() (is [256]bool) {
	for c := range is {
		is[c] = isAlnum(byte(c))
	}
	return is
}()

// lookUp appends the phrases that begin at text[start:] with key; none does if it
// is 0. Those that go far are looked for only if one may be there.
func (p *Phrases) lookUp(dst []PhraseMatch, x *phraseIndex, key uint64, text string, start int, far bool) []PhraseMatch {
	for h := key * hashFactor >> x.shift; ; h++ {
		switch s := &x.slots[h&uint64(len(x.slots)-1)]; s.key {
		case 0:
			return dst
		case key:
			if s.id != 0 {
				dst = append(dst, PhraseMatch{int(s.id - 1), start, start + keySize(key)})
			}
			if far || s.node&nearBit != 0 {
				return p.walk(dst, s.node&^nearBit, text, start)
			}
			return dst
		}
	}
}

// stub returns what stands in Phrases.stubs for a phrase with the Beginning w:
// what is ahead or, if it does not go so far, its key, to which of a short phrase
// belongs the next byte.
func (l *lead) stub(w uint64, phrase string) uint64 {
	switch {
	case isFar(phrase):
		return ahead(w, phrase, 0)
	case len(phrase) >= longFrom(byte(w)):
		return w & l.long
	}
	return w & longer(l.short)
}

// isFar reports whether a phrase goes as far as ahead looks.
func isFar(phrase string) bool { return len(phrase) > 8 || len(phrase) == 8 && phrase[0] < 0xE0 }

// longer returns the mask that leaves one more byte.
func longer(mask uint64) uint64 { return mask<<8 | 0xff }

// ahead returns the first eight bytes of text[i:], its Beginning w, or, where
// letters have three, the eight behind the first, which is all of three letters.
func ahead(w uint64, text string, i int) uint64 {
	if byte(w) < 0xE0 {
		return w
	}
	if w >>= 8; i+8 < len(text) {
		w |= uint64(text[i+8]) << 56
	}
	return w
}

// keySize returns how many bytes a key has. None of them is 0.
func keySize(key uint64) int { return (bits.Len64(key) + 7) / 8 }

// walk appends the phrases at text[start:] that the trie with the root at, plus
// one, holds.
func (p *Phrases) walk(dst []PhraseMatch, at uint32, text string, start int) []PhraseMatch {
	for i := start; at != 0; {
		n := &p.nodes[at-1]
		end := i + int(n.size)
		if (BeginningAt(text, i)^n.head)<<(64-8*min(n.size, 8)) != 0 || end > len(text) {
			break
		}
		if n.size > 8 && text[i+8:end] != p.text[n.tail:n.tail+uint32(n.size)-8] {
			break
		}
		for _, id := range p.ids[n.ids : n.ids+n.count] {
			dst = append(dst, PhraseMatch{int(id), start, end})
		}
		if end == len(text) || n.children == 0 {
			break
		}
		at, i = p.child(n, text[end]), end
	}
	return dst
}

// child returns the child of n whose label begins with c, plus one, or zero.
func (p *Phrases) child(n *trieNode, c byte) uint32 {
	lo, hi := n.first, n.first+uint32(n.children)
	for lo < hi {
		mid := (lo + hi) / 2
		if byte(p.nodes[mid].head) < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < n.first+uint32(n.children) && byte(p.nodes[lo].head) == c {
		return lo + 1
	}
	return 0
}

// Beginning returns the first eight bytes of a text, the first one lowest, with
// zeros behind its end.
func Beginning(text string) uint64 { return BeginningAt(text, 0) }

// BeginningAt returns the Beginning of text[i:].
func BeginningAt(text string, i int) uint64 {
	if i >= 0 && i <= len(text)-8 {
		return binary.LittleEndian.Uint64([]byte(text[i:]))
	}
	return shortBeginning(text, i)
}

// shortBeginning returns the Beginning of text[i:], which has fewer bytes.
func shortBeginning(text string, i int) (w uint64) {
	for at := len(text) - 1; at >= i; at-- {
		w = w<<8 | uint64(text[at])
	}
	return w
}
