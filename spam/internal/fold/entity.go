package fold

import (
	"html"
	"strings"
	"unicode/utf8"
)

// maxEntity is the length of the longest character reference that is decoded,
// in bytes: HTML's longest name has 33.
const maxEntity = 36

// entity returns the length of the HTML character reference that s begins
// with, or 0. A number may lack its semicolon, a name may not: "&copy=1" is
// part of an address.
func entity(s string) int {
	if len(s) < 4 || s[0] != '&' {
		return 0
	}
	i, hex := 1, false
	if s[1] == '#' {
		i = 2
		if hex = s[2]|0x20 == 'x'; hex {
			i = 3
		}
	}
	start := i
	for i < len(s) && i < maxEntity && referenceByte(s[i], start > 1, hex) {
		i++
	}
	closed := i < len(s) && s[i] == ';'
	if start == 1 && (!closed || i < 3) || start > 1 && i < start+1 || !closed && i < start+2 {
		return 0
	}
	if closed {
		i++
	}
	return i
}

// referenceByte reports whether c may stand in the number or name of a reference.
func referenceByte(c byte, number, hex bool) bool {
	switch {
	case '0' <= c && c <= '9':
		return true
	case !number:
		return 'a' <= c|0x20 && c|0x20 <= 'z'
	case hex:
		return 'a' <= c|0x20 && c|0x20 <= 'f'
	}
	return false
}

// DecodeEntity returns the text of the character reference that s begins with
// and its length, or "" and 0.
func DecodeEntity(s string) (text string, n int) {
	if n = entity(s); n == 0 {
		return "", 0
	}
	if text, ok := frequent[s[:n]]; ok {
		return text, n
	}
	if text = html.UnescapeString(s[:n]); text == s[:n] {
		return "", 0
	}
	return text, n
}

// frequent holds the character references that editors write, so that most
// pages need no others.
var frequent = func() map[string]string {
	all := make(map[string]string)
	for s := range strings.FieldsSeq("&amp; &gt; &hellip; &ldquo; &lsquo; &lt; &mdash; &middot; &nbsp; &ndash; &quot; &rdquo; &rsquo; &#39; &#039; &#034;") {
		all[s] = html.UnescapeString(s)
	}
	return all
}()

// reference folds the character reference at src[i], if it is one.
func (f *folder) reference(i int) int {
	text, n := DecodeEntity(f.src[i:])
	if n == 0 {
		f.Keep(i, i+1)
		return i + 1
	}
	r, size := utf8.DecodeRuneInString(text)
	if size < len(text) {
		f.Put(i, i+n, text, Entity)
	} else {
		f.fold(r, i, i+n, Entity)
	}
	return i + n
}

// percent returns the letter whose code in UTF-8, byte by byte after per cent
// signs, s begins with, and the length of that code: only for letters outside
// ASCII. Without one, n is 0.
func percent(s string) (r rune, n int) {
	var b [3]byte
	for i := range b {
		if len(s) < n+3 || s[n] != '%' {
			return 0, 0
		}
		high, low := hexValue(s[n+1]), hexValue(s[n+2])
		if high < 0 || low < 0 || i == 0 && high < 0xc {
			return 0, 0
		}
		b[i] = byte(high<<4 | low)
		n += 3
		if r, size := utf8.DecodeRune(b[:i+1]); size == i+1 && r != utf8.RuneError {
			return r, n
		}
	}
	return 0, 0
}

func hexValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
