package signal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fluency"
)

// An insertion is what looks put into a text: an address with the words that
// it is to be found by, or those words alone. Offsets are of the folded text.
type insertion struct {
	link          *document.Address // nil if the words stand alone
	before, after words             // of the link; words that stand alone are after
	inside        bool              // the text goes on, in mid-sentence, on both sides
	gain          float64           // how much better the text closes without it, in log-odds
	split         float64           // how much likelier it is that it splits a word than that it stands between two
	korean        bool              // inside, between Korean or Chinese words
	sure          bool              // its place says enough by itself
	told          bool              // somebody cites it and warns of it
	noun          bool              // the sentence speaks of the link: a particle stands behind it
}

// words are a range of the folded text that is taken for an anchor.
type words struct {
	start, end int
	compound   *compound // among the words; nil if the lexicon knows none
	score      float64   // what speaks for them, in log-odds
}

func (w words) empty() bool { return w.start == w.end }

// nowhere is no words.
func nowhere(at int) words { return words{start: at, end: at} }

// topical reports whether the words name a topic of spam.
func (w words) topical() bool {
	return w.compound != nil && w.compound.has(head|name) && !w.compound.isNotice() && !w.compound.isPlainName()
}

// start and end bound the insertion without the blanks around it.
func (in *insertion) start() int {
	switch {
	case !in.before.empty():
		return in.before.start
	case in.link != nil:
		return in.link.Start
	}
	return in.after.start
}

func (in *insertion) end() int {
	if !in.after.empty() {
		return in.after.end
	}
	return in.link.End
}

// topical reports whether the insertion's words name a topic of spam.
func (in *insertion) topical() bool { return in.before.topical() || in.after.topical() }

// searched reports whether they are what people search for. A name of two
// syllables alone, such as the word for a review, is not.
func (in *insertion) searched() bool { return in.before.searched() || in.after.searched() }

func (w words) searched() bool {
	return w.topical() && (w.compound.isSearch() || w.compound.end-w.compound.start > len("리뷰"))
}

// unknown reports whether nothing speaks for the site that the link leads to.
// Words without a link lead anywhere.
func (in *insertion) unknown() bool {
	return in.link == nil || !in.told && in.link.Class&(rules.Popular|rules.Allowed) == 0 && !isInternal(&in.link.URL) && !isByline(in.link)
}

// A gap is a place in a text from which text[from:to] may be taken out.
type gap struct {
	text     string
	from, to int
}

// left and right are the pieces of text next to a gap without its blanks.
func (g gap) left() string  { return strings.TrimRight(nearBefore(g.text, g.from), " ") }
func (g gap) right() string { return nearAfter(g.text, g.to) }

// closure returns how well the text goes on across the gap.
func (g gap) closure() float64 { return closes(g.left(), g.right()) }

// split returns by how much the two sides go on better as one word than as two.
// It is 0 if a side does not end, or begin, in a Hangul syllable. The blank
// behind the gap may have been put in as well.
func (g gap) split() float64 {
	l, r := g.left(), strings.TrimLeft(g.right(), " ")
	a, _ := utf8.DecodeLastRuneInString(l)
	b, _ := utf8.DecodeRuneInString(r)
	if !isSyllable(a) || !isSyllable(b) && !isClosing(b) {
		return 0
	}
	m := fluency.Korean()
	return m.Join(l, r) - m.JoinSpaced(l, r) - m.Join(l, " ")
}

// inSentence reports whether Hangul, or Chinese that does not lead to an
// address, stands on both sides of the gap.
func (g gap) inSentence() bool {
	a, _ := utf8.DecodeLastRuneInString(g.left())
	b, _ := utf8.DecodeRuneInString(strings.TrimLeft(g.right(), " "))
	return isSyllable(a) && (isSyllable(b) || isClosing(b)) || isIdeograph(a) && isIdeograph(b) && !strings.ContainsRune(leadsToLinks, a)
}

// leadsToLinks are Chinese characters that a sentence goes on with an address
// behind: see, at, from, open.
const leadsToLinks = "上为于从入到即参在址处开录接是查照看网自至见览訪訪访读讀載载錄阅閱问問"

func isIdeograph(r rune) bool { return r >= 0x4e00 && r < 0xa000 }

func isClosing(r rune) bool { return strings.ContainsRune("”’\"').,", r) }

// context is how many bytes next to a gap matter.
const context = 32

func nearBefore(text string, i int) string {
	from := max(0, i-context)
	for from < i && !utf8.RuneStart(text[from]) {
		from++
	}
	if nl := strings.LastIndexByte(text[from:i], '\n'); nl >= 0 {
		from += nl + 1
	}
	return text[from:i]
}

func nearAfter(text string, i int) string {
	to := min(len(text), i+context)
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	return text[i:to]
}

// maxInsertions is how many addresses of a text are looked at closely: more
// than signals report.
const maxInsertions = 2 * perSignal

// findInsertions lists what looks put into the text, in order.
func (r *reading) findInsertions() {
	for i := range r.links[:min(len(r.links), maxInsertions)] {
		r.insertions = append(r.insertions, r.aroundLink(&r.links[i]))
	}
	r.settleAnchors()
	for i := range r.insertions {
		r.weigh(&r.insertions[i])
		r.insertions[i].korean = r.insertions[i].korean && !r.isListed(i)
	}
	r.countInside()
	r.findLostAnchors()
	slices.SortStableFunc(r.insertions, func(a, b insertion) int { return a.start() - b.start() })
}

// labelBytes is the most text between two links of a list: what the next one is.
const labelBytes = 32

// isListed reports whether a link is one of a list, with little more than a
// label between it and its neighbours, or the phone number behind it.
func (r *reading) isListed(i int) bool {
	return r.phoneWithin(r.links[i].End, r.links[i].End+labelBytes) || i > 0 && r.links[i].Start-r.links[i-1].End < labelBytes ||
		i+1 < len(r.links) && r.links[i+1].Start-r.links[i].End < labelBytes
}

// aroundLink finds the words that belong to a link.
func (r *reading) aroundLink(a *document.Address) insertion {
	in := insertion{link: a, before: nowhere(a.Start), after: nowhere(a.End), told: r.isTold(a)}
	if !in.unknown() {
		return in
	}
	in.before, in.after = r.anchors(a)
	if in.noun = r.isNoun(a); in.noun && !in.topical() {
		in.before, in.after = nowhere(a.Start), nowhere(a.End)
	}
	return in
}

// nounParticles stand behind a noun, and behind an address that is one.
var nounParticles = []string{"에", "에서", "로", "으로", "를", "을", "은", "는", "이", "가", "의", "와", "과", "도", "에는", "에서는", "에서도",
	"로는", "에도", "까지", "부터", "입니다", "이에요", "예요", "인데", "이라고", "라고", "이라는", "라는", "이고", "이며"}

// isNoun reports whether the sentence goes on behind an address as behind a
// noun.
func (r *reading) isNoun(a *document.Address) bool {
	rest := strings.TrimPrefix(r.folded[a.End:], " ")
	for _, p := range nounParticles {
		if after, ok := strings.CutPrefix(rest, p); ok && endsWord(after) {
			return true
		}
	}
	return false
}

// weigh says what the place of a link's insertion is worth, once its words are known.
func (r *reading) weigh(in *insertion) {
	if !in.unknown() {
		return
	}
	start, end := in.start(), in.end()
	in.inside = hostBefore(r.folded, start) && hostAfter(r.folded, end)
	if in.inside {
		g := gap{r.folded, start, end}
		in.gain = g.closure() - (gap{r.folded, end, end}).closure()
		in.split = g.split()
		in.korean = g.inSentence() && (!in.noun || in.topical())
	}
	if in.noun && !in.topical() {
		in.split, in.gain = 0, 0
	}
	in.sure = in.inside && (in.split >= splitNeeded || in.topical() && in.gain > topicalGain)
}

// anchors returns the words on either side of a link that belong to it. Both
// sides count only if both name a topic.
func (r *reading) anchors(a *document.Address) (before, after words) {
	before, after = r.anchorBefore(a), r.anchorAfter(a)
	switch {
	case before.topical() && after.topical():
	case before.score > after.score:
		after = nowhere(a.End)
	default:
		before = nowhere(a.Start)
	}
	return before, after
}

const (
	splitNeeded = 4.0  // log-odds from which two halves are taken for one word
	topicalGain = -2.0 // least gain of an insertion whose words name a topic
	blindGain   = 3.0  // least gain of one whose words mean nothing to the lexicon
)

// maxNames is how many different bare names of a text are told apart.
const maxNames = 16

// insideSeveral is how many addresses in mid-sentence are too many to be spoken of.
const insideSeveral = 3

// countInside makes the addresses in the middle of Korean sentences sure if
// there are several. A bare name that comes again is one that is spoken of.
func (r *reading) countInside() {
	n := 0
	var names []string
	for i := range r.insertions {
		in := &r.insertions[i]
		if !in.korean || !in.unknown() {
			continue
		}
		name := r.folded[in.link.Start:in.link.End]
		if !strings.Contains(name, "/") {
			if slices.Contains(names, name) || len(names) == maxNames {
				continue
			}
			names = append(names, name)
		}
		n++
	}
	for i := range r.insertions {
		in := &r.insertions[i]
		in.sure = in.sure || in.korean && in.unknown() && n >= insideSeveral
	}
	r.inside = n
}

// hostBefore reports whether the line before i holds text that has not come to
// the end of a sentence.
func hostBefore(text string, i int) bool {
	last, size := utf8.DecodeLastRuneInString(strings.TrimRight(text[:i], " "))
	return size > 0 && (unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune(",”’\"'", last))
}

// hostAfter reports whether the line goes on behind i, before long.
func hostAfter(text string, i int) bool {
	const far = 1 << 10
	for _, r := range text[i:min(len(text), i+far)] {
		if r == '\n' {
			return false
		}
		if unicode.IsLetter(r) {
			return true
		}
	}
	return false
}

// skipBlanks returns the position after the blanks at text[i:].
func skipBlanks(text string, i int) int {
	for i < len(text) && text[i] == ' ' {
		i++
	}
	return i
}
