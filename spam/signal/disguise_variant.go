package signal

import (
	"sort"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

var disguiseVariant = Signal{
	Name: "disguise/variant",
	Kind: Disguise,
	Doc: "A word of a spam topic is written as it might sound, with syllables that look like its own, backwards, in its initials, " +
		"in Latin letters, or with the keyboard set to them. Reviews that are spelt so that no translator reads them, dialect, " +
		"baby talk and playful syllables are not meant: only the word itself counts.",
	Needs: HasSound | HasJoined,
	Find: func(d *document.Document, sink *Sink) {
		ear := builtinEar()
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			l := listener{ear: ear, reading: r, text: r.folded, sink: sink}
			l.listen(r.heard)
			if v := r.text.Joined(); v.Text != "" {
				l = listener{ear: ear, reading: r, text: v.Text, closed: true, sink: sink}
				l.listen(r.joined().heard)
			}
		}
	},
}

// A listener searches one text for the terms of an ear. Those in compounds that
// are spelt as the lexicon spells them do not count.
type listener struct {
	*ear
	*reading
	text   string // what is searched
	closed bool   // it is the joined view of the text
	sink   *Sink

	slip, told stretch // the last term that may be a slip, and the last that is none
}

// listen looks closer where a sweep of the text has heard something.
func (l *listener) listen(heard []int32) {
	end := 0
	for _, at := range heard {
		switch i := int(at); {
		case isAlpha(l.text[i]):
			l.latinWord(i)
		case l.text[i] < 0xea:
			l.initials(i)
		case i >= end:
			end = max(end, l.hangul(i))
		}
	}
}

// hangul compares the terms whose first three sounds stand at text[start]. It
// returns the end of the term it reports, or 0.
func (l *listener) hangul(start int) int {
	var key uint32
	for i := start; i < start+9; i += 3 {
		key = key<<soundBits | l.sounds[nthSyllable(rules.BeginningAt(l.text, i))].sound()
	}
	end, best, slip := 0, Silent, 0
	row := rowOf(key)
	spoken := l.spoken[l.first[row]:l.first[row+1]]
	for i := range spoken {
		s := &spoken[i]
		if s.key != key {
			continue
		}
		n, strength, m := l.compare(l.text[start:], s)
		if n > 0 && strength >= best && strength > Silent {
			end, best = start+n, strength
		} else if n > 0 && strength == Silent && m.isSlip(s) {
			slip = max(slip, start+n)
		}
	}
	if best == Silent {
		return l.slipped(start, slip)
	}
	if !l.report(start, end, "a word written as it sounds or looks", best) {
		return 0
	}
	if l.follows(l.slip, start) {
		l.report(int(l.slip.start), end, "words written as they sound", Strong)
	}
	l.told = stretch{int32(start), int32(end)}
	return end
}

// slipped notes a misspelling in text[start:end] that alone may be a slip, and
// reports it if another stands before it. It returns the end of what it has
// reported, or 0.
func (l *listener) slipped(start, end int) int {
	if end == 0 || l.closed || l.known(start, end) {
		return 0
	}
	before := l.slip
	l.slip = stretch{int32(start), int32(end)}
	if l.follows(l.told, start) {
		before = l.told
	} else if !l.follows(before, start) {
		return 0
	}
	l.report(int(before.start), end, "words written as they sound", Strong)
	return end
}

// follows reports whether nothing or a blank stands between a word and text[at:].
func (l *listener) follows(word stretch, at int) bool {
	return word.end > 0 && !l.closed && (int(word.end) == at || int(word.end)+1 == at && l.text[word.end] == ' ')
}

// latinWord looks up the word of Latin letters at text[start], and what it
// begins with.
func (l *listener) latinWord(start int) {
	w := rules.BeginningAt(l.text, start)
	end := lettersEnd(l.text, start, w)
	if word := l.text[start:end]; l.mayRead(w) {
		for k := min(len(word), maxLatin); k >= minLatin; k-- {
			if l.keyed.has(word[:k]) {
				l.report(start, start+k, "a word typed with the keyboard set to Latin letters", Strong)
				return
			}
		}
		if l.backward.has(word) {
			l.report(start, end, "a word written backwards", Fair)
			return
		}
	}
	if end-start <= maxLatin && l.maySound(w) {
		l.latinSounds(start, end)
	}
}

// latinSounds looks up how the word text[start:end] sounds.
func (l *listener) latinSounds(start, end int) {
	var sounds [maxLatin]byte
	word := sounds[:end-start]
	for k := range word {
		word[k] = latinSound[l.text[start+k]]
	}
	if l.roman.has(string(word)) {
		l.report(start, end, "a word in Latin letters", Fair)
	}
}

// initials looks up the run of initials at text[start].
func (l *listener) initials(start int) {
	end := start
	for end < len(l.text) && l.text[end] == 0xe3 && (l.text[end+1] == 0x84 || l.text[end+1] == 0x85) {
		end += 3
	}
	if _, ok := l.jamo[l.text[start:end]]; ok {
		l.report(start, end, "the initials of a word", Weak)
	}
}

// report adds a finding on text[start:end], unless the lexicon knows that
// word as it is or it is part of an address.
func (l *listener) report(start, end int, note string, s Strength) bool {
	f := Finding{Payload: Anchor, Note: note, Strength: s}
	switch {
	case l.closed && l.reading.text.Joined().CausesIn(start, end) == 0, !l.closed && l.known(start, end):
		return false
	case l.closed:
		f.Span = l.reading.text.JoinedSpan(start, end)
	default:
		f.Span = l.span(start, end)
	}
	l.sink.Add(f)
	return true
}

// known reports whether folded[start:end] lies in a compound or in a link.
func (l *listener) known(start, end int) bool {
	at := sort.Search(len(l.compounds), func(i int) bool { return l.compounds[i].end > start })
	if at < len(l.compounds) && l.compounds[at].start <= start && end <= l.compounds[at].end {
		return true
	}
	at = sort.Search(len(l.links), func(i int) bool { return l.links[i].End > start })
	return at < len(l.links) && l.links[at].Start < end
}
