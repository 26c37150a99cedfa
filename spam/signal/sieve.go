package signal

// A sievedSet is words that others are mostly told from by one look-up.
type sievedSet struct {
	sieve sieve
	words map[string]bool
}

// newSievedSet returns a set with room for so many words.
func newSievedSet(words int) *sievedSet { return &sievedSet{words: make(map[string]bool, words)} }

func (s *sievedSet) add(word string) {
	s.sieve.add(word)
	s.words[word] = true
}

func (s *sievedSet) has(word string) bool { return s.sieve.may(word) && s.words[word] }

// A sieve lets through the words of a set and few others: it holds a bit for a
// hash of each.
type sieve [1 << (sieveBits - 6)]uint64

// sieveBits is the logarithm of how many bits there are: 8 KB, which some
// thousand words fill to a tenth.
const sieveBits = 16

func (s *sieve) add(word string) { s.addShort(shortened(word, 0, len(word))) }

func (s *sieve) addShort(w shortWord) {
	h := w.hash() >> (64 - sieveBits)
	s[h>>6] |= 1 << (h & 63)
}

// may reports whether a word may be in the set.
func (s *sieve) may(word string) bool { return s.mayShort(shortened(word, 0, len(word))) }

func (s *sieve) mayShort(w shortWord) bool {
	h := w.hash() >> (64 - sieveBits)
	return s[h>>6]>>(h&63)&1 != 0
}

// A keySieve is a sieve for numbers.
type keySieve [1 << (keyBits - 6)]uint64

// A pairSieve is a small one, for pairs of letters.
type pairSieve [1 << (pairBits - 6)]uint64

// The logarithms of how many bits there are: 16 KB and 4, for some thousand numbers
// and for fewer than a thousand. Both are asked at every letter, and must not push one
// another out of the nearest cache.
const keyBits, pairBits = 17, 15

func (s *keySieve) add(key uint32) {
	word, bit := placeOf(key, keyBits)
	s[word] |= bit
}

// may reports whether a number may be in the set.
func (s *keySieve) may(key uint32) bool {
	word, bit := placeOf(key, keyBits)
	return s[word]&bit != 0
}

func (s *pairSieve) add(p pair) {
	word, bit := placeOf(uint32(p), pairBits)
	s[word] |= bit
}

// may reports whether a pair may be in the set.
func (s *pairSieve) may(p pair) bool {
	word, bit := placeOf(uint32(p), pairBits)
	return s[word]&bit != 0
}

// placeOf returns the place of a number among so many bits, as a binary logarithm.
func placeOf(key uint32, bits int) (word uint32, bit uint64) {
	h := hashKey(key) >> (32 - bits)
	return h >> 6, 1 << (h & 63)
}

// hashKey spreads a number over 32 bits, the highest best.
func hashKey(key uint32) uint32 { return key * 0x9E3779B1 } // 2^32 / golden ratio
