package synth

import (
	"net/url"
	"strings"
)

// markedUp hides terms and addresses behind markup.
var markedUp = []maker{
	{name: "letters/html-entities", doc: "letters as character references", make: inHTML(entities)},
	{name: "letters/html-tags", doc: "tags within words", make: inHTML(func(g *draft, s string) string {
		return weave(g, s, false, func() string {
			return one(g.source, []string{"<b></b>", "<i></i>", "<span></span>", "<wbr>", "<font></font>", "<u></u>"})
		})
	})},
	{name: "letters/html-comments", doc: "comments within words", make: inHTML(func(g *draft, s string) string {
		return weave(g, s, false, func() string { return "<!-- " + g.letters(latin, g.between(1, 5)) + " -->" })
	})},
	{name: "letters/html-styled", doc: "every letter in a tag of its own", make: inHTML(func(g *draft, s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteString(`<span style="color:#` + g.letters("0123456789abcdef", 6) + `">` + string(r) + "</span>")
		}
		return b.String()
	})},
	{name: "letters/html-filler", doc: "hidden letters between the letters", make: inHTML(func(g *draft, s string) string {
		return weave(g, s, false, func() string { return `<span style="display:none">` + g.letters(latin, 2) + "</span>" })
	})},
	{name: "letters/percent", doc: "percent-encoded", make: percentTerm},
	{name: "letters/tag-characters", doc: "an address in tag characters that show nothing", make: tagCharacters},
	{name: "letters/bidi-address", doc: "an address backwards under a bidi override", make: func(g *draft) {
		g.address = func(g *draft) text {
			var t text
			t.mark("url", bidi(g, g.domain()))
			return t
		}
		g.post.Lang, g.post.Category = "ko", "disguise"
		g.body = g.from("lure.ko")
		g.body.cover()
	}},
}

// inHTML frames a term that is disguised with markup.
func inHTML(write func(g *draft, s string) string) func(g *draft) {
	return func(g *draft) {
		g.post.Lang, g.post.Category = one(g.source, []string{"ko", "ko", "ko", "en"}), "disguise"
		g.post.Format = htmlFormat
		g.disguise = write
		open, shut := "<p>", "</p>"
		if g.chance(0.3) {
			open, shut = "<div>", "</div>"
		}
		g.body.add(open)
		frame := g.from("frame." + g.post.Lang)
		frame.cover()
		g.body.join(frame)
		g.body.add(shut)
	}
}

func percentTerm(g *draft) {
	g.korean()
	g.address = func(g *draft) text {
		var t text
		t.mark("url", "http://"+g.domain()+"/?q="+url.QueryEscape(g.newTerm()))
		return t
	}
	g.body = g.from("lure.ko")
	g.body.cover()
}

// tagCharacters hides an address in the block Tags (U+E0020–E007E).
func tagCharacters(g *draft) {
	g.korean()
	var b strings.Builder
	for _, r := range "http://" + g.domain() {
		b.WriteRune(0xE0000 + r)
	}
	line := g.plainLine()
	words := strings.SplitAfter(line, " ")
	i := g.between(1, len(words))
	g.body.add(strings.Join(words[:i], ""))
	g.body.mark("url", b.String())
	g.body.add(strings.Join(words[i:], ""))
	if g.chance(0.5) {
		g.body.add(" ")
		g.body.mark("anchor", g.newTerm())
	}
}
