package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

// A handle is a way to reach the writer elsewhere: a phone number, a name in
// a messenger.
type handle struct {
	start, end int    // in the folded text
	text       string // digits of a phone number, or the name
	phone      bool
	disguised  bool // a phone number not in plain digits, or a name behind a label in other letters
	mixed      bool // one in digits of several sorts, or such a name
}

// isOffice reports whether a handle is a telephone that stands somewhere: in
// an office, a school, a shop, or at a company's desk.
func (h *handle) isOffice() bool {
	if !h.phone || h.disguised {
		return false
	}
	switch n := h.text; {
	case len(n) == 8 && n[0] == '1': // a Korean company's desk
		return strings.IndexByte("568", n[1]) >= 0
	case len(n) == 11 && (n[0] == '7' || n[0] == '8'): // a Russian town
		return strings.IndexByte("348", n[1]) >= 0
	default: // a Korean, Japanese or Chinese town
		return n[0] == '0' && '2' <= n[1] && n[1] <= '6' && n[2] != '0'
	}
}

// isHotline reports whether a number is one that companies answer and callers
// do not pay for, or as for a call in town: people pass on those of others.
func (h *handle) isHotline() bool {
	if h.disguised {
		return false
	}
	switch number := strings.TrimPrefix(h.text, "1"); len(number) {
	case 5: // a Chinese bank's, a city's
		return strings.HasPrefix(number, "95") || strings.HasPrefix(h.text, "12")
	case 10:
		return strings.HasPrefix(number, "400") || isFreeArea(number[:3]) || strings.HasPrefix(number, "0120")
	case 11:
		return strings.HasPrefix(number, "8800") || strings.HasPrefix(number, "0800")
	}
	return false
}

// maxHandles is how many phone numbers, and how many names, of a text are
// looked at.
const maxHandles = 64

// contacts lists the handles of the text. They are looked for once, and only
// in texts with a term of the lexicon.
func (r *reading) contacts() []handle {
	if !r.contacted && len(r.compounds)+len(r.cues) > 0 {
		r.handles = append(r.handles, r.phones...)
		r.handles = r.appendNames(r.handles)
		r.handles = r.appendMails(r.handles)
	}
	r.contacted = true
	return r.handles
}

var contactOffer = Signal{
	Name: "contact/offer",
	Kind: Contact,
	Hint: Signed,
	Doc: "A phone number or a messenger's name stands next to words of trade or an offer. " +
		"Lost and found, lessons and sales have contacts too, but for other things.",
	Needs: HasCompound | HasCue,
	Also:  HasReach,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			if len(r.compounds)+len(r.cues) == 0 {
				continue
			}
			for k := range r.contacts() {
				sink.addContact(r, &r.handles[k])
			}
		}
	},
}

// isOthers reports whether a handle is one that the writer passes on: a bank's
// short number, or what a card or a message says.
func (r *reading) isOthers(h *handle) bool {
	const short = 5 // digits
	if len(h.text) == short && h.isHotline() {
		return true
	}
	rest := strings.TrimLeft(r.folded[h.end:], " \"'”’」』)")
	for _, said := range [...]string{"라고", "이라고", "이라는", "라는", "래요", "라네요", "라던데", "라며", "と書", "って書", "とあ", "的名片"} {
		if strings.HasPrefix(rest, said) {
			return true
		}
	}
	return false
}

// addContact reports a handle next to an offer.
func (s *Sink) addContact(r *reading, h *handle) {
	if r.isOthers(h) {
		return
	}
	strength := r.offersAround(h.start, h.end)
	switch {
	case strength == Fair && !h.isOffice() && r.headBeside(h.start, h.end):
		strength = Strong
	case strength != Silent && (h.disguised || strength == Weak && !h.phone): // who has no phone to give
		strength = min(strength+1, Strong)
	case strength != Silent && h.isOffice():
		strength--
	case strength == Silent && r.saysTwice(h):
		strength = Fair
	}
	if strength != Silent && !r.isOfTown(h.start, h.end) && !r.isCitation(h.start, h.end) {
		s.Add(Finding{
			Span:     r.span(h.start, h.end),
			Payload:  Handle,
			Note:     "a contact next to an offer",
			Strength: strength,
		})
	}
}

// maxCompared is how many handles one is compared with.
const maxCompared = 64

// repeats reports whether the text gives one phone number twice, or hides one
// in odd digits.
func (r *reading) repeats() bool {
	for i := range r.handles {
		h := &r.handles[i]
		if !h.phone {
			continue
		}
		if h.disguised {
			return true
		}
		for _, o := range r.handles[max(0, i-maxCompared):i] {
			if strings.HasSuffix(o.text, h.text) || strings.HasSuffix(h.text, o.text) {
				return true
			}
		}
	}
	return false
}

// saysTwice reports whether a toll-free number stands in the text more than
// once: those who pose as a company's support repeat theirs.
func (r *reading) saysTwice(h *handle) bool {
	number := strings.TrimPrefix(h.text, "1")
	if !h.phone || len(number) != 10 || !isFreeArea(number[:3]) {
		return false
	}
	n := 0
	for i := range r.handles[:min(len(r.handles), maxCompared)] {
		if o := &r.handles[i]; o.phone && strings.HasSuffix(o.text, number) {
			n++
		}
	}
	return n > 1
}
