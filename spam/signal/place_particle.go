package signal

import (
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var placeParticle = Signal{
	Name: "place/particle",
	Kind: Placement,
	Doc: "A commercial compound has the particle of another word: it was put in that word's place. " +
		"A writer's own slip does not come twice.",
	Needs: HasTopic,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			read[i].reportParticles(sink)
		}
	},
}

// reportParticles reports the compounds whose particle does not go with their
// last syllable.
func (r *reading) reportParticles(sink *Sink) {
	var wrong []*compound
	for k := range r.compounds {
		c := &r.compounds[k]
		if wrongParticle(r.folded[c.start:c.end], r.folded[c.end:]) && (c.isSearch() || r.isCoinedName(c) || r.isCalledTwice(c)) {
			wrong = append(wrong, c)
		}
	}
	strength := Weak
	switch {
	case len(wrong) > 1:
		strength = Strong
	case len(wrong) == 1 && r.timesSaid(wrong[0]) > 1:
		strength = Fair
	}
	for _, c := range wrong {
		start := c.start
		switch {
		case c.isSearch():
		case r.isCoinedName(c):
			start, _ = wordAround(r.folded, start)
		default:
			start, _ = wordAround(r.folded, start-1)
		}
		sink.Add(Finding{
			Span:     r.span(start, c.end),
			Payload:  Anchor,
			Note:     "search words with the particle of another word",
			Strength: strength,
		})
	}
}

// isCoinedName reports whether a compound is a name of a topic behind two more
// letters or digits of the same word, as houses of gambling are called.
func (r *reading) isCoinedName(c *compound) bool {
	const least = 2
	rest := r.folded[:c.start]
	for range least {
		last, n := utf8.DecodeLastRuneInString(rest)
		if !isSyllable(last) && scriptOf(last) == open {
			return false
		}
		rest = rest[:len(rest)-n]
	}
	return c.has(name) && c.end-c.start >= longName
}

// isCalledTwice reports whether a name of a topic stands behind one and the
// same word twice, as in the name of a house. So do the parts of a machine,
// with their own particles.
func (r *reading) isCalledTwice(c *compound) bool {
	const shortest, longest = len("가나"), 24 // bytes of the word
	if !c.has(name) || len(r.folded) > longText || c.start < shortest || r.folded[c.start-1] != ' ' || !isSyllable(firstRune(r.folded[c.start:])) {
		return false
	}
	start, _ := wordAround(r.folded, c.start-1)
	n := c.start - 1 - start
	return shortest <= n && n <= longest && strings.Count(r.folded, r.folded[start:c.end]) > 1
}

// longName is the least length in bytes of a topic's name that others are
// coined of.
const longName = 9

// timesSaid returns how often the text has a compound.
func (r *reading) timesSaid(c *compound) int {
	return strings.Count(r.folded, r.folded[c.start:c.end])
}

// isSearch reports whether the compound is what people search for rather than
// a noun of the language.
func (c *compound) isSearch() bool {
	return c.has(head) || c.has(name) && len(c.units) > 1
}

// wrongParticle reports whether rest begins with a particle that cannot stand
// behind word, in quotation marks or not.
func wrongParticle(word, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	if !isSyllable(last) {
		return false
	}
	if mark, n := utf8.DecodeRuneInString(rest); !isSyllable(mark) && n > 0 && strings.ContainsRune(closingQuotes, mark) {
		rest = rest[n:]
	}
	behindFinal, ok := pairedParticle(rest)
	return ok && behindFinal != hasFinal(last)
}

// pairedParticle reports whether rest begins with a particle that has another
// form, and whether it is the one for syllables with a final consonant (National
// Institute of Korean Language, Standard Korean Dictionary: 를/을, 는/은, 가/이,
// 와/과, 로/으로). Behind a final ㄹ stands 로.
func pairedParticle(rest string) (behindFinal, ok bool) {
	first, n := utf8.DecodeRuneInString(rest)
	switch first {
	case '를', '는', '가', '와':
		return false, endsWord(rest[n:])
	case '을', '은', '이', '과':
		return true, endsWord(rest[n:])
	case '으':
		after, ok := strings.CutPrefix(rest[n:], "로")
		return true, ok && endsWord(after)
	}
	return false, false
}

// endsWord reports whether no letter stands at the head of s.
func endsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || !isSyllable(r) && r != utf8.RuneError
}
