package linkify

import (
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hostStart returns where the label that ends at end begins.
func (s *scanner) hostStart(end int) int {
	i, floor := end, max(s.floor, end-maxLabel)
	for i > floor {
		if c := s.text[i-1]; c < utf8.RuneSelf {
			if !asciiHost[c] {
				break
			}
			i--
			continue
		}
		r, n := utf8.DecodeLastRuneInString(s.text[floor:i])
		if g, _ := glyphOf(r); g == noGlyph {
			break
		}
		i -= n
	}
	for i < end {
		r, n := utf8.DecodeRuneInString(s.text[i:end])
		if r != '-' && r != '_' && !isInvisible(r) {
			break
		}
		i += n
	}
	return i
}

// trim drops from the host's end what nobody sees: it is not inside.
func (h *host) trim(text string) {
	if h.form&Invisible == 0 || h.tld == noTLD {
		return
	}
	for h.end > h.start {
		r, n := utf8.DecodeLastRuneInString(text[h.start:h.end])
		if !isInvisible(r) {
			break
		}
		h.end -= n
	}
	if strings.IndexFunc(text[h.start:h.end], isInvisible) < 0 {
		h.form &^= Invisible
	}
}

// chain reads labels from start on, where d is the first dot, into s.host:
// the longest chain that ends in a top-level domain. It returns how far it
// has read.
func (s *scanner) chain(start int, d dot) int {
	h := &s.host
	h.tld, h.labels, h.size, h.form, h.end, h.foreign = noTLD, 0, 0, 0, start, false
	l, at := s.firstLabel(start, d)
	if at == 0 {
		return max(d.end-1, start)
	}
	h.start = l.start
	form, foreign, last := l.form, l.letters, 0
	for n := 1; ; n++ {
		if at >= maxHost {
			s.cut = true
			return d.end
		}
		h.name[at] = '.'
		at++
		form |= d.form
		l = readLabel(s.text, d.end, len(s.text))
		tld, end, to := s.readTLD(l, d, at)
		if tld != noTLD && !s.sentence(l, tld, d, form) {
			h.tld, h.end, h.size, h.tldStart, h.labels, h.last = tld, end, to, at, n+1, last
			h.form, h.foreign = form|l.form|h.leet, foreign
		}
		glued := tld != noTLD && end != l.end
		if l.end == l.start || l.long || glued && (s.text[end] != '-' || !s.dotFollows(l.end)) {
			return max(end, d.end)
		}
		if glued || tld == noTLD { // also in "a.co-b.com"
			to = h.put(at, s.text[l.start:l.end], l.folds())
		}
		next, ok := s.dotAt(l.end)
		if !ok || s.text[l.end-1] == '-' {
			s.numbers(start, l.end, to, n+1)
			return l.end
		}
		last, at, d, form, foreign = at, to, next, form|l.form, l.letters
	}
}

// firstLabel reads the label at text[start:], up to d, to the beginning of the
// host's name. It returns the label and its end there, which is 0 if there is none.
func (s *scanner) firstLabel(start int, d dot) (l label, end int) {
	l = readLabel(s.text, start, d.start)
	if l.end != d.start || l.end == start || s.text[l.end-1] == '-' {
		return l, 0
	}
	if d.form&Spelled != 0 && l.letters && l.head == l.start {
		if name := spell(s.text[l.start:l.end]); name != "" {
			l.letters = false
			return l, copy(s.host.name[:], name)
		}
	}
	l = s.unglue(l, d)
	return l, s.host.put(0, s.text[l.start:l.end], l.folds())
}

// unglue drops from the front of a host's first label what is a word of the
// text around it: letters of another script before ASCII ones.
func (s *scanner) unglue(l label, d dot) label {
	if s.schemed || !l.letters || l.tail <= l.start || l.tail >= l.end {
		return l
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:l.tail])
	if unicode.Is(unicode.Latin, r) || !l.tailLetter && !digitsOfTheirOwn(s.text[l.tail:l.end], r) && !s.isSubdomain(d) {
		return l
	}
	start := l.tail
	for start < l.end { // to where ASCII letters begin
		r, n := utf8.DecodeRuneInString(s.text[start:])
		if g, _ := glyphOf(r); r != '-' && r != '_' && g != lookalike && g != alike {
			break
		}
		start += n
	}
	if start == l.end {
		return l
	}
	return readLabel(s.text, start, d.start)
}

// digitsOfTheirOwn reports whether a host may begin with the digits in tail,
// although the letter before touches them.
func digitsOfTheirOwn(tail string, before rune) bool {
	return allDigits([]byte(tail)) && (len(tail) > 3 || len(tail) == 3 && !isHangul(before))
}

// isSubdomain reports whether the label before the dot d stands before a name
// rather than before a public suffix: two more labels follow.
func (s *scanner) isSubdomain(d dot) bool {
	end := d.end
	for end < len(s.text) && asciiHost[s.text[end]] {
		end++
	}
	switch next := s.text[d.end:end]; next {
	case "co", "com", "or", "org", "ne", "net", "pe", "re", "ac", "go":
		return false
	default:
		return next != "" && s.dotFollows(end)
	}
}

// readTLD returns the rank of the top-level domain that l is or begins with,
// its end in the text, and its end in the name, where it is put at position at.
func (s *scanner) readTLD(l label, d dot, at int) (r rank, end, to int) {
	h := &s.host
	h.leet = 0
	if d.form&Spelled != 0 || d.form&Defanged != 0 || d.form == 0 && s.asciiBefore(d.start) {
		if ascii, n := hangulTLD(s.text[l.start:]); n > 0 {
			return coreTLD, l.start + n, at + copy(h.name[at:], ascii)
		}
	}
	if l.letters && l.head == l.start {
		return s.readUnicodeTLD(l, d, at)
	}
	end = l.end
	if l.letters || l.form&Lookalike != 0 && !l.folds() {
		end = l.head
	}
	to = h.put(at, s.text[l.start:end], l.folds())
	if r = rankOf(h.name[at:to]); r != noTLD {
		return r, end, to
	}
	if l.form&Lookalike != 0 && end == l.end && l.head > l.start { // "a.comсео"
		to = h.put(at, s.text[l.start:l.head], false)
		if r = rankOf(h.name[at:to]); r != noTLD {
			return r, l.head, to
		}
	}
	if unleet(h.name[at:to]) && rankOf(h.name[at:to]) == coreTLD {
		h.leet = Lookalike
		return coreTLD, end, to
	}
	if k, least := s.seam(l.start, end, l.end); k > l.start {
		to = h.put(at, s.text[l.start:k], l.folds())
		if r = rankOf(h.name[at:to]); r >= least {
			return r, k, to
		}
	}
	return noTLD, l.end, to
}

// readUnicodeTLD is readTLD for a label that begins outside of ASCII.
func (s *scanner) readUnicodeTLD(l label, d dot, at int) (r rank, end, to int) {
	n := unicodeTLD(s.text[l.start:])
	if n == 0 || d.form&OddDot != 0 && l.end-l.start > n {
		return noTLD, l.end, at
	}
	return plainTLD, l.start + n, s.host.put(at, s.text[l.start:l.start+n], false)
}

// seam returns where in text[start:end] a top-level domain may end that
// something else is glued to, and the least rank that it must have: digits of
// the text that goes on, a hyphen, another address, a word.
func (s *scanner) seam(start, end, labelEnd int) (k int, least rank) {
	t := s.text
	if k := start + len(strings.TrimRight(t[start:end], "0123456789")); end < labelEnd && k < end {
		return k, codeTLD // "a.com20분"
	}
	if k := strings.IndexByte(t[start:end], '-'); k > 0 {
		return start + k, coreTLD
	}
	if end < len(t) && t[end] == ':' {
		if k, scheme, _ := schemeEnding(t, end, start); scheme != "" {
			return k, codeTLD
		}
	}
	if end < len(t) && t[end] == '.' && strings.HasSuffix(t[start:end], "www") {
		return end - len("www"), codeTLD
	}
	for k = start; k < end && 'a' <= t[k] && t[k] <= 'z'; k++ {
	}
	if k-start >= len("kr") && k < end && ('A' <= t[k] && t[k] <= 'Z' || isDigit(t[k]) && s.host.isWWW()) {
		return k, coreTLD // "a.comCODE"
	}
	return start, coreTLD
}

// sentence reports whether the dot before l ends a sentence: the word after
// it has a capital letter, or would make a longer host of one that is good.
// The host up to there has a form and, at times, a name that is no word.
func (s *scanner) sentence(l label, tld rank, d dot, form Form) bool {
	h := &s.host
	if s.schemed {
		return h.tld != noTLD && tld <= weakTLD && d.form != 0
	}
	r, n := utf8.DecodeRuneInString(s.text[l.start:])
	if unicode.IsUpper(r) && l.start+n < l.end && form&(Styled|Invisible|Lookalike) == 0 && !s.coinedBefore(d.start) {
		next, _ := utf8.DecodeRuneInString(s.text[l.start+n:])
		prev, _ := utf8.DecodeRuneInString(s.text[h.start:])
		if unicode.IsLower(next) && (tld != coreTLD || !unicode.IsUpper(prev)) {
			return true
		}
	}
	if l.form&Lookalike != 0 && l.folds() && tld != coreTLD {
		return true
	}
	if d.form&(Spelled|Spaced|OddDot|Broken) != 0 && d.form&Defanged == 0 && tld != coreTLD {
		deliberate := d.form&Spelled != 0 || form&(Styled|Invisible|Lookalike) != 0 || s.coinedBefore(d.start)
		return !deliberate && (d.form != OddDot || tld <= weakTLD) || tld == codeTLD
	}
	return h.tld != noTLD && tld <= weakTLD
}

// numbers takes the chain for an IPv4 address if it is one.
func (s *scanner) numbers(start, end, size, labels int) {
	h := &s.host
	if h.tld != noTLD || labels != 4 || start != h.start {
		return
	}
	if a, err := netip.ParseAddr(string(h.name[:size])); err == nil && a.Is4() {
		h.end, h.size, h.labels, h.form = end, size, labels, h.form|Numeric
	}
}

func (h *host) numeric() bool { return h.form&Numeric != 0 }
