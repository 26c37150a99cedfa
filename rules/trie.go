package rules

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// longFrom returns the fewest bytes of a long phrase that begins with c: two
// Hangul syllables, two Cyrillic or four Latin letters.
func longFrom(c byte) int {
	switch {
	case c >= 0xF0:
		return 8
	case c >= 0xE0:
		return 6
	}
	return 4
}

// setMasks chooses for each lead how many bytes the look-up reads: as many as the
// shortest phrase allows.
func (p *Phrases) setMasks(phrases []string) {
	for _, s := range phrases {
		m := ^uint64(0) >> (64 - 8*min(len(s), 8))
		k := Beginning(s) % leads
		last := k
		if len(s) == 1 { // any other byte may follow
			last |= (leads - 1) &^ 0xff
		}
		for ; k <= last; k += 1 << 8 {
			p.least[k] = shorter(p.least[k], m)
			l := &p.leads[k]
			if len(s) < longFrom(s[0]) {
				l.short = shorter(l.short, m)
			} else {
				l.long = shorter(l.long, m)
			}
		}
	}
}

// shorter returns the mask that leaves fewer bytes. Zero is none.
func shorter(a, b uint64) uint64 {
	if a == 0 {
		return b
	}
	return min(a, b)
}

// reserve makes room for n keys: two slots for each.
func (x *phraseIndex) reserve(n int) {
	size := bits.Len(uint(2*n + 1))
	x.slots = make([]phraseSlot, 1<<size)
	x.shift = uint(64 - size)
}

// add adds a slot.
func (x *phraseIndex) add(s phraseSlot) {
	h := s.key * hashFactor
	at := h >> x.shift
	for x.slots[at&uint64(len(x.slots)-1)].key != 0 {
		at++
	}
	x.slots[at&uint64(len(x.slots)-1)] = s
}

// A phraseKey is a phrase and its first eight bytes, which mostly decide.
type phraseKey struct {
	head uint64 // Beginning of the phrase
	id   int32
}

// sortedPhrases returns phrases in order of their bytes, and of their IDs.
func sortedPhrases(phrases []string) []phraseKey {
	keys := make([]phraseKey, len(phrases))
	for i, s := range phrases {
		keys[i] = phraseKey{Beginning(s), int32(i)}
	}
	compare := func(a, b phraseKey) int {
		if a.head != b.head {
			return cmp.Compare(bits.ReverseBytes64(a.head), bits.ReverseBytes64(b.head))
		}
		return cmp.Or(strings.Compare(phrases[a.id], phrases[b.id]), cmp.Compare(a.id, b.id))
	}
	n := 1 // how many stand in order already: mostly all, or those of a long list
	for n < len(keys) && compare(keys[n-1], keys[n]) < 0 {
		n++
	}
	if n >= len(keys) {
		return keys
	}
	slices.SortFunc(keys[n:], compare)
	return mergeKeys(keys[:n], keys[n:], compare)
}

// mergeKeys returns all keys of two lists in order.
func mergeKeys(a, b []phraseKey, compare func(a, b phraseKey) int) []phraseKey {
	all := make([]phraseKey, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(a[0], b[0]) < 0 {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}

// A trieBuilder fills in the tries of a Phrases.
type trieBuilder struct {
	phrases []string
	p       *Phrases
	tails   strings.Builder
	queue   []trieRange // for reuse
}

// A trieRange is phrases with the same first bytes that await their node.
type trieRange struct {
	keys  []phraseKey // sorted
	depth int         // bytes that lie on the way to the node
	node  int
}

// addAll adds phrases in order, each group with the same beginning as a trie.
func (b *trieBuilder) addAll(sorted []phraseKey) {
	b.p.nodes, b.p.ids = make([]trieNode, 0, len(sorted)+len(sorted)/3), make([]int32, 0, len(sorted))
	long, short := sorted[:0], make([]phraseKey, 0, len(sorted)/8)
	for _, k := range sorted {
		b.p.begins.add(k.head & b.p.least[k.head%leads])
		b.p.stubs.add(b.p.leads[k.head%leads].stub(k.head, b.phrases[k.id]))
		if len(b.phrases[k.id]) < longFrom(byte(k.head)) {
			short = append(short, k)
		} else {
			long = append(long, k)
		}
	}
	b.addIndex(&b.p.long, long, func(l *lead) uint64 { return l.long })
	b.addIndex(&b.p.short, short, func(l *lead) uint64 { return l.short })
}

// addIndex adds phrases in order: a trie for each key that they begin with.
func (b *trieBuilder) addIndex(x *phraseIndex, sorted []phraseKey, mask func(*lead) uint64) {
	keyOf := func(k phraseKey) uint64 { return k.head & mask(&b.p.leads[k.head%leads]) }
	n, last := 0, uint64(0) // which is no key
	for _, k := range sorted {
		if key := keyOf(k); key != last {
			n, last = n+1, key
		}
	}
	x.reserve(n)
	for len(sorted) > 0 {
		key, same := keyOf(sorted[0]), 1
		for same < len(sorted) && keyOf(sorted[same]) == key {
			same++
		}
		x.add(b.slot(key, sorted[:same]))
		sorted = sorted[same:]
	}
}

// slot returns the slot of the phrases that begin with the same key.
func (b *trieBuilder) slot(key uint64, keys []phraseKey) phraseSlot {
	s, size := phraseSlot{key: key}, keySize(key)
	if len(b.phrases[keys[0].id]) == size && (len(keys) == 1 || len(b.phrases[keys[1].id]) > size) {
		s.id = uint32(keys[0].id) + 1
		keys = keys[1:]
	}
	if len(keys) == 0 {
		return s
	}
	root := len(b.p.nodes)
	b.p.nodes = append(b.p.nodes, trieNode{})
	b.addTrie(keys, root)
	s.node = uint32(root) + 1
	if slices.ContainsFunc(keys, func(k phraseKey) bool { return !isFar(b.phrases[k.id]) }) {
		s.node |= nearBit
	}
	return s
}

// addTrie fills in the node and all nodes below it.
func (b *trieBuilder) addTrie(keys []phraseKey, node int) {
	b.queue = append(b.queue[:0], trieRange{keys, 0, node})
	for i := 0; i < len(b.queue); i++ {
		b.addNode(b.queue[i])
	}
}

// addNode fills in one node and queues its children.
func (b *trieBuilder) addNode(r trieRange) {
	first, last := b.phrases[r.keys[0].id], b.phrases[r.keys[len(r.keys)-1].id]
	end := r.depth
	for end < len(first) && end < len(last) && first[end] == last[end] {
		end++
	}
	n := trieNode{
		head: Beginning(first[r.depth:end]), size: uint8(end - r.depth), tail: uint32(b.tails.Len()),
		ids: uint32(len(b.p.ids)), first: uint32(len(b.p.nodes)),
	}
	b.tails.WriteString(first[min(r.depth+8, end):end])
	keys := r.keys
	for len(keys) > 0 && len(b.phrases[keys[0].id]) == end {
		b.p.ids = append(b.p.ids, keys[0].id)
		n.count++
		keys = keys[1:]
	}
	for len(keys) > 0 {
		c, k := b.phrases[keys[0].id][end], 1
		for k < len(keys) && b.phrases[keys[k].id][end] == c {
			k++
		}
		b.queue = append(b.queue, trieRange{keys[:k], end, len(b.p.nodes)})
		b.p.nodes = append(b.p.nodes, trieNode{})
		n.children++
		keys = keys[k:]
	}
	b.p.nodes[r.node] = n
}
