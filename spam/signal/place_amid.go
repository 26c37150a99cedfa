package signal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var placeAmid = Signal{
	Name: "place/amid",
	Kind: Placement,
	Doc: "What people search for stands between two sentences of a short text that neither ask for it nor speak of it. " +
		"Who speaks of such things says so in a sentence.",
	Needs: HasTopic,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(d.Links) == 0 && len(r.folded) <= amidBytes {
			sink.addAmid(r)
		}
	},
}

const (
	amidBytes = 600 // most of a text
	amidSide  = 20  // least bytes of it before the words, and behind them
)

// addAmid reports the one search phrase of a text if no sentence holds it.
func (s *Sink) addAmid(r *reading) {
	var only *compound
	for i := range r.compounds {
		if c := &r.compounds[i]; c.has(head | name) {
			if only != nil || c.setting&^told != 0 || c.worth() == Silent {
				return
			}
			only = c
		}
	}
	if only == nil || only.end-only.start < longSearch || !r.isPhrase(only) && !only.has(head) ||
		r.cuesApart(report|notice|medic|guide|contact|code|search) > 0 || r.cuesApart(offer|invite) > 1 {
		return
	}
	before, behind := r.folded[:only.start], r.folded[only.end:]
	if len(before) < amidSide || len(behind) < amidSide || !r.isBetween(before, behind) {
		return
	}
	s.Add(Finding{Span: r.span(only.start, only.end), Payload: Anchor, Note: "search words between two sentences", Strength: Strong})
}

// isBetween reports whether a sentence ends in before, and another that says
// nothing of what stood between begins in behind; or Han and kana go on across
// blanks, which part none of their words.
func (r *reading) isBetween(before, behind string) bool {
	if !strings.HasSuffix(before, " ") && !strings.HasSuffix(before, "\n") || !strings.HasPrefix(behind, " ") && !strings.HasPrefix(behind, "\n") {
		return false
	}
	left, right := strings.TrimRight(before, " \n"), strings.TrimLeft(behind, " \n")
	l, _ := utf8.DecodeLastRuneInString(left)
	next, _ := utf8.DecodeRuneInString(right)
	if !unicode.IsLetter(next) {
		return false
	}
	if isSyllable(next) {
		word, _, _ := strings.Cut(right, " ")
		if endsInNoun(strings.TrimRight(word, ".!,~")) || asksShortly(right) {
			return false // it is said of what stood between
		}
		return (strings.ContainsRune("요다죠네까음함", l) || strings.ContainsRune(".!?", l)) && !asksFor(word)
	}
	return isHan(l) && isHan(next) && strings.Count(r.folded, " ") <= 2
}

// endsInNoun reports whether a Korean word ends as a predicate does that is
// made a noun, in a syllable with ㅁ below, as in 끊김.
func endsInNoun(word string) bool {
	c := lastRune(word)
	return isSyllable(c) && finalOf(c) == finalM && utf8.RuneCountInString(word) > 1
}

// asksShortly reports whether text begins with a question of so few words that
// its subject stands before it.
func asksShortly(text string) bool {
	const most = 3
	end := strings.IndexAny(text, "?.!\n")
	return end >= 0 && text[end] == '?' && strings.Count(text[:end], " ") < most
}

// asksFor reports whether a Korean word asks for what stands before it, or
// speaks of it.
func asksFor(word string) bool {
	for _, begin := range [...]string{"좀", "해", "부탁", "받", "하", "글", "광고", "이라", "라", "같", "문자", "때문", "도배", "삭제", "신고",
		"알려", "추천", "어디", "있", "없", "아시", "아는", "구해", "찾", "궁금", "뭐", "무슨", "왜", "관련", "얘기", "이야기", "질문", "정말", "진짜"} {
		if strings.HasPrefix(word, begin) {
			return true
		}
	}
	return false
}
