package spam

import (
	"encoding/binary"
	"math"
	"strconv"
	"unicode/utf8"
)

// MarshalJSON returns the verdict as one JSON object. See [Verdict.AppendJSON].
func (v Verdict) MarshalJSON() ([]byte, error) { return v.AppendJSON(nil), nil }

// AppendJSON appends the verdict as one JSON object, without a line break:
//
//	{"action","score","known","truncated","version",
//	 "reasons":[{"signal","kind","note","weight","field","start","end"}],
//	 "spans":[{"field","start","end","kind","text"}],"public"}
//
// Bytes that are not UTF-8 appear as U+FFFD; offsets count them as they were.
func (v *Verdict) AppendJSON(b []byte) []byte {
	b = append(b, `{"action":"`...)
	b = append(b, v.Action.String()...)
	b = append(b, `","score":`...)
	b = appendNumber(b, v.Score, 9)
	b = append(b, `,"known":`...)
	b = appendNumber(b, v.Known, 3)
	b = append(b, `,"truncated":`...)
	b = strconv.AppendBool(b, v.Truncated)
	b = append(b, `,"version":`...)
	b = appendString(b, v.Version)
	b = append(b, `,"reasons":[`...)
	for i := range v.Reasons {
		if i > 0 {
			b = append(b, ',')
		}
		b = v.Reasons[i].appendJSON(b)
	}
	b = append(b, `],"spans":[`...)
	for i := range v.Spans {
		if i > 0 {
			b = append(b, ',')
		}
		b = v.Spans[i].appendJSON(b)
	}
	b = append(b, `],"public":`...)
	b = appendString(b, v.Public)
	return append(b, '}')
}

func (r *Reason) appendJSON(b []byte) []byte {
	b = append(b, `{"signal":`...)
	b = appendString(b, r.Signal)
	b = append(b, `,"kind":"`...)
	b = append(b, r.Kind.String()...)
	b = append(b, `","note":`...)
	b = appendString(b, r.Note)
	b = append(b, `,"weight":`...)
	b = appendNumber(b, r.Weight, 4)
	b = append(b, `,"field":"`...)
	b = append(b, r.Span.Field.String()...)
	b = append(b, `","start":`...)
	b = strconv.AppendInt(b, int64(r.Span.Start), 10)
	b = append(b, `,"end":`...)
	b = strconv.AppendInt(b, int64(r.Span.End), 10)
	return append(b, '}')
}

func (m *Mark) appendJSON(b []byte) []byte {
	b = append(b, `{"field":"`...)
	b = append(b, m.Span.Field.String()...)
	b = append(b, `","start":`...)
	b = strconv.AppendInt(b, int64(m.Span.Start), 10)
	b = append(b, `,"end":`...)
	b = strconv.AppendInt(b, int64(m.Span.End), 10)
	b = append(b, `,"kind":"`...)
	b = append(b, m.Payload.String()...)
	b = append(b, `","text":`...)
	b = appendString(b, m.Text)
	return append(b, '}')
}

// appendNumber appends x with the given number of significant digits, of three
// to nine, and null if x is no number that JSON knows.
func appendNumber(b []byte, x float64, digits int) []byte {
	if n, decimals, ok := round(math.Abs(x), digits); ok {
		if x < 0 {
			b = append(b, '-')
		}
		return appendDecimal(b, n, decimals)
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return append(b, "null"...)
	}
	return strconv.AppendFloat(b, x, 'g', digits, 64)
}

// round returns x as a whole number of units, each so many decimals behind the
// point. It reports false if x is not of the common size, which is written
// without an exponent, or so near to the middle between two numbers that only
// strconv can tell which it is.
func round(x float64, digits int) (n uint32, decimals int, ok bool) {
	if !(x >= 1e-4 && x < 100) { // nor if it is no number
		return 0, 0, false
	}
	for decimals = digits - 2; x*tens[decimals] < tens[digits-1]; decimals++ {
	}
	x *= tens[decimals]
	n = uint32(x)
	rest := x - float64(n) // right to 2e-7: x is below 1e9, and has 53 bits
	if rest > 0.5 {
		n++
	}
	return n, decimals, math.Abs(rest-0.5) > 1e-6
}

var tens = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13}

// appendDecimal appends n as a number with a point before its last decimals, of
// which those that are zero at the end are left out.
func appendDecimal(b []byte, n uint32, decimals int) []byte {
	var buf [16]byte
	for ; decimals > 0 && n%10 == 0; decimals-- {
		n /= 10
	}
	at := len(buf)
	for ; decimals > 0; decimals-- {
		at--
		buf[at] = '0' + byte(n%10)
		n /= 10
	}
	if at < len(buf) {
		at--
		buf[at] = '.'
	}
	for {
		at--
		buf[at] = '0' + byte(n%10)
		if n /= 10; n == 0 {
			return append(b, buf[at:]...)
		}
	}
}

const hexDigits = "0123456789abcdef"

// appendString appends s as a JSON string. Like encoding/json it escapes
// U+2028 and U+2029, which older JavaScript takes for line ends.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for {
		n := plainRun(s)
		if b = append(b, s[:n]...); n == len(s) {
			return append(b, '"')
		}
		_, size := utf8.DecodeRuneInString(s[n:])
		b = appendEscape(b, s[n:n+size])
		s = s[n+size:]
	}
}

// plainRun returns how many bytes a text begins with that stand in a JSON
// string as they are.
func plainRun(s string) int {
	i, n := 0, len(s)
	for i <= n-8 && arePlain(s[i:i+8]) {
		i += 8
	}
	if n >= 8 && i > n-8 && arePlain(s[n-8:]) {
		return n
	}
	for i < n {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if c < utf8.RuneSelf || r == '\u2028' || r == '\u2029' || r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return i
}

// arePlain reports whether the first eight bytes of a text are ASCII that stands
// in a JSON string as it is.
func arePlain(s string) bool {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	w := binary.LittleEndian.Uint64([]byte(s[:8]))
	return (w|(w-' '*ones)|(w^'"'*ones-ones)|(w^'\\'*ones-ones))&tops == 0
}

// appendEscape appends the escape of one character, or of one stray byte.
func appendEscape(b []byte, char string) []byte {
	switch c := char[0]; {
	case c == '"' || c == '\\':
		return append(b, '\\', c)
	case c == '\n':
		return append(b, `\n`...)
	case c == '\r':
		return append(b, `\r`...)
	case c == '\t':
		return append(b, `\t`...)
	case c < ' ':
		return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
	case len(char) == 1:
		return append(b, `\ufffd`...)
	}
	return append(b, '\\', 'u', '2', '0', '2', hexDigits[char[2]&15])
}
