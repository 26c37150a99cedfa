package rules

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/bits-and-blooms/bitset"
	"github.com/bits-and-blooms/bloom/v3"
	"github.com/cespare/xxhash/v2"
)

// DomainsConfig says how a set is built.
type DomainsConfig struct {
	// FalsePositive is the rate at which the filter lets through a name that
	// is not in the set. It costs time, never a wrong answer. Zero means 1e-6;
	// it is kept within 1e-9 and 0.5.
	FalsePositive float64

	// Hashed keeps hashes instead of the names. The set takes a third of the
	// room and cannot be listed. Of the names that are not there and that the
	// filter lets through, one in 2^19 is found nevertheless.
	Hashed bool
}

// BuildDomains builds a set of names, each as Domains.Has takes it, and
// returns the bytes of its file, which ParseDomains reads.
func BuildDomains(names iter.Seq[string], c DomainsConfig) ([]byte, error) {
	b := setBuilder{hashed: c.Hashed}
	for name := range names {
		if err := b.add(name); err != nil {
			return nil, err
		}
	}
	b.sort()
	return b.file(c.rate()), nil
}

func (c DomainsConfig) rate() float64 {
	if !(c.FalsePositive > 0) {
		return 1e-6
	}
	return min(max(c.FalsePositive, 1e-9), 0.5)
}

// A setBuilder collects names.
type setBuilder struct {
	hashed   bool
	entries  []entry
	text     []byte
	segments uint32
}

// An entry is a name's hash and where the name stands.
type entry struct {
	hash       uint64
	start, end uint32
}

func (b *setBuilder) add(name string) error {
	if name == "" || len(name) > maxName {
		return fmt.Errorf("rules: %.80q: want a name of 1 to %d bytes", name, maxName)
	}
	if len(b.entries) >= maxNames || len(b.text)+len(name) > math.MaxUint32 {
		return fmt.Errorf("rules: more names than one set can hold")
	}
	e := entry{hash: xxhash.Sum64String(name)}
	if !b.hashed {
		e.start = uint32(len(b.text))
		b.text = append(b.text, name...)
		e.end = uint32(len(b.text))
	}
	b.entries = append(b.entries, e)
	b.segments = max(b.segments, uint32(min(strings.Count(name, "/"), 8)))
	return nil
}

// sort puts the entries in order and drops those that are there twice.
func (b *setBuilder) sort() {
	name := func(e entry) string { return string(b.text[e.start:e.end]) }
	sorted := spread(b.entries)
	for start := 0; start < len(sorted); {
		end := start + 1
		for end < len(sorted) && sorted[end].hash>>spreadShift == sorted[start].hash>>spreadShift {
			end++
		}
		slices.SortFunc(sorted[start:end], func(x, y entry) int {
			if c := cmp.Compare(x.hash, y.hash); c != 0 {
				return c
			}
			return cmp.Compare(name(x), name(y))
		})
		start = end
	}
	b.entries = slices.CompactFunc(sorted, func(x, y entry) bool {
		return x.hash == y.hash && name(x) == name(y)
	})
}

const spreadShift = 64 - 16

// spread returns the entries in order of the first sixteen bits of their hash.
func spread(entries []entry) []entry {
	var next [1<<16 + 1]int
	for _, e := range entries {
		next[e.hash>>spreadShift+1]++
	}
	for i := range next[1:] {
		next[i+1] += next[i]
	}
	sorted := make([]entry, len(entries))
	for _, e := range entries {
		i := &next[e.hash>>spreadShift]
		sorted[*i] = e
		*i++
	}
	return sorted
}

// file returns the set's bytes.
func (b *setBuilder) file(rate float64) []byte {
	n := uint64(len(b.entries))
	bits, hashes := bloom.EstimateParameters(uint(max(n, 1)), rate)
	h := header{
		count: n, bits: (uint64(bits) + 63) / 64 * 64, hashes: uint32(min(max(hashes, 1), maxHashes)),
		segments: b.segments, rate: rate,
	}
	if !b.hashed {
		h.flags = flagNamed
		for _, e := range b.entries {
			h.text += uint64(e.end - e.start)
		}
	}
	out := h.append(make([]byte, 0, h.size()))
	out = b.appendFilter(out, &h)
	out = b.appendTable(out, &h)
	if h.named() {
		out = b.appendNames(out)
	}
	return binary.LittleEndian.AppendUint64(out, xxhash.Sum64(out))
}

func (b *setBuilder) appendFilter(out []byte, h *header) []byte {
	words := make([]uint64, h.bits/64)
	set := bitset.From(words)
	var at [maxHashes]uint64
	for _, e := range b.entries {
		locate(at[:h.hashes], e.hash, 0)
		for _, l := range at[:h.hashes] {
			set.Set(uint(l % h.bits))
		}
	}
	for _, w := range words {
		out = binary.LittleEndian.AppendUint64(out, w)
	}
	return out
}

func (b *setBuilder) appendTable(out []byte, h *header) []byte {
	bucketBits := bucketBitsFor(h.count)
	next := 0
	for bucket := range uint64(1) << bucketBits {
		for next < len(b.entries) && b.entries[next].hash>>(64-bucketBits) < bucket {
			next++
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(next))
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(len(b.entries)))
	sizes := h.sections()
	bits := make([]byte, sizes[2]+sizes[3])
	lows, rows := bits[:sizes[2]], bits[sizes[2]:]
	for i, e := range b.entries {
		hash := stored(e.hash, bucketBits)
		setBits(lows, lowBits*uint64(i), hash&(1<<lowBits-1))
		zeros := e.hash>>(64-bucketBits)*rowZeros + hash>>lowBits // of this bucket and those before it
		setBits(rows, uint64(i)+zeros, 1)
	}
	return append(out, bits...)
}

func (b *setBuilder) appendNames(out []byte) []byte {
	at := uint32(0)
	for _, e := range b.entries {
		out = binary.LittleEndian.AppendUint32(out, at)
		at += e.end - e.start
	}
	out = binary.LittleEndian.AppendUint32(out, at)
	for _, e := range b.entries {
		out = append(out, b.text[e.start:e.end]...)
	}
	return out
}
