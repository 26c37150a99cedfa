package model

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
)

// baseFile returns the file of the base, if there is one.
func (m *Model) baseFile() []byte {
	if m.base == nil {
		return nil
	}
	var b bytes.Buffer
	m.base.WriteTo(&b) // to a buffer: no error
	return b.Bytes()
}

// onBase reports whether the places under the table's are those of the base.
func (m *Model) onBase() bool {
	if m.base == nil {
		return false
	}
	under, base := m.text.table.under.slots, m.base.text.table.slots
	return len(under) > 0 && len(base) > 0 && &under[0] == &base[0]
}

// parseBase takes the base's file from the end of data, and returns what is
// left of it.
func (m *Model) parseBase(data []byte, size sizes) (rest []byte, err error) {
	if size.base == 0 {
		if size.onBase {
			return nil, errors.New("on a base that is not there")
		}
		return data, nil
	}
	if size.base > len(data) {
		return nil, errors.New("the base is cut short")
	}
	rest, data = data[:len(data)-size.base], data[len(data)-size.base:]
	if m.base, err = parseFile(data, false); err != nil {
		return nil, err
	}
	if min(m.Reject, m.base.Reject) <= 0 || max(m.Reject, m.base.Reject) >= 1 {
		return nil, errors.New("reject is not between 0 and 1")
	}
	if size.onBase {
		m.text.table.under = m.base.text.table.places
	}
	return rest, nil
}

func (k *kinship) numbers() []*float64 {
	return []*float64{&k.near, &k.far, &k.long, &k.shown, &k.slope, &k.offset}
}

// line returns a kinship as a file has it, behind the base's length.
func (k *kinship) line(base int) string {
	fields := []string{strconv.Itoa(base)}
	for _, v := range k.numbers() {
		fields = append(fields, strconv.FormatFloat(*v, 'g', -1, 64))
	}
	return strings.Join(fields, " ")
}

func (k *kinship) parse(s string) (base int, err error) {
	fields, numbers := strings.Split(s, " "), k.numbers()
	if len(fields) != 1+len(numbers) {
		return 0, errors.New("not a length and six numbers")
	}
	for i, v := range numbers {
		if *v, err = parseNumber(fields[1+i]); err != nil {
			return 0, err
		}
	}
	if base, err = strconv.Atoi(fields[0]); err == nil && (base <= 0 || k.near <= k.far || k.long < 1) {
		err = errors.New("out of range")
	}
	return base, err
}
