package signal

import (
	"sort"

	"github.com/boardspam/boardspam/spam/document"
)

var disguiseVariant = Signal{
	Name: "disguise/variant",
	Kind: Disguise,
	Doc: "A word of a spam topic is written as it might sound, with syllables that look like its own, backwards, in its initials, " +
		"in Latin letters, or with the keyboard set to them. Reviews that are spelt so that no translator reads them, dialect, " +
		"baby talk and playful syllables are not meant: only the word itself counts.",
	Find: func(d *document.Document, sink *Sink) {
		ear := builtinEar()
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			l := listener{ear, r, r.folded, false, sink}
			l.listen()
			if v := r.text.Joined(); v.Text != "" {
				l = listener{ear, r, v.Text, true, sink}
				l.listen()
			}
		}
	},
}

// A listener searches one text for the terms of an ear. Those in compounds that
// are spelt as the lexicon spells them do not count.
type listener struct {
	*ear
	*reading
	heard  string // what is searched
	joined bool   // it is the joined view of the text
	sink   *Sink
}

func (l *listener) listen() {
	text, key, run := l.heard, uint32(0), 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < 0xea || c > 0xed || i+2 >= len(text) {
			run = 0
			switch {
			case isAlpha(c):
				i = l.latinWord(i)
			case c == 0xe3 && i+2 < len(text):
				i = l.jamoWord(i)
			default:
				i++
			}
			continue
		}
		n := (int(c&0xf)<<12 | int(text[i+1]&0x3f)<<6 | int(text[i+2]&0x3f)) - 0xac00
		i += 3
		if uint(n) >= uint(len(l.sounds)) {
			run = 0
			continue
		}
		key = (key<<soundBits | l.sounds[n].sound()) & three
		if run++; run < 3 {
			continue
		}
		if h := hashSounds(key); l.starts[h>>5]>>(h&31)&1 != 0 {
			if end := l.hangul(i-9, key); end > i {
				i, run = end, 0
			}
		}
	}
}

// hangul compares the terms whose first three sounds stand at folded[start].
// It returns the end of the term it reports, or 0.
func (l *listener) hangul(start int, key uint32) int {
	end, best := 0, Silent
	for _, s := range l.terms[key] {
		if n, strength := l.compare(l.heard[start:], s); n > 0 && strength >= best && strength > Silent {
			end, best = start+n, strength
		}
	}
	if best == Silent || !l.report(start, end, "a word written as it sounds or looks", best) {
		return 0
	}
	return end
}

// latinWord looks up the word of Latin letters at folded[start], and what it
// begins with. It returns the word's end.
func (l *listener) latinWord(start int) int {
	text, end := l.heard, start+1
	for end < len(text) && isAlpha(text[end]) {
		end++
	}
	n := end - start
	if n < minLatin || start > 0 && isAlnum(text[start-1]) {
		return end
	}
	a, b := text[start], text[start+1]
	if l.latin[a-'a']>>(b-'a')&1 != 0 {
		for k := min(n, maxLatin); k >= minLatin; k-- {
			if l.keyed[text[start:start+k]] {
				l.report(start, start+k, "a word typed with the keyboard set to Latin letters", Strong)
				return end
			}
		}
		if l.backward[text[start:end]] {
			l.report(start, end, "a word written backwards", Fair)
			return end
		}
	}
	if l.latin[latinSound(a)-'a']>>(latinSound(b)-'a')&1 != 0 && n <= maxLatin {
		var sounds [maxLatin]byte
		for k := range n {
			sounds[k] = latinSound(text[start+k])
		}
		if l.roman[string(sounds[:n])] {
			l.report(start, end, "a word in Latin letters", Fair)
		}
	}
	return end
}

// jamoWord looks up the word of initials at folded[start].
func (l *listener) jamoWord(start int) int {
	text, end := l.heard, start
	for end+2 < len(text) && text[end] == 0xe3 && (text[end+1] == 0x84 || text[end+1] == 0x85) {
		end += 3
	}
	if end == start {
		return start + 3
	}
	if n := (end - start) / 3; n > 4 && n < 16 {
		if _, ok := l.jamo[text[start:end]]; ok {
			l.report(start, end, "the initials of a word", Weak)
		}
	}
	return end
}

// report adds a finding on heard[start:end], unless the lexicon knows that
// word as it is or it is part of an address.
func (l *listener) report(start, end int, note string, s Strength) bool {
	f := Finding{Payload: Anchor, Note: note, Strength: s}
	switch {
	case l.joined && l.text.Joined().CausesIn(start, end) == 0, !l.joined && l.known(start, end):
		return false
	case l.joined:
		f.Span = l.text.JoinedSpan(start, end)
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
