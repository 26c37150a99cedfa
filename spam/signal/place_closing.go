package signal

import (
	"slices"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var placeClosing = Signal{
	Name: "place/closing",
	Kind: Placement,
	Doc: "A tale that offers nothing closes with an offer and a way to reach who makes it: it was told for its last sentence. " +
		"An honest review closes with an address too, of what it has spoken of all along, and promises nothing.",
	Needs: hasTerm(offer | invite),
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && closingLeast <= len(r.folded) && len(r.folded) <= closingMost {
			sink.addClosing(r)
		}
	},
}

const (
	closingLeast = 150  // bytes of a text that has a closing
	closingMost  = 4000 // of one whose closing is all that it sells
	closingReach = 140  // bytes around the contact that are part of its offer
	taleLeast    = 70   // bytes of what stands before the closing
)

func (s *Sink) addClosing(r *reading) {
	if !slices.ContainsFunc(r.cuesNear(len(r.folded)/3, len(r.folded)), func(u unit) bool { return u.term.role&(offer|invite) != 0 }) {
		return
	}
	at := r.onlyReach()
	from, to := max(at.start-closingReach, at.start/2), at.end+closingReach
	if at.end == 0 || from < taleLeast || 2*at.start < len(r.folded) || r.sellsBefore(from) {
		return
	}
	promises, calls, amount := r.promised(from, to)
	points := min(promises, 2) + min(calls, 1)
	if amount {
		points++
	}
	if r.headBeside(at.start, at.end) {
		points++
	}
	if promises == 0 || points < 3 {
		return
	}
	f := Finding{Span: r.span(at.start, at.end), Payload: Link, Note: "an offer that a tale of something else closes with", Strength: Fair}
	if at.text != "" {
		f.Payload = Handle
	}
	s.Add(f)
}

// sellsBefore reports whether the text before folded[end:] offers something:
// one such word is in many a tale.
func (r *reading) sellsBefore(end int) bool {
	n := 0
	for _, u := range r.cuesNear(0, end) {
		if u.term.role&(offer|invite) != 0 && u.end < end {
			n++
		}
	}
	for _, c := range r.compoundsNear(0, end) {
		if c.has(head) && c.setting == 0 {
			n++
		}
	}
	return n > 1
}

// onlyReach returns the last contact, or address of a site that may be the
// writer's own. It is empty if another stands in the first half of the text.
func (r *reading) onlyReach() (last handle) {
	all := r.contacts()
	for i := range r.links {
		if l := &r.links[i]; !isKnown(l) && !isByline(l) && !l.URL.Hosted {
			all = append(all, handle{start: l.Start, end: l.End})
		}
	}
	for _, h := range all {
		switch {
		case h.text != "" && h.isOffice():
		case 2*h.start < len(r.folded):
			return handle{}
		case h.end > last.end:
			last = h
		}
	}
	return last
}

// promised counts the different promises and calls in folded[from:to], and
// says whether a sum stands there.
func (r *reading) promised(from, to int) (promises, calls int, amount bool) {
	var buf [8]*term
	seen := buf[:0]
	for _, u := range r.cuesNear(from, to) {
		if u.term.role&(offer|invite) == 0 || u.term.role&head != 0 || len(seen) == len(buf) || containsTerm(seen, u.term) {
			continue
		}
		seen = append(seen, u.term)
		if u.term.role&offer != 0 {
			promises++
		} else {
			calls++
		}
	}
	if rewards(r.folded[max(0, from):min(len(r.folded), to)]) {
		promises++
	}
	return promises, calls, len(r.appendAmounts(nil, max(0, from), min(len(r.folded), to))) > 0
}

// gifts are words for what is given.
var gifts = phrasesOf("gifts.ko.txt")

// rewards reports whether a stretch of Korean says that who does something is
// given something: 적으시면 한 달 더 드려요. Text may begin within a letter.
func rewards(text string) bool {
	const within = 60 // bytes from the condition to the gift
	for at := strings.Index(text, "면 "); at >= 0; at = nextIndex(text, "면 ", at) {
		if c := lastRune(text[:at]); c != '시' && c != '하' && c != '으' {
			continue
		}
		end := min(len(text), at+len("면 ")+within)
		if containsAny(text[at:end], gifts()) {
			return true
		}
	}
	return false
}
