package rules

import (
	"fmt"
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
// bytes of each letter run, hashed, in a bitmap that fits the nearest cache.
// Only where a phrase may begin is a path-compressed trie walked. This is
// several times as fast as an automaton that reads a table for every byte.
type Phrases struct {
	leads [256]lead
	long  phraseIndex // phrases of two or more letters
	short phraseIndex // the others, whose beginnings say less
	nodes []trieNode
	text  string  // the labels of nodes
	ids   []int32 // phrases in order of their bytes
	words bool    // what begins in mid-word is left out
}

// A PhraseMatch is a phrase found in a text.
type PhraseMatch struct {
	ID         int // index of the phrase
	Start, End int // bytes of the text
}

// A lead is what the first byte of a letter says: how many bytes the letter
// has, and how many bytes begin every phrase that begins with it.
type lead struct {
	long, short uint64 // masks of a little-endian word
	rest, want  uint32 // the letter's other bytes: a mask, and what it must leave
	size        uint32
}

// bitmapWords is the most words of a bitmap: 16 KB.
const bitmapWords = 2048

// A phraseIndex leads from the first bytes of a phrase to its trie.
type phraseIndex struct {
	bits  [bitmapWords]uint64
	slots []phraseSlot // open addressing; a power of two
	shift uint         // leaves of a hash the index of a slot
	fold  uint         // leaves of a hash the index of a bit
}

type phraseSlot struct {
	key  uint64
	node uint32 // index of the root, plus one
}

// A trieNode is a label and what may follow it.
type trieNode struct {
	label    uint32 // offset in Phrases.text
	first    uint32 // first child; the others follow it in order of their key
	ids      uint32 // first phrase that ends here
	count    uint32 // how many phrases end here
	size     uint8  // bytes of the label
	key      uint8  // first byte of the label
	children uint16
}

const hashFactor = 0x9E3779B97F4A7C15 // 2^64 / golden ratio

// NewPhrases prepares a search for phrases. The index of a phrase is its ID;
// a phrase may be there twice.
func NewPhrases(phrases []string) (*Phrases, error) {
	p := &Phrases{leads: plainLeads()}
	order := make([]int32, len(phrases))
	for i, s := range phrases {
		if s == "" || len(s) > MaxPhrase || !utf8.ValidString(s) || strings.IndexByte(s, 0) >= 0 {
			return nil, fmt.Errorf("rules: phrase %d: %.80q: want 1 to %d bytes of UTF-8 without NUL", i, s, MaxPhrase)
		}
		order[i] = int32(i)
	}
	sortPhrases(order, phrases)
	p.setMasks(phrases)
	b := trieBuilder{phrases: phrases, p: p}
	b.addAll(order)
	p.text = b.labels.String()
	return p, nil
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
		w := lastWord(text[i:])
		l := &p.leads[byte(w)]
		if key := w & l.long; p.long.may(key) {
			dst = p.walk(dst, &p.long, key, text, i)
		}
		if key := w & l.short; p.short.may(key) {
			dst = p.walk(dst, &p.short, key, text, i)
		}
	}
	return dst[:min(len(dst), limit)]
}

// next returns the first byte from i on at which a phrase may begin.
func (p *Phrases) next(text string, i int) int {
	if p.words && i > 0 && i < len(text) && isAlnum(text[i-1]) {
		i = skipAlnum(text, i)
	}
	for i < len(text) {
		var w uint64
		if i+8 <= len(text) {
			w = word(text, i)
		} else {
			w = lastWord(text[i:])
		}
		l := &p.leads[byte(w)]
		if p.long.may(w&l.long) || p.short.may(w&l.short) {
			return i
		}
		switch {
		case w&0x80 == 0:
			if i++; p.words && alnum[byte(w)] {
				i = skipAlnum(text, i)
			}
		case w&0xC0C0F0 == 0x8080E0: // most Hangul, kana, Chinese
			i += 3
		case uint32(w>>8)&l.rest == l.want:
			i += int(l.size)
		default: // not UTF-8
			i++
		}
	}
	return i
}

// may reports whether a phrase may begin with the bytes of key.
func (x *phraseIndex) may(key uint64) bool {
	h := key * hashFactor >> x.fold
	return key != 0 && x.bits[h>>6%bitmapWords]>>(h&63)&1 != 0
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

// walk appends the phrases that begin at text[start:] with the bytes of key.
func (p *Phrases) walk(dst []PhraseMatch, x *phraseIndex, key uint64, text string, start int) []PhraseMatch {
	at := p.root(x, key)
	i := start
	for at != 0 {
		n := &p.nodes[at-1]
		end := i + int(n.size)
		if end > len(text) || text[i:end] != p.text[n.label:n.label+uint32(n.size)] {
			break
		}
		for _, id := range p.ids[n.ids : n.ids+n.count] {
			dst = append(dst, PhraseMatch{int(id), start, end})
		}
		if end == len(text) {
			break
		}
		at, i = p.child(n, text[end]), end
	}
	return dst
}

// root returns the trie of a beginning, plus one, or zero.
func (p *Phrases) root(x *phraseIndex, key uint64) uint32 {
	for h := key * hashFactor >> x.shift; ; h++ {
		s := &x.slots[h&uint64(len(x.slots)-1)]
		if s.node == 0 || s.key == key {
			return s.node
		}
	}
}

// child returns the child of n whose label begins with c, plus one, or zero.
func (p *Phrases) child(n *trieNode, c byte) uint32 {
	lo, hi := n.first, n.first+uint32(n.children)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.nodes[mid].key < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < n.first+uint32(n.children) && p.nodes[lo].key == c {
		return lo + 1
	}
	return 0
}

// word reads the eight bytes at i, the first one lowest.
func word(s string, i int) uint64 {
	_, _ = s[i], s[i+7]
	return uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
		uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
}

// lastWord is word for a string that may be shorter.
func lastWord(s string) (w uint64) {
	if len(s) >= 8 {
		return word(s, 0)
	}
	for i := 0; i < len(s); i++ {
		w |= uint64(s[i]) << (8 * i)
	}
	return w
}
