package fold

import (
	"math"
	"unicode/utf8"
)

// A Builder makes a View of a source, from its start to its end. What is
// neither kept nor replaced in order is dropped.
type Builder struct {
	src    string
	out    []byte
	pieces []piece
	causes Cause
	gap    Cause // of what was dropped since the last piece
}

// NewBuilder returns a Builder of a view of src.
func NewBuilder(src string) *Builder { return &Builder{src: src} }

// Len returns the number of bytes made so far.
func (b *Builder) Len() int { return len(b.out) }

// Keep takes over source[start:end].
func (b *Builder) Keep(start, end int) { b.Same(start, end, b.src[start:end]) }

// Same puts text for source[start:end], byte by byte: both have one length.
func (b *Builder) Same(start, end int, text string) {
	if start < end {
		b.grow()
		b.piece(start, end, 1, 1, 0)
		b.out = append(b.out, text...)
	}
}

// Put replaces source[start:end], as one whole, by text that is not empty.
func (b *Builder) Put(start, end int, text string, why Cause) {
	b.grow()
	inStep, outStep := end-start, len(text)
	if inStep == 0 || inStep > math.MaxUint8 || outStep > math.MaxUint8 {
		inStep, outStep = 0, 0
	}
	b.piece(start, end, uint8(inStep), uint8(outStep), why)
	b.out = append(b.out, text...)
}

// Drop leaves out what comes next.
func (b *Builder) Drop(why Cause) {
	b.gap |= why
	b.causes |= why
}

func (b *Builder) grow() {
	if cap(b.out) == 0 {
		b.out = make([]byte, 0, len(b.src)+len(b.src)/16+16)
	}
}

// piece records what is about to be appended to the output.
func (b *Builder) piece(start, end int, inStep, outStep uint8, why Cause) {
	b.causes |= why
	if n := len(b.pieces); n > 0 && b.gap == 0 && inStep != 0 {
		if p := &b.pieces[n-1]; int(p.end) == start && p.inStep == inStep && p.outStep == outStep && p.cause == why {
			p.end = int32(end)
			return
		}
	}
	b.pieces = append(b.pieces, piece{int32(len(b.out)), int32(start), int32(end), inStep, outStep, why, b.gap})
	b.gap = 0
}

// end returns the source position up to which the output reaches.
func (b *Builder) end() int {
	if len(b.pieces) == 0 {
		return -1
	}
	return int(b.pieces[len(b.pieces)-1].end)
}

// pop takes the last rune off the output and returns the source position and
// the cause it had. It fails if that rune is part of a greater whole.
func (b *Builder) pop() (from int, why Cause, ok bool) {
	if len(b.pieces) == 0 {
		return 0, 0, false
	}
	_, n := utf8.DecodeLastRune(b.out)
	p := &b.pieces[len(b.pieces)-1]
	switch {
	case p.outStep == 1 && p.inStep == 1:
		p.end -= int32(n)
	case int(p.outStep) == n:
		p.end -= int32(p.inStep)
	default:
		return 0, 0, false
	}
	from, why = int(p.end), p.cause
	b.out = b.out[:len(b.out)-n]
	if p.end == p.in {
		b.gap |= p.gap
		b.pieces = b.pieces[:len(b.pieces)-1]
	}
	return from, why, true
}

// View returns the view. The Builder must not be used again but for Reset.
func (b *Builder) View() View {
	v := View{Text: b.text(), source: len(b.src), pieces: b.pieces, causes: b.causes, tail: b.gap}
	if len(v.pieces) == 1 && v.causes == 0 && v.pieces[0].in == 0 && len(v.Text) == v.source {
		v.pieces = nil
	}
	if len(v.pieces) == 0 {
		if v.pieces = nil; len(v.Text) != v.source {
			v.pieces = []piece{}
		}
	}
	return v
}

// Last returns the last rune made so far, or utf8.RuneError.
func (b *Builder) Last() rune {
	r, _ := utf8.DecodeLastRune(b.out)
	return r
}
