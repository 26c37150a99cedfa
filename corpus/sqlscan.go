package corpus

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// A sqlKind is what a token of SQL is.
type sqlKind uint8

const (
	sqlWord  sqlKind = iota // a keyword, number or name without quotes
	sqlName                 // a name in backquotes
	sqlValue                // a string
	sqlSign                 // any other character
)

type sqlToken struct {
	kind sqlKind
	text string
}

// A sqlScanner reads the tokens of a dump, as mysqldump and phpMyAdmin write it.
type sqlScanner struct {
	r    *bufio.Reader
	line int
	buf  []byte
}

// next returns the next byte and counts lines.
func (s *sqlScanner) next() (byte, error) {
	c, err := s.r.ReadByte()
	if c == '\n' {
		s.line++
	}
	return c, err
}

// back returns the last byte.
func (s *sqlScanner) back(c byte) {
	s.r.UnreadByte()
	if c == '\n' {
		s.line--
	}
}

// token returns the next token. A comment is none.
func (s *sqlScanner) token() (sqlToken, error) {
	for {
		c, err := s.next()
		if err != nil {
			return sqlToken{}, err
		}
		after, _ := s.r.Peek(1)
		switch {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f':
		case c == '#' || c == '-' && string(after) == "-":
			err = s.until("\n")
		case c == '/' && string(after) == "*":
			err = s.until("*/")
		case c == '\'' || c == '"':
			text, err := s.quoted(c, true)
			return sqlToken{sqlValue, text}, err
		case c == '`':
			text, err := s.quoted(c, false)
			return sqlToken{sqlName, text}, err
		case isWordByte(c):
			text, err := s.word(c)
			return sqlToken{sqlWord, text}, err
		default:
			return sqlToken{sqlSign, string(c)}, nil
		}
		if err != nil {
			return sqlToken{}, err
		}
	}
}

// until reads up to and with a mark of at most two bytes.
func (s *sqlScanner) until(mark string) error {
	var last byte
	for {
		c, err := s.next()
		if err != nil {
			return err
		}
		if c == mark[len(mark)-1] && (len(mark) == 1 || last == mark[0]) {
			return nil
		}
		last = c
	}
}

// quoted reads up to the closing quote, which stands for itself if doubled.
func (s *sqlScanner) quoted(quote byte, escapes bool) (string, error) {
	s.buf = s.buf[:0]
	for {
		c, err := s.next()
		if err == io.EOF {
			return "", &sqlError{"a string does not end"}
		} else if err != nil {
			return "", err
		}
		switch {
		case c == '\\' && escapes:
			if c, err = s.next(); err != nil {
				continue
			}
			if plain, ok := sqlEscapes[c]; ok {
				c = plain
			}
		case c == quote:
			if after, _ := s.r.Peek(1); string(after) != string(rune(quote)) {
				return string(s.buf), nil
			}
			s.next()
		}
		if len(s.buf) == MaxLine {
			return "", &sqlError{fmt.Sprintf("a string is longer than %d bytes", MaxLine)}
		}
		s.buf = append(s.buf, c)
	}
}

// sqlEscapes maps the letter behind a backslash to what it stands for. Any
// other character stands for itself.
var sqlEscapes = map[byte]byte{'0': 0, 'b': '\b', 'n': '\n', 'r': '\r', 't': '\t', 'Z': 26}

func isWordByte(c byte) bool {
	return c == '_' || c == '.' || c == '+' || c == '-' || c == '@' || c == '$' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}

// maxWord is the longest word, in bytes, that is kept whole. Hexadecimal
// strings are words.
const maxWord = MaxLine

// word reads the rest of a word.
func (s *sqlScanner) word(c byte) (string, error) {
	s.buf = append(s.buf[:0], c)
	for {
		c, err := s.next()
		if err == io.EOF {
			return string(s.buf), nil
		} else if err != nil {
			return "", err
		}
		if !isWordByte(c) {
			s.back(c)
			return string(s.buf), nil
		}
		if len(s.buf) < maxWord {
			s.buf = append(s.buf, c)
		}
	}
}

// list reads the values, or names, up to the closing parenthesis.
func (s *sqlScanner) list() ([]string, error) {
	var values []string
	value, depth := "", 0
	for {
		t, err := s.token()
		if err == io.EOF {
			return nil, &sqlError{"a row does not end"}
		} else if err != nil {
			return nil, err
		}
		switch {
		case t.kind == sqlSign && t.text == "," && depth == 0, t.kind == sqlSign && t.text == ")" && depth == 0:
			if len(values) == maxColumns {
				return nil, &sqlError{"a row has too many values"}
			}
			values, value = append(values, value), ""
			if t.text == ")" {
				return values, nil
			}
		case t.kind == sqlSign && t.text == ";":
			return nil, &sqlError{"a statement ends within a row"}
		case t.kind == sqlSign && t.text == "(": // a function of values
			depth++
		case t.kind == sqlSign && t.text == ")":
			depth--
		default:
			value = t.value()
		}
	}
}

// value returns what a token stands for in a row.
func (t sqlToken) value() string {
	if t.kind != sqlWord {
		return t.text
	}
	if strings.EqualFold(t.text, "NULL") || t.text[0] == '_' { // _binary, _utf8mb4: the string comes next
		return ""
	}
	if digits, ok := strings.CutPrefix(t.text, "0x"); ok {
		if b, err := hex.DecodeString(digits); err == nil {
			return string(b)
		}
	}
	return t.text
}

// skip reads up to and with the next semicolon outside a string.
func (s *sqlScanner) skip() error {
	for {
		t, err := s.token()
		if err != nil {
			return err
		}
		if t.kind == sqlSign && t.text == ";" {
			return nil
		}
	}
}
