package signal

import (
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fold"
)

var disguiseTerm = Signal{
	Name: "disguise/term",
	Kind: Disguise,
	Doc: "A word of a spam topic can be read only once its letters are freed of disguise: of signs between, within or instead of them, " +
		"of digits, of letters of other alphabets, of jamo, of style. Plain words, however playful the text around them is, are not meant.",
	Needs: HasChange | HasJoined | HasVeiled | HasDigitWithin | HasHalf | HasSign,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			before := len(sink.Findings)
			veiledTerms(&read[i], sink)
			joinedTerms(&read[i], sink)
			standInTerms(&read[i], sink)
			turnedTerms(&read[i], sink)
			leetTerms(&read[i], sink)
			digitTerms(&read[i], sink)
			halfTerms(&read[i], sink)
			signTerms(&read[i], sink)
			if found := sink.Findings[before:]; len(found) > 0 && read[i].isKept() {
				for k := range found {
					found[k].Strength = min(found[k].Strength, Weak) // it shows what was veiled
				}
			}
		}
	},
}

// veiledTerms reports the terms that the base fold had to uncover.
func veiledTerms(r *reading, sink *Sink) {
	if r.text.Folded.Causes()|r.text.Shown.Causes() == 0 {
		return
	}
	hyphens := r.hyphensElsewhere()
	for i := range r.compounds {
		for _, u := range r.compounds[i].units {
			if u.term.role&(head|name) == 0 {
				continue
			}
			cause := r.text.Causes(u.start, u.end)
			if hyphens > 0 && cause&fold.Invisible != 0 && hyphensIn(r.text, u) > 0 {
				cause &^= fold.Invisible // a page was printed so
			}
			if cause&fold.Entity != 0 && !oddlyEncoded(r.text, u.start, u.end) {
				cause &^= fold.Entity
			}
			if cause&fold.Markup != 0 && !emptyMarkup(r.text, u.start, u.end) {
				cause &^= fold.Markup
			}
			if s := r.besideCode(veil(cause, u.term), u.start, u.end); s != Silent {
				sink.Add(Finding{
					Span:     r.span(u.start, u.end),
					Payload:  Anchor,
					Note:     "a veiled word: " + cause.String(),
					Strength: s,
				})
			}
		}
	}
}

// joinedTerms reports the terms that show where single letters are closed up.
func joinedTerms(r *reading, sink *Sink) {
	v := r.text.Joined()
	if v.Text == "" {
		return
	}
	gluedIn(r.text, sink)
	sink.units = builtinLexicon().units(sink.units[:0], r.joined().matches, v.Text, nil)
	for i, u := range sink.units {
		cause := v.CausesIn(u.start, u.end)
		if u.term.role&(head|name) == 0 || cause == 0 || r.isCitation(v.Source(u.start, u.end)) {
			continue
		}
		s := veil(cause, u.term)
		if s == Silent && u.term.role&head != 0 && cause&fold.Spaced != 0 && hasNeighbour(sink.units, i) {
			s = Strong
		}
		if cause == fold.Leet && hasLeetBeside(v, sink.units, i) {
			s = Strong
		}
		if s != Silent {
			start, end := v.Source(u.start, u.end)
			s = r.besideCode(s, start, end)
			sink.Add(Finding{
				Span:     r.text.JoinedSpan(u.start, u.end),
				Payload:  Anchor,
				Note:     "a veiled word: " + cause.String(),
				Strength: s,
			})
		}
	}
}

// besideCode returns how much is said by a veiled word at folded[start:end] of
// the strength s: beside a code to join with there is no doubt what it is for.
func (r *reading) besideCode(s Strength, start, end int) Strength {
	if s != Fair || r.roles&code == 0 {
		return s
	}
	for _, u := range r.cuesNear(start-besideBytes, end+besideBytes) {
		from := skipLabel(r.folded, skipParticle(r.folded, u.end))
		if u.term.role&code != 0 && hasDigit(r.folded[from:nameEnd(r.folded, from)]) {
			return Strong
		}
	}
	return s
}

// hasNeighbour reports whether another term touches units[i], so that two
// syllables are not by chance what they are.
func hasNeighbour(units []unit, i int) bool {
	return i > 0 && units[i-1].end == units[i].start || i+1 < len(units) && units[i+1].start == units[i].end
}

// hasLeetBeside reports whether the term before or behind units[i] has digits
// for letters too: one word so may be a player's name, several are what is sold.
func hasLeetBeside(v *fold.View, units []unit, i int) bool {
	is := func(a, b int) bool { return v.Text[a:b] == "\n" }
	return i > 0 && is(units[i-1].end, units[i].start) && v.CausesIn(units[i-1].start, units[i-1].end) == fold.Leet ||
		i+1 < len(units) && is(units[i].end, units[i+1].start) && v.CausesIn(units[i+1].start, units[i+1].end) == fold.Leet
}

// standInTerms reports the terms in characters that stand for their own. Two
// such come together by chance, and a name may be what the writer meant.
func standInTerms(r *reading, sink *Sink) {
	for _, u := range r.veiled {
		letters, strength := (u.end-u.start)/hanBytes, Weak
		switch head := u.term.role&head != 0; {
		case head && letters > 2:
			strength = Strong
		case head || letters > leastKana:
			strength = Fair
		}
		sink.Add(Finding{
			Span:     r.span(u.start, u.end),
			Payload:  Anchor,
			Note:     "a veiled word: other characters for " + u.term.text,
			Strength: strength,
		})
	}
}

// veil says how deliberate it is to write a term in these ways. Two syllables
// or four Latin letters come together by chance where more do not.
func veil(c fold.Cause, t *term) Strength {
	short := utf8.RuneCountInString(t.text) < 3 || len(t.text) < 5
	switch {
	case c&(fold.Tag|fold.Bidi|fold.Invisible|fold.Filler|fold.Selector|fold.Combining|fold.Confusable) != 0:
		return Strong
	case short && (t.role&head == 0 || c&(fold.Jamo|fold.Reading) == 0):
		return Silent
	case c&(fold.Spaced|fold.Jamo) != 0:
		if t.role&head == 0 && utf8.RuneCountInString(t.text) < 6 {
			return Fair
		}
		return Strong
	case c&(fold.Entity|fold.Styled|fold.Leet|fold.Markup|fold.Reading) != 0:
		return Fair
	}
	return Silent
}

const softHyphen = "\u00ad"

// hyphensElsewhere returns how many soft hyphens part words that are no terms.
func (r *reading) hyphensElsewhere() int {
	n := strings.Count(r.text.Shown.Text, softHyphen)
	for i := range r.compounds {
		for _, u := range r.compounds[i].units {
			if n == 0 {
				return 0
			}
			n -= hyphensIn(r.text, u)
		}
	}
	return n
}

// hyphensIn returns how many soft hyphens part a term.
func hyphensIn(t *document.Text, u unit) int {
	from, to := t.Folded.Source(u.start, u.end)
	return strings.Count(t.Shown.Text[from:to], softHyphen)
}

// oddlyEncoded reports whether the character references in a stretch are a
// choice: its neighbours are typed as they are. Old editors encode every letter.
func oddlyEncoded(t *document.Text, start, end int) bool {
	s := t.Span(start, end)
	return !strings.HasSuffix(strings.TrimRight(t.Raw[:s.Start], " "), ";") &&
		!strings.HasPrefix(strings.TrimLeft(t.Raw[s.End:], " "), "&#")
}

// emptyMarkup reports whether markup stands between letters for no other
// purpose than to part them: an element without content, a comment.
func emptyMarkup(t *document.Text, start, end int) bool {
	s := t.Span(start, end)
	raw := t.Raw[s.Start:s.End]
	for _, mark := range []string{"></", "<!--", "<wbr", "][/"} {
		if strings.Contains(raw, mark) {
			return true
		}
	}
	return false
}
