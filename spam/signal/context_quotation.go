package signal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var contextQuotation = Signal{
	Name:  "context/quotation",
	Kind:  Words,
	Needs: HasCompound | HasCue,
	Doc: "All that a few sentences offer stands in a quotation, and they leave nothing to follow: somebody tells what others write. " +
		"It takes from what the words say. Who quotes his own advertisement says how to be reached.",
	Find: func(d *document.Document, sink *Sink) {
		r := sink.body(d)
		if r == nil || !r.mayQuote() || len(r.folded) > quotationMost || len(d.Links)+len(d.Hidden) > 0 || slices.ContainsFunc(sink.Findings, isOwnDeed) {
			return
		}
		if q, ok := r.quotedOffer(); ok {
			sink.Add(Finding{Span: r.span(q.start, q.end), Note: "an offer of others, quoted", Strength: FairHam})
		}
	},
}

const (
	quotationMost  = 1500 // bytes of what is told of an advertisement
	quotationLeast = 14   // letters of one that is quoted
	quotationsMost = 16   // that are looked at
	aroundLeast    = 20   // bytes around them
)

// isOwnDeed reports whether a finding is of more than words: of where something
// stands, of how it is hidden, of a name that was made up.
func isOwnDeed(f Finding) bool {
	return f.Strength >= Fair && f.Kind != Words && f.Kind != Contact || f.Strength >= Strong && f.Signal == wordsBrand.Name
}

// A quotation is a stretch of the folded text between quotation marks.
type quotation struct{ start, end int }

func (q quotation) has(start, end int) bool { return q.start <= start && end <= q.end }

// quotedOffer returns the first quotation with something that is offered, if
// all of that stands in quotations.
func (r *reading) quotedOffer() (first quotation, ok bool) {
	var room [quotationsMost]quotation
	all := r.quotations(room[:0])
	i := slices.IndexFunc(all, r.offers)
	if i < 0 {
		return quotation{}, false
	}
	inside := func(start, end int) bool {
		return slices.ContainsFunc(all, func(q quotation) bool { return q.has(start, end) })
	}
	for _, h := range r.personal() {
		if !h.isOffice() && !h.isHotline() && !inside(h.start, h.end) {
			return quotation{}, false
		}
	}
	for i := range r.compounds {
		if c := &r.compounds[i]; c.worth() > Silent && !inside(c.start, c.end) {
			return quotation{}, false
		}
	}
	for _, u := range r.cues {
		const calls = invite | code | search | profile
		if u.term.role&calls != 0 && u.term.role&(report|notice) == 0 && !inside(u.start, u.end) {
			return quotation{}, false
		}
	}
	return all[i], true
}

// offers reports whether something of an offer stands in a quotation.
func (r *reading) offers(q quotation) bool {
	return slices.ContainsFunc(r.compoundsNear(q.start, q.end), func(c compound) bool { return q.has(c.start, c.end) && c.has(head|name) }) ||
		slices.ContainsFunc(r.cuesNear(q.start, q.end), func(u unit) bool { return q.has(u.start, u.end) && u.term.role&(offer|invite) != 0 })
}

// quotations lists the quotations of a text that are longer than a name, in the
// room of all, if there is something around them.
func (r *reading) quotations(all []quotation) []quotation {
	text, quoted := r.folded, 0
	if !r.wide && !r.signs.has('"') {
		return nil
	}
	for i := 0; i < len(text) && len(all) < quotationsMost; {
		if step := quotationStep[text[i]]; step > 0 {
			i += int(step)
			continue
		}
		c, n := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune(opensQuotation, c) {
			i += n
			continue
		}
		line, _, _ := strings.Cut(text[i+n:], "\n")
		end := strings.IndexAny(line, closingOf(c))
		if end < 0 {
			i += n
			continue
		}
		if utf8.RuneCountInString(line[:end]) >= quotationLeast {
			all = append(all, quotation{i + n, i + n + end})
			quoted += end
		}
		i += n + end + 1
	}
	if len(text)-quoted < aroundLeast {
		return nil
	}
	return all
}

// quotationStep holds how far the next letter is from one that begins with a byte, and
// 0 for the bytes that marks begin with which open quotations.
var quotationStep = func() (steps [1 << 8]uint8) {
	for c := range steps {
		steps[c] = uint8(1 + 2*points(isLead(byte(c))))
	}
	for _, mark := range opensQuotation {
		steps[string(mark)[0]] = 0
	}
	return steps
}()

// opensQuotation lists the marks that open quotations.
const opensQuotation = "“‘「『«《\""

// closingOf returns the marks that close what an opening mark opens.
func closingOf(mark rune) string {
	switch mark {
	case '“', '"':
		return "”\""
	case '‘':
		return "’"
	case '「':
		return "」"
	case '『':
		return "』"
	case '«':
		return "»"
	}
	return "》"
}
