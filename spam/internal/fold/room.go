package fold

import (
	"encoding/binary"
	"unsafe"
)

// A Room is memory that views are made in. The zero Room is ready for use. A
// view is good until the next one of its kind is made in the same Room.
type Room struct {
	folded Builder
	folder folder // that fills folded
	joined joiner
}

// Fold returns the base view of s: what a reader perceives, in lower case. Text
// that is plain already, in whatever script, is given back as it is.
//
// Letters are composed (NFD becomes NFC) and freed of style and width (NFKC);
// what does not show is dropped; one level of HTML character references is
// decoded; and within a word of several alphabets a look-alike letter becomes
// the one it stands for. Compatibility jamo stay: other views compose them.
// Words of one alphabet stay themselves.
func (m *Room) Fold(s string) View {
	end, seen := scan(s, 0, 0)
	var v View
	switch {
	case end < len(s):
		m.folded.Reset(s)
		m.folder = folder{Builder: &m.folded}
		v, seen = m.folder.clean(end, seen)
	case hasCapitals(s):
		m.folded.Reset(s)
		m.folded.out = append(m.folded.out, s...)
		lower(m.folded.out)
		v = View{Text: m.folded.text(), source: len(s)}
	default:
		v = Same(s)
	}
	if seen&foreign != 0 {
		return unmix(v)
	}
	return v
}

// Fold is Fold in a Room of its own.
func Fold(s string) View { return new(Room).Fold(s) }

// Join returns a view of a folded text that holds only what reads otherwise
// when it is closed up, each stretch on a line of its own: letters that stand
// one by one (카 지 노, 카.지@노), syllables spelt out in jamo (ㅋㅏ지노) or in
// what looks like jamo (ㅋ┣, ㅋr), and digits for letters (c4s1no). Of most
// texts it is empty, or a few short words that mean nothing.
func (m *Room) Join(text string) View {
	j := &m.joined
	j.reset(text)
	for at := j.next(0); at >= 0 && j.out.Len() < maxJoined; {
		i := j.around(at)
		if i = j.until(i, at); i == len(text) {
			break
		}
		at = j.next(i)
	}
	return j.view()
}

// Forget lets go of the texts that views were made of.
func (m *Room) Forget() {
	m.folded.Forget()
	m.joined.text, m.joined.b = "", nil
	m.joined.out.Forget()
}

// Reset makes b a Builder of a view of src in the room that it has. The view
// that it made before is no longer good.
func (b *Builder) Reset(src string) {
	b.src, b.out, b.pieces, b.causes, b.gap = src, b.out[:0], b.pieces[:0], 0, 0
}

// Forget lets go of the source. Before b is used again it must be reset.
func (b *Builder) Forget() { b.src = "" }

// text returns what b has made. It changes if b makes another view.
func (b *Builder) text() string { return unsafe.String(unsafe.SliceData(b.out), len(b.out)) }

func (j *joiner) reset(text string) {
	j.text, j.b = text, nil
	j.out.Reset("") // a text's own comes with its first chain
	j.chain, j.buf = j.chain[:0], j.buf[:0]
	j.total, j.signs, j.done = 0, 0, 0
	j.foreign, j.korean = false, 0
}

// lower puts ASCII into lower case, eight bytes at a time.
func lower(b []byte) {
	n := 0
	for ; n <= len(b)-8; n += 8 {
		w := binary.LittleEndian.Uint64(b[n : n+8])
		binary.LittleEndian.PutUint64(b[n:n+8], w|capitals(w)>>2)
	}
	for i, c := range b[n:] {
		if 'A' <= c && c <= 'Z' {
			b[n+i] = c + 'a' - 'A'
		}
	}
}
