package document

import "strings"

// openBracket reads '[' in Markdown. It is dropped if it looks like the start
// of a link; whether it is one is seen at its ']'.
func (r *reader) openBracket(i int) int {
	if len(r.brackets) == 16 {
		r.brackets = append(r.brackets[:0], r.brackets[8:]...)
	}
	r.brackets = append(r.brackets, i+1)
	end := r.nextClose(i)
	image := i+2 < len(r.raw) && r.raw[i+1] == '!' && r.raw[i+2] == '['
	if image || end >= 0 && end+1 < len(r.raw) && (r.raw[end+1] == '(' || r.raw[end+1] == '[') {
		r.drop()
		return i + 1
	}
	return i
}

// closeBracket reads ']' in Markdown and the target after it.
func (r *reader) closeBracket(i int) int {
	if len(r.brackets) == 0 || i+1 >= len(r.raw) {
		return i
	}
	label := r.brackets[len(r.brackets)-1]
	r.brackets = r.brackets[:len(r.brackets)-1]
	switch r.raw[i+1] {
	case '(':
		from, to, end := target(r.raw, i+2)
		if end == 0 || r.syntax&linksOnly != 0 && !absolute(r.raw[from:to]) {
			return i
		}
		role := Target
		if label > 1 && r.raw[label-2] == '!' {
			role = Image
		}
		r.link(markupLink{start: from, end: to, labelStart: label, labelEnd: i, role: role})
		r.drop()
		return end
	case '[':
		end := r.nextClose(i + 1)
		if r.syntax&linksOnly != 0 || end < 0 || end-i > 256 || len(r.uses) == maxLinks {
			return i
		}
		name := r.raw[i+2 : end]
		if name == "" {
			name = r.raw[label:i]
		}
		r.uses = append(r.uses, use{strings.ToLower(name), label, i})
		r.drop()
		return end + 1
	}
	return i
}

// target reads the address and title between parentheses, from after the
// opening one. end is 0 if that is not what stands there.
func target(s string, i int) (from, to, end int) {
	limit := min(len(s), i+maxTarget)
	for i < limit && isBlank(s[i]) {
		i++
	}
	from = i
	angle := i < limit && s[i] == '<'
	depth := 0
	for ; i < limit; i++ {
		c := s[i]
		if angle && c == '>' || !angle && (isBlank(c) || c == ')' && depth == 0) || c == '\n' {
			break
		}
		if c == '(' {
			depth++
		} else if c == ')' {
			depth--
		}
		if depth > 8 || c == '<' && !(angle && i == from) {
			return 0, 0, 0
		}
	}
	to = i
	if angle {
		if from++; i >= limit || s[i] != '>' {
			return 0, 0, 0
		}
		i++
	}
	end = strings.IndexByte(s[min(i, limit):limit], ')')
	if end < 0 || from >= to || strings.IndexByte(s[i:i+end], '\n') >= 0 {
		return 0, 0, 0
	}
	return from, to, i + end + 1
}

// absolute reports whether an address names a host or a scheme by itself.
func absolute(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "//") || hasPrefixFold(s, "www.") ||
		hasPrefixFold(s, "mailto:") || hasPrefixFold(s, "javascript:") || hasPrefixFold(s, "data:")
}

// definition reads "[name]: address", whose line begins at raw[i] and whose
// bracket stands at raw[j].
func (r *reader) definition(i, j int) int {
	end := r.nextClose(j)
	if end < 0 || end-j > 256 || end+1 >= len(r.raw) || r.raw[end+1] != ':' {
		return i
	}
	from := end + 2
	for from < len(r.raw) && (r.raw[from] == ' ' || r.raw[from] == '<') {
		from++
	}
	to := from
	for to < len(r.raw) && to-from < maxTarget && r.raw[to] > ' ' && r.raw[to] != '>' {
		to++
	}
	if !absolute(r.raw[from:to]) {
		return i
	}
	if at := r.link(markupLink{start: from, end: to, role: Target}); at >= 0 {
		if r.defs == nil {
			r.defs = make(map[string]int)
		}
		r.defs[strings.ToLower(r.raw[j+1:end])] = at
	}
	r.drop()
	return lineEnd(r.raw, to)
}

// references gives defined links their labels.
func (r *reader) references() {
	for _, u := range r.uses {
		if at, ok := r.defs[u.name]; ok && r.links[at].labelStart == 0 {
			r.links[at].labelStart, r.links[at].labelEnd = u.start, u.end
		}
	}
}
