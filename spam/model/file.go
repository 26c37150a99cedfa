package model

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// A model file is lines of text up to an empty one, then the slots of the table:
// its own places, then those under them, unless they are the base's; and last
// the file of the base, if it has one. Its first line names the format, its
// second is a checksum of all that follows.
const (
	magic    = "boardspam model 5"
	fileMost = 64 << 20 // bytes of a file that are read
)

// WriteTo writes the model as Read reads it. Equal models give equal bytes.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	var body bytes.Buffer
	base := m.baseFile()
	m.header(&body, len(base))
	body.WriteByte('\n')
	slots := m.text.table.slots
	if !m.onBase() {
		slots = slices.Concat(slots, m.text.table.under.slots)
	}
	body.Write(appendSlots(nil, slots))
	body.Write(base)
	n, err := fmt.Fprintf(w, "%s\n%s\n", magic, checksum(body.Bytes()))
	if err != nil {
		return int64(n), fmt.Errorf("model: %w", err)
	}
	k, err := body.WriteTo(w)
	if err != nil {
		err = fmt.Errorf("model: %w", err)
	}
	return int64(n) + k, err
}

func (m *Model) header(w *bytes.Buffer, base int) {
	line := func(key string, values ...string) {
		for _, v := range values {
			if v != "" {
				fmt.Fprintf(w, "%s %s\n", key, strings.Join(strings.Fields(v), " "))
			}
		}
	}
	line("name", m.Card.Name)
	line("version", m.Card.Version)
	line("date", m.Card.Date)
	line("licence", m.Card.Licence)
	line("source", m.Card.Sources...)
	for _, n := range m.numbers() {
		line(n.key, strconv.FormatFloat(*n.value, 'g', -1, 64))
	}
	for i, v := range m.text.literacy {
		if v > 0 {
			line("script", scriptNames[i]+" "+strconv.FormatFloat(v, 'g', -1, 64))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.evidence)) {
		line("signal", name+" "+strconv.FormatFloat(m.evidence[name], 'g', -1, 64))
	}
	if base > 0 {
		line("base", m.kinship.line(base))
	}
	if m.onBase() {
		line("under", "base")
	} else if n := len(m.text.table.under.slots); n > 0 {
		line("under", strconv.Itoa(n))
	}
	line("places", strconv.Itoa(len(m.text.table.slots)))
}

type number struct {
	key   string
	value *float64
}

// numbers returns the numbers that every model has, by their key in a file.
func (m *Model) numbers() []number {
	t := &m.text
	return []number{
		{"hold", &m.Hold}, {"reject", &m.Reject}, {"prior", &m.prior},
		{"slope", &m.slope}, {"offset", &m.offset},
		{"whole-bias", &t.bias[whole]}, {"whole-scale", &t.table.scale[whole]},
		{"part-bias", &t.bias[part]}, {"part-scale", &t.table.scale[part]},
		{"text-slope", &t.slope}, {"text-offset", &t.offset},
		{"text-known", &t.known}, {"text-unknown", &t.unknown}, {"text-least", &t.least}, {"text-most", &t.most},
	}
}

// Read reads a model. A file that is cut short or changed in any place is an
// error that says what is wrong with it.
func Read(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(io.LimitReader(r, fileMost+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("model: %w", err)
	case len(data) > fileMost:
		return nil, fmt.Errorf("model: longer than %d bytes", fileMost)
	}
	m, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	return m, nil
}

// checksum tells a file that was damaged, not one that was made to deceive.
func checksum(body []byte) string { return fmt.Sprintf("xxh64 %016x", xxhash.Sum64(body)) }

func parse(data []byte) (*Model, error) { return parseFile(data, true) }

// parseFile reads a file, which may have a base if it is none.
func parseFile(data []byte, mayHave bool) (*Model, error) {
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	if string(first) != magic {
		if bytes.HasPrefix(first, []byte("boardspam model ")) {
			return nil, fmt.Errorf("unknown format %q", first[:min(len(first), 40)])
		}
		return nil, errors.New("not a model file")
	}
	check, body, _ := bytes.Cut(rest, []byte("\n"))
	if string(check) != checksum(body) {
		return nil, errors.New("checksum does not match: the file was cut short or changed")
	}
	header, table, ok := bytes.Cut(body, []byte("\n\n"))
	if !ok {
		return nil, errors.New("no table")
	}
	m := &Model{evidence: evidence{}, digest: string(check[len(check)-8:])}
	size, err := m.parseHeader(string(header))
	if err != nil {
		return nil, err
	}
	if m.Hold <= 0 || m.Hold >= 1 || m.slope <= 0 {
		return nil, errors.New("hold is not between 0 and 1, or slope is not above 0")
	}
	if size.base > 0 && !mayHave {
		return nil, errors.New("the base has a base")
	}
	m.settle()
	if table, err = m.parseBase(table, size); err != nil {
		return nil, err
	}
	return m, m.text.table.parse(table, size.own, size.under)
}

// sizes say how much follows the lines of a file.
type sizes struct {
	own, under, base int  // places, places, bytes
	onBase           bool // the places under the table's are the base's
}

// parseHeader reads the lines of text, which begin on line 3 of the file, and
// returns how much follows.
func (m *Model) parseHeader(header string) (size sizes, err error) {
	missing := make(map[string]*float64)
	for _, n := range m.numbers() {
		missing[n.key] = n.value
	}
	size.own = -1
	number := 2
	for line := range strings.SplitSeq(header, "\n") {
		number++
		key, value, _ := strings.Cut(line, " ")
		if at, ok := missing[key]; ok {
			*at, err = parseNumber(value)
			delete(missing, key)
		} else if key == "places" {
			size.own, err = strconv.Atoi(value)
		} else if key == "under" && value == "base" {
			size.onBase = true
		} else if key == "under" {
			size.under, err = strconv.Atoi(value)
		} else if key == "base" {
			size.base, err = m.kinship.parse(value)
		} else {
			err = m.parseLine(key, value)
		}
		if err != nil {
			return size, fmt.Errorf("line %d: %q: %w", number, key, err)
		}
	}
	for _, n := range m.numbers() {
		if missing[n.key] != nil {
			return size, fmt.Errorf("no %q", n.key)
		}
	}
	return size, nil
}

func (m *Model) parseLine(key, value string) (err error) {
	name, rest, _ := strings.Cut(value, " ")
	switch key {
	case "name":
		m.Card.Name = value
	case "version":
		m.Card.Version = value
	case "date":
		m.Card.Date = value
	case "licence":
		m.Card.Licence = value
	case "source":
		m.Card.Sources = append(m.Card.Sources, value)
	case "script":
		i := slices.Index(scriptNames[:], name)
		if i < 0 {
			return fmt.Errorf("unknown script %q", name)
		}
		m.text.literacy[i], err = parseNumber(rest)
	case "signal":
		m.evidence[name], err = parseNumber(rest)
	default:
		return errors.New("unknown key")
	}
	return err
}

// parseNumber reads a number that is finite and of a sane size.
func parseNumber(s string) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > 1e6 {
		return 0, fmt.Errorf("%q is not a number below a million", s)
	}
	return v, nil
}

func (t *table) parse(data []byte, own, under int) error {
	for _, n := range []int{own, under} {
		if n != 0 && (n&(n-1) != 0 || n < 1<<tableMin || n > 1<<tableMax) {
			return fmt.Errorf("%d places are not a power of two from 2^%d to 2^%d", n, tableMin, tableMax)
		}
	}
	slots, ok := readSlots(data, own+under)
	if !ok || own == 0 && under > 0 {
		return fmt.Errorf("%d bytes of table are not %d places and %d under them", len(data), own, under)
	}
	if own > 0 {
		t.places = newPlaces(slots[:own:own])
	}
	if under > 0 {
		t.under = newPlaces(slots[own:])
	}
	t.weighMakes()
	return nil
}
