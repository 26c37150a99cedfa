package spam

import (
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

// appendNumber appends x with the given number of significant digits, and
// null if x is no number that JSON knows.
func appendNumber(b []byte, x float64, digits int) []byte {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return append(b, "null"...)
	}
	return strconv.AppendFloat(b, x, 'g', digits, 64)
}

const hexDigits = "0123456789abcdef"

// appendString appends s as a JSON string. Like encoding/json it escapes
// U+2028 and U+2029, which older JavaScript takes for line ends.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	done := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		size := 1
		if c >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			if r != '\u2028' && r != '\u2029' && (r != utf8.RuneError || size > 1) {
				i += size
				continue
			}
		}
		b = append(b, s[done:i]...)
		b = appendEscape(b, s[i:i+size])
		i += size
		done = i
	}
	b = append(b, s[done:]...)
	return append(b, '"')
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
