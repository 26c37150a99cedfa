package signal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var contactPersonal = Signal{
	Name: "contact/personal",
	Kind: Contact,
	Hint: Signed,
	Doc: "A few sentences say how their writer is to be reached in person: a messenger's name, a mailbox at a service that is free for all; a plain number or a name in a public network says less. " +
		"Finders, neighbours and tutors do so too, and speak of other things: it takes a text that is like spam by itself.",
	Needs: HasReach | HasID,
	Also:  HasWord,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= personalBytes && len(r.links) <= terseLinks {
			sink.addPersonal(r)
		}
	},
}

// personalBytes is the most of a text that is an advertisement and nothing else.
const personalBytes = 700

// machineTalk is how many words of machines a text has that speaks of them.
const machineTalk = 2

// isOfCode reports whether a text speaks of programs or cites one: its names are
// those of packages, bots and their makers.
func (r *reading) isOfCode() bool {
	if _, ok := r.machineWord(machineTalk); ok {
		return true
	}
	return slices.ContainsFunc(r.links, func(l document.Address) bool {
		return len(l.URL.Path) > 1 && forges().has(strings.TrimPrefix(l.URL.Host, "www."))
	})
}

// addPersonal reports the first handle of a text, unless the text is of a town
// or of machines, or another signal has said as much of a contact.
func (s *Sink) addPersonal(r *reading) {
	found := r.personal()
	if len(found) == 0 {
		found = r.appendIDs(found)
	}
	if len(found) == 0 || slices.ContainsFunc(s.Findings, saysContact) {
		return
	}
	for i := range found {
		h := &found[i]
		if h.isOffice() || h.isHotline() || r.reportsNear(h.start, h.end) || s.hasFound(r.span(h.start, h.end)) {
			continue
		}
		if !h.phone && r.isOfCode() && !r.tradesAround(h.start, h.end) {
			return
		}
		homely := r.townWordsNear(h.start, h.end) + points(isHomely(r.folded))
		strength := Fair
		if h.phone && !h.disguised && r.isShort() || r.isPublicName(h) {
			strength = Weak
		}
		switch {
		case homely > 0 && h.phone && r.tradesAround(h.start, h.end): // neighbours have none
		case homely > 1, homely == 1 && !r.amountNear(h.start, h.end):
			return
		case homely == 1:
			strength = min(strength, Weak)
		}
		s.Add(Finding{Span: r.span(h.start, h.end), Payload: Handle, Note: "a way to reach the writer in person", Strength: strength})
		return
	}
}

// publicNetworks are where names are shown to everybody, with what their owners
// write: sellers of tickets and of cakes have one, those who hide have none.
var publicNetworks = [...]string{
	"ig", "insta", "instagram", "twitter", "x", "vk", "facebook", "fb", "youtube", "tiktok", "threads", "bluesky", "mastodon", "steam",
	"인스타", "인스타그램", "트위터", "유튜브", "インスタ", "ツイッター", "инста", "инстаграм", "вк", "вконтакте", "微博", "小红书", "抖音",
}

// isPublicName reports whether the word before a name is a public network's.
func (r *reading) isPublicName(h *handle) bool {
	if h.phone || len(h.text) > h.end {
		return false
	}
	before := strings.TrimRight(r.folded[:h.end-len(h.text)], " @:：.-(")
	return slices.ContainsFunc(publicNetworks[:], func(network string) bool {
		rest, ok := strings.CutSuffix(before, network)
		return ok && (scriptOf(lastRune(rest)) != scriptOf(firstRune(network)) || isSyllable(firstRune(network)))
	})
}

// saysContact reports whether a finding is of a contact already, or of a code.
func saysContact(f Finding) bool {
	return f.Kind == Contact && (f.Strength >= Fair || f.Strength > Silent && f.Signal == placeLure.Name)
}

// hasFound reports whether something fair is found at a span already.
func (s *Sink) hasFound(span document.Span) bool {
	return slices.ContainsFunc(s.Findings, func(f Finding) bool { return f.Strength >= Fair && f.Span == span })
}

// personal returns the handles of a text, whether or not the lexicon knows a
// word of it.
func (r *reading) personal() []handle {
	switch {
	case len(r.compounds)+len(r.cues) > 0:
		return r.contacts()
	case r.mayReach():
		return r.appendMentions(slices.Clip(r.phones))
	}
	return nil
}

// appendIDs appends the names that stand behind a word of a text in which
// nothing else is in Latin letters: a messenger that the lexicon does not know
// by this name. Models of things have such names too.
func (r *reading) appendIDs(found []handle) []handle {
	for _, w := range r.words {
		start, end := int(w.start), int(w.end)
		if end-start < maxName && isAlpha(r.folded[end-1]) && (end == len(r.folded) || strings.IndexByte("_.-", r.folded[end]) < 0) {
			continue // a word
		}
		before := strings.TrimRight(r.folded[:start], " :")
		if len(before) == start || before == "" || before[len(before)-1] < utf8.RuneSelf {
			continue
		}
		end = nameEnd(r.folded, start)
		name := r.folded[start:end]
		if len(name) < 5 || !isID(name) || r.inLink(start) || r.isLabelled(start) {
			continue
		}
		around := lettersAround(r.folded, start, end)
		if unicode.IsLetter(lastRune(before)) && strings.IndexFunc(around, isLatin) < 0 {
			found = append(found, handle{start: start, end: end, text: name})
		}
	}
	return found
}

// isID reports whether a name is letters and then a few digits, or has a sign
// between its letters.
func isID(name string) bool {
	const letters, digits = 3, 5
	i := strings.IndexFunc(name, func(c rune) bool { return !unicode.IsLetter(c) })
	switch {
	case i < letters:
		return false
	case name[i] == '_':
		return true
	case name[i] == '.': // what few letters stand behind is a file or a site
		return len(name)-strings.LastIndexByte(name, '.') >= digits
	}
	return len(name)-i <= digits && strings.Trim(name[i:], "0123456789") == ""
}
