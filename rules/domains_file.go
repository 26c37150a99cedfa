package rules

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"unsafe"

	"github.com/bits-and-blooms/bloom/v3"
	"github.com/cespare/xxhash/v2"
)

// A header is the first bytes of a set's file, all little-endian:
//
//	 0  magic
//	 8  version (32 bits), flags (32)
//	16  number of names (64)
//	24  bits of the filter, a multiple of 64 (64)
//	32  hashes of the filter (32), most path segments of a name (32)
//	40  the filter's designed rate (float64)
//	48  bytes of all names (64)
//	56  filter, buckets, lows, rows, places, names
//	    xxhash64 of all before
type header struct {
	flags    uint32
	count    uint64
	bits     uint64
	hashes   uint32
	segments uint32
	rate     float64
	text     uint64
}

const (
	magic        = "BSNAMES\n"
	version      = 4
	flagNamed    = 1
	headerSize   = 56
	checksumSize = 8
	maxHashes    = 32      // of a filter
	maxNames     = 1 << 31 // of a set
	maxName      = 320     // bytes of a name
)

func (h *header) named() bool { return h.flags&flagNamed != 0 }

// sections returns the sizes of the parts between the header and the checksum.
func (h *header) sections() [6]uint64 {
	buckets := uint64(1) << bucketBitsFor(h.count)
	s := [6]uint64{h.bits / 8, (buckets + 1) * 4, (lowBits*h.count + 7) / 8, (h.count + rowZeros*buckets + 7) / 8}
	if h.named() {
		s[4], s[5] = (h.count+1)*4, h.text
	}
	return s
}

// size returns the bytes of the whole file.
func (h *header) size() uint64 {
	n := uint64(headerSize + checksumSize)
	for _, s := range h.sections() {
		n += s
	}
	return n
}

func (h *header) append(b []byte) []byte {
	b = append(b, magic...)
	b = binary.LittleEndian.AppendUint32(b, version)
	b = binary.LittleEndian.AppendUint32(b, h.flags)
	b = binary.LittleEndian.AppendUint64(b, h.count)
	b = binary.LittleEndian.AppendUint64(b, h.bits)
	b = binary.LittleEndian.AppendUint32(b, h.hashes)
	b = binary.LittleEndian.AppendUint32(b, h.segments)
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(h.rate))
	return binary.LittleEndian.AppendUint64(b, h.text)
}

var errDamaged = errors.New("a damaged set of names")

// readHeader reads a header and checks every number in it against the size
// of the file.
func readHeader(data []byte) (h header, err error) {
	if len(data) < headerSize+checksumSize || !bytes.HasPrefix(data, []byte(magic)) {
		return h, errors.New("not a set of names")
	}
	le := binary.LittleEndian
	if v := le.Uint32(data[8:]); v != version {
		return h, fmt.Errorf("a set of names of version %d; this program reads %d", v, version)
	}
	h = header{
		flags: le.Uint32(data[12:]), count: le.Uint64(data[16:]), bits: le.Uint64(data[24:]),
		hashes: le.Uint32(data[32:]), segments: le.Uint32(data[36:]),
		rate: math.Float64frombits(le.Uint64(data[40:])), text: le.Uint64(data[48:]),
	}
	size := uint64(len(data))
	switch {
	case h.flags&^flagNamed != 0,
		h.count > maxNames, h.count > size,
		h.bits == 0, h.bits%64 != 0, h.bits/8 > size,
		h.hashes == 0, h.hashes > maxHashes, h.segments > 8,
		!(h.rate > 0 && h.rate < 1),
		h.text > math.MaxUint32, !h.named() && h.text != 0,
		h.size() != size:
		return h, errDamaged
	}
	return h, nil
}

// ParseDomains reads a set from the bytes of its file. The set shares data,
// which must not change.
func ParseDomains(data []byte) (*Domains, error) {
	d, err := readDomains(data)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	return d, nil
}

func readDomains(data []byte) (*Domains, error) {
	d, err := parseDomains(data)
	if err == nil && !d.consistent() {
		return nil, errDamaged
	}
	return d, err
}

// parseDomains checks all that the safety of look-ups depends on.
func parseDomains(data []byte) (*Domains, error) {
	h, err := readHeader(data)
	if err != nil {
		return nil, err
	}
	body, sum := data[:len(data)-checksumSize], data[len(data)-checksumSize:]
	if xxhash.Sum64(body) != binary.LittleEndian.Uint64(sum) {
		return nil, errDamaged
	}
	parts := h.sections()
	rest := body[headerSize:]
	cut := func(n uint64) (part []byte) {
		part, rest = rest[:n:n], rest[n:]
		return part
	}
	d := &Domains{head: h, filter: bloom.FromWithM(words(cut(parts[0])), uint(h.bits), uint(h.hashes))}
	d.table = table{
		bucketBits: bucketBitsFor(h.count), buckets: cut(parts[1]),
		lows: cut(parts[2]), rows: cut(parts[3]), places: cut(parts[4]), names: cut(parts[5]),
	}
	if !ascending(d.table.buckets, h.count) || h.named() && !ascending(d.table.places, h.text) {
		return nil, errDamaged
	}
	return d, nil
}

// words returns the little-endian words of b: b itself, where the machine reads
// them as they stand, so that a large filter is in memory once.
func words(b []byte) []uint64 {
	const size = 8
	if binary.NativeEndian.Uint16([]byte{1, 0}) == 1 && uintptr(unsafe.Pointer(unsafe.SliceData(b)))%size == 0 {
		return unsafe.Slice((*uint64)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/size)
	}
	w := make([]uint64, len(b)/size)
	for i := range w {
		w[i] = binary.LittleEndian.Uint64(b[size*i:])
	}
	return w
}

// maxChecked is about how many names of a set are checked when it is read.
const maxChecked = 1 << 17

// consistent reports whether the hashes stand in order, and the names stand
// with their hashes and pass the filter, so that what is in the set is found.
// Of a large set it looks at a sample.
func (d *Domains) consistent() bool {
	t := &d.table
	stride := d.head.count/maxChecked + 1
	for bucket := uint64(0); bucket < 1<<t.bucketBits; bucket += stride {
		ok := t.ordered(bucket, func(i, hash uint64) bool {
			if !d.head.named() {
				return true
			}
			h := xxhash.Sum64String(t.name(i))
			return h>>(64-t.bucketBits) == bucket && stored(h, t.bucketBits) == hash && d.mayHave(h)
		})
		if !ok {
			return false
		}
	}
	return true
}

// OpenDomains reads a set from a file. Where the system can, the file is
// mapped into memory: replace such a file by renaming another, never write to
// it. The set's memory is given back when nobody holds the set.
func OpenDomains(name string) (*Domains, error) {
	m, err := mapFile(name)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	d, err := readDomains(m.data)
	if err != nil {
		m.close()
		return nil, fmt.Errorf("rules: %s: %w", name, err)
	}
	d.file = m
	m.closeWhenUnused()
	return d, nil
}

// SaveDomains writes a set's bytes to a file by way of a temporary one, so that
// readers see either the old set or the new one.
func SaveDomains(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("rules: %w", err)
	}
	defer os.Remove(f.Name())
	_, err = f.Write(data)
	if err := errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return fmt.Errorf("rules: %w", err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return fmt.Errorf("rules: %w", err)
	}
	return nil
}
