package document

import (
	"encoding/base64"
	"html"
	"net/url"
	"slices"
	"strings"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

// maxInner is the number of redirects that are followed from one address.
const maxInner = 3

// linked adds the addresses that markup points to.
func (d *Document) linked(t *Text, links []markupLink, s syntax) {
	for i := range links {
		l := &links[i]
		a := Address{Span: Span{t.Field, l.start, l.end}, Text: t, Role: l.role, Hidden: l.hidden}
		if from, to := unquote(t.Raw, l.labelStart, l.labelEnd); from < to {
			a.Label = Span{t.Field, from, to}
		}
		switch {
		case l.shown || s&linksOnly != 0:
			a.Start, a.End = t.Locate(l.start, l.end)
		case a.Label.Len() > 0:
			a.Start, _ = t.Locate(a.Label.Start, a.Label.End)
			a.End = a.Start
		default:
			a.Start, _ = t.Locate(l.start, l.end)
			a.End = a.Start
		}
		before := len(d.Links)
		l.address = -1
		value := attributeValue(t.Raw[l.start:l.end])
		if l.role == Program {
			d.program(&a, value)
			continue
		}
		d.resolve(&a, value)
		if len(d.Links) > before {
			l.address = before
		}
	}
}

// attributeValue returns what a browser makes of an address in an attribute.
func attributeValue(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if strings.ContainsAny(s, "\t\n\r") {
		s = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(s)
	}
	return strings.Trim(s, " \x00\f")
}

// resolve completes and adds an address given by markup, unless it leads to a
// place within the board.
func (d *Document) resolve(a *Address, value string) {
	scheme, rest, ok := strings.Cut(value, ":")
	switch {
	case strings.HasPrefix(value, "//"):
		value = "http:" + value
	case ok && len(scheme) < 16 && isWord(scheme) && !startsWithPort(rest):
		switch strings.ToLower(scheme) {
		case "javascript", "vbscript", "data":
			a.Role = Program
			d.program(a, value)
			return
		case "mailto", "tel", "sms", "about", "blob", "cid":
			return
		}
	default:
		matches, cut := linkify.Find(value)
		d.Truncated = d.Truncated || cut
		if len(matches) == 0 || matches[0].Start > 0 {
			return
		}
		value, a.Form = matches[0].URL, matches[0].Form
	}
	d.admit(a, value)
}

// isWord reports whether s has the form of a scheme's name.
func isWord(s string) bool {
	for i := range len(s) {
		if c := s[i]; !isLetter(c) && (i == 0 || (c < '0' || c > '9') && c != '+' && c != '-') {
			return false
		}
	}
	return s != ""
}

// startsWithPort tells "host:80" from "scheme:address".
func startsWithPort(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// admit adds an address whose canonical form is known.
func (d *Document) admit(a *Address, canonical string) {
	u, err := rules.ParseURL(canonical)
	if err != nil || u.Host == "" {
		return
	}
	a.URL = u
	a.Inner = inner(&u, canonical)
	d.Links = append(d.Links, *a)
}

// inner returns the addresses that u leads on to.
func inner(u *rules.URL, written string) []rules.URL {
	var all []rules.URL
	if at := strings.Index(written, "S.browser_fallback_url="); at >= 0 {
		value, _, _ := strings.Cut(written[at+len("S.browser_fallback_url="):], ";")
		if value, err := url.QueryUnescape(value); err == nil {
			if v, err := rules.ParseURL(value); err == nil && v.Host != "" {
				all = append(all, v)
			}
		}
	}
	for at := u; len(all) < maxInner; {
		target, ok := at.Target()
		if !ok {
			break
		}
		v, err := rules.ParseURL(target)
		if err != nil || v.Host == "" {
			break
		}
		all = append(all, v)
		at = &all[len(all)-1]
	}
	return all
}

// program adds the addresses within a script or a data: address, as one that
// leads on to them.
func (d *Document) program(a *Address, value string) {
	const enough = 4096
	code := value[:min(len(value), enough)]
	if head, body, ok := strings.Cut(code, ";base64,"); ok && hasPrefixFold(head, "data:") {
		body = strings.TrimRight(body, "= ")
		plain, _ := base64.RawStdEncoding.DecodeString(body)
		code = string(plain)
	} else if decoded, err := url.PathUnescape(code); err == nil {
		code = decoded
	}
	matches, _ := linkify.Find(code)
	for _, m := range matches {
		if u, err := rules.ParseURL(m.URL); err == nil && u.Host != "" && len(a.Inner) < maxInner {
			a.Inner = append(a.Inner, u)
		}
	}
	scheme, _, _ := strings.Cut(value, ":")
	if a.URL.Scheme = strings.ToLower(scheme); !isWord(scheme) || len(scheme) > 16 {
		a.URL.Scheme = "javascript"
		if len(a.Inner) == 0 {
			return // an event handler that leads nowhere
		}
	}
	d.Links = append(d.Links, *a)
}

// typed adds the addresses that stand in a text, except those that markup has
// told already.
func (d *Document) typed(t *Text, links []markupLink, s syntax) {
	matches, cut := linkify.Find(t.Shown.Text)
	d.Truncated = d.Truncated || cut
	told := toldBy(links, s)
	k := 0
	for _, m := range matches {
		start, end := t.Shown.Source(m.Start, m.End)
		for k < len(told) && told[k].end <= start {
			k++
		}
		a := Address{Span: Span{t.Field, start, end}, Text: t, Form: m.Form}
		a.Start, a.End = t.Folded.Locate(m.Start, m.End)
		a.Hidden = t.Within(a.Start, a.End)&Hidden != 0
		before := len(d.Links)
		d.admit(&a, m.URL)
		if k < len(told) && told[k].start < end && len(d.Links) > before && d.repeats(told[k], before) {
			d.Links = d.Links[:before]
		}
	}
}

// A stretch is a part of the raw text that markup speaks for.
type stretch struct {
	start, end int
	link       *markupLink
}

// toldBy returns, in order, the stretches in which an address may be one that
// markup has told: targets that are shown, and labels.
func toldBy(links []markupLink, s syntax) []stretch {
	var told []stretch
	for i := range links {
		l := &links[i]
		if l.shown || s&linksOnly != 0 {
			told = append(told, stretch{l.start, l.end, l})
		}
		if l.labelStart < l.labelEnd {
			told = append(told, stretch{l.labelStart, l.labelEnd, l})
		}
	}
	slices.SortFunc(told, func(a, b stretch) int { return a.start - b.start })
	return told
}

// repeats reports whether Links[at], found within s, is the address that the
// markup leads to anyway.
func (d *Document) repeats(s stretch, at int) bool {
	if s.start == s.link.start && s.end == s.link.end {
		return true
	}
	return s.link.address >= 0 && d.Links[s.link.address].URL.Host == d.Links[at].URL.Host
}
