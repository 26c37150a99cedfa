package document

import "strings"

// A use is a Markdown label that names a reference: [label][name].
type use struct {
	name       string
	start, end int // of the label
}

// markdownByte reads what begins at raw[i] in Markdown alone.
func (r *reader) markdownByte(i int) int {
	switch r.raw[i] {
	case ']':
		return r.closeBracket(i)
	case '`':
		return r.codeSpan(i)
	case '*', '~':
		return r.emphasis(i)
	case '\\':
		if i+1 < len(r.raw) && strings.IndexByte("\\`*_{}[]()#+-.!|<>~", r.raw[i+1]) >= 0 {
			r.drop()
			r.text(i+1, i+2)
			return i + 2
		}
	case '\n':
		r.text(i, i+1)
		return r.lineStart(i + 1)
	}
	return i
}

// lineStart reads what a line begins with: quotation marks, heading marks, a
// fence, the definition of a reference.
func (r *reader) lineStart(i int) int {
	if r.syntax&linksOnly != 0 {
		return i
	}
	j := i
	for j < len(r.raw) && j < i+4 && r.raw[j] == ' ' {
		j++
	}
	switch {
	case j >= len(r.raw):
	case r.raw[j] == '>':
		end := lineEnd(r.raw, j)
		r.segment(Segment{Quote, j, end, ""})
		r.drop()
		return j + 1
	case r.raw[j] == '#':
		for j < len(r.raw) && r.raw[j] == '#' {
			j++
		}
		if j < len(r.raw) && r.raw[j] == ' ' {
			r.drop()
			return j + 1
		}
	case strings.HasPrefix(r.raw[j:], "```") || strings.HasPrefix(r.raw[j:], "~~~"):
		return r.fence(j)
	case r.raw[j] == '[':
		return r.definition(i, j)
	}
	return i
}

func lineEnd(s string, i int) int {
	if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(s)
}

// fence reads the fenced code block at raw[i].
func (r *reader) fence(i int) int {
	from := min(lineEnd(r.raw, i)+1, len(r.raw))
	to, next := len(r.raw), len(r.raw)
	if strings.HasPrefix(r.raw[from:], r.raw[i:i+3]) {
		to, next = from, lineEnd(r.raw, from)
	} else if n := strings.Index(r.raw[from:], "\n"+r.raw[i:i+3]); n >= 0 {
		to = from + n + 1
		next = lineEnd(r.raw, to)
	}
	r.segment(Segment{Code, from, to, ""})
	r.drop()
	r.text(from, to)
	r.drop()
	return next
}

// codeSpan reads the code between back-ticks at raw[i], at most three of them
// and not far apart.
func (r *reader) codeSpan(i int) int {
	const far = 4096
	n := run(r.raw, i)
	rest := r.raw[i+n : min(len(r.raw), i+n+far)]
	for k := 0; n <= 3 && k < len(rest); {
		at := strings.IndexByte(rest[k:], '`')
		if at < 0 {
			break
		}
		at += k
		m := run(rest, at)
		if m == n {
			r.segment(Segment{Code, i + n, i + n + at, ""})
			r.drop()
			r.text(i+n, i+n+at)
			r.drop()
			return i + n + at + n
		}
		k = at + m
	}
	r.text(i, i+n)
	return i + n
}

// run returns how often s[i] is repeated.
func run(s string, i int) int {
	j := i
	for j < len(s) && s[j] == s[i] {
		j++
	}
	return j - i
}

// emphasis drops the stars or tildes at raw[i] if they are one half of a pair.
// The next run of the same length decides.
func (r *reader) emphasis(i int) int {
	const far = 512
	c, n := r.raw[i], run(r.raw, i)
	slot := n
	if c == '~' {
		slot = 0
	}
	if n > 3 || c == '~' && n != 2 {
		r.text(i, i+n)
		return i + n
	}
	if r.stars[slot] == i && i > 0 {
		r.drop()
		return i + n
	}
	line := r.raw[i+n : min(len(r.raw), i+n+far)]
	if end := strings.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	for k := 0; k < len(line); {
		at := strings.IndexByte(line[k:], c)
		if at < 0 {
			break
		}
		k += at
		m := run(line, k)
		if m == n {
			if k > 0 && line[0] != ' ' && line[k-1] != ' ' {
				r.stars[slot] = i + n + k
				r.drop()
				return i + n
			}
			break
		}
		k += m
	}
	r.text(i, i+n)
	return i + n
}

// autolink reads <http://…> at raw[i].
func (r *reader) autolink(i int) int {
	limit := min(len(r.raw), i+maxTarget)
	j := i + 1
	for j < limit && isLetter(r.raw[j]) {
		j++
	}
	if j == i+1 || j >= limit || r.raw[j] != ':' {
		return i
	}
	for j < limit && r.raw[j] > ' ' && r.raw[j] != '>' && r.raw[j] != '<' {
		j++
	}
	if j >= limit || r.raw[j] != '>' {
		return i
	}
	r.link(markupLink{start: i + 1, end: j, role: Target, shown: true})
	r.drop()
	r.text(i+1, j)
	r.drop()
	return j + 1
}
