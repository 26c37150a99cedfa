package synth

import (
	"fmt"
	"strings"

	"github.com/boardspam/boardspam/corpus"
)

// markedHams are ordinary posts with the markup that editors leave, and
// ordinary greetings in letters that spammers like too.
var markedHams = []maker{
	{name: "ham/html", doc: "paragraphs, styles, images and links that say where they lead", make: hamHTML},
	{name: "ham/markdown", doc: "lists, code and links in Markdown", make: hamMarkdown},
	{name: "ham/bbcode", doc: "quotes and links in BBCode", make: hamBBCode},
	{name: "trap/styled-greeting", doc: "a greeting in styled letters", make: styledGreeting},
}

// ordinaryLines returns up to n ordinary Korean sentences of one kind.
func (g *draft) ordinaryLines(n int) []string {
	entries := g.t.lists[one(g.source, g.t.under("ham.ko."))]
	var lines []string
	for _, i := range g.Perm(len(entries))[:min(n, len(entries))] {
		lines = append(lines, strings.ReplaceAll(g.expand(entries[i]).String(), "\n", " "))
	}
	return lines
}

// honestLink returns an address and what a writer would call it.
func (g *draft) honestLink() (url, name string) {
	url = g.str("good.url")
	if !strings.HasPrefix(url, "http") {
		url = "http://" + url
	}
	host, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "http://"), "/")
	return url, one(g.source, []string{url, host, "여기", "원문 보기", "링크", "자세히", g.str("line.ko")})
}

func hamHTML(g *draft) {
	g.post.Lang, g.post.Label, g.post.Format = "ko", corpus.Ham, htmlFormat
	open := one(g.source, []string{"<p>", `<p style="text-align:center">`, "<div>", `<p class="0">`, `<span style="font-size:14px;color:#333333">`, `<p style="margin:0cm">`})
	shut := "</" + strings.FieldsFunc(open[1:], func(r rune) bool { return r == ' ' || r == '>' })[0] + ">"
	for _, line := range g.ordinaryLines(g.between(1, 5)) {
		words := strings.SplitAfter(line, " ")
		i := g.IntN(len(words))
		if g.chance(0.3) {
			words[i] = one(g.source, []string{"<b>", "<u>", `<font color="#ff0000">`, "<strong>", "<em>"}) + words[i]
			words[i] += "</" + strings.FieldsFunc(words[i][1:], func(r rune) bool { return r == ' ' || r == '>' })[0] + ">"
		}
		line = strings.Join(words, "")
		if g.chance(0.2) {
			line = strings.ReplaceAll(line, " ", "&nbsp;")
		}
		g.body.add(open + line + one(g.source, []string{"", "<br>", "&nbsp;", "<br />"}) + shut + one(g.source, []string{"", "\n"}))
	}
	if g.chance(0.5) {
		url, name := g.honestLink()
		g.body.add(fmt.Sprintf(`<p><a href="%s"%s>%s</a></p>`, url, one(g.source, []string{"", ` target="_blank"`, ` rel="noopener"`}), name))
	}
	if g.chance(0.3) {
		g.body.add(fmt.Sprintf(`<p><img src="/data/editor/%s.jpg" alt="%s" width="%d"></p>`, g.digits(9), g.str("line.ko"), g.between(200, 900)))
	}
}

func hamMarkdown(g *draft) {
	g.post.Lang, g.post.Label, g.post.Format = "ko", corpus.Ham, markdownFormat
	if g.chance(0.4) {
		g.body.add(one(g.source, []string{"# ", "## "}) + g.plainLine() + "\n\n")
	}
	bullet := one(g.source, []string{"- ", "* ", "1. ", "", "> "})
	for _, line := range g.ordinaryLines(g.between(1, 5)) {
		g.body.add(bullet + line + "\n")
	}
	if g.chance(0.6) {
		url, name := g.honestLink()
		g.body.add(fmt.Sprintf("\n%s [%s](%s)\n", one(g.source, []string{"참고:", "출처", ""}), name, url))
	}
	if g.chance(0.3) {
		g.body.add("\n```\n" + one(g.source, []string{"go test ./...", "curl -s http://localhost:8080/", "ssh pi@192.168.0.12", "docker run -p 80:80 nginx", "SELECT 1;"}) + "\n```\n")
	}
}

func hamBBCode(g *draft) {
	g.post.Lang, g.post.Label, g.post.Format = "ko", corpus.Ham, bbcodeFormat
	lines := g.ordinaryLines(g.between(2, 4))
	if g.chance(0.5) {
		lines[0] = "[quote]" + lines[0] + "[/quote]"
	} else {
		lines[0] = "[b]" + lines[0] + "[/b]"
	}
	g.body.add(strings.Join(lines, "\n"))
	if g.chance(0.6) {
		url, name := g.honestLink()
		g.body.add("\n[url=" + url + "]" + name + "[/url]")
	}
}

// styledGreeting writes what friends and fans write in fancy letters.
func styledGreeting(g *draft) {
	list := one(g.source, g.t.under("greeting."))
	g.post.Lang, g.post.Label = strings.TrimPrefix(list, "greeting."), corpus.Ham
	s := one(g.source, []func(*draft, string) string{styled, styled, enclosed, spacedStyled})(g, g.str(list))
	e := one(g.source, strings.Fields("🎂 🎉 ❤️ 🌸 ✨ 🙏 💐 🎈 🥰 🌙"))
	switch g.IntN(4) {
	case 0:
		s = e + s + e
	case 1:
		s = s + " " + e
	case 2:
		s = "✧ " + s + " ✧"
	}
	if lists := g.t.under("ham." + g.post.Lang + "."); len(lists) > 0 && g.chance(0.5) {
		h := &draft{source: g.source, t: g.t}
		s += one(g.source, []string{" ", "\n"}) + h.str(one(g.source, lists))
	}
	g.body.add(s)
}

func spacedStyled(g *draft, s string) string { return spaced(g, styled(g, s)) }
