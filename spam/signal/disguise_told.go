package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var disguiseTold = Signal{
	Name: "disguise/told",
	Kind: Disguise,
	Doc: "A text says which letters or signs to take out of an address so that it works: it was written so that no filter reads it. " +
		"Forms that want a number without its hyphens have no name of a site beside them.",
	Needs: hasTerm(strip),
	Find: func(d *document.Document, sink *Sink) {
		sink.eachCue(d, strip, sink.addTold)
	},
}

// toldReach is how far from what is said of it an address stands, in bytes.
const toldReach = 64

// addTold reports the address beside a word on what to take out of one.
func (s *Sink) addTold(r *reading, cue *unit) {
	words := r.wordsIn(max(0, cue.start-toldReach), min(len(r.folded), cue.end+toldReach))
	for i := 1; i < len(words); i++ {
		first, last := words[i-1], words[i]
		suffix := r.folded[last.start:last.end]
		if !isSuffix(suffix) || first.end-first.start < 2 || last.start-first.end > toldReach || strings.IndexByte(r.folded[first.start:last.end], '\n') >= 0 {
			continue
		}
		if strings.HasSuffix(strings.TrimRight(r.folded[:first.start], " "), "@") || strings.IndexByte(r.folded[first.start:last.start], '@') >= 0 || r.knownLinkAt(int(first.start)) {
			continue
		}
		from := first.start
		for k := i - 2; k >= 0 && isGapInAddress(r.folded[words[k].end:from], cue.term.text); k-- {
			from = words[k].start
		}
		s.Add(Finding{Span: r.span(int(from), int(last.end)), Payload: Link, Note: "an address that the reader is to put right", Strength: Strong})
		return
	}
}

// isGapInAddress reports whether what stands between two words may stand
// between parts of an address that is to be put right, such as what is said of
// it and is to be taken out itself.
func isGapInAddress(between, said string) bool {
	const most = 12
	return len(between) <= most && strings.IndexByte(between, ':') < 0 && strings.IndexByte(between, '\n') < 0 || between == said
}

// isSuffix reports whether a word is what addresses end in that are written
// with something in them: the usual ones, and those had for next to nothing.
func isSuffix(word string) bool {
	switch word {
	case "cc", "co", "com", "info", "io", "kr", "link", "me", "net", "one", "org", "pro", "ru", "shop", "tv":
		return true
	}
	return isCheap(word)
}

// knownLinkAt reports whether folded[i] is within the address of a known site.
func (r *reading) knownLinkAt(i int) bool {
	for k := range r.links {
		if l := &r.links[k]; l.Start <= i && i < l.End {
			return isKnown(l)
		}
	}
	return false
}
