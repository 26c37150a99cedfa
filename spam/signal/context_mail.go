package signal

import (
	"slices"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var contextAnswer = Signal{
	Name: "context/answer",
	Kind: Words,
	Doc: "A text goes on behind lines that it cites, as mail and forums set them: a talk. " +
		"It takes from what the words say; who answers with an advertisement names a trade in lines of his own.",
	Needs: HasCitation,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && r.text.Raw != "" && strings.IndexByte(r.folded, '>') >= 0 {
			sink.addAnswer(r)
		}
	},
}

// What an answer has at least.
const (
	answerCited = 2  // cited lines
	answerBytes = 40 // bytes in lines of its own
	citedTabs   = 4  // bytes before the sign of a cited line
)

func (s *Sink) addAnswer(r *reading) {
	cited, own := 0, 0
	var first document.Span
	at := 0
	for line := range strings.Lines(r.folded) {
		if i := strings.IndexByte(line, '>'); i >= 0 && i <= citedTabs && strings.TrimLeft(line[:i], " abcdefghijklmnopqrstuvwxyz") == "" && len(strings.TrimLeft(line[i:], "> \n")) > 0 {
			if cited++; cited == 1 {
				first = r.span(at, at+len(line))
			}
		} else {
			own += len(strings.TrimSpace(line))
			if r.tradesIn(at, at+len(line)) {
				return
			}
		}
		at += len(line)
	}
	if cited >= answerCited && own >= answerBytes {
		s.Add(Finding{Span: first, Note: "it answers what it cites", Strength: FairHam})
	}
}

// tradesIn reports whether folded[from:to] names what hardly anything but spam
// deals in.
func (r *reading) tradesIn(from, to int) bool {
	near := r.compoundsNear(from, to)
	return slices.ContainsFunc(near, func(c compound) bool { return from <= c.start && c.start < to && c.has(head) && c.setting == 0 })
}

var contextNewsletter = Signal{
	Name: "context/newsletter",
	Kind: Words,
	Doc: "A text calls itself a newsletter, a digest or a mailing list at its head, and says how to leave it. " +
		"Its readers have asked for what it praises. Spam says how to leave it too, but not which issue it is.",
	Needs: HasLength,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) >= newsletterBytes {
			sink.addNewsletter(r, sink.field(d, document.Title))
		}
	},
}

const (
	newsletterBytes = 500 // least of one
	newsletterHead  = 600 // bytes in which it says what it is
)

// leaves are how a newsletter speaks of leaving it.
var leaves = phrasesOf("leaving.txt")

func (s *Sink) addNewsletter(r, title *reading) {
	head := r.folded[:min(len(r.folded), newsletterHead)]
	called := 0 < r.issue && r.issue <= len(head) || title != nil && title.issue > 0 ||
		strings.Contains(head, "newsletter") // within an address
	if called && !r.tradesIn(0, len(r.folded)) && containsAny(r.folded, leaves()) {
		s.Add(Finding{Span: r.span(0, len(head)), Note: "a newsletter that one can leave", Strength: StrongHam})
	}
}
