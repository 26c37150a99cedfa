package linkify

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// asciiHost holds the bytes of a host's labels. The underscore is in hosts
// that people write, though not in those of RFC 952.
var asciiHost = func() (t [256]bool) {
	for c := range t {
		t[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_'
	}
	return t
}()

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { c = lower(c); return 'a' <= c && c <= 'z' }

// unleet puts letters for the digits in word that look like them. It reports
// whether there are both.
func unleet(word []byte) bool {
	digits := 0
	for i, c := range word {
		switch c {
		case '0':
			word[i], digits = 'o', digits+1
		case '3':
			word[i], digits = 'e', digits+1
		}
	}
	return 0 < digits && digits < len(word)
}

// A glyph is how one character of a host reads.
type glyph uint8

const (
	noGlyph   glyph = iota // not in a host
	letter                 // itself
	plain                  // ASCII
	styled                 // ASCII in fancy dress
	lookalike              // a letter of another script that looks like ASCII
	alike                  // one that does among ASCII letters
	invisible              // nothing
)

// glyphOf tells how r reads, and as which ASCII byte if it does as one.
func glyphOf(r rune) (glyph, byte) {
	switch {
	case r < utf8.RuneSelf:
		if asciiHost[byte(r)] {
			return plain, lower(byte(r))
		}
		return noGlyph, 0
	case 0xAC00 <= r && r <= 0xD7A3, 0x3041 <= r && r <= 0x30FA, 0x4E00 <= r && r <= 0x9FFF:
		return letter, 0
	case isInvisible(r):
		return invisible, 0
	case r == 'ㆍ':
		return noGlyph, 0 // a letter to Unicode, a dot to Koreans
	}
	if c := lookalikes[r]; c != 0 {
		return lookalike, c
	}
	if c := similar[r]; c != 0 {
		return alike, c
	}
	if c := undress(r); c != 0 {
		return styled, c
	}
	if r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)) {
		return letter, 0
	}
	return noGlyph, 0
}

// glues reports whether r is of a script that is written without blanks, or
// in which particles follow a name without one.
func glues(r rune) bool {
	return 0xAC00 <= r && r <= 0xD7A3 || 0x1100 <= r && r <= 0x11FF || 0x3041 <= r && r <= 0x318F || 0x3400 <= r && r <= 0x9FFF
}

func isHangul(r rune) bool { return 0xAC00 <= r && r <= 0xD7A3 }

func isInvisible(r rune) bool {
	switch {
	case r < 0x300:
		return r == 0xAD
	case 0x2000 <= r && r <= 0x206F:
		return 0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E || 0x2060 <= r
	case 0xFE00 <= r && r <= 0xFE0F, 0xE0000 <= r && r <= 0xE0FFF, 0x180B <= r && r <= 0x180F:
		return true
	}
	return r == 0x34F || r == 0x61C || r == 0x115F || r == 0x1160 || r == 0x3164 || r == 0xFEFF || r == 0xFFA0
}

// undress returns the ASCII letter or digit that r is a styled form of.
func undress(r rune) byte {
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		if c := byte(r - 0xFEE0); asciiHost[c] {
			return lower(c)
		}
		return 0
	case 0x1F130 <= r && r <= 0x1F149: // squared
		return byte(r-0x1F130) + 'a'
	case 0x1F150 <= r && r <= 0x1F169: // negative circled
		return byte(r-0x1F150) + 'a'
	case 0x1F170 <= r && r <= 0x1F189: // negative squared
		return byte(r-0x1F170) + 'a'
	case 0x1F1E6 <= r && r <= 0x1F1FF: // regional indicators
		return byte(r-0x1F1E6) + 'a'
	case 0x24EB <= r && r <= 0x24FF, 0x2776 <= r && r <= 0x2793: // numbers of a list
		return 0
	case 0x1D400 <= r && r <= 0x1D6A3: // mathematical, 52 letters of each style
		return byte((r-0x1D400)%26) + 'a'
	case 0x1D7CE <= r && r <= 0x1D7FF:
		return byte((r-0x1D7CE)%10) + '0'
	case r >= 0x1D00 && r <= 0x1DBF, r >= 0x2070 && r <= 0x218F, r >= 0x2460 && r <= 0x24EA,
		r == 0xAA, r == 0xB2, r == 0xB3, r == 0xB9, r == 0xBA, r >= 0x2B0 && r <= 0x2E3:
		var in [4]byte
		out := norm.NFKC.Bytes(in[:utf8.EncodeRune(in[:], r)])
		if len(out) == 1 && asciiHost[out[0]] {
			return lower(out[0])
		}
	}
	return 0
}

// lookalikes maps letters of other scripts to the ASCII letters that they
// cannot be told from, after Unicode's confusables.txt 17.0, and small
// capitals, which NFKC leaves alone.
var lookalikes = letterMap(`
	aаɑαАΑᴀ bЬВΒʙ cсϲСᴄ dԁᴅ eеҽЕΕᴇ fꜰ gɡɢ hһНΗʜ iіıІΙιɪ jјȷЈᴊ kΚКᴋ lӏʟ mМΜᴍ nΝɴ
	oоοОΟօᴏ pрρРΡᴘ qԛ rʀ sѕЅꜱ tТΤᴛ uυսᴜ vѵνᴠ wԝᴡ xхХχΧ yуүУΥʏ zΖᴢ`)

// similar maps letters that resemble an ASCII letter well enough between ASCII
// letters, where a word of their own script would be another.
var similar = letterMap(`bвβь eεє hн kкκ mм nηпո oσө rгɾ tтτ uц wωш yγ`)

func letterMap(pairs string) map[rune]byte {
	m := make(map[rune]byte)
	for pair := range strings.FieldsSeq(pairs) {
		for _, r := range pair[1:] {
			m[r] = pair[0]
		}
	}
	return m
}

// letterBefore reports whether a letter or digit stands right before text[i].
func letterBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r))
}

// letterAfter reports whether a letter or digit stands at text[i].
func letterAfter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r))
}

// Plain returns the ASCII letter, digit or hyphen as which r reads, marks
// above and below left out, and 0 if there is none.
func Plain(r rune) byte {
	if _, c := glyphOf(r); c != 0 {
		return c
	}
	var in [8]byte
	out := norm.NFKD.Bytes(in[:utf8.EncodeRune(in[:], r)])
	if len(out) > 1 && asciiHost[out[0]] {
		return lower(out[0])
	}
	return 0
}
