package signal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

// A setting is what the text around a compound makes of it, as a set of bits.
// It lowers what the words say, and nothing else: an address put into a report
// on gambling is still put in.
type setting uint8

const (
	reported setting = 1 << iota // police, courts or a help line are spoken of
	medical                      // it is a medicine, and medicine is spoken of
	told                         // a film, a book or a game is spoken of
	quoted                       // it stands in quotation marks, or as code
)

// settingReach is how many bytes around a compound are read for its setting,
// within its paragraph.
const settingReach = 240

// ownCrimes is how many words of crime are too many for those whose trade is to
// speak of crimes.
const ownCrimes = 3

// readContext gives each compound its setting.
func (r *reading) readContext() {
	from, plagued, known := 0, false, false
	for i := range r.compounds {
		c := &r.compounds[i]
		if !c.has(head | name) {
			continue
		}
		if !known {
			plagued, known = r.isPlagued(), true
		}
		if plagued {
			c.setting |= reported
		}
		own := c.topics() == builtinLexicon().agents // a crime is what they speak of
		var buf [ownCrimes]*term
		crimes := buf[:0]
		for from < len(r.cues) && r.cues[from].end < c.start-settingReach {
			from++
		}
		for k := from; k < min(len(r.cues), from+maxCues) && r.cues[k].start < c.end+settingReach; k++ {
			s := r.settingOf(c, &r.cues[k])
			if s&reported != 0 && own && len(crimes) < ownCrimes && !containsTerm(crimes, r.cues[k].term) {
				crimes = append(crimes, r.cues[k].term)
			}
			if own && len(crimes) < ownCrimes {
				s &^= reported
			}
			c.setting |= s
		}
		if r.isCalled(c.start, c.end) {
			c.setting |= quoted
		}
	}
}

// settings returns those of all compounds.
func (r *reading) settings() (all setting) {
	for i := range r.compounds {
		all |= r.compounds[i].setting
	}
	return all
}

// maxCues is how many cues of one compound are looked at. A text of nothing
// but cues is no report.
const maxCues = 64

// settingOf returns what a cue makes of a compound near it.
func (r *reading) settingOf(c *compound, cue *unit) (s setting) {
	const wanted = report | notice | medic | story
	if cue.term.role&wanted == 0 || r.paragraphBetween(c, cue) {
		return 0
	}
	if cue.term.role&report != 0 || cue.term.role&notice != 0 && (!r.parted(c, cue) || r.isQuoted(c.start, c.end)) {
		s |= reported
	}
	if cue.term.role&medic != 0 && c.topics()&builtinLexicon().pharma != 0 {
		s |= medical
	}
	if cue.term.role&story != 0 && !r.stopBetween(c, cue) {
		s |= told
	}
	return s
}

// paragraphBetween reports whether a blank line stands between a compound and a
// cue. What is cited belongs to what is said of it.
func (r *reading) paragraphBetween(c *compound, cue *unit) bool {
	if !strings.Contains(r.between(c.start, c.end, cue), "\n\n") || r.isCited(c.start) {
		return false
	}
	_, quoted := r.opened(c.start, c.end)
	return !quoted
}

// isCited reports whether the line of folded[i] begins with the sign of mail
// that is answered.
func (r *reading) isCited(i int) bool { return isCitedLine(r.folded, i) }

// isCitedLine reports whether the line of text[i] does.
func isCitedLine(text string, i int) bool {
	const long = 240
	from := max(0, i-long)
	nl := strings.LastIndexByte(text[from:i], '\n')
	if nl < 0 && from > 0 {
		return false
	}
	return strings.HasPrefix(text[from+nl+1:], ">")
}

// stopBetween reports whether a sentence ends between a compound and a cue.
// What is put between two sentences is no part of either. Korean ones are too
// short to part what they tell of.
func (r *reading) stopBetween(c *compound, cue *unit) bool {
	if isSyllable(firstRune(r.folded[c.start:])) {
		return false
	}
	return endsSentence(r.between(c.start, c.end, cue))
}

// parted reports whether a line or a sentence ends between a compound and a
// cue, in Korean one without a full stop as well.
func (r *reading) parted(c *compound, cue *unit) bool {
	text := r.folded[min(c.end, cue.start):max(c.start, cue.start)]
	if cue.start > c.start {
		text = r.between(c.start, c.end, cue)
	}
	return strings.Contains(text, "\n") || endsSentence(text) || strings.Contains(text, "다 ") || strings.Contains(text, "요 ")
}

// between returns the text between folded[start:end] and a unit; none if they
// overlap.
func (r *reading) between(start, end int, u *unit) string {
	if from, to := min(end, u.end), max(start, u.start); from < to {
		return r.folded[from:to]
	}
	return ""
}

// endsSentence reports whether a sentence ends within text.
func endsSentence(text string) bool {
	for i := 0; i+1 < len(text); i++ {
		switch c := text[i]; {
		case c == '.' || c == '!' || c == '?':
			if text[i+1] == ' ' || text[i+1] == '\n' {
				return true
			}
		case c == 0xe3 && strings.HasPrefix(text[i:], "。"):
			return true
		}
	}
	return false
}

// quotes are the marks that open a quotation, and those that close it.
const (
	openingQuotes = "“‘\"'「『〈《<«„`"
	closingQuotes = "”’\"'」』〉》>»“`"
)

// inQuotes reports whether quotation marks stand right around text[start:end].
func inQuotes(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return strings.ContainsRune(openingQuotes, before) && strings.ContainsRune(closingQuotes, after)
}

// shortQuotation is the most of what is quoted to say what others write, in bytes.
const shortQuotation = 60

// isCalled reports whether quotation marks stand right around folded[start:end]
// or, of an alphabet, around a few words more: others' words, or what they are
// called. Who tells the reader what to search for quotes his own.
func (r *reading) isCalled(start, end int) bool {
	return r.mayQuote() && (inQuotes(r.folded, start, end) ||
		r.roles&search == 0 && scriptOf(firstRune(r.folded[start:])) != open && r.inShortQuotation(start, end))
}

// inShortQuotation reports whether folded[start:end] stands in a quotation of a
// few words.
func (r *reading) inShortQuotation(start, end int) bool {
	before, ok := r.opened(start, end)
	if !ok || len(before)+end-start > shortQuotation {
		return false
	}
	left := shortQuotation - len(before) - (end - start)
	return strings.ContainsAny(r.folded[end:min(len(r.folded), end+left)], closingQuotes)
}

// mayQuote reports whether one of closingQuotes may stand in the text.
func (r *reading) mayQuote() bool {
	return r.wide || r.signs.has('"') || r.signs.has('\'') || r.signs.has('>') || r.signs.has('`')
}

// quotationReach is how many bytes around a stretch of text are read for the
// quotation that it stands in.
const quotationReach = 240

// opened returns what stands between the mark that opens the quotation which
// folded[start:end] is in and folded[start], and whether it is in one.
func (r *reading) opened(start, end int) (before string, ok bool) {
	before = r.folded[max(0, start-quotationReach):start]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	line, _, _ := strings.Cut(r.folded[end:min(len(r.folded), end+quotationReach)], "\n")
	if r.signs.has('"') {
		if at := strings.LastIndexByte(before, '"'); at >= 0 && strings.Count(before, "\"")%2 == 1 && strings.Contains(line, "\"") {
			return before[at:], true
		}
	}
	if r.signs.has('\'') {
		if at := openingApostrophe(before); at >= 0 && strings.Contains(line, "'") {
			return before[at:], true
		}
	}
	if !r.wide {
		return "", false
	}
	open := lastOpening(before)
	if open < 0 || strings.ContainsAny(before[open:], "”’」") {
		return "", false
	}
	return before[open:], strings.ContainsAny(line, "”’」")
}

// lastOpening returns where the last mark stands that opens a quotation, and
// another one closes, or -1.
func lastOpening(text string) int {
	const size = len("“")
	for i := len(text) - size; i >= 0; i-- {
		if text[i] != 0xe2 && text[i] != 0xe3 {
			continue
		}
		switch text[i : i+size] {
		case "“", "‘", "「":
			return i
		}
	}
	return -1
}

// openingApostrophe returns where the quotation begins that text ends in, if it
// is one in apostrophes, or -1.
func openingApostrophe(text string) int {
	at := strings.LastIndexByte(text, '\'')
	if at < 0 || isWordRune(lastRune(text[:at])) || at+1 < len(text) && !isWordRune(firstRune(text[at+1:])) {
		return -1
	}
	return at
}

// isQuotedSpeech reports whether folded[start:end] stands within a quotation
// that has other words before it: somebody tells what others write.
func (r *reading) isQuotedSpeech(start, end int) bool {
	before, ok := r.opened(start, end)
	return ok && strings.IndexFunc(before, unicode.IsLetter) >= 0
}

// isCitation reports whether folded[start:end] stands within a quotation, or is
// what mail answers, and is spoken of as a crime or as a nuisance.
func (r *reading) isCitation(start, end int) bool {
	if !r.speaksNear(start, end, report|notice) {
		return false
	}
	return r.isQuoted(start, end)
}

var contextReport = Signal{
	Name: "context/report",
	Kind: Words,
	Doc: "Words of trade stand in a report on crime or its prevention. " +
		"It takes from what the words say, not from an address or its place.",
	Needs: HasTopic | hasTerm(report|notice),
	Find: func(d *document.Document, sink *Sink) {
		sink.addSetting(d, reported, "spoken of as a crime", FairHam)
		sink.addReport(d)
	},
}

// addReport reports a text that speaks of a crime or a nuisance in several
// ways, offers something without the words of a trade, and says of nobody how
// to be reached: what it offers it quotes.
func (s *Sink) addReport(d *document.Document) {
	const several, most = 2, 1500 // ways to speak of it, bytes of a text
	r := s.body(d)
	if r == nil || len(d.Links) > 0 || len(r.folded) > most || r.different(report|notice) < several {
		return
	}
	for i := range r.compounds {
		if r.compounds[i].worth() != Silent {
			return // addSetting's
		}
	}
	for _, h := range r.contacts() {
		if !h.isOffice() {
			return
		}
	}
	for _, u := range r.cues {
		if u.term.role&(report|notice) != 0 {
			s.Add(Finding{Span: r.span(u.start, u.end), Note: "spoken of as a crime or a nuisance", Strength: FairHam})
			return
		}
	}
}

var contextMedical = Signal{
	Name:  "context/medical",
	Kind:  Words,
	Doc:   "The name of a medicine stands among words of medicine rather than of sale.",
	Needs: HasMedical,
	Find: func(d *document.Document, sink *Sink) {
		sink.addSetting(d, medical, "spoken of as a medicine", WeakHam)
	},
}

var contextStory = Signal{
	Name:  "context/story",
	Kind:  Words,
	Doc:   "Words of trade stand in talk of a film, a book, a game or its history.",
	Needs: HasStory,
	Find:  func(d *document.Document, sink *Sink) { sink.addSetting(d, told, "spoken of as in a story", WeakHam) },
}

var contextQuoted = Signal{
	Name:  "context/quoted",
	Kind:  Words,
	Doc:   "Words of trade stand in quotation marks, as one quotes what others say.",
	Needs: HasQuoted,
	Find:  func(d *document.Document, sink *Sink) { sink.addSetting(d, quoted, "quoted", WeakHam) },
}

// addSetting reports the first compound of each text that would say something
// but for its setting, if it is so with most of them.
func (s *Sink) addSetting(d *document.Document, want setting, note string, strength Strength) {
	read := s.readings(d)
	for i := range read {
		r := &read[i]
		var first *compound
		worthy, within := 0, 0
		for k := range r.compounds {
			c := &r.compounds[k]
			if c.worth() == Silent {
				continue
			}
			worthy++
			if c.setting&want != 0 {
				within++
				if first == nil {
					first = c
				}
			}
		}
		if first != nil && within*2 >= worthy {
			s.Add(Finding{Span: r.span(first.start, first.end), Note: note, Strength: strength})
		}
	}
}
