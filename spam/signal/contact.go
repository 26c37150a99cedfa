package signal

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/linkify"
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

var contactAddress = Signal{
	Name: "contact/address",
	Kind: Contact,
	Doc: "An address that nobody knows, or an invitation to a messenger, stands next to words of trade or an offer. " +
		"A link to a source or to a shop of its own name is known, or stands among other words.",
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		if len(d.Links) == 0 {
			return
		}
		read := sink.readings(d)
		for i := range read {
			if r := &read[i]; len(r.compounds)+len(r.cues) > 0 {
				sink.addAddresses(r)
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

// addAddresses reports the links of a text next to an offer.
func (s *Sink) addAddresses(r *reading) {
	for i := range r.links {
		l := &r.links[i]
		if isKnown(l) || l.Form&linkify.Defanged != 0 && warns(r.text) || isMachine(l) {
			continue
		}
		strength := r.offersAround(l.Start, l.End)
		if strength < Fair && isOdd(l) {
			strength = max(strength, min(Strength(r.promisesAround(l.Start, l.End)), Fair))
		}
		if strength != Silent && !r.isOfTown(l.Start, l.End) && !r.isCitation(l.Start, l.End) {
			s.Add(Finding{Span: l.Span, Payload: Link, Note: "an address next to an offer", Strength: strength})
		}
	}
}

// isKnown reports whether many people know the site that a link leads to. An
// invitation to a messenger is the writer's own.
func isKnown(l *document.Address) bool {
	class := l.Class
	if isDetour(l) {
		return false
	}
	return class&rules.Messenger == 0 && class&(rules.Popular|rules.Allowed) != 0 || isPublicBody(l.URL.Suffix) || isInternal(&l.URL) || l.URL.Host == ""
}

// isMachine reports whether an address is the number of a machine and nothing
// more, which nobody follows.
func isMachine(l *document.Address) bool {
	return l.URL.IP.IsValid() && l.Form&linkify.Bare != 0 && l.Form&linkify.Disguised == 0 && len(l.URL.Path) < 2 && l.URL.Port == ""
}

// isDetour reports whether an address leads on, through a site that people
// know, to one that nobody knows.
func isDetour(l *document.Address) bool {
	n := len(l.Inner)
	if n == 0 || l.URL.Host == "" || strings.Contains(l.URL.Host, "archive.") {
		return false
	}
	to := &l.Inner[n-1]
	return to.Name != l.URL.Name && l.Beyond&(rules.Popular|rules.Allowed) == 0 && !isPublicBody(to.Suffix) && !isInternal(to)
}

// offersAround says how much of an offer stands around a contact.
func (r *reading) offersAround(start, end int) Strength {
	heads, names, plain, wares, support, searches := 0, 0, 0, 0, 0, 0
	short := r.isShort()
	several := false // different wares of one trade
	var ware *compound
	near := r.compoundsNear(start-offerReach, end+offerReach)
	for i := range near {
		c := &near[i]
		switch {
		case c.setting&reported != 0:
		case c.topics() == builtinLexicon().support && c.has(head):
			support++
		case c.has(head) && (c.setting == 0 || c.setting == told && touchesContact(c, start, end)):
			heads++
			plain += points(c.topics() == builtinLexicon().local) // neighbours recommend them as well
		case c.has(name):
			names++
			plain += points(c.isPlainName())
			if c.topics() == builtinLexicon().jobs || c.isPlainName() && c.topics() != builtinLexicon().support {
				continue
			}
			wares++
			several = several || ware != nil && ware.units[0].term != c.units[0].term && ware.topics()&c.topics() != 0
			ware = c
			if short && c.has(tail) && len(c.units) > 1 && !c.isNotice() {
				searches++
			}
		}
	}
	promises := r.promisesAround(start, end)
	switch {
	case heads > 0 && heads+names-plain+promises > 1, support > 2, support > 0 && r.repeats():
		return Strong
	case heads > 0, searches > 0, names > 0 && promises > 1 && len(r.folded) <= longText, several && promises > 0 && short, support > 1:
		return Fair
	case short && (several || wares > 0 && r.amountNear(start, end)), promises > 2:
		return Weak
	}
	return Silent
}

// isShort reports whether a text is a few sentences. In Cyrillic and the like
// a letter is two bytes.
func (r *reading) isShort() bool {
	n := len(r.folded)
	return n <= 2*besideBytes || n <= 4*besideBytes && 2*utf8.RuneCountInString(r.folded) >= n && !isAscii(r.folded)
}

// isAscii reports whether most letters of a text are.
func isAscii(text string) bool { return 5*utf8.RuneCountInString(text) > 4*len(text) }

// touchesContact reports whether a compound stands right before or behind a
// contact: what story is told around both does not matter then.
func touchesContact(c *compound, start, end int) bool {
	const most = 32 // bytes between them
	return c.end <= start && start-c.end < most || end <= c.start && c.start-end < most
}

// amountNear reports whether a sum stands beside a contact.
func (r *reading) amountNear(start, end int) bool {
	from, to := max(0, start-besideBytes), min(len(r.folded), end+besideBytes)
	return len(r.appendAmounts(nil, from, start)) > 0 || len(r.appendAmounts(nil, end, to)) > 0
}

// besideBytes is how far from a contact words are still beside it: a sentence.
const besideBytes = 120

// headBeside reports whether a name that hardly means anything but its topic
// stands beside a contact.
func (r *reading) headBeside(start, end int) bool {
	near := r.compoundsNear(start-besideBytes, end+besideBytes)
	for i := range near {
		c := &near[i]
		if (c.setting == 0 || c.setting == told && touchesContact(c, start, end)) && c.has(head) && c.topics()&^(builtinLexicon().support|builtinLexicon().local) != 0 {
			return true
		}
	}
	return false
}

// promisesAround counts the different promises and calls around a contact.
func (r *reading) promisesAround(start, end int) int {
	var buf [4]*term
	seen := buf[:0]
	for _, u := range r.cuesNear(start-offerReach, end+offerReach) {
		if u.term.role&(offer|invite) == 0 || u.term.role&head != 0 {
			continue
		}
		if len(seen) < len(buf) && !containsTerm(seen, u.term) {
			seen = append(seen, u.term)
		}
	}
	return len(seen)
}

// compoundsNear returns the compounds that touch folded[from:to].
func (r *reading) compoundsNear(from, to int) []compound {
	c := r.compounds
	first := sort.Search(len(c), func(i int) bool { return c[i].end >= from })
	last := first
	for last < len(c) && c[last].start <= to {
		last++
	}
	return c[first:last]
}

// cuesNear returns the cues that touch folded[from:to].
func (r *reading) cuesNear(from, to int) []unit {
	c := r.cues
	first := sort.Search(len(c), func(i int) bool { return c[i].end >= from })
	last := first
	for last < len(c) && c[last].start <= to {
		last++
	}
	return c[first:last]
}

func containsTerm(terms []*term, t *term) bool {
	for _, have := range terms {
		if have == t {
			return true
		}
	}
	return false
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

var contactDisguised = Signal{
	Name: "contact/disguised",
	Kind: Contact,
	Doc: "A phone number is written in a mixture of digits, letters and number words, or a messenger's name in letters that stand for its own. " +
		"Sellers hide theirs from robots in the same way, so it is little by itself.",
	Needs: HasReach,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			handles := r.contacts()
			if len(r.compounds)+len(r.cues) == 0 && r.eastern {
				handles = r.appendVeiled(nil)
			}
			for k := range handles {
				h := &handles[k]
				strength, note := Weak, "a messenger in other letters"
				switch {
				case !h.phone && h.mixed && r.isParted(h):
					strength = Strong
				case h.mixed:
					strength = Fair
				}
				if h.phone {
					note = "a phone number in odd digits"
				}
				if h.disguised {
					sink.Add(Finding{Span: r.span(h.start, h.end), Payload: Handle, Note: note, Strength: strength})
				}
			}
		}
	},
}
