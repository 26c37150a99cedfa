package signal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A luring is what stands around a code to join with, or a name to search for.
type luring struct {
	inviter  bool // the code is somebody's who is paid for it
	reward   bool // something is won or given
	promises int  // an advertisement's promises and calls that are different
	amount   bool
	enrolled bool // it is for those who sign up or pay in
	shown    bool // it says where among what is found to look
	barred   bool // it says why there is no link
	alone    bool // the text is hardly more than this
	within   bool // what is given is part of the name
	branded  bool // it is a name made up of a word or two and a number, as sites have
	errand   bool // a shop, a class, a meeting, a machine: codes that people have to do with
}

// lureWords are the words of the files lure.LANGUAGE.txt, by what they tell.
var lureWords = bookOf("lure", "")

// maxLures is how many of a text are looked at closely.
const maxLures = 32

// luringAround reads the sentences around folded[start:end].
func (r *reading) luringAround(start, end int) luring {
	if r.lured++; r.lured > maxLures {
		return luring{errand: true}
	}
	from, to := max(0, start-besideBytes), min(len(r.folded), end+besideBytes)
	around := r.folded[from:to]
	told := lureWords().in(around)
	tells := func(role string) bool { return told.tells(role) > 0 }
	return luring{
		inviter: tells("inviter"), reward: tells("reward") || witnessWords().in(around).tells("luck") > 0, enrolled: tells("enrol"),
		shown: tells("shown"), barred: tells("barred"), errand: tells("errand") || r.isSurvey(),
		promises: r.promisesAround(start, end),
		amount:   r.amountNear(start, end),
		alone:    r.isShort(),
	}
}

// points counts what of several things is so.
func points(is ...bool) (n int) {
	for _, yes := range is {
		if yes {
			n++
		}
	}
	return n
}

// code says how much speaks for a code by which somebody gains members. One
// that nobody signs up with is a shop's or a game's, and no more than fair.
func (l *luring) code() Strength {
	n := points(l.inviter, l.reward, l.promises > 0, l.amount, l.enrolled, l.barred, l.alone && l.pays(), l.alone && l.inviter && l.enrolled)
	s := byPoints(n, 3, 2, l.errand)
	if !l.inviter && !l.enrolled && !l.barred {
		return min(s, Fair)
	}
	return s
}

// name says how much speaks for a name that is given in the place of an
// address; a coined one is a point by itself.
func (l *luring) name(coined bool) Strength {
	n := points(coined, l.reward, l.promises > 0, l.promises > 1, l.amount, l.shown, l.barred,
		coined && l.alone && (l.pays() || l.shown || l.barred), l.branded && (l.shown || l.barred),
		l.alone && l.pays() && (l.shown || l.barred))
	if n == 1 && l.reward && l.alone && !l.within { // hardly more is said than what is given
		n++
	}
	return byPoints(n, 4, 2, l.errand)
}

// pays reports whether something is to be had.
func (l *luring) pays() bool {
	return l.reward || l.amount || l.promises > 1 || l.promises > 0 && !l.enrolled
}

// byPoints makes a strength of points. An errand is worth two against.
func byPoints(n, strong, fair int, errand bool) Strength {
	if errand {
		n -= 2
	}
	switch {
	case n >= strong:
		return Strong
	case n >= fair:
		return Fair
	case n == fair-1 && n > 1:
		return Weak
	}
	return Silent
}

// isCoinedToken reports whether a word is a name that means nothing: it has
// letters and digits, or stands in capitals, or in a script, that the text
// around it is not written in.
func (r *reading) isCoinedToken(start, end int) bool {
	word := r.folded[start:end]
	if isCoinedToken(word) {
		return true
	}
	if len(word) < 3 || len(r.folded) > letterBytes || strings.IndexFunc(word, func(c rune) bool { return c >= utf8.RuneSelf || !unicode.IsLetter(c) }) >= 0 || lureWords().has("platform", word) {
		return false
	}
	span := r.span(start, end)
	raw := r.text.Raw
	return isCapital(raw[span.Start:span.End]) && !isCapital(lettersAround(raw, span.Start, span.End))
}

// isAlien reports whether a word in Latin letters that is no service's name
// stands where nothing else is in Latin letters.
func (r *reading) isAlien(start, end int) bool {
	word := r.folded[start:end]
	if len(word) < 3 || strings.IndexFunc(word, func(c rune) bool { return scriptOf(c) != latin && c != '-' && c != '_' }) >= 0 || lureWords().has("platform", word) {
		return false
	}
	around := lettersAround(r.folded, start, end)
	return strings.IndexFunc(around, unicode.IsLetter) >= 0 && strings.IndexFunc(around, isLatin) < 0
}

// isCapital reports whether the letters of a text are all capital Latin ones.
func isCapital(text string) bool {
	return text != "" && strings.IndexFunc(text, func(c rune) bool { return unicode.IsLetter(c) && (c < 'A' || c > 'Z') }) < 0
}

// lettersAround returns a few letters before and behind raw[start:end].
func lettersAround(raw string, start, end int) string {
	const few = 24 // bytes
	return strings.ToValidUTF8(raw[max(0, start-few):start]+raw[end:min(len(raw), end+few)], "")
}

// madeUp is how many letters a word has at least that is no product's name.
const madeUp = 8

// isMadeUp reports whether a word is many letters and a number behind them, as
// names of sites are that nobody had before.
func isMadeUp(word string) bool {
	letters := strings.TrimRight(word, "0123456789")
	return isBrand(word) && len(letters) >= madeUp
}
