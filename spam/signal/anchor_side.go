package signal

// A program that puts addresses into a text writes the words of each on the
// same side. Words that mean nothing to the lexicon are no anchors unless other
// links of the text have theirs there too.
const (
	fewLinks   = 2   // links that show nothing of where others have their words
	sideShare  = 0.6 // of the links have words on the side of an anchor
	knownShare = 0.4 // the same if the lexicon knows some of these words
	aloneScore = 6.0 // log-odds that it takes instead where links are few
)

// A side counts what stands on one side of the links of a text.
type side struct{ links, words, topical int }

func (s *side) count(w *words) {
	s.links++
	if !w.empty() {
		s.words++
	}
	if w.topical() {
		s.topical++
	}
}

// holds reports whether words on this side may be an anchor.
func (s *side) holds(w *words) bool {
	switch {
	case w.empty() || w.topical():
		return true
	case s.links <= fewLinks:
		return s.topical > 0 || w.score >= aloneScore
	case s.topical > 0:
		return float64(s.words) >= knownShare*float64(s.links)
	}
	return float64(s.words) >= sideShare*float64(s.links)
}

// settleAnchors drops the words beside links that stand where other links have
// none.
func (r *reading) settleAnchors() {
	var before, after side
	for i := range r.insertions {
		if in := &r.insertions[i]; in.unknown() {
			before.count(&in.before)
			after.count(&in.after)
		}
	}
	for i := range r.insertions {
		in := &r.insertions[i]
		if !before.holds(&in.before) {
			in.before = nowhere(in.link.Start)
		}
		if !after.holds(&in.after) {
			in.after = nowhere(in.link.End)
		}
	}
}
