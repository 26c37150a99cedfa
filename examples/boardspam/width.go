package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// runeWidth returns the number of columns that a terminal gives to r.
func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case 0x1160 <= r && r <= 0x11ff: // vowels and finals of a decomposed syllable
		return 0
	case isPicture(r):
		return 2
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

func isPicture(r rune) bool { return 0x1f300 <= r && r <= 0x1faff }

// textWidth returns the number of columns of s.
func textWidth(s string) (n int) {
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// fit returns s in at most the given number of columns.
func fit(s string, columns int) string {
	used, cut := 0, 0 // s[:cut] leaves a column for the ellipsis
	for i, r := range s {
		if used < columns {
			cut = i
		}
		if used += runeWidth(r); used > columns {
			return strings.TrimRight(s[:cut], " ") + "…"
		}
	}
	return s
}

// pad returns s followed by blanks up to the given number of columns.
func pad(s string, columns int) string {
	return s + strings.Repeat(" ", max(columns-textWidth(s), 0))
}

// column returns s followed by blanks up to the given number of columns, at
// least by two.
func column(s string, columns int) string { return pad(s, columns-2) + "  " }

// visible returns s with everything that a reader would not see, or that
// would change what he sees, written out: controls, bidi controls, invisible
// characters and stray bytes. Line breaks and tabs stay if lines is set.
func visible(s string, lines bool) string {
	clean, before := true, rune(0)
	for _, r := range s {
		clean = clean && !hidden(before, r, lines)
		before = r
	}
	if clean && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	before = 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			escape(&b, 'x', rune(s[i]), 2)
		case r == '\r' && strings.HasPrefix(s[i:], "\r\n") && lines:
		case !hidden(before, r, lines):
			b.WriteString(s[i : i+size])
		case r < utf8.RuneSelf:
			escape(&b, 'x', r, 2)
		case r < 0x10000:
			escape(&b, 'u', r, 4)
		default:
			escape(&b, 'U', r, 8)
		}
		i += size
		before = r
	}
	return b.String()
}

// hidden reports whether r, which stands behind before, is to be written out.
func hidden(before, r rune, lines bool) bool {
	switch {
	case r == '\n' || r == '\t':
		return !lines
	case r < 0x7f:
		return r < ' '
	case r == '\u200d': // joins pictures, and hides between letters
		return before != '\ufe0f' && !isPicture(before)
	}
	return r < 0xa0 || r == '\u3164' || r == '\uffa0' || r == '\u115f' || r == '\u1160' || r == '\u2028' || r == '\u2029' ||
		unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r)
}

// escape writes a character as Go does in a string.
func escape(b *strings.Builder, kind byte, r rune, digits int) {
	const hex = "0123456789abcdef"
	b.WriteByte('\\')
	b.WriteByte(kind)
	for shift := 4 * (digits - 1); shift >= 0; shift -= 4 {
		b.WriteByte(hex[r>>shift&15])
	}
}
