package signal

import "strings"

// freeMail are services at which anybody gets an address under any name.
// Lenders, hackers and recruiters of spam write from there; offices from
// their own names.
var freeMail = vocabulary("mail_services.txt")

// appendMails appends the mail addresses at services that are free for all.
func (r *reading) appendMails(found []handle) []handle {
	text := r.folded
	return r.appendAt(found, func(at, last int) (handle, bool) {
		start, end := at, nameEnd(text, at+1)
		for start > last && at-start < maxName && isMailLetter(text[start-1]) {
			start--
		}
		return handle{start: start, end: end, text: text[start:end]}, at-start >= 3 && freeMail().has(text[at+1:end])
	})
}

// appendAt appends the handles that read makes at an @, behind the last one's name.
func (r *reading) appendAt(found []handle, read func(at, last int) (handle, bool)) []handle {
	text := r.folded
	for i := 0; i < len(text) && len(found) < 2*maxHandles; {
		at := strings.IndexByte(text[i:], '@')
		if at < 0 {
			break
		}
		at += i
		h, ok := read(at, i)
		if ok {
			found = append(found, h)
		}
		i = max(h.end, at+1)
	}
	return found
}

func isMailLetter(c byte) bool { return isAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+' }
