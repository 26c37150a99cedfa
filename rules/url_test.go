package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/rules"
)

func TestParseURL(t *testing.T) {
	tests := []struct{ in, host, name, suffix, url string }{
		{"http://abc123.club", "abc123.club", "abc123.club", "club", "http://abc123.club"},
		{"HTTP://62.ABC123.Club/Path?Q=1#F", "62.abc123.club", "abc123.club", "club", "http://62.abc123.club/Path?Q=1#F"},
		{"abc.co.kr", "abc.co.kr", "abc.co.kr", "co.kr", "http://abc.co.kr"},
		{"www.abc.co.kr:8080/x", "www.abc.co.kr", "abc.co.kr", "co.kr", "http://www.abc.co.kr:8080/x"},
		{"https://abc.kr:443/", "abc.kr", "abc.kr", "kr", "https://abc.kr/"},
		{"https://bank.example@evil.top/", "evil.top", "evil.top", "top", "https://bank.example@evil.top/"},
		{"https://a@b@evil.top", "evil.top", "evil.top", "top", "https://a@b@evil.top"},
		{`http:\\evil.top\a\b`, "evil.top", "evil.top", "top", "http://evil.top/a/b"},
		{"http:/evil.top/a", "evil.top", "evil.top", "top", "http://evil.top/a"},
		{"//evil.top/a", "evil.top", "evil.top", "top", "http://evil.top/a"},
		{"http://ev\til.t\nop", "evil.top", "evil.top", "top", "http://evil.top"},
		{"http://a_b.example.com./", "a_b.example.com", "example.com", "com", "http://a_b.example.com/"},
		{"http://한글도메인.한국/", "xn--bj0bj3i97fq8o5lq.xn--3e0b707e", "xn--bj0bj3i97fq8o5lq.xn--3e0b707e", "xn--3e0b707e", "http://xn--bj0bj3i97fq8o5lq.xn--3e0b707e/"},
		{"http://ｅｖｉｌ。ｔｏｐ", "evil.top", "evil.top", "top", "http://evil.top"},
		{"http://ev%69l.top", "evil.top", "evil.top", "top", "http://evil.top"},
		{"http://mi\u200bne.tistory.com/3", "mine.tistory.com", "mine.tistory.com", "tistory.com", "http://mine.tistory.com/3"},
		{"http://www.tistory.com/", "www.tistory.com", "tistory.com", "com", "http://www.tistory.com/"},
		{"http://a.b.blogspot.com/", "a.b.blogspot.com", "b.blogspot.com", "blogspot.com", "http://a.b.blogspot.com/"},
		{"https://sites.google.com/view/win777/home", "sites.google.com", "sites.google.com/view/win777", "sites.google.com", "https://sites.google.com/view/win777/home"},
		{"https://me.github.io/x", "me.github.io", "me.github.io", "github.io", "https://me.github.io/x"},
		{"https://github.com/me/x", "github.com", "github.com/me", "github.com", "https://github.com/me/x"},
		{"https://github.com/", "github.com", "github.com", "com", "https://github.com/"},
		{"http://1.2.3.4/", "1.2.3.4", "1.2.3.4", "", "http://1.2.3.4/"},
		{"http://16909060/", "1.2.3.4", "1.2.3.4", "", "http://1.2.3.4/"},
		{"http://0x1020304/", "1.2.3.4", "1.2.3.4", "", "http://1.2.3.4/"},
		{"http://01.02.03.04/", "1.2.3.4", "1.2.3.4", "", "http://1.2.3.4/"},
		{"http://1.2.772/", "1.2.3.4", "1.2.3.4", "", "http://1.2.3.4/"},
		{"http://１．２．３．４/", "1.2.3.4", "1.2.3.4", "", "http://1.2.3.4/"},
		{"http://[2001:DB8::1]:81/", "2001:db8::1", "2001:db8::1", "", "http://[2001:db8::1]:81/"},
		{"http://[::ffff:1.2.3.4]/", "1.2.3.4", "1.2.3.4", "", "http://1.2.3.4/"},
		{"localhost", "localhost", "localhost", "localhost", "http://localhost"},
		{"mailto:a@b.c", "", "", "", "mailto:a@b.c"},
		{"javascript:alert(1)", "", "", "", "javascript:alert(1)"},
		{"evil.top:81/a", "evil.top", "evil.top", "top", "http://evil.top:81/a"},
		{"ftp://files.example.org/a", "files.example.org", "example.org", "org", "ftp://files.example.org/a"},
	}
	for _, test := range tests {
		u, err := rules.ParseURL(test.in)
		if err != nil {
			t.Errorf("ParseURL(%q): %v", test.in, err)
			continue
		}
		if u.Host != test.host || u.Name != test.name || u.Suffix != test.suffix || u.String() != test.url {
			t.Errorf("ParseURL(%q) = host %q name %q suffix %q url %q; want %q %q %q %q",
				test.in, u.Host, u.Name, u.Suffix, u.String(), test.host, test.name, test.suffix, test.url)
		}
	}
}

func TestParseURLRefuses(t *testing.T) {
	tests := []string{"", " ", "http://", "http://a b/", "http://a..b/", "http://.a/", "http://a:0/", "http://a:99999/",
		"http://256.1.1.1/", "http://1.2.3.4.5/", "http://[::1/", "http://[x]/", "http://" + strings.Repeat("a", 64) + ".com",
		"http://" + strings.Repeat("a.", 200) + "com", "http://\xff\xfe/", "http://a<b>.com"}
	for _, in := range tests {
		if u, err := rules.ParseURL(in); err == nil {
			t.Errorf("ParseURL(%q) = %q, want an error", in, u.Host)
		} else if !strings.HasPrefix(err.Error(), "rules: ") {
			t.Errorf("ParseURL(%q): %v", in, err)
		}
	}
}

func TestURLUnicode(t *testing.T) {
	for in, want := range map[string]string{
		"http://xn--bj0bj3i97fq8o5lq.xn--3e0b707e": "한글도메인.한국",
		"http://예시.com":                            "예시.com",
		"http://plain.example":                     "plain.example",
	} {
		if u, err := rules.ParseURL(in); err != nil || u.Unicode != want {
			t.Errorf("ParseURL(%q).Unicode = %q, %v; want %q", in, u.Unicode, err, want)
		}
	}
}

func TestURLNumeric(t *testing.T) {
	for in, want := range map[string]bool{"1.2.3.4": false, "1.2.772": true, "0x7f.1": true, "[::1]": false, "[::ffff:1.2.3.4]": true} {
		if u, err := rules.ParseURL("http://" + in); err != nil || u.Numeric != want || !u.IP.IsValid() {
			t.Errorf("ParseURL(%q) = numeric %v ip %v, %v", in, u.Numeric, u.IP, err)
		}
	}
}

func TestURLTarget(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://www.google.com/url?sa=t&q=https://evil.top/a", "https://evil.top/a"},
		{"https://maps.google.co.kr/url?q=https%3A%2F%2Fevil.top", "https://evil.top"},
		{"https://www.google.com/amp/s/evil.top/page", "https://evil.top/page"},
		{"https://evil-top.cdn.ampproject.org/c/s/evil.top/page", "https://evil.top/page"},
		{"https://www.youtube.com/redirect?event=x&q=https%253A%252F%252Fevil.top", "https://evil.top"},
		{"https://l.facebook.com/l.php?u=https%3A%2F%2Fevil.top%2F&h=x", "https://evil.top/"},
		{"https://cr.naver.com/rd?m=1&u=http://evil.top", "http://evil.top"},
		{"https://my--shop-evil-top.translate.goog/a?_x_tr_sl=ko", "https://my-shop.evil.top/a"},
		{"https://out.example/go?url=aHR0cHM6Ly9ldmlsLnRvcC9h", "https://evil.top/a"},
		{"https://href.example/?https://evil.top/a", "https://evil.top/a"},
		{"https://web.example/web/2020/https://evil.top/a?b=c", "https://evil.top/a?b=c"},
		{"https://r.search.yahoo.com/a/RU=https%3a%2f%2fevil.top%2f/RK=2", "https://evil.top/"},
		{"https://example.com/search?q=word", ""},
		{"https://example.com/?url=/local/page", ""},
		{"https://example.com/amp/s/story.html", ""},
		{"https://example.com/a/b", ""},
	}
	for _, test := range tests {
		u, err := rules.ParseURL(test.in)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := u.Target(); got != test.want || ok != (test.want != "") {
			t.Errorf("%s leads to %q, want %q", test.in, got, test.want)
		}
	}
}

func FuzzParseURL(f *testing.F) {
	for _, s := range []string{"http://a.b/c?d=e#f", "http://[::1]:80", "0x7f.1", "http://xn--a", "//\\@:", "http://한국/%", "a:b:c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := rules.ParseURL(s)
		if err != nil {
			return
		}
		if u.Host != "" && u.Name == "" {
			t.Errorf("%q: no name for host %q", s, u.Host)
		}
		again, err := rules.ParseURL(u.String())
		if u.Host != "" && (err != nil || again.Host != u.Host || again.Name != u.Name) {
			t.Errorf("%q: read again as %q: %q, %v", s, u.String(), again.Host, err)
		}
		u.Target()
	})
}

func BenchmarkParseURL(b *testing.B) {
	for _, in := range []string{"http://62.abc123.club", "https://blog.example.co.kr/posts/1?page=2", "http://한글.한국/"} {
		b.Run(in, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := rules.ParseURL(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func ExampleParseURL() {
	u, _ := rules.ParseURL("https://www.bank.example@62.win777.club/x")
	fmt.Println(u.Host, u.Name, u.User)
	// Output: 62.win777.club win777.club www.bank.example
}
