package fluency

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/cespare/xxhash/v2"
)

// A model file is a text header and a table. The header's first line is magic;
// the following lines, up to an empty one, say for people what the model is.
// Then come, little-endian: the xxhash64 of all that follows, the floor (int16)
// and the table, four bytes a slot.
const magic = "boardspam fluency 1"

//go:generate go run ./generate ko.model ../../../../shared/data/train/nsmc_ham.jsonl ../../../../shared/data/train/ko_news_comments_ham.jsonl
//go:embed ko.model
var korean []byte

// Korean returns the model of Korean that comes with the library.
var Korean = sync.OnceValue(func() *Model {
	m, err := Read(korean)
	if err != nil {
		panic(err)
	}
	return m
})

// Write stores a model behind a header for people: lines without an empty one
// among them.
func (m *Model) Write(w io.Writer, about string) error {
	table := binary.LittleEndian.AppendUint16(nil, uint16(m.floor))
	for _, s := range m.slots {
		table = append(binary.LittleEndian.AppendUint16(table, s.check), s.log, s.backoff)
	}
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
	if len(body) < 10 {
		return nil, fmt.Errorf("fluency: model cut short after its header")
	}
	if xxhash.Sum64(body[8:]) != binary.LittleEndian.Uint64(body) {
		return nil, fmt.Errorf("fluency: model damaged: wrong checksum")
	}
	table := body[10:]
	n := len(table) / 4
	if n == 0 || len(table) != 4*n {
		return nil, fmt.Errorf("fluency: model with a table of %d bytes", len(table))
	}
	m := &Model{slots: make([]slot, n), floor: int16(binary.LittleEndian.Uint16(body[8:]))}
	free := false
	for i := range m.slots {
		m.slots[i] = slot{binary.LittleEndian.Uint16(table[4*i:]), table[4*i+2], table[4*i+3]}
		free = free || m.slots[i].check == 0
	}
	if !free {
		return nil, fmt.Errorf("fluency: model without a free slot")
	}
	return m, nil
}
