package signal

import "strings"

// freeMail are services at which anybody gets an address under any name.
// Lenders, hackers and recruiters of spam write from there; offices from
// their own names.
var freeMail = map[string]bool{
	"126.com": true, "163.com": true, "aol.com": true, "bk.ru": true, "consultant.com": true, "daum.net": true, "fastmail.com": true,
	"gmail.com": true, "gmx.com": true, "gmx.net": true, "googlemail.com": true, "hanmail.net": true, "hotmail.com": true, "hotmail.co.uk": true,
	"icloud.com": true, "inbox.ru": true, "keemail.me": true, "list.ru": true, "live.com": true, "mail.com": true, "mail.ru": true, "msn.com": true,
	"nate.com": true, "naver.com": true, "onionmail.org": true, "outlook.com": true, "proton.me": true, "protonmail.com": true, "qq.com": true,
	"rambler.ru": true, "rocketmail.com": true, "rediffmail.com": true, "tuta.io": true, "tutanota.com": true, "usa.com": true, "ya.ru": true,
	"yahoo.co.jp": true, "yahoo.co.uk": true, "yahoo.com": true, "yandex.com": true, "yandex.ru": true, "ymail.com": true, "zoho.com": true,
	"zohomail.com": true,
}

// appendMails appends the mail addresses at services that are free for all.
func (r *reading) appendMails(found []handle) []handle {
	text := r.folded
	for i := 0; i < len(text) && len(found) < 2*maxHandles; {
		at := strings.IndexByte(text[i:], '@')
		if at < 0 {
			break
		}
		at += i
		start, end := at, nameEnd(text, at+1)
		for start > i && at-start < maxName && isMailLetter(text[start-1]) {
			start--
		}
		if at-start >= 3 && freeMail[text[at+1:end]] {
			found = append(found, handle{start: start, end: end, text: text[start:end]})
		}
		i = max(end, at+1)
	}
	return found
}

func isMailLetter(c byte) bool { return isAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+' }
