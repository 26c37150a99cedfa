package linkify

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"mvdan.cc/xurls/v2"
)

// plainRun is what addresses are compared on: without the letters by which
// we know better than xurls where an address begins or ends.
var plainRun = regexp.MustCompile(`^[A-Za-z0-9./:?=&%#~+!-]{1,400}$`)

// comparableURL is an address for which xurls and Find must agree: one with a
// scheme and a host under a known domain, or without a scheme and under a
// core domain, from where a host can begin to where a host can end.
var comparableURL = regexp.MustCompile(`^(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|kr|club|top)(?:[:/].*)?$`)

// compare reports the addresses in text on which xurls and Find disagree.
func compare(t *testing.T, text string) {
	t.Helper()
	for run := range strings.FieldsSeq(text) {
		if !plainRun.MatchString(run) {
			continue
		}
		found, _ := Find(run)
		for _, m := range xurls.Relaxed().FindAllStringIndex(run, -1) {
			url := run[m[0]:m[1]]
			if !comparableURL.MatchString(url) || trimmed(run, m[0], m[1]) {
				continue
			}
			ok := false
			for _, f := range found {
				ok = ok || f.Start == m[0] && f.End == m[1]
			}
			if !ok {
				t.Errorf("%q: xurls finds %q, Find %v", run, url, found)
			}
		}
		for _, f := range found {
			if f.Form&^(Bare|WWW|Port|Doubled|Punycode) == 0 && !xurls.Relaxed().MatchString(run[f.Start:f.End]) {
				t.Errorf("%q: Find finds %v, xurls nothing", run, f)
			}
		}
	}
}

// trimmed reports whether run[start:end] is one of the addresses on which
// Find differs by design: it goes on inside a path or a number; it holds a
// second address; it has an odd scheme; it has a query without a path; a sign
// that reads as a dot follows; the
// name is longer than a name may be, or a framework's.
func trimmed(run string, start, end int) bool {
	url := run[start:end]
	rest := strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "http://")
	host, _, _ := strings.Cut(rest, "/")
	host, port, _ := strings.Cut(host, ":")
	before, after := run[:start], run[end:]
	return before != "" && (rest == url || isLetter(before[len(before)-1])) ||
		strings.Contains(rest, "://") || strings.Contains(rest, ":/") || strings.Contains(rest, "www") || len(host) > maxHost-4 || len(port) > 5 || port != "" && (after != "" || !allDigits([]byte(port))) ||
		strings.HasPrefix(after, ".") || strings.HasPrefix(after, "~") || strings.HasPrefix(after, "#") || strings.HasPrefix(after, ":") || strings.HasPrefix(after, "%") ||
		strings.HasPrefix(after, ".") || strings.HasPrefix(after, "~") || strings.HasPrefix(after, "-") || strings.Contains(host, ".-") || strings.Contains(host, "-.") || isNoName([]byte(strings.Split(host, ".")[0]), []byte("net"), "N")
}

func TestFindAgreesWithXurls(t *testing.T) {
	pieces := strings.Split("a|b1|naver|com|co|net|kr|club|top|.|.|.|.|/|/|:|://|http|https|http://|https://|www|?|=|&|#|-|--|!|%20|80|1|~|+| | ", "|")
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	n := 100_000
	if testing.Short() {
		n = 2_000
	}
	for range n {
		b.Reset()
		for range 2 + random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		compare(t, b.String())
	}
	for _, set := range []string{"stackexchange", "sms_spam_collection", "tr_sms_karasoy"} {
		for _, text := range posts(t, set, 400) {
			compare(t, text)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range hostile {
		f.Add(s + "x.com/" + s)
	}
	f.Add("클릭http://a.club지금 naver[.]com http://a@b.com:80/x(y) ｗｗｗ．ａ．ｃｏｍ n a v e r . c o m")
	f.Fuzz(func(t *testing.T, text string) {
		matches, _ := Find(text)
		past := 0
		for _, m := range matches {
			if m.Start < past || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("%q: match at %d:%d after %d", text, m.Start, m.End, past)
			}
			if !strings.Contains(m.URL, "://") {
				t.Errorf("%q: no scheme in %q", text, m.URL)
			}
			past = m.End
		}
	})
}
