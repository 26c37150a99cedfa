package signal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// appendNames appends the names by which the writer is to be found in a
// messenger: labels such as 카톡 or TG with what stands behind them, and @names.
func (r *reading) appendNames(found []handle) []handle {
	found = r.appendVeiled(found)
	for _, u := range r.cues {
		if u.term.role&contact == 0 || len(found) >= 2*maxHandles {
			continue
		}
		start := skipLabel(r.folded, skipParticle(r.folded, u.end))
		end := nameEnd(r.folded, start)
		if isName(u.term.text, r.folded[u.end:start], r.folded[start:end]) && !r.inLink(start) && !endsAt(found, end) {
			name := r.folded[start:end]
			found = append(found, handle{start: u.start, end: end, text: name, phone: isDialled(name)})
		} else if last := spacedEnd(r.folded, start); last > end {
			found = append(found, handle{start: u.start, end: last, text: strings.ReplaceAll(r.folded[start:last], " ", ""), disguised: true, mixed: true})
		} else if start := r.nameBefore(u.start); start < u.start && !r.inLink(start) {
			found = append(found, handle{start: start, end: u.end, text: strings.TrimRight(r.folded[start:u.start], " ")})
		}
	}
	return r.appendMentions(found)
}

// spacedEnd returns the end of the name at text[start:] that is written with a
// blank behind each letter, or start if there is none.
func spacedEnd(text string, start int) int {
	const least = 5 // letters
	end, n := start, 0
	for i := start; i < len(text) && n < maxName && (isAlnum(text[i]) || text[i] == '_' || text[i] == '.'); i += 2 {
		if i+1 < len(text) && text[i+1] != ' ' && (isAlnum(text[i+1]) || text[i+1] == '_') {
			break // a word
		}
		end, n = i+1, n+1
		if end == len(text) || text[end] != ' ' {
			break
		}
	}
	if n < least {
		return start
	}
	return end
}

// nameBefore returns where the name begins that stands before a Korean label
// at folded[label:]: mina_27 카톡. It is label itself if none does.
func (r *reading) nameBefore(label int) int {
	if !isSyllable(firstRune(r.folded[label:])) || label < 2 || r.folded[label-1] != ' ' {
		return label
	}
	start := label - 1
	for start > 0 && label-start <= maxName && (isAlnum(r.folded[start-1]) || strings.IndexByte("_.-", r.folded[start-1]) >= 0) {
		start--
	}
	name := r.folded[start : label-1]
	apart := start == 0 || strings.IndexByte(" \n:(", r.folded[start-1]) >= 0
	if apart && len(name) >= 5 && strings.ContainsAny(name, "0123456789_.") && strings.IndexFunc(name, unicode.IsLetter) >= 0 {
		return start
	}
	return label
}

// appendMentions appends the names that an @ stands before. At the head of a
// line it calls another reader; before a slash it holds packages.
func (r *reading) appendMentions(found []handle) []handle {
	text := r.folded
	return r.appendAt(found, func(at, _ int) (handle, bool) {
		end := nameEnd(text, at+1)
		apart := at > 0 && scriptOf(lastRune(text[:at])) == open && strings.IndexByte("._\n", text[at-1]) < 0 && !strings.HasPrefix(text[end:], "/")
		ok := apart && end-at-1 >= 5 && strings.Trim(text[at+1:end], "0123456789.") != "" && !r.inLink(at) && !endsAt(found, end)
		return handle{start: at, end: end, text: text[at+1 : end]}, ok
	})
}

// endsAt reports whether one of the handles ends at end.
func endsAt(found []handle, end int) bool {
	return slices.ContainsFunc(found, func(h handle) bool { return h.end == end })
}

// skipLabel returns where a name begins behind its label: past signs, blanks
// and the word for "name".
func skipLabel(text string, i int) int {
	for n := 0; n < 8 && i < len(text); n++ {
		for _, word := range [...]string{"아이디", "id", "ID", "信号", "信", "号码", "群号", "群", "号", "號", "번호", "문의", "추가", "친추", "상담"} {
			if rest, ok := strings.CutPrefix(text[i:], word); ok && (rest == "" || scriptOf(firstRune(rest)) != latin && (word != "id" || !isAlnum(rest[0]))) {
				i += len(word)
			}
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if size == 0 || r == '\n' && n > 2 || unicode.IsLetter(r) || unicode.IsDigit(r) {
			break
		}
		i += size
	}
	return i
}

// maxName is the longest name in a messenger that is looked for, in bytes.
const maxName = 32

// nameEnd returns the end of the name that begins at text[i].
func nameEnd(text string, i int) int {
	end := i
	for end < len(text) && end-i < maxName && (isAlnum(text[end]) || text[end] == '_' || text[end] == '.' || text[end] == '-') {
		end++
	}
	for end > i && (text[end-1] == '.' || text[end-1] == '-') {
		end--
	}
	return end
}

// isName reports whether a word behind a label is a name. Behind a label in
// Latin letters any word may follow; there it takes a sign between the two
// and a digit or an underscore in the name.
func isName(label, between, name string) bool {
	if len(name) < 4 {
		return false
	}
	odd := strings.ContainsAny(name, "0123456789_")
	if strings.Trim(name, "0123456789.-") == "" {
		return isDialled(name) || len(name) >= 5 && len(name) <= 11 && strings.Trim(name, "0123456789") == "" && (scriptOf(firstRune(label)) == open || scriptOf(lastRune(label)) == open || strings.ContainsAny(between, ":：") || strings.HasSuffix(label, "qq"))
	}
	if scriptOf(lastRune(label)) != latin && scriptOf(lastRune(label)) != inflected {
		return true
	}
	return odd && strings.ContainsAny(between, ":：@=>→➡-") || odd && strings.Trim(between, " ") == "" && between != "" ||
		strings.ContainsAny(between, "@")
}

// isDialled reports whether a name is a telephone number, as it is dialled
// within a country or from abroad.
func isDialled(name string) bool {
	if strings.Trim(name, "0123456789") != "" || name[0] != '0' {
		return false
	}
	n := len(name)
	return n == 10 || n == 11 || name[1] == '0' && n >= 12 && n <= maxDigits
}
