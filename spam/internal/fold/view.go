// Package fold turns text into what a reader perceives, and keeps the way
// back to the bytes that were typed.
package fold

import "sort"

// A View is a text made from another, its source, piece by piece, in order.
// The zero View is the empty text of an empty source.
type View struct {
	Text string

	source int     // length of the source in bytes
	pieces []piece // ascending in both texts; nil if Text is its source, byte for byte
}

// A piece is a run of View.Text from out up to the next piece's out. It was
// made from source[in:end]. If even is set, byte k of the run was made from
// byte in+k of the source (upper and lower case may differ).
type piece struct {
	out, in, end int32
	even         bool
}

// Same returns the view of s that is s itself.
func Same(s string) View { return View{Text: s, source: len(s)} }

// Source returns the range of the source from which Text[start:end] was made.
// Dropped bytes at either edge are not part of it. An empty range gives an
// empty range.
func (v *View) Source(start, end int) (int, int) {
	if v.pieces == nil {
		return start, end
	}
	if start >= end {
		at := v.at(start)
		return at, at
	}
	i := v.pieceOf(start)
	from := int(v.pieces[i].in)
	if v.pieces[i].even {
		from += start - int(v.pieces[i].out)
	}
	j := v.pieceOf(end - 1)
	to := int(v.pieces[j].end)
	if v.pieces[j].even {
		to = int(v.pieces[j].in) + end - int(v.pieces[j].out)
	}
	return from, to
}

// at returns the source position at which Text[pos:] begins.
func (v *View) at(pos int) int {
	if len(v.pieces) == 0 || pos >= len(v.Text) {
		return v.source
	}
	i := v.pieceOf(pos)
	if v.pieces[i].even {
		return int(v.pieces[i].in) + pos - int(v.pieces[i].out)
	}
	return int(v.pieces[i].in)
}

// pieceOf returns the index of the piece that holds Text[pos].
func (v *View) pieceOf(pos int) int {
	return sort.Search(len(v.pieces), func(i int) bool { return int(v.pieces[i].out) > pos }) - 1
}

// Locate is the way there: the smallest range of Text that holds everything
// made from source[start:end].
func (v *View) Locate(start, end int) (int, int) {
	if v.pieces == nil {
		return start, end
	}
	return v.locate(start, false), v.locate(end, true)
}

func (v *View) locate(pos int, up bool) int {
	i := sort.Search(len(v.pieces), func(i int) bool { return int(v.pieces[i].end) > pos })
	if i == len(v.pieces) {
		return len(v.Text)
	}
	p := v.pieces[i]
	if pos <= int(p.in) {
		return int(p.out)
	}
	if p.even {
		return int(p.out) + pos - int(p.in)
	}
	if up && i+1 < len(v.pieces) {
		return int(v.pieces[i+1].out)
	} else if up {
		return len(v.Text)
	}
	return int(p.out)
}
