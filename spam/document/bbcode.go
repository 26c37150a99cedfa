package document

import "strings"

// bbTags are the BBCode tags that are markup; any other word in brackets is text.
const bbTags = " b i u s url img quote code list color size font center left right align sub sup li table tr td th hr email " +
	"spoiler youtube media video h1 h2 h3 indent highlight bgcolor "

// bbTag reads the BBCode tag at raw[i].
func (r *reader) bbTag(i int) int {
	end := r.nextClose(i)
	if end < 0 || end-i > maxTarget {
		return i
	}
	j := i + 1
	closing := r.raw[j] == '/'
	if closing {
		j++
	}
	k := j
	for k < end && (isLetter(r.raw[k]) || '0' <= r.raw[k] && r.raw[k] <= '9' || r.raw[k] == '*') {
		k++
	}
	name := lowerName(r.raw[j:k])
	if name == "*" && k == end && r.syntax&linksOnly == 0 {
		r.lineBreak(i, end+1, false)
		return end + 1
	}
	if !among(bbTags, name) || k < end && strings.IndexByte("=: ", r.raw[k]) < 0 {
		return i
	}
	value := k
	if k < end {
		value++
	}
	return r.bbElement(name, closing, i, value, end)
}

// bbElement opens or closes the BBCode element raw[start:end+1], whose value
// begins at raw[value].
func (r *reader) bbElement(name string, closing bool, start, value, end int) int {
	next := end + 1
	if r.syntax&linksOnly == 0 {
		r.step(&r.hide, Hidden, name, closing, start)
		r.step(&r.faint, Faint, name, closing, start)
		r.step(&r.quote, Quote, name, closing, start)
	}
	switch {
	case closing && name == "url":
		if r.anchorTag == "url" {
			r.closeAnchor(start)
		}
	case closing:
	case name == "url" && value < end && r.raw[value-1] == '=':
		from, to := unquote(r.raw, value, end)
		r.openAnchor("url", from, to, next)
	case name == "url" || name == "img" || name == "media" || name == "video" || name == "youtube":
		if to := r.bbContent(name, start, next); to > next {
			return to
		}
	case name == "code" && r.syntax&linksOnly == 0:
		return r.bbCode(start, next)
	}
	if r.syntax&linksOnly != 0 {
		return start
	}
	if !closing {
		r.bbScope(name, r.raw[value:end], next)
	}
	if among(blocks, name) || name == "quote" || name == "code" || name == "list" {
		r.lineBreak(start, next, false)
	} else {
		r.drop()
	}
	return next
}

// bbScope opens the scope of an element that quotes or hides what follows at
// raw[next].
func (r *reader) bbScope(name, value string, next int) {
	switch name {
	case "quote":
		r.quote.enter(name, next, "")
	case "color":
		if isWhite(value) {
			r.conceal(name, next, whiteLetters)
		}
	case "size":
		if n, ok := length(value); ok && n < 2 {
			r.hide.enter(name, next, "size: "+value)
		}
	}
}

// bbContent reads [url]address[/url] and the like, whose address begins at
// raw[from]. It returns where the address ends.
func (r *reader) bbContent(name string, start, from int) int {
	limit := min(len(r.raw), from+maxTarget)
	n := strings.IndexByte(r.raw[from:limit], '[')
	if n <= 0 || !hasPrefixFold(r.raw[from+n:], "[/"+name) {
		return from
	}
	to := from + n
	l := markupLink{start: from, end: to, role: Target, shown: name == "url"}
	if name != "url" {
		l.role = Image
	}
	r.link(l)
	if r.syntax&linksOnly != 0 || name == "url" {
		r.drop()
		r.text(from, to)
	} else {
		r.drop()
	}
	return to
}

// bbCode reads a [code] block, whose content begins at raw[from].
func (r *reader) bbCode(start, from int) int {
	r.lineBreak(start, from, false)
	end := r.nextCodeEnd(from)
	if end < 0 {
		return from
	}
	r.segment(Segment{Code, from, end, ""})
	r.text(from, end)
	return end
}

// nextCodeEnd returns the position of the first [/code] at or after raw[i], or -1.
func (r *reader) nextCodeEnd(i int) int {
	if r.codeEnd < 0 || r.codeEnd > i {
		return r.codeEnd
	}
	for r.codeEnd = i; ; r.codeEnd += len("[/") {
		n := strings.Index(r.raw[r.codeEnd:], "[/")
		if n < 0 {
			r.codeEnd = -1
			return -1
		}
		if r.codeEnd += n; hasPrefixFold(r.raw[r.codeEnd:], "[/code]") {
			return r.codeEnd
		}
	}
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// unquote returns the part of raw[start:end] within quotation marks and blanks.
func unquote(raw string, start, end int) (int, int) {
	for start < end && (isBlank(raw[start]) || raw[start] == '"' || raw[start] == '\'') {
		start++
	}
	for start < end && (isBlank(raw[end-1]) || raw[end-1] == '"' || raw[end-1] == '\'') {
		end--
	}
	return start, end
}

// nextClose returns the position of the first ']' after raw[i], or -1.
func (r *reader) nextClose(i int) int {
	if r.close < 0 || r.close > i {
		return r.close
	}
	n := strings.IndexByte(r.raw[i:], ']')
	if n < 0 {
		r.close = -1
		return -1
	}
	r.close = i + n
	return r.close
}
