package spam

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/internal/fluency"
)

// A host is the text around cuts, with what its other lines say of how its
// writer breaks them.
type host struct {
	text     string
	breaks   bool // a line ends within a paragraph somewhere else
	ragged   bool // one of these ends within a sentence
	html     bool // <br> breaks a line
	searched int  // bytes, by knows
}

// blanks are the characters that part words on a line.
const blanks = " \t\u00a0\u3000"

// breakAt returns the length of the line break that s begins with, 0 if none.
func (h *host) breakAt(s string) int {
	n := 0
	if h.html && len(s) > 3 && strings.EqualFold(s[:3], "<br") {
		n = strings.IndexByte(s[:min(len(s), 8)], '>') + 1
	}
	for _, newline := range [...]string{"\n", "\r\n"} {
		if strings.HasPrefix(s[n:], newline) {
			return n + len(newline)
		}
	}
	return n
}

// endsLine reports whether s ends with a line break.
func (h *host) endsLine(s string) bool {
	if strings.HasSuffix(s, "\n") {
		return true
	}
	if !h.html || !strings.HasSuffix(s, ">") {
		return false
	}
	s = s[max(0, len(s)-len("<br />")):]
	at := strings.LastIndexByte(s, '<')
	return at >= 0 && h.breakAt(s[at:]) == len(s)-at
}

// hostOf looks at the line breaks that stand apart from all cuts.
func hostOf(text string, html bool, cuts []cut) host {
	h := host{text: text, html: html}
	signs := "\n"
	if html {
		signs = "\n<"
	}
	next, before := 0, -1 // the next cut, the last line break
	for at := 0; ; {
		i := strings.IndexAny(text[at:], signs)
		if i < 0 {
			return h
		}
		start := at + i
		n := h.breakAt(text[start:])
		at = start + max(n, 1)
		if n == 0 {
			continue
		}
		for next < len(cuts) && cuts[next].end <= start {
			next++
		}
		own := next < len(cuts) && cuts[next].start <= max(start, skipBlank(text, at)) ||
			next > 0 && before < cuts[next-1].end && strings.Trim(text[cuts[next-1].end:start], blanks+"\r") == ""
		before = start
		line := strings.TrimRight(text[:start], blanks+"\r")
		if own || line == "" || h.endsLine(line) || h.breakAt(strings.TrimLeft(text[at:], blanks)) > 0 {
			continue
		}
		h.breaks = true
		h.ragged = h.ragged || !endsSentence(line)
	}
}

// skipBlank returns where blanks that begin at text[i] end.
func skipBlank(text string, i int) int { return len(text) - len(strings.TrimLeft(text[i:], blanks)) }

// close returns what to take out for a cut, and what to put in its place.
func (h *host) close(c cut) (start, end int, joint string) {
	if c.markup {
		return c.start, c.end, ""
	}
	left := strings.TrimRight(h.text[:c.start], blanks)
	right := strings.TrimLeft(h.text[c.end:], blanks)
	start, end = len(left), len(h.text)-len(right)
	lineStart := left == "" || h.endsLine(left)
	lineEnd := right == "" || h.breakAt(right) > 0
	switch {
	case lineStart && lineEnd:
		return h.closeLine(start, end)
	case lineStart:
		return c.start, end, "" // what indents the line stays
	case right == "":
		return start, end, ""
	case lineEnd:
		return h.closeBreak(c, start, end)
	}
	if start < c.start || end > c.end {
		joint = h.joint(left, right)
	}
	return start, end, joint
}

// joint returns what parts left and right: a blank, or nothing if they are one word.
func (h *host) joint(left, right string) string {
	if isOneWord(left, right) || h.counts(left, right) || h.knows(left, right) || h.spells(left, right) || flows(left, right) {
		return ""
	}
	return " "
}

// closeLine takes a whole line out, with the line break that follows it, or
// else the one before it. A line that stood between the halves of a sentence
// takes both, one that stood between blank lines takes one of these.
func (h *host) closeLine(start, end int) (int, int, string) {
	before := strings.TrimRight(h.text[:start], blanks+"\r\n")
	isTop := before == "" || strings.Count(h.text[len(before):start], "\n") > 1
	if end += h.breakAt(h.text[end:]); !isTop && h.parts(before, h.text[end:]) {
		right := strings.TrimLeft(h.text[end:], blanks)
		return len(before), len(h.text) - len(right), h.joint(before, right)
	}
	for n := 1; isTop && n > 0; end += n {
		n = h.breakAt(h.text[end:])
	}
	if end < len(h.text) {
		return start, end, ""
	}
	return len(before), end, ""
}

// halfLine is the least length of a line, in bytes, that is no heading.
const halfLine = 60

// parts reports whether a sentence goes on below a line that was taken out.
func (h *host) parts(above, below string) bool {
	line := above[strings.LastIndexByte(above, '\n')+1:]
	return !h.html && !h.ragged && len(line) >= halfLine && !endsSentence(line) && below != "" && h.breakAt(below) == 0
}

// closeBreak closes a cut at the end of a line. Spam that has lost its link
// often leaves a line break in the middle of a sentence, which goes with it.
func (h *host) closeBreak(c cut, start, end int) (int, int, string) {
	left := h.text[:start]
	after := end + h.breakAt(h.text[end:])
	right := strings.TrimLeft(h.text[after:], blanks)
	if right == "" || h.breakAt(right) > 0 { // the end of a paragraph
		return start, end, ""
	}
	after = len(h.text) - len(right)
	if isOneWord(left, right) {
		return start, after, ""
	}
	ended := endsSentence(left)
	switch {
	case ended && (h.breaks || c.link), !ended && h.ragged:
		return start, end, ""
	case ended && start == c.start: // no blank parted the spam from the sentence
		return start, end, ""
	}
	return start, after, h.joint(left, right)
}

// endsSentence reports whether a text ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"')]}”’」』〉》】")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".?!…。？！~", r)
}

// isOneWord reports whether left and right must touch: a sign that leans on its
// neighbour, a stem that cannot end a word, an ending that cannot begin one.
func isOneWord(left, right string) bool {
	l, _ := utf8.DecodeLastRuneInString(left)
	r, _ := utf8.DecodeRuneInString(right)
	if strings.ContainsRune("([{“‘「『〈《【", l) || strings.ContainsRune(".,?!…)]}%”’」』〉》】、。，·~", r) {
		return true
	}
	if !unicode.Is(unicode.Hangul, l) && !unicode.IsLetter(l) && !unicode.IsDigit(l) && l != '”' && l != '’' && l != ')' {
		return false
	}
	return isStem(l) && unicode.Is(unicode.Hangul, r) || bound[hangulRun(right)]
}

// isStem reports whether a syllable has a final consonant that ends no word
// of Korean, only the stem of one: ㄵ ㄶ ㄾ ㄿ ㅀ ㅆ.
func isStem(r rune) bool {
	if r < '가' || r > '힣' {
		return false
	}
	switch (r - '가') % 28 {
	case 5, 6, 13, 14, 15, 20:
		return true
	}
	return false
}

// maxRun is the longest run of syllables that is looked at, in bytes.
const maxRun = 24

// hangulRun returns the Hangul that s begins with.
func hangulRun(s string) string {
	for i, r := range s {
		if i > maxRun || !unicode.Is(unicode.Hangul, r) {
			return s[:i]
		}
	}
	return s
}

// hangulTail returns the Hangul that s ends with.
func hangulTail(s string) string {
	at := len(s)
	for at > 0 && len(s)-at < maxRun {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		if !unicode.Is(unicode.Hangul, r) {
			break
		}
		at -= size
	}
	return s[at:]
}

// bound holds the particles and endings that are no words of their own. Left
// out, since they are words as well: 이, 나, 만, 보다, 지, 한, 할, 했다, 된다.
var bound = words(`
	가 과 까지 께 께서 는 다 다고 다는 다며 다면 던 던데 도 도록 든지 들 들과 들도 들에게 들은 들을 들의 들이
	라고 라는 라도 라며 랑 로 로는 로도 로서 로써 를 마저 며 면 면서 므로 밖에 부터 부터는
	습니까 습니다 았다 어야 었고 었다 었던 었으며 에 에게 에게는 에는 에도 에서 에서는 에서도 에서의 에의 였고 였다 였던 와 와의
	으나 으로 으로는 으로도 으로서 으로써 으며 으면 은 을 음 의 이나 이다 이라고 이라는 이라며 이며 인데 입니까 입니다
	적 적으로 적이고 적인 조차 지만 처럼 하게 하고 하는 하며 하면서 하지만 한테 했고 했던 했으며 `)

func words(list string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// flowing is how much more fluent two halves must be as one word than as two,
// in log-probability. It gives 93 % of the blanks of news back where they were,
// and closes 84 % of the words.
const flowing = 1

// flows reports whether Korean goes on from left to right without a blank.
func flows(left, right string) bool {
	l, _ := utf8.DecodeLastRuneInString(left)
	r, _ := utf8.DecodeRuneInString(right)
	if !unicode.Is(unicode.Hangul, l) || !unicode.Is(unicode.Hangul, r) {
		return false
	}
	right = right[:min(len(right), maxRun)]
	m := fluency.Korean()
	return m.Join(left, right)-m.Join(left, " "+right) > flowing
}

const (
	maxSearched = 64 << 20 // bytes; each search for a word reads the whole text
	halfWord    = 3        // syllables on each side of a cut that make a word worth searching
	shortest    = 3        // syllables that such a word has at least
)

// knows reports whether the text writes what is on both sides of a cut as one
// word somewhere else.
func (h *host) knows(left, right string) bool {
	left, right = hangulTail(left), hangulRun(right)
	return h.has(left, halfWord, right, 1) || h.has(left, 1, right, halfWord)
}

// has reports whether the text holds the last syllables of tail and the first
// of run, at most n and m, as one.
func (h *host) has(tail string, n int, run string, m int) bool {
	tail, n = lastSyllables(tail, n)
	run, m = firstSyllables(run, m)
	if n == 0 || m == 0 || n+m < shortest || h.searched > maxSearched {
		return false
	}
	h.searched += len(h.text)
	return strings.Contains(h.text, tail+run)
}

func lastSyllables(s string, most int) (string, int) {
	n, at := 0, len(s)
	for at > 0 && n < most {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
		n++
	}
	return s[at:], n
}

func firstSyllables(s string, most int) (string, int) {
	n := 0
	for i := range s {
		if n == most {
			return s[:i], n
		}
		n++
	}
	return s, n
}
