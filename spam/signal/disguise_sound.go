package signal

import (
	"slices"
	"sort"
	"sync"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fold"
)

var disguiseSound = Signal{
	Name: "disguise/sound",
	Kind: Disguise,
	Doc: "A word of a spam topic is written as it might sound, with consonants, vowels and finals exchanged. " +
		"Reviews that are spelt so that no translator reads them, dialect and baby talk are not meant: only the word itself counts.",
	Find: func(d *document.Document, sink *Sink) {
		ear := builtinEar()
		read := sink.readings(d)
		for i := range read {
			ear.listen(&read[i], sink)
		}
	},
}

// An ear finds terms by their sound. Every syllable is one look-up in a small
// table, three in a row one bit in another; only then are terms compared.
type ear struct {
	sounds [19 * 21 * 28]heard // by syllable
	starts [1 << 11]uint32     // bits: hashes of the first three sounds of a term
	terms  map[uint32][]spoken // by the first three sounds
}

// A heard syllable is its fold.Sound plus one (9 bits), the sound of its final
// (5 bits), and whether it is odd (1 bit).
type heard uint16

const (
	soundBits = 9
	oddBit    = 1 << 15
)

func (h heard) sound() uint32 { return uint32(h) & (1<<soundBits - 1) }
func (h heard) final() uint16 { return uint16(h) >> soundBits & 31 }
func (h heard) odd() bool     { return h&oddBit != 0 }

// A spoken term is a lexicon's term in the syllables that it is made of.
type spoken struct {
	term      *term
	syllables []rune
}

var builtinEar = sync.OnceValue(func() *ear { return newEar(builtinLexicon()) })

func newEar(lex *lexicon) *ear {
	e := &ear{terms: make(map[uint32][]spoken)}
	for i := range e.sounds {
		r := rune(0xac00 + i)
		s, final, _ := fold.SoundOf(r)
		e.sounds[i] = heard(s+1) | heard(final)<<soundBits
		if fold.Odd(r) {
			e.sounds[i] |= oddBit
		}
	}
	for i := range lex.terms {
		t := &lex.terms[i]
		syllables := []rune(t.text)
		if t.role&(head|name) == 0 || len(syllables) < 3 || slices.ContainsFunc(syllables, func(r rune) bool { return !isSyllable(r) }) {
			continue
		}
		var key uint32
		for _, r := range syllables[:3] {
			key = key<<soundBits | e.of(r).sound()
		}
		e.terms[key] = append(e.terms[key], spoken{t, syllables})
		h := hashSounds(key)
		e.starts[h>>5] |= 1 << (h & 31)
	}
	return e
}

func (e *ear) of(r rune) heard { return e.sounds[r-0xac00] }

// hashSounds maps three sounds to a bit of ear.starts.
func hashSounds(key uint32) uint32 { return key * 2654435761 >> 16 }

// listen reports the terms that a text sounds like, but for those in compounds
// that are spelt as the lexicon spells them.
func (e *ear) listen(r *reading, sink *Sink) {
	const three = 1<<(3*soundBits) - 1
	text, key, run := r.folded, uint32(0), 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < 0xea || c > 0xed || i+2 >= len(text) {
			run = 0
			i++
			continue
		}
		n := (int(c&0xf)<<12 | int(text[i+1]&0x3f)<<6 | int(text[i+2]&0x3f)) - 0xac00
		i += 3
		if uint(n) >= uint(len(e.sounds)) {
			run = 0
			continue
		}
		key = (key<<soundBits | e.sounds[n].sound()) & three
		if run++; run < 3 {
			continue
		}
		if h := hashSounds(key); e.starts[h>>5]>>(h&31)&1 != 0 {
			i = max(i, e.recognise(r, i-9, key, sink))
			if i < len(text) && run > 3 {
				run = 3
			}
		}
	}
}

// recognise compares the terms whose first three sounds stand at text[start].
// It returns the end of the term it reports, or 0.
func (e *ear) recognise(r *reading, start int, key uint32, sink *Sink) int {
	end, best := 0, Silent
	for _, s := range e.terms[key] {
		if at, strength := e.compare(r.folded[start:], s); at > 0 && strength >= best && strength > Silent {
			end, best = start+at, strength
		}
	}
	if best == Silent {
		return 0
	}
	known := sort.Search(len(r.compounds), func(i int) bool { return r.compounds[i].end > start })
	if known < len(r.compounds) && r.compounds[known].start < end {
		return 0
	}
	sink.Add(Finding{Span: r.span(start, end), Payload: Anchor, Note: "a word written as it sounds", Strength: best})
	return end
}

// compare returns the length of the text that sounds like a term, and how
// deliberate its spelling is: Silent if it is the right one.
func (e *ear) compare(text string, s spoken) (end int, strength Strength) {
	odd, changed, extra := 0, 0, 0
	for _, want := range s.syllables {
		got, n := utf8.DecodeRuneInString(text[end:])
		if !isSyllable(got) {
			return 0, Silent
		}
		a, b := e.of(got), e.of(want)
		if a.sound() != b.sound() || a.final() != b.final() && b.final() != 0 {
			return 0, Silent
		}
		if got != want {
			changed++
			if a.odd() {
				odd++
			} else if b.final() == 0 && a.final() != 0 {
				extra++
			}
		}
		end += n
	}
	switch long := len(s.syllables) > 3; {
	case changed == 0, extra > 1 && odd == 0:
		return end, Silent
	case odd > 1, long && odd > 0:
		return end, Strong
	case long, odd > 0:
		return end, Fair
	}
	return end, Silent
}
