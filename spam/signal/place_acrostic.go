package signal

import (
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

const (
	acrosticLines   = 256 // how many lines of a text are read downwards
	acrosticLetters = 3   // fewer letters meet by chance
)

var placeAcrostic = Signal{
	Name: "place/acrostic",
	Kind: Placement,
	Doc: "The first letters of the lines, read downwards, are a name of a spam topic. " +
		"Poems on a name are written so too: they are called so, or lead nowhere and let no letter stand alone.",
	Needs: HasLines,
	Find: func(d *document.Document, sink *Sink) {
		for _, t := range d.Texts {
			if strings.Count(t.Folded.Text, "\n") < acrosticLetters-1 {
				continue
			}
			letters, at := sink.firstLetters(t.Folded.Text)
			if len(sink.termsOf(letters)) == 0 || strings.Contains(t.Folded.Text, "행시") {
				continue
			}
			strength := Strong
			if sink.isVerse(d, t) {
				strength = Weak
			}
			sink.addTransformed(t, letters, at, strength, "the first letters of the lines")
		}
	},
}

// severalTurned is how many words for topics a text has backwards that nobody
// says how to read.
const severalTurned = 2

var placeReversed = Signal{
	Name: "place/reversed",
	Kind: Placement,
	Doc: "The reader is told to read backwards, or several words are turned, and backwards a name of a spam topic or an address stands there. " +
		"Word games turn other words.",
	Needs: hasTerm(backward|mirrored) | HasID,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			if r := &read[i]; r.different(backward) == 0 {
				sink.addTurnedSites(r)
			}
			if r := &read[i]; r.different(backward) > 0 || r.different(mirrored) >= severalTurned {
				letters, at := sink.reversed(r.folded)
				sink.addTransformed(r.text, letters, at, Strong, "read backwards")
				if r.different(backward) > 0 {
					sink.addTurnedLinks(r, letters, at)
				}
			}
		}
	},
}

// isVerse reports whether a text names no trade and leads nowhere. Who plays
// with the letters of a poem takes any word that means other things as well.
func (s *Sink) isVerse(d *document.Document, t *document.Text) bool {
	r := s.readingOf(d, t)
	return r != nil && len(d.Links) == 0 && r.roles&(profile|search|code) == 0 && len(r.personal()) == 0 && !r.tradesIn(0, len(r.folded))
}

// standsApart reports whether most letters that were taken from a text, byte by
// byte, stand in front of a blank: no word of the text begins with them.
func standsApart(text string, at []int) bool {
	apart, letters := 0, 0
	for i := 0; i < len(at); {
		_, n := utf8.DecodeRuneInString(text[at[i]:])
		letters++
		apart += points(strings.HasPrefix(text[at[i]+n:], " "))
		i += n
	}
	return 2*apart > letters
}

// firstLetters returns the first letter of every line that has one, and where
// each byte of them stands in text. They are good until the next call.
func (s *Sink) firstLetters(text string) (letters string, at []int) {
	s.letters, s.at = s.letters[:0], s.at[:0]
	for n, from := 0, 0; n < acrosticLines && from < len(text); n++ {
		end := strings.IndexByte(text[from:], '\n')
		if end < 0 {
			end = len(text) - from
		}
		for i, r := range text[from : from+end] {
			if !isSyllable(r) && !unicode.IsLetter(r) {
				continue
			}
			s.letters = utf8.AppendRune(s.letters, r)
			for k := range utf8.RuneLen(r) {
				s.at = append(s.at, from+i+k)
			}
			break
		}
		from += end + 1
	}
	return unsafe.String(unsafe.SliceData(s.letters), len(s.letters)), s.at
}

// maxReversed is how much of a text is read backwards, in bytes.
const maxReversed = 4096

// reversed returns text backwards, letter by letter, and where each byte of it
// stands in text. They are good until the next call, as with firstLetters.
func (s *Sink) reversed(text string) (letters string, at []int) {
	s.letters, s.at = s.letters[:0], s.at[:0]
	for end := min(len(text), maxReversed); end > 0; {
		r, n := utf8.DecodeLastRuneInString(text[:end])
		end -= n
		if r == utf8.RuneError {
			continue
		}
		s.letters = utf8.AppendRune(s.letters, r)
		for k := range n {
			s.at = append(s.at, end+k)
		}
	}
	return unsafe.String(unsafe.SliceData(s.letters), len(s.letters)), s.at
}

// addTurnedLinks reports the addresses in letters that were taken backwards from
// a text which says how it is to be read.
func (s *Sink) addTurnedLinks(r *reading, letters string, at []int) {
	links, _ := linkify.Find(letters)
	for _, l := range links {
		last, first := at[l.Start], at[l.End-1]
		if !r.inLink(first) && !r.inLink(last) {
			s.Add(Finding{Span: r.span(first, last+1), Payload: Link, Note: "an address that is read backwards", Strength: Strong})
		}
	}
}

// addTurnedSites reports names of sites that stand backwards where nothing says
// so: moc.nwoteltil.
func (s *Sink) addTurnedSites(r *reading) {
	if r.has&HasID == 0 {
		return // no letter or digit stands behind a full stop
	}
	const stop = "."
	for at := strings.Index(r.folded, stop); at >= 0; at = nextIndex(r.folded, stop, at) {
		start, label := at, at+1
		for start > 0 && alnum[r.folded[start-1]] {
			start--
		}
		if !isTurnedSuffix(r.folded[start:at]) || label == len(r.folded) || !alnum[r.folded[label]] ||
			start > 0 && strings.IndexByte("./-_@", r.folded[start-1]) >= 0 { // within a token, of which no byte is read twice
			continue
		}
		end := tokenEnd(r.folded, label)
		if end-label < turnedLabel || r.inLink(start) {
			continue
		}
		s.Add(Finding{Span: r.span(start, end), Payload: Link, Note: "an address that stands backwards", Strength: Strong})
	}
}

// tokenEnd returns where the characters end at text[i:] that an address may
// have, without a full stop at the end.
func tokenEnd(text string, i int) int {
	from := i
	for i < len(text) && (alnum[text[i]] || strings.IndexByte("./-_:", text[i]) >= 0) {
		i++
	}
	return from + len(strings.TrimRight(text[from:i], ".:"))
}

// turnedLabel is how many letters a name of a site has at least that is
// recognised backwards.
const turnedLabel = 4

// isTurnedSuffix reports whether a word is a suffix backwards, and none forwards.
func isTurnedSuffix(word string) bool {
	switch word {
	case "bulc", "ecaps", "enilno", "etis", "etisbew", "knil", "moc", "pohs", "piv", "zyx":
		return true
	}
	return false
}

// near reports whether two bytes that follow one another in a transform stand
// together in the text: one behind the other, on lines of one letter each, or
// in letters next to each other that are read backwards.
func near(a, b int) bool { return a < b && b-a <= 3 || a-b == 5 || a-b == 1 }

// leastTransformed returns how many letters a term has at least that does not
// come about by chance: alphabets have far fewer letters than Hangul.
func leastTransformed(term string) int {
	if scriptOf(firstRune(term)) != open {
		return 2 * acrosticLetters
	}
	return acrosticLetters
}

// addTransformed reports the terms in letters that were taken from a text; at
// says from where. A term that the text has as it is needs no transform.
func (s *Sink) addTransformed(t *document.Text, letters string, at []int, strength Strength, note string) {
	units := s.termsOf(letters)
	for i, u := range units {
		if u.term.role&(head|name) == 0 || utf8.RuneCountInString(u.term.text) < leastTransformed(u.term.text) || strings.Contains(t.Folded.Text, u.term.text) {
			continue
		}
		strength := strength
		searched := i+1 < len(units) && units[i+1].start == u.end
		if searched || standsApart(t.Folded.Text, at[u.start:u.end]) {
			strength = Strong
		}
		for start := u.start; start < u.end; {
			end := start
			for end < u.end && (end == start || near(at[end-1], at[end])) {
				end++
			}
			lo, hi := at[start], at[start]
			for _, i := range at[start:end] {
				lo, hi = min(lo, i), max(hi, i)
			}
			s.Add(Finding{Span: t.Span(lo, hi+1), Payload: Anchor, Note: note, Strength: strength})
			start = end
		}
	}
}
