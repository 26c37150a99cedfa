package signal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var placeLure = Signal{
	Name: "place/lure",
	Kind: Contact,
	Hint: Signed,
	Doc: "A code to join with, or a quoted name to search for, stands in place of an address. " +
		"Shops have codes too, and a name to search for is good advice, but not next to words of spam.",
	Needs: hasTerm(code | search),
	Find: func(d *document.Document, sink *Sink) {
		sink.eachCue(d, code|search, sink.addLure)
	},
}

// addLure reports what a cue says is to be joined with or searched for.
func (s *Sink) addLure(r *reading, cue *unit) {
	if cue.term.role&code != 0 && !s.addCode(r, cue) && !s.addEntered(r, cue) {
		s.addNear(r, cue)
	}
	if cue.term.role&search != 0 {
		if start, end := quotedNear(r.folded, cue); start < end {
			s.addSearch(r, cue, start, end)
		} else if start, end := r.soughtNear(cue); start < end {
			s.addSearch(r, cue, start, end)
		}
		s.addEntered(r, cue)
	}
}

// addCode reports a code to join with behind its label, and whether there is
// a word that may be one.
func (s *Sink) addCode(r *reading, label *unit) bool {
	start := skipLabel(r.folded, skipParticle(r.folded, label.end))
	for _, is := range [...]string{"is ", "adalah "} {
		if strings.HasPrefix(r.folded[start:], is) && start > label.end {
			start += len(is)
		}
	}
	end := nameEnd(r.folded, start)
	if end == start {
		for i, c := range r.folded[start:min(len(r.folded), start+maxCode)] {
			if !isWordRune(c) {
				break
			}
			end = start + i + utf8.RuneLen(c)
		}
		if end = min(end, len(r.folded)); !isCoinedToken(r.folded[start:end]) {
			return false
		}
	}
	s.addToken(r, coin{label.start, start, end, scriptOf(lastRune(label.term.text)) == open, false})
	return true
}

// addEntered reports a code, or a coined name, before the call to enter it,
// and whether there is one.
func (s *Sink) addEntered(r *reading, cue *unit) bool {
	text := strings.TrimRight(r.folded[:cue.start], " ")
	text = strings.TrimRight(trimParticle(text), closingQuotes+")] ")
	start := len(text)
	for start > 0 && len(text)-start <= maxCode {
		c, n := utf8.DecodeLastRuneInString(text[:start])
		if !isWordRune(c) && c != '-' {
			break
		}
		start -= n
	}
	token := text[start:]
	if token != "" && r.isCoinedToken(start, len(text)) && !strings.ContainsRune(openingQuotes, lastRune(text[:start])) && !r.isLabelled(start) {
		s.addToken(r, coin{start, start, len(text), false, cue.term.role&search != 0})
		return true
	}
	return false
}

// addNear reports a coined word that the label of a code stands near in the
// same clause.
func (s *Sink) addNear(r *reading, label *unit) {
	const reach = 40
	for _, w := range r.wordsIn(max(0, label.start-reach), min(len(r.folded), label.end+reach)) {
		start, end := int(w.start), int(w.end)
		between := r.between(start, end, label)
		if between != "" && !strings.ContainsAny(between, ".!?\n,;") && r.isCoinedToken(start, end) {
			s.addToken(r, coin{start, start, end, false, false})
			return
		}
	}
}

// isCoinedToken reports whether a word begins with a letter and has a digit, or
// an underscore.
func isCoinedToken(word string) bool {
	return strings.ContainsAny(word, "0123456789_") && strings.IndexFunc(word, unicode.IsLetter) == 0
}

// isLabelled reports whether the label of a code stands before folded[i].
func (r *reading) isLabelled(i int) bool {
	const reach = 12
	for _, u := range r.cuesNear(i-reach, i) {
		if u.term.role&code != 0 {
			return true
		}
	}
	return false
}

// trimParticle returns text without the particle of an object at its end.
func trimParticle(text string) string {
	for _, p := range [...]string{"을", "를", "이라고", "라고"} {
		if rest, ok := strings.CutSuffix(text, p); ok {
			return rest
		}
	}
	return text
}

// skipParticle returns the position behind a word for the place where something
// is entered, and a particle, at text[i:].
func skipParticle(text string, i int) int {
	for _, list := range [...][]string{{"입력란", "란", "칸", "창"}, {"에는", "에다", "에", "은", "는", "을", "를", "으로", "로", "이", "가"}} {
		for _, p := range list {
			if rest, ok := strings.CutPrefix(text[i:], p); ok && (rest == "" || !isSyllable(firstRune(rest)) || p == "입력란" || p == "란" || p == "칸" || p == "창") {
				i += len(p)
				break
			}
		}
	}
	return i
}

// maxCode is the longest code to join with, in bytes.
const maxCode = 24

// A coin is a code to join with, or a name that was made up.
type coin struct {
	from       int // where what names it begins
	start, end int
	named      bool // by a label that none but codes have behind it: it needs no digit
	sought     bool // it is to be searched for, or entered
}

// addToken reports a code to join with.
func (s *Sink) addToken(r *reading, c coin) {
	from, start, end := c.from, c.start, c.end
	token := r.folded[start:end]
	odd := c.named || strings.ContainsAny(token, "0123456789_") || r.isCoinedToken(start, end)
	if len(token) < 3 || len(token) > maxCode || !odd || r.inLink(start) || r.isQuotedSpeech(from, end) {
		return
	}
	strength := r.offersAround(from, end)
	promises, amount := r.promisesAround(from, end), r.amountNear(from, end)
	switch {
	case r.headBeside(from, end):
		strength = Strong
	case strength != Silent, promises > 1, amount:
		strength = Fair
	}
	luring := r.luringAround(from, end)
	strength = max(strength, luring.code())
	if c.sought {
		luring.branded = isMadeUp(token)
		strength = max(strength, luring.name(true))
	}
	if r.isCitation(from, end) || strength < Strong && r.handsOnCode() {
		return
	}
	if strength > Silent && (luring.errand || r.reportsNear(from, end)) {
		strength--
	}
	if span := r.span(from, end); strength != Silent && !s.hasLure(span) {
		s.Add(Finding{Span: span, Payload: Phrase, Note: "a code to join with", Strength: strength})
	}
}

// addSearch reports a name at folded[start:end], in quotation marks or coined,
// that the reader is told to search for.
func (s *Sink) addSearch(r *reading, cue *unit, start, end int) {
	lure := r.folded[start:end]
	if containsAny(lure, leaves()) {
		return
	}
	coined := r.isAlien(start, end) || r.isCoinedToken(start, end) || strings.ContainsAny(lure, "0123456789_@")
	if strings.Count(lure, " ") > 2 || strings.Count(lure, " ") > 1 && !coined || strings.IndexFunc(lure, unicode.IsLetter) < 0 {
		return // a name is a word or two, and no number
	}
	strength := r.offersAround(start, end)
	if c := r.compoundIn(start, end); c != nil && c.has(head|name) {
		strength++
		if isCoined(r.folded[c.start:c.end], lure) {
			strength++
		}
	}
	switch {
	case strength != Silent && r.headBeside(start, end):
		strength = Strong
	case strength == Silent && r.lures(lure, start, end):
		strength = Fair
	}
	luring := r.luringAround(min(start, cue.start), max(end, cue.end))
	luring.within = lureWords().in(lure).tells("reward") > 0
	luring.branded = isMadeUp(strings.TrimLeft(strings.TrimRight(lure, closingMarks), openingMarks+"@"))
	strength = max(strength, luring.name(coined))
	if lure[0] == '@' { // a name to write to, which is contact/personal's
		strength = min(strength, Fair)
	}
	if r.isCitation(start, end) {
		return
	}
	if strength > Silent && (luring.errand || r.reportsNear(start, end)) {
		strength--
	}
	if span := r.span(min(start, cue.start), max(end, cue.end)); strength > Silent && !s.hasLure(span) {
		s.Add(Finding{Span: span, Payload: Phrase, Note: "a name to search for", Strength: min(strength, Strong)})
	}
}

// hasLure reports whether what stands at a span is reported already: a name
// has words for searching on either side.
func (s *Sink) hasLure(span document.Span) bool {
	return slices.ContainsFunc(s.Findings, func(f Finding) bool { return f.Signal == s.signal.Name && f.Span.Overlaps(span) })
}

// soughtNear returns a coined word shortly behind a cue. It is empty if there
// is none in its sentence.
func (r *reading) soughtNear(cue *unit) (start, end int) {
	const reach = 28
	to := min(len(r.folded), cue.end+reach)
	if stop := strings.IndexAny(r.folded[cue.end:to], ".!?\n,;"); stop >= 0 {
		to = cue.end + stop
	}
	for _, w := range r.wordsIn(cue.end, to) {
		start, end := int(w.start), nameEnd(r.folded, int(w.start))
		if start >= cue.end && end-start >= 4 && !r.inLink(start) && (r.isCoinedToken(start, end) || r.isAlien(start, end)) {
			if start > 0 && r.folded[start-1] == '@' {
				start--
			}
			return start, end
		}
	}
	return 0, 0
}

// lures reports whether a quoted name that no word of trade stands beside is
// one to be lured by: what is promised stands beside it, and it has digits or
// there is a sum.
func (r *reading) lures(name string, start, end int) bool {
	promises := r.promisesAround(start, end)
	return promises > 0 && strings.ContainsAny(name, "0123456789") || promises > 1 && r.amountNear(start, end)
}

// isCoined reports whether a quoted name is a term with letters or digits
// glued to it, as sites are named.
func isCoined(term, quoted string) bool {
	r, n := utf8.DecodeRuneInString(quoted)
	_, m := utf8.DecodeLastRuneInString(quoted)
	if r == utf8.RuneError || len(quoted) < n+m {
		return false
	}
	return len(quoted)-n-m > len(term) && !strings.Contains(quoted, " ")
}

// What names to search for are set in: quotation marks and brackets.
const (
	openingMarks = openingQuotes + "[【("
	closingMarks = closingQuotes + "]】)"
)

// quotedNear returns the quotation that ends shortly before a cue, or begins
// shortly after it, with its marks. It is empty if there is none.
func quotedNear(text string, cue *unit) (start, end int) {
	const reach, longest = 16, 48
	before := text[max(0, cue.start-reach-longest):cue.start]
	if end := lastIndexRune(before, closingMarks); end >= 0 && len(before)-end < reach {
		if start := lastIndexRune(before[:end], openingMarks); start >= 0 && !strings.Contains(before[start:end], "\n") {
			_, n := utf8.DecodeRuneInString(before[end:])
			from := cue.start - len(before)
			return from + start, from + end + n
		}
	}
	after := text[cue.end:min(len(text), cue.end+reach+longest)]
	start = strings.IndexAny(after, openingMarks)
	if start < 0 || start > reach || strings.ContainsAny(after[:start], ".!?\n") {
		return 0, 0
	}
	_, n := utf8.DecodeRuneInString(after[start:])
	if end = strings.IndexAny(after[start+n:], closingMarks); end <= 0 {
		return 0, 0
	}
	_, m := utf8.DecodeRuneInString(after[start+n+end:])
	return cue.end + start, cue.end + start + n + end + m
}

// lastIndexRune returns the position of the last letter of text that is one of
// chars, or -1. Text may begin within a letter.
func lastIndexRune(text, chars string) int {
	for end := len(text); end > 0; {
		r, n := utf8.DecodeLastRuneInString(text[:end])
		end -= n
		if r != utf8.RuneError && strings.ContainsRune(chars, r) {
			return end
		}
	}
	return -1
}
