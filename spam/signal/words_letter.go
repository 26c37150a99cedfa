package signal

import (
	"fmt"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var wordsLetter = Signal{
	Name: "words/letter",
	Kind: Words,
	Doc: "A letter in the name of a lender speaks of rates, limits and terms, and gives a mobile number, or one that takes readers off its list. " +
		"News of rates gives no number, and a bank gives its own.",
	Needs: HasReach | HasRefusal,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= letterBytes {
			sink.addLetter(r)
		}
	},
}

// termsOfLoans are what letters of lenders speak of.
var termsOfLoans = vocabulary("lenders.ko.txt")

const (
	letterBytes  = 4000 // of a letter at most
	letterTerms  = 7    // of a letter at least
	letterManyOf = 11   // that leave no doubt
	noHost       = 700  // bytes of a text that is no host of another
)

func (s *Sink) addLetter(r *reading) {
	text := r.folded
	number := ""
	for _, h := range r.contacts() {
		if h.phone && (strings.HasPrefix(h.text, "01") || h.disguised) || !h.phone {
			number = h.text
		}
	}
	if number == "" && !r.hasOptOut() || !strings.Contains(text, "대출") && !strings.Contains(text, "자금") &&
		!strings.Contains(text, "금리") && !strings.Contains(text, "한도") {
		return
	}
	n := 0
	for _, term := range termsOfLoans() {
		if strings.Contains(text, term) {
			n++
		}
	}
	if n < letterTerms || r.different(report|notice) > 1 {
		return
	}
	strength := Fair
	if n >= letterManyOf && number != "" {
		strength = Strong
	}
	s.Add(Finding{Span: r.whole(), Payload: r.payload(), Note: fmt.Sprintf("a letter of a lender: %d of its terms", n), Strength: strength})
}

// payload says whether the whole text is what is to be cut out of it: a long
// one may be honest but for what was put into it.
func (r *reading) payload() Payload {
	if len(r.folded) > noHost {
		return None
	}
	return Phrase
}

// whole returns all bytes of the field.
func (r *reading) whole() document.Span {
	return document.Span{Field: r.text.Field, End: len(r.text.Raw)}
}

// hasOptOut reports whether a text names the number that the law asks of
// advertisements by message.
func (r *reading) hasOptOut() bool {
	for _, at := range r.refused {
		if before := strings.TrimSuffix(r.folded[:at], " "); strings.HasSuffix(before, "수신") || strings.HasSuffix(before, "무료") {
			return true
		}
	}
	return false
}
