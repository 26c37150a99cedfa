package corpus

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

// encodings are the names by which a File can say how its text was written.
var encodings = map[string]encoding.Encoding{
	"utf-8":  nil, // as it is, stray bytes and all
	"cp949":  korean.EUCKR,
	"utf-16": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
}

// sniffed is how much of a file is looked at to tell what it is.
const sniffed = 1 << 16

// decode returns r as UTF-8, unpacked if gzip packed it. Text that is UTF-8
// already is not changed.
func decode(r io.Reader, name string) (*bufio.Reader, error) {
	in, err := unpack(bufio.NewReaderSize(r, sniffed))
	if err != nil {
		return nil, err
	}
	if name == "" || name == "auto" {
		return bufio.NewReaderSize(&guess{in: in}, sniffed), nil
	}
	e, ok := encodings[name]
	if !ok {
		return nil, fmt.Errorf("unknown encoding %q", name)
	}
	if e == nil {
		return in, nil
	}
	return bufio.NewReaderSize(e.NewDecoder().Reader(in), sniffed), nil
}

// unpack returns what gzip packed, and anything else as it is.
func unpack(in *bufio.Reader) (*bufio.Reader, error) {
	const magic = "\x1f\x8b\x08"
	if head, _ := in.Peek(1); len(head) == 0 || head[0] != magic[0] { // do not wait for more
		return in, nil
	}
	if head, _ := in.Peek(len(magic)); string(head) != magic {
		return in, nil
	}
	unpacked, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(unpacked, sniffed), nil
}

// A guess reads text whose encoding is not known. Lines of ASCII pass as they
// come; the first line with another byte decides.
type guess struct {
	in      *bufio.Reader
	decided io.Reader
	began   bool
}

// Read implements io.Reader. Until it has decided it waits for whole lines.
func (g *guess) Read(p []byte) (int, error) {
	if g.decided != nil {
		return g.decided.Read(p)
	}
	head, err := g.line()
	if len(head) == 0 {
		return 0, err
	}
	if !g.began && isUTF16(head) {
		g.decided = encodings["utf-16"].NewDecoder().Reader(g.in)
		return g.decided.Read(p)
	}
	g.began = true
	i := bytes.IndexFunc(head, func(r rune) bool { return r >= utf8.RuneSelf })
	if i < 0 {
		return g.in.Read(p[:min(len(p), len(head))])
	}
	g.decided = g.in
	if isCP949(head[i:]) {
		g.decided = korean.EUCKR.NewDecoder().Reader(g.in)
	}
	return g.decided.Read(p)
}

// line returns what has arrived, at least up to a line break, as far as the
// buffer holds it.
func (g *guess) line() (head []byte, err error) {
	for want := 1; ; want = len(head) + 1 {
		if _, err = g.in.Peek(want); err == bufio.ErrBufferFull {
			err = nil
		}
		seen := len(head)
		head, _ = g.in.Peek(g.in.Buffered())
		if err != nil || len(head) < want || bytes.IndexByte(head[seen:], '\n') >= 0 {
			return head, err
		}
	}
}

// isUTF16 reports whether head begins with a byte order mark of UTF-16 or with
// Latin text in it, or is what UTF-8 cannot be and has blanks, digits or
// Latin letters in UTF-16: of these every other byte is zero.
func isUTF16(head []byte) bool {
	if len(head) < 4 {
		return len(head) >= 2 && hasMark16(head)
	}
	if hasMark16(head) || head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0 {
		return true
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	return zeros[0] == 0 && zeros[1] > len(head)/64 && !validUTF8(head)
}

// hasMark16 reports whether head begins with a byte order mark of UTF-16.
func hasMark16(head []byte) bool {
	return head[0] == 0xff && head[1] == 0xfe || head[0] == 0xfe && head[1] == 0xff
}

// isCP949 reports whether head, which begins with a byte above ASCII, is
// Korean text in code page 949 rather than UTF-8 with stray bytes.
func isCP949(head []byte) bool {
	if validUTF8(head) {
		return false
	}
	text, err := korean.EUCKR.NewDecoder().Bytes(head)
	if err != nil {
		return false
	}
	hangul, wrong := 0, 0
	for _, r := range string(text) {
		switch {
		case '가' <= r && r <= '힣':
			hangul++
		case r == utf8.RuneError:
			wrong++
		}
	}
	return hangul > 8*max(wrong-1, 0) && countUTF8(head) < hangul
}

// validUTF8 is utf8.Valid but for a character that is cut at the end.
func validUTF8(b []byte) bool {
	for cut := range utf8.UTFMax {
		if cut <= len(b) && utf8.Valid(b[:len(b)-cut]) {
			return true
		}
	}
	return false
}

// countUTF8 returns the number of well-formed characters above ASCII.
func countUTF8(b []byte) int {
	n := 0
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r >= utf8.RuneSelf && size > 1 {
			n++
		}
		b = b[size:]
	}
	return n
}
