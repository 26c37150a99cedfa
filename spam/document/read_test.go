package document

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/.ci/stopwatch"
)

// describe lists the links of a document: role, address, what was written, label.
func describe(d *Document) []string {
	var all []string
	for i := range d.Links {
		a := &d.Links[i]
		s := fmt.Sprintf("%d %s%s", a.Role, a.URL.Host, a.URL.Path)
		if a.URL.Host == "" {
			s = fmt.Sprintf("%d %s:", a.Role, a.URL.Scheme)
		}
		s += " «" + a.Span.In(d.Post) + "»"
		if a.Label.Len() > 0 {
			s += " [" + a.Label.In(d.Post) + "]"
		}
		if a.Hidden {
			s += " hidden"
		}
		for _, in := range a.Inner {
			s += " > " + in.Host
		}
		all = append(all, s)
	}
	return all
}

func TestRead(t *testing.T) {
	tests := []struct {
		name   string
		format Format
		body   string
		shown  string
		links  []string
	}{
		{"plain", Plain, "보세요 http://one.example/a 입니다 <b>", "보세요 http://one.example/a 입니다 <b>",
			[]string{"0 one.example/a «http://one.example/a»"}},
		{"plain with HTML", Plain, `여기 <a href="http://one.example/x">http://one.example/x</a> 끝`, `여기 <a href="http://one.example/x">http://one.example/x</a> 끝`,
			[]string{"1 one.example/x «http://one.example/x» [http://one.example/x]"}},
		{"plain with empty elements", Plain, "카<b></b>지<i></I>노 <b>굵게</b>", "카지노 <b>굵게</b>", nil},
		{"plain with BBCode", Plain, "[url=http://one.example/x]말[/url] [url]http://two.example[/url]", "[url=http://one.example/x]말[/url] [url]http://two.example[/url]",
			[]string{"1 one.example/x «http://one.example/x» [말]", "1 two.example «http://two.example»"}},
		{"plain with Markdown", Plain, "[말](http://one.example/x) [사진](참고)", "[말](http://one.example/x) [사진](참고)",
			[]string{"1 one.example/x «http://one.example/x» [말]"}},
		{"HTML", HTML, `<p>가&amp;나</p><p>카<b></b>지<i>노</i><br>다음 <a href="http://one.example/?a=1&amp;b=2"> 말 </a></p>`, "가&나\n카지노\n다음  말 \n",
			[]string{"1 one.example/ «http://one.example/?a=1&amp;b=2» [말]"}},
		{"HTML tags in capitals", HTML, `<A HREF=http://one.example/x>말</A>`, "말",
			[]string{"1 one.example/x «http://one.example/x» [말]"}},
		{"visible is not real", HTML, `<a href="http://one.example/">http://two.example/</a>`, "http://two.example/",
			[]string{"1 one.example/ «http://one.example/» [http://two.example/]", "0 two.example/ «http://two.example/»"}},
		{"not a tag", HTML, "1 < 2 <3 a<b", "1 < 2 <3 a<b", nil},
		{"script and style", HTML, "a<script>var x='<p>'</script>b<style>p{}</style>c", "abc", nil},
		{"hidden", HTML, `보임<div style="display:none">숨은 말 <div>더</div> http://one.example/</div>끝`, "보임\n끝",
			[]string{"0 one.example/ «http://one.example/» hidden"}},
		{"shown again", HTML, `<div style="font-size:0">숨음<span style="font-size:14px">보임 <b>또</b></span>숨음<i style="font-size:2em">또 숨음</i></div>끝`, "보임 또\n끝", nil},
		{"shown again, and left open", HTML, `<p style="visibility: hidden">숨음<b style="visibility:visible !important">보임</p>끝`, "보임\n끝", nil},
		{"typed", HTML, `<textarea>1 &lt; 2 & <b>3</textarea>`, "1 < 2 & <b>3", nil},
		{"turned round", HTML, `<bdo dir=RTL>노지카</bdo>`, "\u202e노지카\u202c", nil},
		{"hidden link", HTML, `<a href="http://one.example/" style="font-size:0">말</a>끝`, "끝",
			[]string{"1 one.example/ «http://one.example/» [말] hidden"}},
		{"comment", HTML, `가<!-- http://one.example/ -->나`, "가나", []string{"0 one.example/ «http://one.example/» hidden"}},
		{"image", HTML, `<img src="//one.example/i.png" alt="설명">`, "", []string{"2 one.example/i.png «//one.example/i.png»"}},
		{"relative", HTML, `<a href="/board/1">글</a> <a href="#top">위</a> <a href="view.php?id=3">보기</a>`, "글 위 보기", nil},
		{"script address", HTML, `<a href="javascript:location='http://one.example/'">말</a>`, "말",
			[]string{"4 javascript: «javascript:location='http://one.example/'» [말] > one.example"}},
		{"event", HTML, `<b onclick="location.href='http://one.example/'">말</b>`, "말",
			[]string{"4 javascript: «location.href='http://one.example/'» > one.example"}},
		{"unclosed", HTML, `<a href="http://one.example/">말 <b`, "말 <b", []string{"1 one.example/ «http://one.example/» [말 <b]"}},
		{"Markdown", Markdown, "# 머리\n카**지**노 [말](http://one.example/x \"제목\") <http://two.example/> `코드 *a*`", "머리\n카지노 말 http://two.example/ 코드 *a*",
			[]string{"1 one.example/x «http://one.example/x» [말]", "1 two.example/ «http://two.example/»"}},
		{"Markdown image in a link", Markdown, "[![그림](http://one.example/i.png)](http://two.example/)", "!그림",
			[]string{"2 one.example/i.png «http://one.example/i.png» [그림]", "1 two.example/ «http://two.example/» [![그림](http://one.example/i.png)]"}},
		{"Markdown reference", Markdown, "[말][1] 그리고\n\n[1]: http://one.example/x\n끝", "말 그리고\n\n\n끝",
			[]string{"1 one.example/x «http://one.example/x» [말]"}},
		{"Markdown parentheses", Markdown, "[말](http://one.example/a_(b))", "말", []string{"1 one.example/a_(b) «http://one.example/a_(b)» [말]"}},
		{"Markdown arithmetic", Markdown, "2 * 3 * 4 [예] \\*별\\*", "2 * 3 * 4 [예] *별*", nil},
		{"BBCode", BBCode, "[b]카[/b]지노 [url=http://one.example]말[/url] [url]http://two.example/a[/url]다음 [예]", "카지노 말 http://two.example/a다음 [예]",
			[]string{"1 one.example «http://one.example» [말]", "1 two.example/a «http://two.example/a»"}},
		{"BBCode image", BBCode, "[img]http://one.example/i.png[/img]", "", []string{"2 one.example/i.png «http://one.example/i.png»"}},
		{"BBCode hidden", BBCode, "가[size=0]숨은 말[/size]나[color=#FFF]흰[/color]", "가나흰", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := Read(&Post{Body: tt.body, Format: tt.format})
			if got := d.Texts[0].Shown.Text; got != tt.shown {
				t.Errorf("shown %q, want %q", got, tt.shown)
			}
			if diff := cmp.Diff(tt.links, describe(d)); diff != "" {
				t.Errorf("links (-want +got):\n%s", diff)
			}
			checkDocument(t, d)
		})
	}
}

func TestSegments(t *testing.T) {
	tests := []struct {
		format Format
		body   string
		want   []string
	}{
		{HTML, `<blockquote>남의 말</blockquote><pre>코드</pre><span hidden>숨음</span><img alt="설명">`, []string{"2 남의 말", "4 코드", "1 숨음 hidden", "1 설명 alt"}},
		{HTML, `<div style="position:absolute; left:-9999px">밖</div><p style='color:#ffffff'>흰</p>`, []string{"1 밖 off screen", "8 흰 white letters"}},
		{HTML, `<p style="color:#fff;background:white">흰</p><b style="background: #222; color: white">검은 바탕</b><details>접힘</details>`, []string{"1 흰 white on white", "8 접힘 details"}},
		{HTML, `<div style="display:block;color:#333">보임</div>`, nil},
		{Markdown, "> 남의 말\n\n```\n코드\n```\n`짧은`", []string{"2 > 남의 말", "4 코드\n", "4 짧은"}},
		{BBCode, "[quote=철수]남의 말[quote]더[/quote][/quote][code][b][/code]", []string{"2 남의 말[quote]더[/quote]", "4 [b]"}},
	}
	for _, tt := range tests {
		d := Read(&Post{Body: tt.body, Format: tt.format})
		var got []string
		for _, s := range d.Texts[0].Segments {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%d %s %s", s.Kind, tt.body[s.Start:s.End], s.Why)))
		}
		for i := range tt.want {
			tt.want[i] = strings.TrimSpace(tt.want[i])
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", tt.body, diff)
		}
	}
}

func TestWithin(t *testing.T) {
	d := Read(&Post{Format: HTML, Body: "나의 말 <blockquote>남의 말</blockquote> 다시 <code>코드</code>"})
	text := d.Texts[0]
	for word, want := range map[string]SegmentKind{"나의": 0, "남의": Quote, "다시": 0, "코드": Code} {
		at := strings.Index(text.Folded.Text, word)
		if got := text.Within(at, at+len(word)); got != want {
			t.Errorf("%s: within %d, want %d", word, got, want)
		}
	}
}

// checkDocument fails if a position lies outside its field or out of order.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	for _, text := range append(d.Texts[:len(d.Texts):len(d.Texts)], d.Hidden...) {
		last := 0
		for i := 0; i < len(text.Folded.Text); i++ {
			s := text.Span(i, i+1)
			if s.Start < last || s.End < s.Start || s.End > len(text.Raw) {
				t.Fatalf("%q: byte %d of %q comes from %d-%d after %d", text.Raw, i, text.Folded.Text, s.Start, s.End, last)
			}
			last = s.Start
		}
		for _, s := range text.Segments {
			if s.Start < 0 || s.End < s.Start || s.End > len(text.Raw) {
				t.Fatalf("%q: segment %+v", text.Raw, s)
			}
		}
	}
	for i := range d.Links {
		a := &d.Links[i]
		if n := len(d.Post.Text(a.Span.Field)); a.Span.Start < 0 || a.Span.End < a.Span.Start || a.Span.End > n || a.Label.End > n {
			t.Fatalf("%q: link %+v", d.Post.Body, a.Span)
		}
		if a.Start < 0 || a.End < a.Start || a.End > len(a.Text.Folded.Text) {
			t.Fatalf("%q: link at %d-%d", d.Post.Body, a.Start, a.End)
		}
		if i > 0 && a.Span.Field == d.Links[i-1].Span.Field && a.Span.Start < d.Links[i-1].Span.Start {
			t.Fatalf("%q: links out of order", d.Post.Body)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		`<a href="http://a.club">x</a>`, "[t](http://a.club)", "[url=http://a.club]x[/url]", "<div hidden title='a&lt;b'>x</div>",
		"```\nx\n```", "[code][b][/code]", "<!-- x -->", "[a][b]\n[b]: http://a.club", "a*b*c **d** ~~e~~", "&#52852;\u200b노",
	} {
		for format := range 4 {
			f.Add(s, uint8(format))
		}
	}
	f.Fuzz(func(t *testing.T, s string, format uint8) {
		if len(s) > 1<<11 {
			return
		}
		checkDocument(t, Read(&Post{Title: s[:len(s)/3], Body: s, Format: Format(format % 4)}))
	})
}

func TestReadLinear(t *testing.T) {
	size := 2 << 20
	if testing.Short() {
		size = 1 << 18
	}
	units := []string{
		"<", "<a ", "<a href=", "<a href='", "<b>", "<div>", "<div hidden>", "<!--", "<script>", "</", "&", "&#65;", "&#", "[", "]", "[[", "[](", "[a](b", "](",
		"[url]", "[url=", "[code]", "[/code]", "[code][/", "`", "`a``b", "*", "*a ", "**a", "~~a", "> ", "\n>", "\n```", "\n~~~a", "[a]: http://b.c\n", "[a][b]",
		"<http:", "\\", "#\n", "<p title='a'>", "<img width=1 height=1 src=a>", "\u0336", "가", "<a href=//a.bc>x</a>",
	}
	for _, format := range []Format{Plain, HTML, Markdown, BBCode} {
		for _, unit := range units {
			s := strings.Repeat(unit, size/len(unit)) + "](</[/"
			const limit = 4 * time.Second
			if took := stopwatch.Quickest(limit, func() { new(pageRoom).read(s, syntaxOf(format, s)) }); took > limit {
				t.Errorf("%v, %q: %v for %d bytes", format, unit, took, len(s))
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for _, name := range []string{"ko_news_ham", "ko_news_comments_ham", "stackexchange"} {
		posts, size := posts(b, name)
		if name == "stackexchange" {
			for i := range posts {
				posts[i].Format = Markdown
			}
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for i := range posts {
					Read(&posts[i])
				}
			}
		})
	}
	html := Post{Format: HTML, Body: strings.Repeat(`<p>오늘은 <b>날씨</b>가 좋아서 <a href="http://one.example/a">산책</a>을 나갔다 &amp; 왔다.</p>`, 50)}
	b.Run("html", func(b *testing.B) {
		b.SetBytes(int64(len(html.Body)))
		b.ReportAllocs()
		for b.Loop() {
			Read(&html)
		}
	})
}

// posts returns the posts of a development set, or skips.
func posts(tb testing.TB, set string) (all []Post, size int64) {
	tb.Helper()
	texts, size := shared.Texts(tb, set)
	for _, text := range texts {
		all = append(all, Post{Body: text})
	}
	return all, size
}
