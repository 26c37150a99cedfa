package signal

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

// pileSize is how many different commercial compounds make a pile.
const pileSize = 5

var wordsPile = Signal{
	Name: "words/pile",
	Kind: Words,
	Doc: "Five or more different commercial compounds stand in one text: no honest text names so many. " +
		"A long report may name two or three.",
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			n, bytes := r.differentCompounds()
			if n < pileSize {
				continue
			}
			strength := Fair
			if bytes*10 > len(r.folded) {
				strength = Strong
			}
			sink.Add(Finding{
				Span:     document.Span{Field: r.text.Field},
				Note:     fmt.Sprintf("%d different search words", n),
				Strength: strength,
			})
		}
	},
}

// differentCompounds returns how many different commercial compounds the text
// names, those of an ambiguous name counted half, and how many bytes all of
// them take. A run of several heads counts once for each.
func (r *reading) differentCompounds() (n, bytes int) {
	seen := make(map[string]bool)
	halves := 0
	for k := range r.compounds {
		c := &r.compounds[k]
		if c.strength() == Silent {
			continue
		}
		bytes += c.end - c.start
		if text := r.folded[c.start:c.end]; !seen[text] {
			seen[text] = true
			halves += max(1, 2*c.count(head))
		}
	}
	return halves / 2, bytes
}

var placeParticle = Signal{
	Name: "place/particle",
	Kind: Placement,
	Doc: "A commercial compound has the particle of another word: it was put in that word's place. " +
		"A writer's own slip does not come twice.",
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
		if c.has(head|name) && len(c.units) > 1 && wrongParticle(r.folded[c.start:c.end], r.folded[c.end:]) {
			wrong = append(wrong, c)
		}
	}
	strength := Weak
	if len(wrong) > 1 {
		strength = Strong
	}
	for _, c := range wrong {
		sink.Add(Finding{
			Span:     r.span(c.start, c.end),
			Payload:  Anchor,
			Note:     "search words with the particle of another word",
			Strength: strength,
		})
	}
}

// afterVowel and afterConsonant are particles that stand only behind a
// syllable without, or with, a final consonant (National Institute of Korean
// Language, Standard Korean Dictionary: 를/을, 는/은, 가/이, 와/과, 로/으로).
// Behind a final ㄹ stands 로.
var (
	afterVowel     = []string{"를", "는", "가", "와"}
	afterConsonant = []string{"을", "은", "이", "과", "으로"}
)

// wrongParticle reports whether rest begins with a particle that cannot stand
// behind word.
func wrongParticle(word, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	if !isSyllable(last) {
		return false
	}
	list := afterVowel
	if (last-0xAC00)%28 == 0 {
		list = afterConsonant
	}
	for _, p := range list {
		if after, ok := strings.CutPrefix(rest, p); ok && endsWord(after) {
			return true
		}
	}
	return false
}

// endsWord reports whether no letter stands at the head of s.
func endsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || !isSyllable(r) && r != utf8.RuneError
}
