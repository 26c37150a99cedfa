package fold

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean folds the source, which is plain up to start, all but the alphabets.
func (f *folder) clean(start int, seen class) (View, class) {
	s := f.src
	capitals := hasCapitals(s)
	for i, end := 0, start; ; {
		if i < end {
			n := f.Len()
			f.Keep(i, end)
			if capitals {
				lower(f.out[n:])
			}
		}
		if end == len(s) {
			break
		}
		i = f.rune(end)
		end, seen = scan(s, i, seen)
	}
	return f.View(), seen | f.seen
}

// A folder replaces what scan stops at.
type folder struct {
	*Builder
	seen class
	buf  [64]byte
}

// rune folds what begins at src[i] and returns where it ends.
func (f *folder) rune(i int) int {
	if f.src[i] == '&' {
		return f.reference(i)
	}
	if f.src[i] == '%' {
		r, n := percent(f.src[i:])
		f.fold(r, i, i+n, Entity)
		return i + n
	}
	r, n := utf8.DecodeRuneInString(f.src[i:])
	end := i + n
	switch {
	case r == utf8.RuneError && n == 1:
		f.Put(i, end, "\ufffd", Broken)
	case r >= 0xe0000 && r <= 0xe007f:
		return f.tags(i)
	case conjoining(r) && invisible(r) == 0:
		return f.jamo(i)
	case regional(r):
		return f.regional(i)
	default:
		f.fold(r, i, end, 0)
	}
	return end
}

// fold replaces one rune that was written as source[i:end].
func (f *folder) fold(r rune, i, end int, why Cause) {
	if c := invisible(r); c != 0 {
		f.Drop(c | why)
		return
	}
	if r >= 0x80 && r < 0xa0 && r != 0x85 {
		// A byte of Windows-1252 that was taken for Latin-1. HTML knows the mistake.
		f.Put(i, end, html.UnescapeString("&#"+strconv.Itoa(int(r))+";"), why|Broken)
		return
	}
	if isSpace(r) {
		blank := " "
		if r == 0x85 || r == 0x2028 || r == 0x2029 {
			blank = "\n"
		}
		f.Put(i, end, blank, why)
		return
	}
	if text := styled(r); text != "" {
		f.Put(i, end, text, why|styleOf(r))
		return
	}
	if isMark(r) {
		f.mark(r, i, end, why)
		return
	}
	if r == 0xff9e || r == 0xff9f { // half-width voicing marks
		f.mark(r-0xff9e+0x3099, i, end, why|Width)
		return
	}
	if d := digit(r); d >= 0 {
		f.Put(i, end, "0123456789"[d:d+1], why|styleOf(r))
		return
	}
	f.compat(r, i, end, why)
}

// compat replaces a compatibility character by what NFKC makes of it.
func (f *folder) compat(r rune, i, end int, why Cause) {
	n := utf8.EncodeRune(f.buf[:], r)
	out := norm.NFKC.Properties(f.buf[:n]).Decomposition()
	if len(out) == 0 || !isASCII(out) {
		out = norm.NFKC.Append(f.buf[n:n], f.buf[:n]...)
	} else {
		out = append(f.buf[n:n], out...)
	}
	if r != utf8.RuneError && string(out) != string(f.buf[:n]) {
		why |= styleOf(r)
	}
	out = trimParens(r, out)
	for i, c := range out {
		if c >= utf8.RuneSelf {
			f.seen |= foreign
		} else {
			out[i] = byte(unicode.ToLower(rune(c)))
		}
	}
	f.Put(i, end, string(out), why)
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// trimParens returns only the letter of ⒜ to ⒵, which people read as letters.
func trimParens(r rune, out []byte) []byte {
	if r >= 0x249c && r <= 0x24b5 && len(out) == 3 {
		return out[1:2]
	}
	return out
}

// styleOf returns the cause for which a compatibility character is folded.
func styleOf(r rune) Cause {
	switch {
	case r >= 0xff00 && r <= 0xffef:
		return Width
	case r >= 0x660 && unicode.Is(unicode.Nd, r) && r < 0x1d000, r >= 0xf900 && r < 0xfb00, r >= 0xfb1d && r < 0xff00:
		return 0 // other people's digits and presentation forms
	case r >= 0xfb00 && r <= 0xfb06: // ligatures of good print
		return Compat
	case r >= 0x249c && r <= 0x24e9, r >= 0x3200 && r <= 0x321b, r >= 0x3260 && r <= 0x327d,
		r >= 0x1d400 && r <= 0x1d7ff, r >= 0x1f110 && r <= 0x1f19a, r >= 0x210a && r <= 0x2149 && r != 0x2116 && r != 0x2121,
		unicode.Is(unicode.Latin, r) && (r < 0x2160 || r > 0x2188), unicode.Is(unicode.Lm, r),
		r >= 0x2776 && r <= 0x2793, r >= 0x24eb && r <= 0x24ff:
		return Styled
	}
	return Compat
}

// digit returns the value of a decimal digit outside ASCII, or -1.
func digit(r rune) int {
	if !unicode.Is(unicode.Nd, r) || r < 0x80 {
		return -1
	}
	if r >= 0x1d7ce && r <= 0x1d7ff { // five fonts without a gap
		return int(r-0x1d7ce) % 10
	}
	zero := r
	for r-zero < 9 && unicode.Is(unicode.Nd, zero-1) { // the ten of a script stand together
		zero--
	}
	return int(r - zero)
}

// mark folds a mark: one that has a composed form with its letter becomes part
// of it, one of the letter's own script stays, any other is dropped.
func (f *folder) mark(r rune, i, end int, why Cause) {
	base := f.Last()
	if f.end() != i || f.gap != 0 || base <= ' ' {
		f.Drop(Combining | why)
		return
	}
	if c := compose(base, r); c != 0 {
		if from, was, ok := f.pop(); ok {
			f.Put(from, end, string(c), was|why|Decomposed)
			f.seen |= foreign
			return
		}
	}
	if base >= 0x590 && base>>8 == r>>8 {
		f.Put(i, end, string(r), why)
		return
	}
	f.Drop(Combining | why)
}

// tags decodes tag characters, which show nothing, unless they name a flag.
func (f *folder) tags(i int) int {
	flag := strings.HasSuffix(f.src[:i], "\U0001f3f4")
	for i < len(f.src) {
		r, n := utf8.DecodeRuneInString(f.src[i:])
		if r < 0xe0000 || r > 0xe007f {
			break
		}
		switch c := r - 0xe0000; {
		case flag:
			f.Drop(0)
		case c >= ' ' && c <= '~':
			f.Put(i, i+n, string(unicode.ToLower(c)), Tag)
		default:
			f.Drop(Tag)
		}
		i += n
	}
	return i
}
