package synth

import (
	"encoding/base64"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/text/width"
)

// An addressForm writes an address; what it returns has its spans.
type addressForm struct {
	name, doc string
	format    string // of the post; empty means plain
	write     func(g *draft) text
}

// whole makes a form whose text is one span.
func whole(f func(g *draft) string) func(*draft) text {
	return func(g *draft) text {
		var t text
		t.mark("url", f(g))
		return t
	}
}

// dotted makes a form that writes the dots of a domain in another way.
func dotted(dots ...string) func(*draft) text {
	return whole(func(g *draft) string {
		return strings.ReplaceAll(g.domain(), ".", one(g.source, dots))
	})
}

var addressForms = []addressForm{
	{"bare", "no scheme", "", whole((*draft).domain)},
	{"www", "www. and no scheme", "", whole(func(g *draft) string { return "www." + g.name(g.IntN(10)) + g.path() })},
	{"path", "a code in the path or the query", "", whole(func(g *draft) string {
		return "https://" + g.domain() + "/" + one(g.source, []string{"?code=", "join/", "r/", "?recommend=", "event?c="}) + g.letters(latin+decimals, g.between(3, 8))
	})},
	{"shortener", "through a redirection service", "", whole(func(g *draft) string { return one(g.source, []string{"https://", "http://", ""}) + g.shortener() })},
	{"invite", "into a messenger", "", whole((*draft).invite)},
	{"hosted", "a page on a hosting service", "", whole((*draft).hosted)},
	{"subdomains", "many hosts of one name", "", subdomains},
	{"same-shape", "several names of one shape", "", sameShape},
	{"redirect", "through an open redirect", "", whole(redirect)},
	{"user-info", "a known name before the @", "", whole(func(g *draft) string {
		return "https://" + one(g.source, wellKnown) + "@" + g.domain() + g.path()
	})},
	{"brand-label", "a known name in a label", "", whole(brandLabel)},
	{"idn", "a Hangul label", "", whole((*draft).idn)},
	{"punycode", "a Hangul label in ASCII form", "", whole(func(g *draft) string { return one(g.source, []string{"http://", ""}) + g.punycode() })},
	{"homograph", "letters of another script in a label", "", whole(func(g *draft) string { return "https://" + homoglyph(g, g.domain()) })},
	{"decimal", "an IPv4 address as one number", "", whole(func(g *draft) string { return fmt.Sprintf("http://%d/", g.publicIP()) })},
	{"hex", "an IPv4 address in hexadecimal or octal", "", whole(hexadecimal)},
	{"ip", "an IPv4 address and a port", "", whole(func(g *draft) string {
		n := g.publicIP()
		return fmt.Sprintf("http://%d.%d.%d.%d:%d/", n>>24, n>>16&255, n>>8&255, n&255, g.between(1024, 9999))
	})},
	{"dot-word", "the dot or the whole ending written out", "", whole(dotWord)},
	{"dot-bracket", "the dot in brackets", "", dotted("[.]", "(.)", "{.}", "[dot]", "(dot)", "(쩜)", "[점]")},
	{"dot-odd", "another script's full stop", "", dotted("。", "．", "․", "ㆍ", "｡", "·", "•")},
	{"dot-spaced", "blanks around the dot", "", dotted(" . ", ". ", " .", " ,")},
	{"broken-line", "broken at the end of a line", "", whole(func(g *draft) string {
		host := g.domain()
		i := strings.LastIndexByte(host, '.')
		return one(g.source, []string{"http://", "https:/\n/", "http:\n//"}) + host[:i] + one(g.source, []string{"\n", ""}) + host[i:i+1] + "\n" + host[i+1:]
	})},
	{"hxxp", "a broken scheme", "", whole(func(g *draft) string {
		return one(g.source, []string{"hxxp://", "hxxps://", "h**p://", "htp://", "ttp://", "http：//", "http//", "http:\\\\", "https;//", "h t t p ://", "http:/"}) + g.domain()
	})},
	{"fullwidth", "full-width letters", "", whole(func(g *draft) string { return width.Widen.String(g.domain()) })},
	{"styled", "styled letters", "", whole(func(g *draft) string {
		return one(g.source, []func(*draft, string) string{styled, enclosed})(g, g.domain())
	})},
	{"circled-mix", "some letters circled", "", whole(circledMix)},
	{"zero-width", "zero-width characters within", "", whole(func(g *draft) string { return hidden("\u200b", "\u2060", "\u00ad")(g, g.domain()) })},
	{"cut-spaced", "a blank or a sign within the name", "", whole(func(g *draft) string {
		host := g.domain()
		i := g.between(1, len(host)-4)
		return host[:i] + one(g.source, []string{" ", "*", "~", "_", "♥", "ㅡ"}) + host[i:]
	})},
	{"percent", "percent-encoded", "", whole(func(g *draft) string {
		var b strings.Builder
		b.WriteString("http://")
		for _, c := range []byte(g.domain()) {
			if c != '.' && g.chance(0.5) {
				fmt.Fprintf(&b, "%%%02X", c)
			} else {
				b.WriteByte(c)
			}
		}
		return b.String()
	})},
	{"glued", "glued to the word before and after", "", gluedToWords},
	{"upper", "capital letters", "", whole(func(g *draft) string { return strings.ToUpper(g.domain()) })},
	{"port-deep", "port, path and query", "", whole(func(g *draft) string {
		return "http://" + g.domain() + ":" + g.digits(4) + "/" + g.word(3) + "/" + g.digits(3) + "?a=" + g.digits(2)
	})},
	{"markdown", "Markdown link that shows another name", "markdown", misleadingMarkdown},
	{"bbcode", "BBCode link that shows another name", "bbcode", misleadingBBCode},
	{"html-link", "HTML link that shows another name", "html", misleadingHTML},
	{"html-hidden", "HTML that nobody sees", "html", hiddenHTML},
	{"html-scheme", "javascript: and data: addresses", "html", oddScheme},
	{"html-entities", "an address in entities", "html", whole(func(g *draft) string { return entities(g, g.domain()) })},
}

// wellKnown are names that people trust.
var wellKnown = []string{"naver.com", "www.naver.com", "daum.net", "google.com", "kakao.com", "www.youtube.com", "gov.kr", "paypal.com", "apple.com"}

func subdomains(g *draft) text {
	var t text
	name := g.name(g.IntN(10))
	for i := range g.between(3, 6) {
		if i > 0 {
			t.add(one(g.source, []string{" ", "\n", ", "}))
		}
		t.mark("url", g.digits(2)+"."+name)
	}
	return t
}

func sameShape(g *draft) text {
	var t text
	kind := one(g.source, []int{0, 1, 2, 5, 8})
	for i := range g.between(3, 5) {
		if i > 0 {
			t.add(one(g.source, []string{" ", "\n", " / "}))
		}
		t.mark("url", one(g.source, []string{"", "http://"})+g.stem(kind)+"."+g.tld())
	}
	return t
}

func redirect(g *draft) string {
	inner := url.QueryEscape("http://" + g.domain() + "/")
	switch g.IntN(7) {
	case 0:
		return "https://www.google.com/url?q=" + inner
	case 1:
		return "https://l.facebook.com/l.php?u=" + inner
	case 2:
		return "https://www.youtube.com/redirect?q=" + inner
	case 3:
		return "https://cr.naver.com/rd?u=" + inner
	case 4:
		return "https://www.google.co.kr/url?sa=t&url=" + url.QueryEscape("https://www.google.com/url?q="+inner)
	case 5:
		return "https://" + strings.ReplaceAll(g.domain(), ".", "-") + ".translate.goog/"
	}
	return "https://" + g.word(3) + ".ac.kr/bbs/link.php?" + one(g.source, []string{"url", "goto", "dest", "target", "r"}) + "=" + inner
}

func brandLabel(g *draft) string {
	brand := one(g.source, []string{"naver", "kakao", "coupang", "cjlogistics", "nhis", "toss", "apple", "paypal", "netflix"})
	rest := g.name(g.IntN(10))
	return "https://" + one(g.source, []string{"www." + brand + "-login.", brand + ".com.", "m." + brand + ".", brand + "-event."}) + rest + g.path()
}

// publicIP returns an IPv4 address that is routed.
func (g *draft) publicIP() uint32 {
	first := one(g.source, []int{23, 45, 91, 103, 142, 185, 193, 204})
	return uint32(first)<<24 | uint32(g.IntN(1<<24))
}

func hexadecimal(g *draft) string {
	n := g.publicIP()
	switch g.IntN(3) {
	case 0:
		return fmt.Sprintf("http://0x%x/", n)
	case 1:
		return fmt.Sprintf("http://0x%x.0x%x.0x%x.0x%x", n>>24, n>>16&255, n>>8&255, n&255)
	}
	return fmt.Sprintf("http://0%o.0%o.0%o.0%o", n>>24, n>>16&255, n>>8&255, n&255)
}

func dotWord(g *draft) string {
	name := g.stem(g.IntN(10))
	if g.chance(0.3) {
		return name + one(g.source, []string{"닷컴", " 닷컴", "쩜컴", " 점 컴", "(점)컴", "닷넷", ".컴", "쩜넷", " 닷 컴", "dot컴"})
	}
	return name + one(g.source, []string{" 점 ", "쩜", " 쩜 ", "닷", " dot ", " DOT ", "(점)", " 쩌미 ", "점"}) + one(g.source, []string{"com", "net", g.tld()})
}

func circledMix(g *draft) string {
	host := g.domain()
	i := strings.LastIndexByte(host, '.')
	var b strings.Builder
	for j, r := range host {
		switch {
		case j < i && r >= 'a' && r <= 'z' && g.chance(0.6):
			b.WriteRune('ⓐ' + r - 'a')
		case r >= '1' && r <= '9' && g.chance(0.5):
			b.WriteRune('①' + r - '1')
		case g.chance(0.3) && r >= 'a' && r <= 'z':
			b.WriteRune(r - 'a' + 'A')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// gluedToWords leaves no blank between the address and what stands around it.
func gluedToWords(g *draft) text {
	var t text
	if g.post.Lang == "ko" {
		t.add(one(g.source, []string{"지금", "주소", "여기", "바로", "검색창에", "사이트"}))
	}
	t.mark("url", one(g.source, []string{"", "www.", "http://"})+g.domain())
	if g.post.Lang == "ko" {
		t.add(one(g.source, []string{"에서", "으로", "접속", "클릭", "가입", ""}))
	}
	return t
}

func misleadingMarkdown(g *draft) text {
	var t text
	t.mark("url", "["+one(g.source, []string{"https://" + one(g.source, wellKnown), one(g.source, wellKnown)})+"](http://"+g.domain()+g.path()+")")
	return t
}

func misleadingBBCode(g *draft) text {
	var t text
	t.mark("url", "[url=http://"+g.domain()+g.path()+"]"+one(g.source, wellKnown)+"[/url]")
	return t
}

func misleadingHTML(g *draft) text {
	var t text
	t.mark("url", `<a href="http://`+g.domain()+g.path()+`"`+one(g.source, []string{"", ` target="_blank"`, ` rel="nofollow"`})+">"+one(g.source, []string{"https://", "http://", ""})+one(g.source, wellKnown)+"</a>")
	return t
}

func hiddenHTML(g *draft) text {
	var t text
	style := one(g.source, []string{"display:none", "font-size:0", "color:#fff;font-size:1px", "position:absolute;left:-9999px", "visibility:hidden", "opacity:0", "width:1px;height:1px;overflow:hidden", "text-indent:-9999px"})
	topic := g.topic()
	link := func() string { return `<a href="http://` + g.domain() + `">` + g.anchor(topic) + "</a>" }
	switch g.IntN(5) {
	case 0:
		t.mark("url", "<noscript>"+link()+"</noscript>")
	case 1:
		t.mark("url", `<span hidden>`+link()+" "+link()+"</span>")
	case 2:
		t.mark("url", `<iframe src="http://`+g.domain()+`" width="0" height="0"></iframe>`)
	default:
		t.mark("url", `<div style="`+style+`">`+link()+" "+link()+"</div>")
	}
	return t
}

func oddScheme(g *draft) text {
	var t text
	if g.chance(0.5) {
		t.mark("url", `<a href="javascript:location.href='http://`+g.domain()+`'">`+g.anchor(g.topic())+"</a>")
		return t
	}
	page := base64.StdEncoding.EncodeToString([]byte(`<script>location="http://` + g.domain() + `"</script>`))
	t.mark("url", `<a href="data:text/html;base64,`+page+`">`+g.anchor(g.topic())+"</a>")
	return t
}

// entities writes s as numeric character references.
func entities(g *draft, s string) string {
	var b strings.Builder
	form := one(g.source, []string{"&#%d;", "&#x%x;", "&#x%X;", "&#0%d;"})
	for _, r := range s {
		fmt.Fprintf(&b, form, r)
	}
	return b.String()
}
