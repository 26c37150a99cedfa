package signal

import (
	"slices"
	"strings"
	"sync"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/internal/fold"
)

// An ear finds terms in whatever way they are written that leaves them
// readable. Hangul is found by its sound: every syllable is one look-up in a
// table, three in a row one bit in another; only then are terms compared.
// Words in Latin letters and in initials are looked up as a whole.
type ear struct {
	sounds   [syllables]heard       // by syllable
	words    beginnings             // of the lexicon's words, and of the spoken terms
	inLatin  latinBeginnings        // of words
	keys     keySieve               // first three sounds of spoken terms
	first    [1<<rowBits + 1]uint16 // by a hash of the first three sounds of terms: where their row in spoken begins
	spoken   []spoken               // those of one row side by side
	latin    [26]uint32             // bits: the second letters that follow a first one in roman
	six      [1 << 11]uint64        // bits: hashes of the first six letters of a term in Latin letters
	keyed    *sievedSet             // terms as typed with the keyboard set to Latin
	backward *sievedSet             // terms in Latin letters, from their end
	roman    *sievedSet             // terms in Latin letters, by latinSound
	jamo     map[string]*term       // terms by their initials
}

// A heard syllable is the sound of its final (5 bits), its fold.Sound plus one
// (9 bits), and whether it is noted, that is bent or watched, and whether it is odd
// (1 bit each).
type heard uint16

const (
	soundBits  = 9
	soundShift = 32 - 3*soundBits // of a sound: three in a row fill a number, those before them fall out at its top
	notedBit   = 1 << 14
	oddBit     = 1 << 15
)

func (h heard) sound() uint32 { return uint32(h) & ((1<<soundBits - 1) << soundShift) }
func (h heard) final() uint16 { return uint16(h) & (1<<soundShift - 1) }
func (h heard) noted() bool   { return h&notedBit != 0 }
func (h heard) odd() bool     { return h&oddBit != 0 }

// rowBits is the logarithm of how many rows of spoken terms there are.
const rowBits = 12

// A spoken term is a lexicon's term in the syllables that it is made of, or in
// those that it is exchanged for.
type spoken struct {
	key     uint32            // its first three sounds
	size    uint8             // how many syllables it has
	exact   bool              // they are not the term's own: only they themselves count
	sure    bool              // the term hardly names anything but its topic
	letters [maxSpoken]uint16 // its syllables, from firstSyllable
}

// maxSpoken is the most syllables of a spoken term.
const maxSpoken = 12

var builtinEar = sync.OnceValue(func() *ear { return newEar(builtinTerms()) })

func newEar(lex *lexicon) *ear {
	const enough = 1 << 12 // terms of each kind
	e := &ear{keyed: newSievedSet(enough), roman: newSievedSet(0), backward: newSievedSet(enough), jamo: make(map[string]*term)}
	for i := range e.sounds {
		r := rune(firstSyllable + i)
		s, final, _ := fold.SoundOf(r)
		e.sounds[i] = heard(s+1)<<soundShift | heard(final)
		if fold.Odd(r) {
			e.sounds[i] |= oddBit
		}
		if fold.Bent(r) || strings.ContainsRune(watched, r) {
			e.sounds[i] |= notedBit
		}
	}
	for i := range lex.terms {
		if t := &lex.terms[i]; t.role&(head|name|contact|offer|invite) != 0 && t.role&notTerm == 0 {
			e.learn(t)
		}
	}
	for i, word := range lex.words() {
		e.words.add(word, e)
		if isAlpha(word[0]) {
			e.inLatin.add(word, i >= lex.first)
		}
	}
	for row := range 1 << rowBits {
		e.first[row+1] += e.first[row]
	}
	sorted, next := make([]spoken, len(e.spoken)), e.first
	for _, s := range e.spoken {
		at := &next[rowOf(s.key)]
		sorted[*at] = s
		*at++
	}
	e.spoken = sorted
	return e
}

// learn adds the ways in which a term may be written.
func (e *ear) learn(t *term) {
	latin := isAlpha(t.text[0])
	if latin && t.role&head == 0 || !latin && !isSyllable(firstRune(t.text)) {
		return
	}
	syllables := []rune(t.text)
	n := len(syllables)
	if latin {
		if n >= minLatin && n <= maxLatin {
			slices.Reverse(syllables)
			e.read(e.backward, string(syllables))
		}
		return
	}
	if n < 3 || slices.ContainsFunc(syllables, func(r rune) bool { return !isSyllable(r) }) {
		return
	}
	sure := t.role&head != 0
	e.hear(syllables, false, sure)
	for _, other := range fold.Alike(t.text) {
		e.hear([]rune(other), true, sure)
	}
	if n > 3 && sure {
		slices.Reverse(syllables)
		e.hear(syllables, true, sure)
	}
	e.read(e.keyed, fold.Keyed(t.text))
	if sure && n > 3 {
		sounds := []byte(fold.Romanised(t.text))
		for i, c := range sounds {
			sounds[i] = latinSound[c]
		}
		if e.read(e.roman, string(sounds)) {
			e.latin[sounds[0]-'a'] |= 1 << (sounds[1] - 'a')
		}
	}
	if sure && n > 4 {
		e.jamo[fold.Initials(t.text)] = t
	}
}

func (e *ear) hear(syllables []rune, exact, sure bool) {
	if len(syllables) > maxSpoken || slices.ContainsFunc(syllables, func(r rune) bool { return !isSyllable(r) }) {
		return
	}
	var key uint32
	for _, r := range syllables[:3] {
		key = key<<soundBits | e.of(r).sound()
	}
	s := spoken{key: key, size: uint8(len(syllables)), exact: exact, sure: sure}
	for i, r := range syllables {
		s.letters[i] = uint16(r - firstSyllable)
	}
	e.spoken = append(e.spoken, s)
	e.first[rowOf(key)+1]++
	e.keys.add(key)
	e.words.sounds.add(key)
}

// The lengths of a term in Latin letters.
const minLatin, maxLatin = 6, 24

// read adds a word in Latin letters, if it is one that can be looked up.
func (e *ear) read(words *sievedSet, word string) bool {
	if len(word) < minLatin || len(word) > maxLatin || !isAlpha(word[0]) || !isAlpha(word[1]) {
		return false
	}
	words.add(word)
	h := hashLatin(rules.Beginning(word))
	e.six[h>>6] |= 1 << (h & 63)
	return true
}

// latinSound holds the letters for which people also write others when they
// romanise Hangul as they hear it.
var latinSound = func() (sound [1 << 8]byte) {
	for c := range sound {
		sound[c] = byte(c)
	}
	sound['r'], sound['c'], sound['q'], sound['z'], sound['f'], sound['v'] = 'l', 'k', 'k', 'j', 'p', 'b'
	return sound
}()

// mayMean reports whether a word of n letters, which are at least minLatin, may
// begin like a term in Latin letters, or sound like one. It begins as w does.
func (e *ear) mayMean(w uint64, n int) bool { return e.mayRead(w) || n <= maxLatin && e.maySound(w) }

// maySound reports whether a word with the Beginning w may sound like a term in
// Latin letters.
func (e *ear) maySound(w uint64) bool {
	if a, b := latinSound[byte(w)], latinSound[byte(w>>8)]; e.latin[a-'a']>>(b-'a')&1 == 0 {
		return false
	}
	var sounds uint64
	for i := 8 * (minLatin - 1); i >= 0; i -= 8 {
		sounds = sounds<<8 | uint64(latinSound[byte(w>>i)])
	}
	return e.mayRead(sounds)
}

// mayRead reports whether a term in Latin letters may begin as w does.
func (e *ear) mayRead(w uint64) bool {
	h := hashLatin(w)
	return e.six[h>>6]>>(h&63)&1 != 0
}

// hashLatin maps the first letters of a word, as many as every term has, to a
// bit of ear.six.
func hashLatin(w uint64) uint64 {
	return w << (64 - 8*minLatin) * 0x9E3779B97F4A7C15 >> 47
}

func (e *ear) of(r rune) heard { return e.sounds[r-firstSyllable] }

// rowOf returns the row of the terms that begin with three sounds.
func rowOf(key uint32) uint32 { return hashKey(key) >> (32 - rowBits) }

// compare returns the length of the text that sounds like a term, and how
// deliberate its spelling is: Silent if it is the right one, or may be a slip;
// m says which.
func (e *ear) compare(text string, s *spoken) (end int, strength Strength, m misspelling) {
	for _, want := range s.letters[:s.size] {
		got := nthSyllable(rules.BeginningAt(text, end))
		end += 3
		if got == uint(want) {
			continue
		}
		if s.exact || got >= syllables {
			return 0, Silent, m
		}
		a, b := e.sounds[got], e.sounds[want]
		if a.sound() != b.sound() || a.final() != b.final() && b.final() != 0 {
			return 0, Silent, m
		}
		m.changed++
		if isTense(got) && !isTense(uint(want)) {
			m.tense++
		}
		if a.odd() {
			m.odd++
		} else if b.final() == 0 && a.final() != 0 {
			m.extra++
		}
	}
	return end, m.strength(s), m
}

// A misspelling counts the syllables in which a text is not the term that it
// sounds like.
type misspelling struct {
	changed int // all of them
	odd     int // those that are odd
	extra   int // those that are not, and have a final unlike the term's
	tense   int // those with a tense consonant unlike the term's
}

// strength says how deliberate a misspelling of a term is.
func (m *misspelling) strength(s *spoken) Strength {
	switch long := s.size > 3; {
	case s.exact && long:
		return Fair
	case s.exact:
		return Weak
	case m.tense > 1 && s.size > 4 && s.sure:
		return Strong
	case m.changed == 0, m.extra > 1 && m.odd == 0:
		return Silent
	case m.odd > 1, long && m.odd > 0, m.tense > 1 && long && s.sure:
		return Strong
	case long && s.sure, m.odd > 0:
		return Fair
	}
	return Silent
}

// isSlip reports whether the misspelling of a term by itself may be a slip.
func (m *misspelling) isSlip(s *spoken) bool {
	return m.changed > 0 && !s.exact && (s.size > 3 || m.extra < 2)
}

// isTense reports whether the nth Hangul syllable begins with a tense consonant,
// ㄲ, ㄸ, ㅃ, ㅆ or ㅉ.
func isTense(nth uint) bool {
	const tense = 1<<1 | 1<<4 | 1<<8 | 1<<10 | 1<<13
	return tense>>(nth/(21*finals))&1 != 0
}
