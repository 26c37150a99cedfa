package corpus

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math/bits"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

// A postScanner reads posts as boards write them: an object of strings and
// whole numbers, the author's object, a list of links, and keys that are no
// post's. It stands aside for every other line, which is not to say that such
// a line is wrong: encoding/json has the last word.
type postScanner struct {
	line    string
	at      int
	plain   bool   // the line holds no escape
	escaped []byte // a string whose escapes are being read
}

// scan reads a line into s, which is zero. It reports false if it stands aside,
// whatever s holds then.
func (p *postScanner) scan(s *Sample, line []byte) bool {
	if !isTidy(line) {
		return false
	}
	p.line, p.at, p.plain = string(line), 0, bytes.IndexByte(line, '\\') < 0
	var f found
	if !p.object(func(key string) bool { return p.member(s, &f, key) }) {
		return false
	}
	if f.link != "" {
		s.Links = append(s.Links, f.link)
	}
	p.next()
	return p.at == len(p.line) && f.body != f.text
}

// A found is what a line holds that can be said in two ways.
type found struct {
	body, text, links bool
	link              string
}

// member reads the value of one of a post's keys.
func (p *postScanner) member(s *Sample, f *found, key string) (ok bool) {
	var value string
	switch key {
	case "id", "edit_of":
		value, ok = p.identifier()
		*s.member(key) = value
	case "author":
		if p.next() != '"' {
			return p.object(func(key string) bool { return p.authorMember(&s.Author, key) })
		}
		s.Author.Name, ok = p.str()
	case "links":
		ok = !f.links && p.list(&s.Links)
		f.links = true
	case "link":
		ok = f.link == ""
		if ok {
			f.link, ok = p.str()
		}
	case "label":
		value, ok = p.str()
		s.Label = Label(value)
	case "format":
		if value, ok = p.str(); ok {
			s.Format, ok = formats[value]
		}
	case "posted":
		ok = p.time(&s.Posted)
	case "body":
		f.body = true
		s.Body, ok = p.str()
	case "text":
		f.text = true
		s.Body, ok = p.str()
	default:
		field := s.member(key)
		if field == nil {
			return p.unknown(key)
		}
		*field, ok = p.str()
	}
	return ok
}

// time reads a time as JSON has it.
func (p *postScanner) time(t *time.Time) bool {
	p.next()
	start := p.at
	_, ok := p.str()
	return ok && t.UnmarshalJSON([]byte(p.line[start:p.at])) == nil
}

// authorMember reads the value of one of an author's keys.
func (p *postScanner) authorMember(a *document.Author, key string) (ok bool) {
	switch key {
	case "id":
		a.ID, ok = p.identifier()
	case "posts":
		a.Posts, ok = p.count()
	case "approved":
		a.Approved, ok = p.count()
	case "age_days":
		a.AgeDays, ok = p.count()
	default:
		field := authorNamed(a, key)
		if field == nil {
			return p.unknown(key)
		}
		*field, ok = p.str()
	}
	return ok
}

// object reads an object, each of its values by member.
func (p *postScanner) object(member func(key string) bool) bool {
	if !p.sign('{') {
		return false
	}
	if p.sign('}') {
		return true
	}
	for {
		key, ok := p.str()
		if !ok || !p.sign(':') || !member(key) {
			return false
		}
		if !p.sign(',') {
			return p.sign('}')
		}
	}
}

// list reads a list of strings.
func (p *postScanner) list(to *[]string) bool {
	if !p.sign('[') {
		return false
	}
	*to = []string{}
	if p.sign(']') {
		return true
	}
	for {
		s, ok := p.str()
		if !ok {
			return false
		}
		*to = append(*to, s)
		if !p.sign(',') {
			return p.sign(']')
		}
	}
}

// unknown passes over the value of a key that means nothing. A key of other
// letters than small ones may mean something to encoding/json.
func (p *postScanner) unknown(key string) bool {
	for i := range len(key) {
		if c := key[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	switch p.next() {
	case '{', '[':
		return false
	case '"':
		_, ok := p.str()
		return ok && key != "spans"
	}
	start := p.at
	for p.at < len(p.line) && !strings.Contains(",} \t", p.line[p.at:p.at+1]) {
		p.at++
	}
	return key != "spans" && json.Valid([]byte(p.line[start:p.at]))
}

// next returns the next sign, which it leaves, and 0 at the end.
func (p *postScanner) next() byte {
	for line := p.line; p.at < len(line); p.at++ {
		if c := line[p.at]; c != ' ' {
			return c
		}
	}
	return 0
}

// sign reads one sign, if it is the next.
func (p *postScanner) sign(c byte) bool {
	if p.next() != c {
		return false
	}
	p.at++
	return true
}

// identifier reads a string or a whole number.
func (p *postScanner) identifier() (string, bool) {
	if c := p.next(); c < '0' || c > '9' {
		return p.str()
	}
	return p.digits()
}

// count reads a whole number.
func (p *postScanner) count() (int, bool) {
	p.next()
	digits, ok := p.digits()
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil
}

// digits reads a whole number as it stands.
func (p *postScanner) digits() (string, bool) {
	start := p.at
	for p.at < len(p.line) && '0' <= p.line[p.at] && p.line[p.at] <= '9' {
		p.at++
	}
	digits := p.line[start:p.at]
	return digits, len(digits) == 1 || len(digits) > 1 && digits[0] != '0'
}

// str reads a string. One without escapes is part of the line.
func (p *postScanner) str() (string, bool) {
	if !p.sign('"') {
		return "", false
	}
	rest := p.line[p.at:]
	length := shortString(rest)
	if length < 0 {
		if length = strings.IndexByte(rest, '"'); length < 0 {
			return "", false
		}
		if !p.plain && strings.IndexByte(rest[:length], '\\') >= 0 {
			return p.unescape(p.at + length)
		}
	}
	p.at += length + 1
	return rest[:length], true
}

// shortString returns the length of a string, after its first quote, that holds
// no escape and is no longer than most keys and marks, and else -1.
func shortString(s string) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	for n := 0; n < 16 && n <= len(s)-8; n += 8 {
		w := binary.LittleEndian.Uint64([]byte(s[n : n+8]))
		quote, escape := w^'"'*ones, w^'\\'*ones
		quote = (quote - ones) &^ quote & tops // the first that is set is right
		escape = (escape - ones) &^ escape & tops
		if quote|escape != 0 {
			if at := bits.TrailingZeros64(quote); at < bits.TrailingZeros64(escape) {
				return n + at/8
			}
			break
		}
	}
	return -1
}

// unescape reads a string that holds escapes, after its first quote. No other
// quote stands before the given one.
func (p *postScanner) unescape(quote int) (string, bool) {
	p.escaped = p.escaped[:0]
	for {
		plain := strings.IndexByte(p.line[p.at:quote], '\\')
		if plain < 0 {
			p.escaped = append(p.escaped, p.line[p.at:quote]...)
			p.at = quote + 1
			return string(p.escaped), true
		}
		p.escaped = append(p.escaped, p.line[p.at:p.at+plain]...)
		p.at += plain + 1
		r, size := readEscape(p.line[p.at:])
		if size == 0 {
			return "", false
		}
		p.escaped = utf8.AppendRune(p.escaped, r)
		if p.at += size; p.at <= quote {
			continue
		}
		length := strings.IndexByte(p.line[p.at:], '"')
		if length < 0 {
			return "", false
		}
		quote = p.at + length
	}
}

// escapeLetters maps the letter of an escape to what it stands for.
var escapeLetters = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// readEscape reads what stands behind a backslash: one letter, or the number
// of a character. Its size is 0 for anything else, such as half a character of
// UTF-16.
func readEscape(s string) (r rune, size int) {
	if s == "" {
		return 0, 0
	}
	if c := escapeLetters[s[0]]; c != 0 {
		return rune(c), 1
	}
	if r = readUnit(s); r < 0 {
		return 0, 0
	}
	if !utf16.IsSurrogate(r) {
		return r, 5
	}
	if len(s) < 6 || s[5] != '\\' {
		return 0, 0
	}
	if r = utf16.DecodeRune(r, readUnit(s[6:])); r == utf8.RuneError {
		return 0, 0
	}
	return r, 11
}

// readUnit reads u and four hexadecimal digits, and returns -1 if s does not
// begin so.
func readUnit(s string) (unit rune) {
	if len(s) < 5 || s[0] != 'u' {
		return -1
	}
	for i := 1; i < 5; i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			unit = unit<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			unit = unit<<4 | rune(c|0x20-'a'+10)
		default:
			return -1
		}
	}
	return unit
}
