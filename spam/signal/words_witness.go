package signal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var wordsWitness = Signal{
	Name: "words/witness",
	Kind: Words,
	Doc: "A few sentences tell of winning, being paid and being served well, by a house of gambling or a dealer: a customer who was paid for it, with no address. " +
		"Of shops, banks and travels people tell so without words of such a trade.",
	Needs: HasTopic | hasTerm(luck) | HasDigitBehind,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= witnessBytes {
			sink.addWitness(r)
		}
	},
}

const (
	witnessBytes = 900 // most of what a customer tells
	witnessLeast = 2   // words of winning and of service
)

// witnessWords are the words of the files witness.LANGUAGE.txt, by what they
// tell.
var witnessWords = bookOf("witness", "")

// addWitness reports a text that tells of a house or a dealer as a customer.
func (s *Sink) addWitness(r *reading) {
	trade, start, end := r.tradeNamed()
	named, from, to := r.numberedName()
	if named {
		start, end = from, to
	}
	if trade+points(named) == 0 && !slices.ContainsFunc(r.cues, func(u unit) bool { return u.term.role&luck != 0 }) {
		return
	}
	told := witnessWords().in(r.folded)
	won, served := told.tells("luck"), told.tells("service")
	if won+served < witnessLeast-points(named) {
		return
	}
	coded, dialogue := r.isCoded(), r.isDialogue()
	if won+served < witnessLeast-points(named && (coded || dialogue)) || r.different(report|notice) > 0 || trade == 0 && lureWords().in(r.folded).tells("errand") > 0 {
		return
	}
	n := trade + points(named, coded, dialogue) + won + served
	strength := Silent
	switch {
	case won == 0 && !named:
	case trade+points(named) == 0:
		if n >= 4 && won >= witnessLeast {
			strength = Weak
		}
	case n >= 5:
		strength = Strong
	case n == 4, named && coded:
		strength = Fair
	case n == 3:
		strength = Weak
	}
	if strength > Silent {
		s.Add(Finding{Span: r.span(start, end), Note: "a customer's praise of a house or a dealer", Strength: strength})
	}
}

// tradeNamed says how plainly the text names a trade that customers are paid
// to praise, and where: a name counts once, one that means nothing else twice.
func (r *reading) tradeNamed() (n, start, end int) {
	lex := builtinLexicon()
	honest := lex.jobs | lex.notices | lex.support
	for i := range r.compounds {
		c := &r.compounds[i]
		if c.setting != 0 || c.topics()&^honest == 0 {
			continue
		}
		if k := 1 + points(c.has(head)); k > n {
			n, start, end = k, c.start, c.end
		}
	}
	return n, start, end
}

// numberedName returns whether a name in other than Latin letters has a number
// glued to it that counts nothing, as in 무지개77, and where.
func (r *reading) numberedName() (ok bool, start, end int) {
	if r.has&HasDigitBehind == 0 {
		return false, 0, 0
	}
	for _, w := range r.words {
		start, end := int(w.start), int(w.end)
		if n := end - start; n < 2 || n > 3 || start == 0 || strings.Trim(r.folded[start:end], "0123456789") != "" || r.inLink(start) {
			continue
		}
		from := lettersBefore(r.folded, start)
		if utf8.RuneCountInString(r.folded[from:start]) > 1 && !isCounted(r.folded[end:]) {
			return true, from, end
		}
	}
	return false, 0, 0
}

// lettersBefore returns where the letters of one script that end at text[end:]
// begin, at most a name's. Latin letters are none.
func lettersBefore(text string, end int) int {
	const longest = 24
	kind, _ := utf8.DecodeLastRuneInString(text[:end])
	start := end
	for start > 0 && end-start < longest {
		c, n := utf8.DecodeLastRuneInString(text[:start])
		if !isNameRune(c) || isSyllable(c) != isSyllable(kind) {
			break
		}
		start -= n
	}
	if rest, ok := strings.CutPrefix(text[start:end], "在"); ok {
		start = end - len(rest)
	}
	return start
}

// isNameRune reports whether r is a letter of a script in which names of houses
// of gambling have numbers glued to them.
func isNameRune(r rune) bool {
	return isSyllable(r) || isHan(r) || 0x30A0 <= r && r < 0x3100 || scriptOf(r) == inflected
}

// counters are what stands behind a number that counts or names something.
const counters = "번호개명원만천년월일층회위살세시분초주박점장권대인곳배프킬평석억조화기차강선급승패경연도시%도" +
	"年月日号號元块塊万萬点點個个次名人岁歲歳时時分天周週円圆回本枚階番級级路班度集米公秒倍期届平寸"

// isCounted reports whether what stands at the head of text makes the number
// before it one of something.
func isCounted(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return text != "" && (strings.ContainsRune(counters, c) || scriptOf(c) == inflected || isHiragana(c) && c != 'で' && c != 'が' && c != 'は' && c != 'に' && c != 'を' && c != 'の')
}

func isHiragana(r rune) bool { return 0x3040 <= r && r < 0x30A0 }

// isCoded reports whether a number stands behind the label of a code.
func (r *reading) isCoded() bool {
	return slices.ContainsFunc(r.cues, func(u unit) bool {
		if u.term.role&code == 0 {
			return false
		}
		i := skipLabel(r.folded, skipParticle(r.folded, u.end))
		return i < len(r.folded) && isAlnum(r.folded[i]) && hasDigit(r.folded[i:nameEnd(r.folded, i)])
	})
}

// isDialogue reports whether somebody asks in the text and somebody answers:
// what one writer puts into one post.
func (r *reading) isDialogue() bool {
	const turns = 2
	if !r.signs.has('?') && !r.wide {
		return false
	}
	n := strings.Count(r.folded, "→") + strings.Count(r.folded, "->")
	for line := range strings.Lines(r.folded) {
		for _, mark := range [...]string{"—", "–", "- ", "q:", "a:", "q.", "a.", "ㄴ", "└", "问", "答", "re:"} {
			n += points(strings.HasPrefix(strings.TrimLeft(line, " "), mark))
		}
	}
	return n >= turns && strings.ContainsAny(r.folded, "?？")
}
