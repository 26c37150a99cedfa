package fold

import (
	"iter"
	"sort"
)

// A View is a text made from another, its source, piece by piece, in order.
// The zero View is the empty text of an empty source.
type View struct {
	Text string

	under  *View   // if not nil, what this view calls its source is the text of another view
	source int     // length of the source in bytes
	pieces []piece // ascending in both texts; nil if byte k of Text is byte k of the source
	causes Cause
	tail   Cause // why the end of the source was dropped
}

// A piece is a run of View.Text from out up to the next piece's out. It was
// made from source[in:end], outStep bytes from every inStep bytes; with a
// step of 0 the run is one whole that cannot be told apart.
type piece struct {
	out, in, end    int32
	inStep, outStep uint8
	cause           Cause // why it differs from its source
	gap             Cause // why the source just before in was dropped
}

// Same returns the view of s that is s itself.
func Same(s string) View { return View{Text: s, source: len(s)} }

// Causes returns every reason for which v differs from its source.
func (v *View) Causes() Cause {
	c := v.causes
	if v.under != nil {
		c |= v.under.Causes()
	}
	return c
}

// CausesIn returns every reason for which Text[start:end] differs from its
// source. What was dropped at either edge does not count.
func (v *View) CausesIn(start, end int) Cause {
	var c Cause
	if v.causes != 0 && start < end {
		for i := v.pieceOf(start); i < len(v.pieces) && int(v.pieces[i].out) < end; i++ {
			c |= v.pieces[i].cause
			if int(v.pieces[i].out) > start {
				c |= v.pieces[i].gap
			}
		}
	}
	if v.under != nil {
		if v.pieces != nil {
			start, end = v.sourceOf(start, end)
		}
		c |= v.under.CausesIn(start, end)
	}
	return c
}

// Source returns the range of the source from which Text[start:end] was made.
// Dropped bytes at either edge are not part of it. An empty range gives an
// empty range.
func (v *View) Source(start, end int) (int, int) {
	if v.pieces != nil {
		start, end = v.sourceOf(start, end)
	}
	if v.under != nil {
		return v.under.Source(start, end)
	}
	return start, end
}

func (v *View) sourceOf(start, end int) (int, int) {
	if start >= end {
		at := v.at(start)
		return at, at
	}
	i := v.pieceOf(start)
	from, _ := v.pieces[i].unit(start)
	i = v.pieceOf(end - 1)
	_, to := v.pieces[i].unit(end - 1)
	return from, to
}

// unit returns the source range of the unit that holds byte pos of the text.
func (p *piece) unit(pos int) (int, int) {
	if p.outStep == 0 {
		return int(p.in), int(p.end)
	}
	from := int(p.in) + (pos-int(p.out))/int(p.outStep)*int(p.inStep)
	return from, from + int(p.inStep)
}

// at returns the source position at which Text[pos:] begins.
func (v *View) at(pos int) int {
	if len(v.pieces) == 0 || pos >= len(v.Text) {
		return v.source
	}
	from, _ := v.pieces[v.pieceOf(pos)].unit(pos)
	return from
}

// pieceOf returns the index of the piece that holds Text[pos].
func (v *View) pieceOf(pos int) int {
	return sort.Search(len(v.pieces), func(i int) bool { return int(v.pieces[i].out) > pos }) - 1
}

// Locate is the way there: the smallest range of Text that holds everything
// made from source[start:end].
func (v *View) Locate(start, end int) (int, int) {
	if v.under != nil {
		start, end = v.under.Locate(start, end)
	}
	if v.pieces == nil {
		return start, end
	}
	from, to := v.locate(start, false), v.locate(end, true)
	return from, max(from, to)
}

func (v *View) locate(pos int, up bool) int {
	i := sort.Search(len(v.pieces), func(i int) bool { return int(v.pieces[i].end) > pos })
	if i == len(v.pieces) {
		return len(v.Text)
	}
	p := &v.pieces[i]
	if pos <= int(p.in) {
		return int(p.out)
	}
	switch {
	case p.inStep != 0 && up:
		return int(p.out) + (pos-int(p.in)+int(p.inStep)-1)/int(p.inStep)*int(p.outStep)
	case p.inStep != 0:
		return int(p.out) + (pos-int(p.in))/int(p.inStep)*int(p.outStep)
	case up:
		return v.outEnd(i)
	}
	return int(p.out)
}

// outEnd returns the end of piece i in Text.
func (v *View) outEnd(i int) int {
	if i+1 < len(v.pieces) {
		return int(v.pieces[i+1].out)
	}
	return len(v.Text)
}

// A Change is a stretch of a View that differs from its source by more than
// the case of its letters.
type Change struct {
	Start, End int // of View.Text; equal where source was dropped
	From, To   int // of the source; equal where nothing stood
	Cause      Cause
}

// Changes returns the changes of v in order, those that replaced look-alike
// letters after all others. Neighbours with one cause may be one change.
func (v *View) Changes() iter.Seq[Change] {
	return func(yield func(Change) bool) { v.each(yield) } // so short that no caller needs memory for it
}

// each calls yield with the changes, as long as it wants more.
func (v *View) each(yield func(Change) bool) bool {
	if v.under != nil && !v.under.each(func(c Change) bool {
		if v.pieces != nil {
			c.Start, c.End = v.locate(c.Start, false), v.locate(c.End, true)
		}
		return yield(c)
	}) {
		return false
	}
	return v.causes == 0 || v.own(yield)
}

// own is each without the view below.
func (v *View) own(yield func(Change) bool) bool {
	last := 0
	give := func(start, end, in, to int, cause Cause) bool {
		if cause == 0 {
			return true
		}
		if v.under != nil {
			in, to = v.under.Source(in, to)
		}
		return yield(Change{start, end, in, to, cause})
	}
	for i := range v.pieces {
		p := &v.pieces[i]
		if !give(int(p.out), int(p.out), last, int(p.in), p.gap) ||
			!give(int(p.out), v.outEnd(i), int(p.in), int(p.end), p.cause) {
			return false
		}
		last = int(p.end)
	}
	return give(len(v.Text), len(v.Text), last, v.source, v.tail)
}
