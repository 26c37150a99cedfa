package synth

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/corpus"
)

// hams are honest texts made of hosts: what splices are compared with, down to
// the line breaks, captions and links that honest texts have.
var hams = []maker{
	{name: "ham/article", doc: "a host as it is, or some of its paragraphs", make: article},
	{name: "ham/article-link", doc: "a host with an honest link between two sentences", make: articleLink},
	{name: "ham/article-wrapped", doc: "a host with a line break at an even width", make: articleWrapped},
	{name: "ham/article-caption", doc: "a host with captions and headings in between", make: articleCaption},
	{name: "ham/article-glued", doc: "a host whose line breaks were lost", make: articleGlued},
	{name: "ham/contact", doc: "an ordinary sentence and a way to be reached", make: reachable},
	{name: "ham/link", doc: "little more than an honest link", make: linked},
}

// honestHost returns a host, of any language that there is.
func (g *draft) honestHost() Host {
	h := g.host(1)
	g.post.Lang, g.post.Label = h.Lang, corpus.Ham
	if g.chance(0.6) {
		g.title.add(h.Title)
	}
	return h
}

func article(g *draft) {
	paragraphs := strings.SplitAfter(g.honestHost().Text, "\n\n")
	from := g.IntN(len(paragraphs))
	if g.chance(0.5) {
		from = 0
	}
	g.body.add(strings.TrimSpace(strings.Join(paragraphs[from:], "")))
}

// sentences splits s after each end of a sentence that a blank follows.
func sentences(s string) []string {
	var out []string
	from := 0
	for i := 0; i+2 < len(s); i++ {
		if (s[i] == '.' || s[i] == '?' || s[i] == '!') && (s[i+1] == ' ' || s[i+1] == '\n') {
			out = append(out, s[from:i+2])
			from = i + 2
		}
	}
	return append(out, s[from:])
}

// with puts n honest lines of a list between sentences of s.
func (g *draft) with(s, list string, n int, before, after string) {
	parts := sentences(s)
	var at []int
	for range n {
		at = append(at, g.between(1, len(parts)))
	}
	for i, part := range parts {
		g.body.add(part)
		if slices.Contains(at, i+1) {
			g.body.add(before + g.str(list) + after)
		}
	}
}

func articleLink(g *draft) {
	g.with(g.honestHost().Text, "good.link", g.between(1, 3), one(g.source, []string{"", " ", "\n"}), one(g.source, []string{" ", "\n", "\n\n"}))
}

func articleCaption(g *draft) {
	sep := one(g.source, []string{"\n", "", "\n\n"})
	g.with(g.honestHost().Text, "caption", g.between(1, 4), sep, sep)
}

func articleGlued(g *draft) {
	g.body.add(strings.Join(strings.Split(g.honestHost().Text, "\n\n"), ""))
}

// articleWrapped breaks lines as mail programs and printed pages do: at the
// last blank before the width, or hard at the width.
func articleWrapped(g *draft) {
	width, hard := g.between(28, 90), g.chance(0.08)
	column := 0
	for _, word := range strings.SplitAfter(g.honestHost().Text, " ") {
		n := utf8.RuneCountInString(word)
		if !hard && column > 0 && column+n > width {
			g.body.add("\n")
			column = 0
		}
		for _, r := range word {
			if hard && column == width {
				g.body.add("\n")
				column = 0
			}
			g.body.b = utf8.AppendRune(g.body.b, r)
			column++
		}
		if i := strings.LastIndexByte(word, '\n'); i >= 0 {
			column = 0
		}
	}
}

// ordinary assembles a post from a few sentences of a list.
func ordinary(list string) maker {
	part := strings.SplitN(list, ".", 3)
	return maker{name: "ham/" + part[1] + "/" + part[2], doc: "from the list " + list, list: list, make: func(g *draft) {
		g.post.Lang, g.post.Category, g.post.Label = part[1], part[2], corpus.Ham
		n := one(g.source, []int{1, 1, 2, 2, 3, 4, 6})
		if part[2] == "sms" {
			n = 1
		}
		g.assemble(list, n)
		if rest, ok := strings.CutPrefix(g.body.String(), "[Web발신]\n"); ok {
			g.body.b = []byte(one(g.source, []string{"[Web발신]\n", "[Web발신]\n", "[web발신]\n", "[Web발신] ", ""}) + rest)
		}
		if part[1] == "ko" && g.chance(0.3) && part[2] == "sms" {
			g.mask()
		}
		if part[1] == "ko" && part[2] != "sms" {
			g.decorate()
		}
	}}
}

// assemble writes n sentences of a list in one of the manners people have.
func (g *draft) assemble(list string, n int) {
	sep := one(g.source, []string{" ", " ", ". ", "\n", "\n\n", "... ", "! ", ", "})
	if strings.HasPrefix(list, "ham.zh") || strings.HasPrefix(list, "ham.ja") {
		sep = one(g.source, []string{"", "\n"})
	}
	entries := slices.Clone(g.t.lists[list])
	g.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	for i, e := range entries[:min(n, len(entries))] {
		if i > 0 {
			g.body.add(sep)
		}
		s := g.expand(e).String()
		if strings.TrimSpace(sep) != "" {
			s = strings.TrimRight(s, ".!?")
		}
		g.body.add(s)
	}
}

// decorate adds what Korean posts begin and end with, and sometimes a link.
func (g *draft) decorate() {
	body := g.body.String()
	if g.chance(0.12) {
		body = one(g.source, []string{"안녕하세요 ", "안녕하세요.\n", "안녕하십니까? ", "음.. ", "아 ", "저는 ", "참고로 "}) + body
	}
	if g.chance(0.4) {
		body += one(g.source, []string{".", "~", "!!", " ㅎㅎ", " ㅋㅋ", " ㅠㅠ", "^^", "...", " 😊", "~~", ";;", " ㅋㅋㅋㅋ", " 감사합니다.", " 👍", "!"})
	}
	if g.chance(0.12) {
		body += one(g.source, []string{" ", "\n", "\n\n"}) + g.str("good.link")
	}
	if g.chance(0.1) {
		body += one(g.source, []string{" ", "\n", ". "}) + g.str("good.contact")
	}
	if g.chance(0.04) {
		body = strings.ReplaceAll(body, " ", "")
	}
	if g.chance(0.15) {
		g.title.add(g.str(one(g.source, []string{"line.ko", "ham.ko.question", "ham.ko.talk"})))
	}
	g.body = text{b: []byte(body)}
}

// linked is a post that is little more than an honest link.
func linked(g *draft) {
	g.post.Lang, g.post.Category, g.post.Label = "ko", "link", corpus.Ham
	if g.chance(0.4) {
		g.body.add(g.plainLine() + one(g.source, []string{" ", "\n", ""}))
	}
	g.body.add(g.str("good.link"))
	if g.chance(0.2) {
		g.body.add(one(g.source, []string{"\n", " "}) + g.str("good.link"))
	}
	if g.chance(0.3) {
		g.body.add(one(g.source, []string{" ", "\n", ""}) + g.plainLine())
	}
}

// reachable is an ordinary post whose writer says how to be reached.
func reachable(g *draft) {
	g.post.Lang, g.post.Category, g.post.Label = "ko", "contact", corpus.Ham
	g.assemble(one(g.source, []string{"ham.ko.sale", "ham.ko.club", "ham.ko.notice", "ham.ko.question"}), g.between(1, 3))
	g.body.add(one(g.source, []string{" ", "\n", ". "}) + g.str("good.contact"))
}
