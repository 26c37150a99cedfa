package document

import "sort"

// A SegmentKind says how a stretch of a field differs from the writer's own
// visible words.
type SegmentKind uint8

// The kinds of segment.
const (
	Hidden SegmentKind = 1 << iota // the page holds it and does not show it
	Quote                          // the words of another
	Code                           // preformatted
	Faint                          // shown, but perhaps not to be seen
)

// A Segment is a stretch of a field that is not the writer's own visible words.
type Segment struct {
	Kind       SegmentKind
	Start, End int    // bytes of Text.Raw
	Why        string // of Hidden and Faint: how, such as "display: none"
}

// How an element is faint, which is no less to be read than what is plain: white
// letters are seen on a dark page, and what is folded away opens on a click.
const (
	whiteLetters = "white letters"
	foldedAway   = "details"
)

// A scope is an element that is open: everything up to the end tag that
// matches it. The zero scope is none.
type scope struct {
	name  string
	depth int // of elements of that name
	start int
	why   string
}

func (s *scope) open() bool { return s.depth > 0 }

// enter opens a scope at raw[start] unless one is open already.
func (s *scope) enter(name string, start int, why string) {
	if !s.open() {
		*s = scope{name, 1, start, why}
	}
}

// conceal opens the scope of an element that is hidden, or faint, at raw[start].
func (r *reader) conceal(name string, start int, why string) {
	if why == whiteLetters || why == foldedAway {
		r.faint.enter(name, start, why)
		return
	}
	r.hide.enter(name, start, why)
}

// segment records a segment.
func (r *reader) segment(s Segment) {
	if len(r.segments) == maxMarks {
		r.cut = true
		return
	}
	r.segments = append(r.segments, s)
}

// ends counts the start or end of an element and reports whether it closes s.
func (s *scope) ends(name string, closing bool) bool {
	switch {
	case !s.open() || s.name != name:
		return false
	case closing && s.depth == 1:
		return true
	case closing:
		s.depth--
	default:
		s.depth++
	}
	return false
}

// step counts the start or end of an element at raw[at], and closes s with it.
func (r *reader) step(s *scope, kind SegmentKind, name string, closing bool, at int) {
	if s.ends(name, closing) {
		r.leave(s, kind, at)
	}
}

// concealed reports whether what comes is hidden.
func (r *reader) concealed() bool { return r.hide.open() && !r.lift.open() }

// show opens the scope of an element that is seen, at raw[start], within one that
// is hidden.
func (r *reader) show(name string, start int) {
	r.lift.enter(name, start, "")
	r.segment(Segment{Hidden, r.hide.start, start, r.hide.why})
	r.hide.start = len(r.raw)
}

// stepLift counts the start or end of an element at raw[at], behind which all is
// hidden again if it closes what show has opened.
func (r *reader) stepLift(name string, closing bool, at int) {
	if r.lift.ends(name, closing) {
		r.lift, r.hide.start = scope{}, at
	}
}

// leave closes a scope that is open, at raw[end].
func (r *reader) leave(s *scope, kind SegmentKind, end int) {
	if !s.open() {
		return
	}
	if s.start < end {
		r.segment(Segment{kind, s.start, end, s.why})
	}
	if kind == Hidden {
		r.lift = scope{}
	}
	if kind == Hidden && r.buried.Len() > 0 && r.buried.Last() != '\n' {
		r.buried.Put(end, end, "\n", 0)
	}
	*s = scope{}
}

// sortSegments puts segments in order of their starts.
func sortSegments(all []Segment) {
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start })
}

// Within returns the kinds of the segments that reach into Folded.Text[start:end].
func (t *Text) Within(start, end int) SegmentKind {
	if len(t.Segments) == 0 {
		return 0
	}
	s := t.Span(start, end)
	var kinds SegmentKind
	for i := sort.Search(len(t.Segments), func(i int) bool { return t.reach[i] > s.Start }); i < len(t.Segments); i++ {
		g := &t.Segments[i]
		if g.Start >= max(s.End, s.Start+1) {
			break
		}
		if g.End > s.Start {
			kinds |= g.Kind
		}
	}
	return kinds
}

// Around returns the first segment of a kind that holds a span whole.
func (t *Text) Around(s Span, kind SegmentKind) (g Segment, ok bool) {
	from := sort.Search(len(t.Segments), func(i int) bool { return t.reach[i] >= s.End })
	for _, g := range t.Segments[from:] {
		if g.Start > s.Start {
			break
		}
		if g.Kind == kind && g.End >= s.End {
			return g, true
		}
	}
	return Segment{}, false
}

// reachOf returns, for each segment, the furthest end among it and those before it.
func reachOf(all []Segment) []int {
	reach := make([]int, len(all))
	far := 0
	for i := range all {
		far = max(far, all[i].End)
		reach[i] = far
	}
	return reach
}
