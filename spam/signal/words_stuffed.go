package signal

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var wordsStuffed = Signal{
	Name: "words/stuffed",
	Kind: Words,
	Doc: "A guide says one long word in every other sentence, as search engines are wanted to find it. " +
		"People shorten what they name twice; reports of an office with a long name do not speak as guides do.",
	Needs: hasTerm(guide),
	Find: func(d *document.Document, sink *Sink) {
		linked := hasUnknownLink(d)
		if r := sink.body(d); r != nil {
			sink.addStuffed(r, linked)
		}
	},
}

const (
	stuffedWord  = 18   // bytes of a long word
	stuffedStem  = 15   // bytes of it that are compared: particles and endings follow
	stuffedTimes = 3    // how often it stands at least
	stuffedMost  = 4000 // bytes of a guide
	stuffedTries = 24   // long words that are counted
)

func (s *Sink) addStuffed(r *reading, linked bool) {
	least := 2
	if !linked {
		least = 3
	}
	if len(r.folded) > stuffedMost || len(r.cues) < least || r.different(guide) < least {
		return
	}
	word, times := r.stuffed()
	p := pitch{said: times, search: times, guides: r.different(guide), others: r.different(report | notice | story | medic), bytes: len(r.folded)}
	if times < stuffedTimes || p.strength() == Silent {
		return
	}
	strength := min(p.strength(), Fair)
	if !linked {
		strength = Weak
	}
	word = r.longer(word)
	note := fmt.Sprintf("a guide that says %q %d times", word, times)
	for at := strings.Index(r.folded, word); at >= 0; at = nextIndex(r.folded, word, at) {
		s.Add(Finding{Span: r.span(at, at+len(word)), Payload: Anchor, Note: note, Strength: strength})
	}
}

// longer returns the longest word that begins like stem wherever the text has it.
func (r *reading) longer(stem string) string {
	first := strings.Index(r.folded, stem)
	for {
		next, n := utf8.DecodeRuneInString(r.folded[first+len(stem):])
		longer := r.folded[first : first+len(stem)+n]
		if !isSyllable(next) || strings.Count(r.folded, longer) < strings.Count(r.folded, stem) {
			return stem
		}
		stem = longer
	}
}

// stuffed returns the beginning of the long word of Hangul that the text has
// most often, and how often.
func (r *reading) stuffed() (best string, times int) {
	var stems stemCount
	for i := nextSyllable(r.folded, 0); i < len(r.folded); i = nextSyllable(r.folded, i) {
		start := i
		for isSyllableAt(r.folded, i) {
			i += len("가")
		}
		stems.add(r.folded, start, i)
	}
	return stems.best, stems.times
}

// A stemCount counts the beginnings of long words.
type stemCount struct {
	stems [stuffedTries]string
	count [stuffedTries]int
	n     int    // of stems
	best  string // the one that there is most of
	times int
}

// add counts the word text[start:end], unless it is short.
func (c *stemCount) add(text string, start, end int) {
	if end-start < stuffedWord {
		return
	}
	stem := text[start : start+stuffedStem]
	k := slices.Index(c.stems[:c.n], stem)
	if k < 0 {
		if k = c.n; k == stuffedTries {
			return
		}
		c.n++
		c.stems[k] = stem
	}
	if c.count[k]++; c.count[k] > c.times {
		c.best, c.times = stem, c.count[k]
	}
}
