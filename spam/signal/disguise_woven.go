package signal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var disguiseWoven = Signal{
	Name: "disguise/woven",
	Kind: Disguise,
	Doc: "Signs of several sorts are woven between the letters of words, as in re_p~l.i-ca: a person reads on, a filter does not. " +
		"Names of files and variables have signs between words, not letters; one sign all over is emphasis.",
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			if r := &read[i]; r.mayWeave() {
				sink.addWoven(r)
			}
		}
	},
}

// wovenSigns are what is woven between letters; of the rare ones honest texts
// have none between letters, of the others few.
const (
	rareSigns  = "_~*^|`=+"
	wovenSigns = rareSigns + ".-'"
)

var (
	rareSet, wovenSet = signsOf(rareSigns), signsOf(wovenSigns)

	wovenSign = func() (is [256]uint8) { // 1 for each of wovenSigns
		for i := range len(wovenSigns) {
			is[wovenSigns[i]] = 1
		}
		return is
	}()

	wovenStep = func() (steps [256]uint8) { // of the letter that begins so; 0 for each of wovenSigns
		for c := range steps {
			steps[c] = 1 - wovenSign[c]
			if 0xe0 <= c && c < 0xf0 {
				steps[c] = 3
			}
		}
		return steps
	}()
)

// mayWeave reports whether a text has a rare sign and another, and signs that may be
// woven.
func (r *reading) mayWeave() bool {
	return r.woven && r.signs.common(&rareSet) > 0 && r.signs.common(&wovenSet) > 1
}

// A thread is what a sweep has of the signs of a word that may be woven.
type thread struct {
	last  int  // of wovenSigns
	apart bool // letters part one from the next
	mixed bool // they are of two sorts
}

// weave notes the sign at text[i], which is one of wovenSigns. In a woven word no
// more than a few letters stand between two.
func (s *sweep) weave(text string, i int) {
	const far = wovenRun*utf8.UTFMax + 1
	t := &s.thread
	if d := i - t.last; d == 0 || d > far || text[i-1] <= ' ' || text[t.last+1] <= ' ' {
		*t = thread{}
	} else {
		t.apart = t.apart || d > 1
		t.mixed = t.mixed || text[i] != text[t.last]
		s.woven = s.woven || t.apart && t.mixed
	}
	t.last = i
}

// A weave is a word with signs between its letters.
type weave struct {
	start, end int
	letters    int  // that are no digits
	signs      int  // that stand between letters
	long       int  // letters of the longest run between signs
	sorts      int  // of signs
	other      bool // a letter is not ASCII
}

// What makes a word woven.
const (
	wovenLetters = 4 // least letters
	wovenRun     = 2 // most letters in a row
	wovenTimes   = 2 // least signs between letters
	maxWoven     = 8 // words that are reported of a text
)

// isWoven reports whether a word is woven.
func (w *weave) isWoven() bool {
	return w.letters >= wovenLetters && w.long <= wovenRun && w.signs >= wovenTimes && w.sorts > 1
}

// addWoven reports stretches of woven words.
func (s *Sink) addWoven(r *reading) {
	var first, last weave
	words, left := 0, maxWoven
	flush := func() {
		if words > 1 || words == 1 && first.letters > wovenLetters && first.other {
			f := Finding{Span: r.span(first.start, last.end), Payload: Anchor, Note: "signs woven between letters", Strength: Fair}
			if words > 1 || first.sorts > 2 && first.letters > wovenLetters+1 {
				f.Strength = Strong
			}
			s.Add(f)
			left--
		}
		words = 0
	}
	for at := 0; at < len(r.folded) && left > 0; {
		if words == 0 {
			at = nextWoven(r.folded, at)
		}
		end, signs := wovenWord(r.folded, at)
		if signs < wovenTimes && words == 0 {
			at = end + 1
			continue
		}
		switch w := weaveOf(r.folded, at, end); {
		case w.isWoven() && !r.inLink(at):
			if words == 0 {
				first = w
			}
			words++
			last = w
		case words > 0 && (w.letters > wovenRun+1 || at-last.end > 1):
			flush()
		}
		at = end + 1
	}
	flush()
}

// nextWoven returns where, from the word text[at:] on, the first with a sign in
// it begins.
func nextWoven(text string, at int) int {
	i := at
	for i < len(text) && wovenStep[text[i]] > 0 {
		i += int(wovenStep[text[i]])
	}
	i = min(i, len(text))
	for i > at && text[i-1] != ' ' && text[i-1] != '\n' && text[i-1] != '\t' {
		i--
	}
	return i
}

// wovenWord returns the end of the word text[start:], and how many signs are in it.
func wovenWord(text string, start int) (end, signs int) {
	for end = start; end < len(text) && text[end] != ' ' && text[end] != '\n' && text[end] != '\t'; end++ {
		signs += int(wovenSign[text[end]])
	}
	return end, signs
}

// weaveOf counts the letters of the word text[start:end] and the signs between them.
func weaveOf(text string, start, end int) weave {
	const longest = 80
	w := weave{start: start, end: end}
	if end-start > longest || !strings.ContainsAny(text[start:end], wovenSigns) {
		w.letters = end - start
		return w
	}
	var seen signSet
	run, gap := 0, 0
	for _, c := range text[start:end] {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if gap == 1 {
				w.signs++
			}
			run, gap = run+1, 0
			w.letters += points(unicode.IsLetter(c))
			w.long = max(w.long, run)
			w.other = w.other || c >= utf8.RuneSelf
		case c < utf8.RuneSelf && strings.IndexByte(wovenSigns, byte(c)) >= 0:
			if !seen.has(byte(c)) {
				seen.add(byte(c))
				w.sorts++
			}
			run = 0
			gap++
		default:
			return weave{start: start, end: end, letters: end - start}
		}
	}
	return w
}
