package signal

import (
	"slices"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var contextRecord = Signal{
	Name:  "context/record",
	Kind:  Words,
	Needs: HasDigit,
	Also:  HasBracket,
	Doc: "A message tells its reader of an order, a bill or a journey of theirs, with its day or hour and who sends it, and gives nobody's own number. " +
		"It takes from what the words say; forged notices say neither when nor of what.",
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= recordBytes && isSigned(r.folded) {
			sink.addRecord(r)
		}
	},
}

// recordBytes is the most of a message of a service.
const recordBytes = 700

// records are words of such messages.
var records = vocabulary("records.txt")

// addRecord reports a message of a service to its customer, if it is signed as
// one.
func (s *Sink) addRecord(r *reading) {
	at := slices.IndexFunc(records(), func(word string) bool { return strings.Contains(r.folded, word) })
	if at < 0 || !r.isDated() || r.tradesIn(0, len(r.folded)) {
		return
	}
	for i := range r.links {
		if isOdd(&r.links[i]) {
			return
		}
	}
	for _, h := range r.personal() {
		if !h.isOffice() && !h.isHotline() && (!h.phone || len(h.text) == 11) {
			return
		}
	}
	start := strings.Index(r.folded, records()[at])
	s.Add(Finding{Span: r.span(start, start+len(records()[at])), Note: "a message of a service to its customer", Strength: StrongHam})
}

// isDated reports whether a day or an hour is named in figures, or an order by
// its number.
func (r *reading) isDated() bool {
	const order, mobile = 8, 11 // digits
	for _, w := range r.words {
		word := r.folded[w.start:w.end]
		if n := len(word); n >= order && n != mobile && strings.Trim(word, "0123456789") == "" {
			return true
		}
		if rest := r.folded[w.end:]; hasDigit(word) {
			for _, unit := range [...]string{"月", "日", "时", "時", "号", ":", "年"} {
				if strings.HasPrefix(rest, unit) {
					return true
				}
			}
		}
	}
	return false
}

// isSigned reports whether a text begins or ends with a name in brackets.
func isSigned(text string) bool {
	text = strings.TrimRight(text, " 。.")
	return strings.HasPrefix(text, "【") || strings.HasPrefix(text, "[") || strings.HasSuffix(text, "】") || strings.HasSuffix(text, "]")
}
