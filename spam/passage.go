package spam

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// A passage is a sentence or a line of a field, with the stretches of it that
// no mark covers.
type passage struct {
	start, end  int
	bare        []stretch
	marked      bool    // something is marked in it
	reach       bool    // an address or a contact is
	words       bool    // words are
	shown       bool    // something of that can be seen
	offered     bool    // most of it is part of an offer
	praised     bool    // a compliment that fits every text is in it
	foreign     bool    // what was put into it is of another language
	beside      bool    // another passage on its line is marked
	left        bool    // words are left of it
	bytes       int     // how much is
	says        float64 // what that says for spam by itself, in log-odds
	lean, whole float64 // and each token of it
	weight      float64 // what speaks for it to belong to the advertisement, in log-odds
	belongs     bool    // it does
}

type stretch struct{ start, end int }

// linePiece is the most bytes of words on one side of the address in a line of
// search words.
const linePiece = 54

// parts reports whether a passage is a line of little but names between two
// halves of a sentence.
func (q *passage) parts(text string) bool {
	above := strings.TrimRight(text[:q.start], " \r\n")
	if above == "" || !strings.Contains(text[len(above):q.start], "\n") || q.end < len(text) && text[q.end-1] != '\n' {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(above); !unicode.IsLetter(last) || endsTalk(above) {
		return false
	}
	for _, s := range q.bare {
		piece := strings.TrimSpace(text[s.start:s.end])
		if len(piece) > linePiece || endsTalk(piece) || strings.ContainsAny(piece, ".,!?。、，") {
			return false
		}
	}
	return true
}

// apartOf returns the paragraph that all marks of a text stand in, if it stands
// apart from a longer rest.
func apartOf(text string, marks []Mark) stretch {
	if len(marks) == 0 {
		return stretch{}
	}
	const line = "\n\n"
	from, to := marks[0].Span.Start, marks[len(marks)-1].Span.End
	s := stretch{max(0, from-apartBytes-len(line)), len(text)}
	if at := strings.LastIndex(text[s.start:from], line); at >= 0 {
		s.start += at + len(line)
	}
	if n := strings.Index(text[to:], "\n\n"); n >= 0 {
		s.end = to + n + 1
	}
	if s.end-s.start > apartBytes || s.end-s.start > len(text)/2 {
		return stretch{}
	}
	return s
}

// apartBytes is the most bytes of a paragraph of advertisement.
const apartBytes = 700

// appendPassages cuts a text into lines and sentences, but no mark. Outside of a
// stretch it appends only those with marks. What all had before, it uses again.
func appendPassages(all []passage, text string, html bool, in stretch, marks []Mark) []passage {
	left := maxReread
	for at := 0; at < len(text) && len(all) < maxPassages && left > 0; {
		q := passage{start: at}
		if n := len(all); n < cap(all) {
			q.bare = all[:n+1][n].bare[:0]
		}
		for ended := false; !ended && at < len(text); {
			for len(marks) > 0 && marks[0].Span.Start <= at {
				q.marked = true
				q.shown = q.shown || isShown(marks[0].Text)
				isReach := marks[0].Payload == signal.Link || marks[0].Payload == signal.Handle
				q.reach, q.words = q.reach || isReach, q.words || !isReach
				at = marks[0].Span.End
				marks = marks[1:]
			}
			stop := len(text)
			if len(marks) > 0 {
				stop = marks[0].Span.Start
			}
			var s stretch
			s.start = at
			at, ended = sentenceEnd(text, at, stop)
			if s.end = at; s.start < s.end {
				q.bare = append(q.bare, s)
			}
		}
		q.end = at
		if n := len(all) - 1; n >= 0 && q.isNamedBy(&all[n], text) {
			all[n].join(&q)
			left -= q.end - q.start
			continue
		}
		if (q.marked || in.start <= q.start && q.end <= in.end) && shown(text[q.start:q.end], html) <= maxPassage {
			all = append(all, q)
			left -= q.end - q.start
		}
	}
	return all
}

// isShown reports whether anything of a text can be seen.
func isShown(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return !unicode.Is(unicode.Cf, r) && !unicode.IsSpace(r) })
}

// isNamedBy reports whether q is nothing but an address or a contact behind the
// words of the passage before it, which end without the sign of a sentence.
func (q *passage) isNamedBy(before *passage, text string) bool {
	if !q.reach || q.words || before.end != q.start || hasWords(q.rest(text)) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[before.start:before.end], " "))
	return unicode.IsLetter(last)
}

// join adds the passage behind q to it.
func (q *passage) join(next *passage) {
	q.end, q.marked, q.reach, q.shown = next.end, true, true, q.shown || next.shown
	q.bare = append(q.bare, next.bare...)
}

// sentenceEnd returns where the sentence or the line that text[from:] goes on
// with ends, at stop at the latest, and whether it ends there.
func sentenceEnd(text string, from, stop int) (int, bool) {
	for i := from; i < stop; i++ {
		if !mayEndTalk[text[i]] {
			continue
		}
		switch text[i] {
		case '\n':
			return i + 1, true
		case ' ':
			if endsTalk(text[from:i]) {
				return i + 1, true
			}
		default:
			for _, sign := range wideSigns {
				if strings.HasPrefix(text[i:stop], sign) {
					return i + len(sign), true
				}
			}
		}
	}
	return stop, false
}

// mayEndTalk holds the bytes that stand behind sentences, and those that
// wideSigns begin with.
var mayEndTalk = [1 << 8]bool{'\n': true, ' ': true, 0xe3: true, 0xef: true}

// wideSigns end sentences that no blank follows.
var wideSigns = [...]string{"。", "！", "？"}

// endsTalk reports whether s ends a sentence: with its sign, or as Korean talk
// ends that goes without.
func endsTalk(s string) bool {
	if s == "" {
		return false
	}
	if last := s[len(s)-1]; last < utf8.RuneSelf {
		return last == '.' || last == '?' || last == '!'
	}
	for _, end := range [...]string{"니다", "요", "。", "！", "？"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// rest returns what is left of a passage without its marks.
func (q *passage) rest(text string) string {
	if len(q.bare) == 1 {
		return text[q.bare[0].start:q.bare[0].end]
	}
	var b strings.Builder
	b.Grow(q.end - q.start + len(q.bare))
	for _, s := range q.bare {
		b.WriteString(text[s.start:s.end])
		b.WriteByte(' ')
	}
	return b.String()
}

// covered returns what share of a passage is marked.
func (q *passage) covered() float64 {
	bare := 0
	for _, s := range q.bare {
		bare += s.end - s.start
	}
	return 1 - float64(bare)/float64(q.end-q.start)
}

// mark appends marks of what is left of a passage.
func (q *passage) mark(marks []Mark, f document.Field, text string, html bool) []Mark {
	for _, s := range q.bare {
		start, end := s.trim(text, html)
		if start < end && !isSeparator(text[start:end]) {
			marks = append(marks, Mark{document.Span{Field: f, Start: start, End: end}, signal.Phrase, text[start:end]})
		}
	}
	return marks
}

// trim returns the bounds of a stretch without the blanks at its ends, and
// without the tags of HTML there that lay a page out.
func (s stretch) trim(text string, html bool) (start, end int) {
	bare := strings.TrimSpace(text[s.start:s.end])
	for html && bare != "" {
		n := layoutTag(bare)
		if n == 0 {
			break
		}
		bare = strings.TrimSpace(bare[n:])
	}
	start = s.start + strings.Index(text[s.start:s.end], bare)
	for html && bare != "" {
		at := strings.LastIndexByte(bare, '<')
		if at < 0 || layoutTag(bare[at:]) != len(bare)-at {
			break
		}
		bare = strings.TrimSpace(bare[:at])
	}
	return start, start + len(bare)
}

// layoutTag returns the length of the tag that s begins with, if it is one that
// lays a page out, or else 0.
func layoutTag(s string) int {
	end := strings.IndexByte(s, '>')
	if end < 0 || s[0] != '<' {
		return 0
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(s[1:end], "/"), " ")
	switch strings.ToLower(strings.TrimSuffix(name, "/")) {
	case "article", "blockquote", "br", "center", "div", "li", "ol", "p", "section", "table", "tbody", "td", "tr", "ul":
		return end + 1
	}
	return 0
}

// shown returns how many bytes of a text are not in a tag.
func shown(text string, html bool) int {
	n := len(text)
	for at := 0; html; {
		tag := strings.IndexByte(text[at:], '<')
		if tag < 0 {
			break
		}
		at += tag
		length := strings.IndexByte(text[at:], '>')
		if length < 0 {
			break
		}
		n -= length + 1
		at += length + 1
	}
	return n
}

// isSeparator reports whether s is nothing but signs that part names.
func isSeparator(s string) bool {
	return strings.TrimLeft(s, " |/#·•★☆▶◆■※>ㅣ│") == ""
}

// hasWords reports whether two letters or digits stand in s.
func hasWords(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if n++; n == 2 {
				return true
			}
		}
	}
	return false
}
