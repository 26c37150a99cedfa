package signal

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

var wordsOffer = Signal{
	Name: "words/offer",
	Kind: Words,
	Hint: Offered,
	Doc: "A topic of spam stands with what advertisements say: a promise, an amount, a call to get in touch. " +
		"A question about a loan names the topic and the amount alone.",
	Needs: HasTopic | hasTerm(offer),
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			best := r.bestOffer()
			strength := best.strength()
			if strength == Silent || best.topics() == 0 && r.reportsNear(best.start, best.end) || r.isOfTown(best.start, best.end) {
				continue
			}
			if len(d.Links) == 0 && !r.isReachable() && r.different(report|notice) > 0 {
				continue // it is told of, as a nuisance
			}
			sink.Add(Finding{
				Span:     r.span(best.start, best.end),
				Note:     "an offer: " + best.String(),
				Strength: strength,
			})
		}
	},
}

// isReachable reports whether the text says how its writer is to be reached:
// an offer that nobody can take is told of, not made.
func (r *reading) isReachable() bool {
	for _, h := range r.contacts() {
		if !h.isOffice() {
			return true
		}
	}
	return slices.ContainsFunc(r.cues, func(u unit) bool { return u.term.role&(code|search|invite) != 0 })
}

// reportsNear reports whether a crime or its prevention is spoken of around a
// stretch of the text.
func (r *reading) reportsNear(start, end int) bool { return r.speaksNear(start, end, report) }

// speaksNear reports whether a cue of some roles stands around a stretch of the
// text.
func (r *reading) speaksNear(start, end int, roles role) bool {
	return slices.ContainsFunc(r.cuesNear(start-settingReach, end+settingReach), func(u unit) bool {
		return u.term.role&roles != 0
	})
}

// A part is what a stretch of text adds to an offer.
type part uint8

const (
	topicPart   part = iota // a name of a spam topic, with words of trade or without
	workPart                // one of work or an ordinary word alone, which honest posts offer with a sum and an address too
	headPart                // one that hardly means anything else
	promisePart             // approved without papers, sent today
	amountPart              // a sum or a percentage
	callPart                // get in touch, join, click
	reachPart               // a name to write to, a number that is disguised, an address that nobody knows
	phonePart               // a number in plain digits, which every small advertisement has
	partKinds
)

// A mention is a stretch of text that can be part of an offer.
type mention struct {
	start, end int
	part       part
	said       saying
}

// A saying is what a mention says: saying it again adds nothing.
type saying struct {
	kind byte // '+' a promise, '>' a call, '#' an amount, '@' a contact, 0 a topic
	text string
}

// An offering is what of an offer stands close together.
type offering struct {
	start, end int
	count      [partKinds]int // different mentions
	long       bool           // it stands in a long text
}

// longText is how many bytes a text has in which some stretch or other holds
// common words and a sum.
const longText = 8000

// offerReach is how many bytes of text one offer takes: a few lines.
const offerReach = 360

// topics returns how many topics are named.
func (o *offering) topics() int { return o.count[topicPart] + o.count[workPart] + o.count[headPart] }

// points is how much is said beside the topic. A second and a third topic
// are more than a name in passing.
func (o *offering) points() int {
	reach := o.count[reachPart]
	if o.count[headPart]+o.count[topicPart] > 0 {
		reach += o.count[phonePart]
	}
	n := min(o.count[promisePart], 3) + min(o.count[amountPart], 1) + min(o.count[callPart], 1) + min(reach, 1)
	return n + min(max(o.count[headPart]-1, 0), 2)
}

// strength says how much of an offer there is.
func (o *offering) strength() Strength {
	beside := o.count[promisePart] + o.count[amountPart] + o.count[callPart]
	n := o.points()
	if o.long && o.count[headPart] == 0 {
		n--
	}
	switch {
	case o.topics() == 0:
		switch {
		case o.count[amountPart] == 0 || o.count[callPart]+o.count[reachPart] == 0:
		case o.count[promisePart] > 1 && n > 3:
			return Fair
		case o.count[promisePart] > 0 && o.count[callPart] > 0 && n > 2 && o.end-o.start <= 2*besideBytes:
			return Weak
		}
		return Silent
	case beside == 0:
		return Silent
	case o.count[headPart] > 0 && n >= 5:
		return Strong
	case o.count[headPart] > 0 && n >= 2, n >= 3:
		return Fair
	case n == 2 && o.topics() > o.count[workPart] && o.count[reachPart]+o.count[callPart] > 0 && o.end-o.start <= besideBytes:
		return Weak
	}
	return Silent
}

// String lists the parts in words.
func (o *offering) String() string {
	names := [partKinds]string{"a topic of spam", "a topic of spam", "a topic of spam", "a promise", "an amount", "a call", "a contact", "a contact"}
	var said []string
	for p, n := range o.count {
		if n > 0 && !slices.Contains(said, names[p]) {
			said = append(said, names[p])
		}
	}
	return strings.Join(said, ", ")
}

// bestOffer returns the stretch of the text with most of an offer.
func (r *reading) bestOffer() (best offering) {
	r.said = r.mentions(r.said[:0])
	said := r.said
	if len(said) < 2 {
		return offering{}
	}
	window := offering{long: len(r.folded) > longText}
	if r.times == nil {
		r.times = make(map[saying]int)
	}
	clear(r.times)
	seen, from := r.times, 0
	for _, m := range said {
		for from < len(said) && said[from].start < m.end-offerReach {
			window.drop(said[from], seen)
			from++
		}
		window.take(m, seen)
		window.start, window.end = said[min(from, len(said)-1)].start, m.end
		if better(&window, &best) {
			best = window
		}
	}
	return best
}

func better(a, b *offering) bool {
	if a.strength() != b.strength() {
		return a.strength() > b.strength()
	}
	return a.strength() != Silent && a.points() > b.points()
}

func (o *offering) take(m mention, seen map[saying]int) {
	if seen[m.said]++; seen[m.said] == 1 {
		o.count[m.part]++
	}
}

func (o *offering) drop(m mention, seen map[saying]int) {
	if seen[m.said]--; seen[m.said] == 0 {
		o.count[m.part]--
	}
}

// mentions appends what can be part of an offer, in order. It is empty if the
// text says too little of it to matter.
func (r *reading) mentions(said []mention) []mention {
	for i := range r.compounds {
		c := &r.compounds[i]
		if c.setting&reported != 0 || !c.has(head|name) || len(r.links) == 0 && c.isNotice() {
			continue
		}
		p := topicPart
		if c.topics() == builtinLexicon().jobs || c.isPlainName() {
			p = workPart
		}
		if c.has(head) && c.setting == 0 {
			p = headPart
		}
		said = append(said, mention{c.start, c.end, p, saying{0, r.folded[c.start:c.end]}})
	}
	if len(said) == 0 && (r.different(offer) == 0 || r.different(invite) == 0) {
		return said
	}
	topics := len(said)
	if said = r.appendAmounts(r.appendCalls(said), 0, len(r.folded)); len(said) == topics { // nothing is said of them
		clear(said)
		return said[:0]
	}
	for _, c := range r.contacts() {
		if c.isOffice() || r.isOthers(&c) {
			continue
		}
		p := reachPart
		if c.phone && !c.disguised {
			p = phonePart
		}
		said = append(said, mention{c.start, c.end, p, saying{'@', c.text}})
	}
	for i := range r.links {
		if l := &r.links[i]; !isKnown(l) {
			said = append(said, mention{l.Start, l.End, reachPart, saying{'@', l.URL.Host}})
		}
	}
	slices.SortStableFunc(said, func(a, b mention) int { return a.start - b.start })
	return said
}

// appendCalls appends the promises and the calls of the text that nobody else
// is quoted with.
func (r *reading) appendCalls(said []mention) []mention {
	quotes := len(r.folded) <= toldBytes && r.mayQuote()
	for _, u := range r.cues {
		switch {
		case u.term.role&head != 0: // it is a topic already
		case quotes && r.inShortQuotation(u.start, u.end): // others promise it
		case u.term.role&offer != 0:
			said = append(said, mention{u.start, u.end, promisePart, saying{'+', u.term.text}})
		case u.term.role&invite != 0:
			said = append(said, mention{u.start, u.end, callPart, saying{'>', u.term.text}})
		}
	}
	return said
}

// amountUnits are what makes a number a sum or a share.
var amountUnits = []string{
	"만원", "만", "천원", "달러", "엔", "유로", "위안", "억", "원", "포인트", "프로", "퍼센트", "%", "$", "€", "£", "₽", "₴", "¥", "円", "万", "元", "块",
	"k", "usd", "usdt", "eur", "dollars", "bucks", "руб", "р.", "тыс", "тысяч", "долл", "бакс", "евро", "грн",
	"jt", "juta", "rb", "ribu", "tl", "lei", "triệu", "บาท", "reais",
}

// isCurrency reports whether a word begins with an amount's unit that is a word.
func isCurrency(word string) bool {
	const least = 4 // bytes
	return slices.ContainsFunc(amountUnits, func(unit string) bool { return len(unit) >= least && strings.HasPrefix(word, unit) })
}

// amountUnitsBy holds them by their first byte, in order.
var amountUnitsBy = sync.OnceValue(func() *[256][]string {
	var by [256][]string
	for _, unit := range amountUnits {
		by[unit[0]] = append(by[unit[0]], unit)
	}
	return &by
})

// appendAmounts appends the numbers in folded[from:to] that have a unit behind
// them or a currency before them, and sums such as 10+3.
func (r *reading) appendAmounts(said []mention, from, to int) []mention {
	if r.has&HasDigit == 0 {
		return said
	}
	text := r.folded[from:to]
	end := 0
	for _, w := range r.wordsIn(from, to) {
		if !mayHoldDigit(r.folded, w) {
			continue
		}
		last := min(int(w.end)-from, len(text))
		for i := max(int(w.start)-from, end); i < last; i++ {
			if text[i] < '0' || '9' < text[i] {
				continue
			}
			start := i
			for i < len(text) && ('0' <= text[i] && text[i] <= '9' || text[i] == ',' || text[i] == '.') {
				i++
			}
			if isAmount(text[:start], text[start:i], text[i:]) {
				said = append(said, mention{from + start, from + i, amountPart, saying{'#', text[start:i]}})
			}
			end = i
		}
	}
	return said
}

// mayHoldDigit reports whether a digit may be in a word of a text. It is told from
// short words without a look at each of their letters, which all have one bit.
func mayHoldDigit(text string, w stretch) bool {
	const letter = 0x4040404040404040
	n := w.end - w.start
	return n > 8 || letter&^rules.BeginningAt(text, int(w.start))<<(64-8*n) != 0
}

// isAmount reports whether a number between two texts is a sum or a share.
func isAmount(before, number, after string) bool {
	if len(number) > 12 {
		return false
	}
	switch lastRune(strings.TrimSuffix(before, " ")) {
	case '$', '€', '£', '₽', '₴', '¥', '₩', '+':
		return true
	}
	after = strings.TrimPrefix(after, " ")
	if after == "" {
		return false
	}
	for _, unit := range amountUnitsBy()[after[0]] {
		if rest, ok := strings.CutPrefix(after, unit); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			last, _ := utf8.DecodeLastRuneInString(unit)
			return scriptOf(last) != latin || scriptOf(next) != latin
		}
	}
	return len(after) > 1 && after[0] == '+' && '0' <= after[1] && after[1] <= '9'
}
