package signal

import (
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var placeList = Signal{
	Name: "place/list",
	Kind: Placement,
	Doc: "Search words follow one another with nothing between them but blanks, signs or hashtags. " +
		"Tags of an honest post name one thing each, and its topic is not spam's.",
	Needs: HasPile,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			if r := &read[i]; differentNames(r.compounds) >= pileSize {
				sink.addLists(r)
			}
		}
	},
}

const (
	itemBytes = 54 // most of an item of a list
	itemWords = 5  // most of one
	knownItem = 4  // one item in so many names a topic of spam
	knownWord = 2  // one word in so many, where items are not parted by signs
	strayItem = 6  // so many in a row that name none do not end a list
	maxItems  = 1 << 14
)

// An item is what stands between two signs of a list.
type item struct {
	start, end int
	known      bool // search words are in it
	listed     bool // it may be part of a list: it is short, and no sentence
	said       bool // it ends as a sentence does
	sign       rune // that ends it: a blank between words, 0 if it is an address or the end
}

// addLists reports the items of every list of search words.
func (s *Sink) addLists(r *reading) {
	items := r.items()
	for from := 0; from < len(items); {
		to, known, words := from, 0, 0
		for last := from - 1; to < len(items) && items[to].listed && to-last <= strayItem; to++ {
			if items[to].known {
				known, last = known+1, to
			}
			if items[to].sign == ' ' {
				words++
			}
		}
		least := knownItem
		if words*2 > to-from {
			least = knownWord
		}
		if known > 0 && known*least >= to-from {
			s.addList(r, items[from:to])
		}
		from = max(to, from+1)
	}
}

// addList reports a list that names enough.
func (s *Sink) addList(r *reading, list []item) {
	from, to := list[0].start, list[len(list)-1].end
	if differentNames(r.compoundsNear(from, to)) < pileSize {
		return
	}
	for _, it := range list {
		s.Add(Finding{Span: r.span(it.start, it.end), Payload: Anchor, Note: "one of a list of search words", Strength: Strong})
	}
}

// A Listing is what looks like a list: short pieces with the same sign, or an
// address, between them, none of which is a sentence.
type Listing struct {
	Entries []document.Span
	Sign    rune // a blank if the entries are single words
}

// Lists returns the lists of at least so many entries in a field of the document
// that s was run on last, whatever they are about. Those whose sign parts words
// in sentences, too, may be left out unless prose is set.
func (s *Sink) Lists(f document.Field, least int, prose bool) (all []Listing) {
	for i := range s.read {
		r := &s.read[i]
		if r.text == nil || r.text.Field != f || !prose && !r.mayList(least) {
			continue
		}
		items := r.items()
		for from := 0; from < len(items); {
			n, sign := listed(items[from:])
			if n >= max(least, pileSize) {
				all = append(all, r.listing(items[from:from+n], sign))
			}
			from += max(n, 1)
		}
	}
	return all
}

// mayList reports whether so many entries may be parted by a sign that stands
// in no sentence, or by links.
func (r *reading) mayList(entries int) bool {
	n := 1 + len(r.links)
	for i := 0; i < len(partsNames) && n < entries; i++ {
		if c := partsNames[i]; c >= utf8.RuneSelf && r.wide || r.signs.has(c) {
			n += strings.Count(r.folded, partsNames[i:i+1])
		}
	}
	return n >= entries
}

// partsNames holds the bytes that a sign may begin with which parts the items
// of lists and no words in sentences.
const partsNames = "#|/;>\xc2\xe2\xe3"

const (
	strayWords = 3 // words in a row that may be a sentence's, in a list of words
	strayShare = 3 // one in so many of its words may be
)

// listed returns how many of the first items are those of one list, and its
// sign. Among single words a few may end as words within a sentence do.
func listed(items []item) (end int, sign rune) {
	strays := 0
	for n := range items {
		it := &items[n]
		if it.listed {
			end = n + 1
		} else if strays++; it.said || it.sign != ' ' || sign != ' ' || n-end == strayWords || strays*strayShare > n+strayWords {
			break
		}
		if sign == 0 {
			sign = it.sign
		}
		if it.sign != 0 && it.sign != sign {
			break
		}
	}
	return end, sign
}

// listing returns what items list.
func (r *reading) listing(items []item, sign rune) Listing {
	list := Listing{make([]document.Span, len(items)), sign}
	for i := range items {
		list.Entries[i] = r.span(items[i].start, items[i].end)
	}
	return list
}

// items cuts a text into what stands between the signs of lists and addresses.
func (r *reading) items() []item {
	all, links, start := r.listItems[:0], r.links, 0
	for i := 0; i < len(r.folded) && len(all) < maxItems; {
		stop := len(r.folded)
		if len(links) > 0 {
			stop = links[0].Start
		}
		if i >= stop {
			all = r.appendItems(all, start, i, 0)
			i = max(i, links[0].End)
			start, links = i, links[1:]
			continue
		}
		if i = nextListSign(r.folded, i, stop); i == stop {
			continue
		}
		c, n := utf8.DecodeRuneInString(r.folded[i:])
		if c == ' ' || isListSign(c) {
			all = r.appendItems(all, start, i, c)
			start = i + n
			if c == '#' {
				start = i
			}
		}
		i += n
	}
	r.listItems = r.appendItems(all, start, len(r.folded), 0)
	return r.listItems
}

// nextListSign returns where in text[i:stop] the next two blanks stand or the
// next sign of lists may, or stop.
func nextListSign(text string, i, stop int) int {
	for ; i < stop; i++ {
		c := text[i]
		if beginsListSign[c] || c == ' ' && i+1 < len(text) && text[i+1] == ' ' {
			break
		}
	}
	return i
}

// beginsListSign holds the bytes that a sign of lists may begin with.
var beginsListSign = [1 << 8]bool{'\n': true, '#': true, '|': true, '/': true, ',': true, ';': true, '>': true,
	0xc2: true, 0xe2: true, 0xe3: true, 0xef: true}

// isListSign reports whether a character stands between the items of lists.
func isListSign(c rune) bool {
	switch c {
	case '\n', '#', '|', '/', ',', ';', '>', '·', '•', '★', '☆', '▶', '◆', '■', '◈', '※', 'ㅣ', '│', '、', '，':
		return true
	}
	return false
}

// appendItems appends folded[start:end], or the words of it if there are many.
func (r *reading) appendItems(all []item, start, end int, sign rune) []item {
	start += len(r.folded[start:end]) - len(strings.TrimLeft(r.folded[start:end], " -*"))
	end = start + len(strings.TrimRight(r.folded[start:end], " "))
	if strings.Count(r.folded[start:end], " ") < itemWords {
		return r.appendItem(all, item{start: start, end: end, sign: sign})
	}
	for from := start; from < end && len(all) < maxItems; {
		to := from
		for to < end && (r.folded[to] != ' ' || r.inCompound(to)) {
			to++
		}
		all = r.appendItem(all, item{start: from, end: to, sign: ' '})
		from = skipBlanks(r.folded, to)
	}
	return all
}

// inCompound reports whether folded[i] is within a compound.
func (r *reading) inCompound(i int) bool {
	c := r.compoundAround(i)
	return c != nil && i < c.end
}

// appendItem appends an item with what is known of it.
func (r *reading) appendItem(all []item, it item) []item {
	text := r.folded[it.start:it.end]
	if text == "" || text == "#" {
		return all
	}
	taken := 0
	near := r.compoundsNear(it.start, it.end)
	for i := range near {
		c := &near[i]
		if c.end <= it.start || it.end <= c.start {
			continue
		}
		taken += min(c.end, it.end) - max(c.start, it.start)
		it.known = it.known || c.isSearch() && c.setting&reported == 0
	}
	short := len(text) <= itemBytes || taken*4 > len(text)*3
	it.said = isSaid(text)
	it.listed = short && !it.said && (it.known || it.sign != ' ' || !hasParticle(text))
	return append(all, it)
}

// isSaid reports whether a text ends as a sentence does, or holds its end.
func isSaid(text string) bool {
	if strings.HasSuffix(text, ".") {
		return true
	}
	if !endsWide(text) {
		return holdsSign(text)
	}
	for _, end := range [...]string{"니다", "이다", "하다", "되다", "요", "죠", "까", "네"} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	if stem, ok := strings.CutSuffix(text, "다"); ok { // 했다, 간다, not 바다
		last := lastRune(stem)
		return isSyllable(last) && hasFinal(last)
	}
	return holdsSign(text)
}

// endsWide reports whether the last character of text is not ASCII.
func endsWide(text string) bool { return text != "" && text[len(text)-1] >= utf8.RuneSelf }

// holdsSign reports whether a sign that ends sentences stands in text.
func holdsSign(text string) bool {
	for i := range len(text) {
		if !beginsEnd[text[i]] {
			continue
		}
		switch rest := text[i:]; rest[0] {
		case '?', '!':
			return true
		case '.':
			if strings.HasPrefix(rest, ". ") {
				return true
			}
		case 0xe3, 0xef:
			if strings.HasPrefix(rest, "。") || strings.HasPrefix(rest, "？") || strings.HasPrefix(rest, "！") {
				return true
			}
		}
	}
	return false
}

// beginsEnd holds the bytes that a sign may begin with which ends sentences.
var beginsEnd = [1 << 8]bool{'?': true, '!': true, '.': true, 0xe3: true, 0xef: true}

// hasParticle reports whether a word ends as one does that a sentence governs.
func hasParticle(word string) bool {
	if !endsWide(word) {
		return false
	}
	for _, end := range [...]string{"은", "는", "을", "를", "이", "가", "에", "의", "에서", "으로", "과", "와", "도", "고"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// differentNames counts the different topics of search words in a list, up to
// pileSize. Words that are only glued, or parted by blanks, are one compound
// with many.
func differentNames(list []compound) int {
	var buf [pileSize]*term
	seen := buf[:0]
	for i := range list {
		c := &list[i]
		if c.setting&reported != 0 || !c.isSearch() {
			continue
		}
		for _, u := range c.units {
			if u.term.role&(head|name) != 0 && !containsTerm(seen, u.term) {
				if seen = append(seen, u.term); len(seen) == pileSize {
					return pileSize
				}
			}
		}
	}
	return len(seen)
}
