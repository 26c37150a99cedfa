package fluency

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"iter"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/cespare/xxhash/v2"
)

// A model file is a text header and a table. The header's first line is magic;
// the following lines, up to an empty one, say for people what the model is.
// Then come, little-endian: the xxhash64 of all that follows, the floor
// (int16), the number of slots (32 bits), a bit for each that is in use, the
// checks of these and their logs, a bit for each of them that has a back-off,
// and the back-offs.
const magic = "boardspam fluency 2"

//go:generate go run ./generate ko.model.gz ../../../../shared/data/train/nsmc_ham.jsonl ../../../../shared/data/train/ko_news_comments_ham.jsonl
//go:embed ko.model.gz
var korean []byte

// Korean returns the model of Korean that comes with the library.
var Korean = sync.OnceValue(func() *Model {
	m, err := unpack(korean)
	if err != nil {
		panic(err)
	}
	return m
})

// unpack returns the model in a file that was packed by gzip.
func unpack(packed []byte) (*Model, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	file, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return Read(file)
}

// Write stores a model behind a header for people: lines without an empty one
// among them.
func (m *Model) Write(w io.Writer, about string) error {
	used, lower := make(bitmap, 0, len(m.slots)/8+1), make(bitmap, 0, len(m.slots)/8+1)
	var checks, logs, backoffs []byte
	n := 0
	for i, s := range m.slots {
		used = used.append(i, s.check != 0)
		if s.check == 0 {
			continue
		}
		checks = binary.LittleEndian.AppendUint16(checks, s.check)
		logs = append(logs, s.log)
		lower = lower.append(n, s.backoff != 0)
		if s.backoff != 0 {
			backoffs = append(backoffs, s.backoff)
		}
		n++
	}
	table := binary.LittleEndian.AppendUint16(nil, uint16(m.floor))
	table = binary.LittleEndian.AppendUint32(table, uint32(len(m.slots)))
	table = slices.Concat(table, used, checks, logs, lower, backoffs)
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s\n%s\n\n", magic, strings.TrimSpace(about))
	b.Write(binary.LittleEndian.AppendUint64(nil, xxhash.Sum64(table)))
	b.Write(table)
	return b.Flush()
}

// Read returns the model in a file's bytes.
func Read(file []byte) (*Model, error) {
	head, body, ok := bytes.Cut(file, []byte("\n\n"))
	if !ok || !bytes.HasPrefix(head, []byte(magic+"\n")) {
		return nil, fmt.Errorf("fluency: no model: it does not begin with %q", magic)
	}
	if len(body) < 14 {
		return nil, fmt.Errorf("fluency: model cut short after its header")
	}
	if xxhash.Sum64(body[8:]) != binary.LittleEndian.Uint64(body) {
		return nil, fmt.Errorf("fluency: model damaged: wrong checksum")
	}
	floor, n, table := binary.LittleEndian.Uint16(body[8:]), int(binary.LittleEndian.Uint32(body[10:])), body[14:]
	if n > 8*len(table) {
		return nil, fmt.Errorf("fluency: model of %d slots in %d bytes", n, len(table))
	}
	m := &Model{slots: make([]slot, n), floor: int16(floor)}
	if !m.fill(table) {
		return nil, fmt.Errorf("fluency: model whose table is too long, too short, or without a free slot")
	}
	return m, nil
}

// fill reads the slots. It reports whether table holds them and nothing else.
func (m *Model) fill(table []byte) bool {
	n := len(m.slots)
	used, table := bitmap(table[:(n+7)/8]), table[(n+7)/8:]
	k := used.count()
	if k >= n || n%8 != 0 && used[n/8]>>(n%8) != 0 || len(table) < 3*k+(k+7)/8 {
		return false
	}
	checks, logs, lower, backoffs := table[:2*k], table[2*k:3*k], bitmap(table[3*k:3*k+(k+7)/8]), table[3*k+(k+7)/8:]
	if lower.count() != len(backoffs) {
		return false
	}
	next, low := 0, 0
	for i := range used.all() {
		s := slot{check: binary.LittleEndian.Uint16(checks[2*next:]), log: logs[next]}
		if lower.has(next) {
			s.backoff = backoffs[low]
			low++
		}
		m.slots[i] = s
		next++
	}
	return true
}

// A bitmap is a list of bits, the lowest of a byte first.
type bitmap []byte

func (b bitmap) has(i int) bool { return b[i/8]>>(i%8)&1 != 0 }

// append adds the i-th bit to those before it.
func (b bitmap) append(i int, set bool) bitmap {
	if i%8 == 0 {
		b = append(b, 0)
	}
	if set {
		b[i/8] |= 1 << (i % 8)
	}
	return b
}

// all yields the places of the bits that are set.
func (b bitmap) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, eight := range b {
			for ; eight != 0; eight &= eight - 1 {
				if !yield(8*i + bits.TrailingZeros8(eight)) {
					return
				}
			}
		}
	}
}

// count returns how many bits are set.
func (b bitmap) count() (n int) {
	for _, eight := range b {
		n += bits.OnesCount8(eight)
	}
	return n
}
