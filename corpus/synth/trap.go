package synth

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/boardspam/boardspam/corpus"
)

// traps are honest posts that code makes look like spam; most traps are lists.
var traps = []maker{
	{name: "trap/nfd", doc: "Hangul as conjoining jamo, as macOS writes it", make: func(g *draft) {
		g.anyHam()
		g.body.b = norm.NFD.AppendString(nil, g.body.String())
	}},
	{name: "trap/soft-hyphen", doc: "soft hyphens from a printed page", make: func(g *draft) {
		g.anyHam()
		words := strings.SplitAfter(g.body.String(), " ")
		for i, w := range words {
			if r := []rune(w); len(r) > 3 && g.chance(0.3) {
				words[i] = string(r[:2]) + "\u00ad" + string(r[2:])
			}
		}
		g.body.b = []byte(strings.Join(words, ""))
	}},
	{name: "trap/no-break", doc: "no-break blanks and byte order marks from a word processor", make: func(g *draft) {
		g.anyHam()
		s := strings.ReplaceAll(g.body.String(), " ", one(g.source, []string{"\u00a0", "\u3000", " \u200b", "\u2003"}))
		g.body.b = []byte(one(g.source, []string{"", "\ufeff", "\u200b"}) + s)
	}},
	{name: "trap/unspaced", doc: "no blanks at all", make: func(g *draft) {
		g.anyHam()
		g.body.b = []byte(strings.ReplaceAll(g.body.String(), " ", ""))
	}},
	{name: "trap/in-article", doc: "a trap's sentence within an article", make: func(g *draft) {
		h := g.honestHost()
		parts := sentences(h.Text)
		at := g.IntN(len(parts) + 1)
		g.body.add(strings.Join(parts[:at], ""))
		g.body.add(strings.ReplaceAll(g.str(one(g.source, g.t.under("trap.ko."))), " || ", " ") + "\n")
		g.body.add(strings.Join(parts[at:], ""))
	}},
	{name: "trap/several", doc: "sentences of several traps in one post", make: func(g *draft) {
		g.post.Lang, g.post.Label = "ko", corpus.Ham
		lists := g.t.under("trap.ko.")
		for i := range g.between(2, 4) {
			if i > 0 {
				g.body.add(one(g.source, []string{"\n", "\n\n", " "}))
			}
			s := g.str(one(g.source, lists))
			if _, body, ok := strings.Cut(s, " || "); ok {
				s = body
			}
			g.body.add(s)
		}
	}},
	{name: "trap/reply", doc: "a reply that quotes an advertisement and objects", make: objection},
}

// anyHam fills the body with ordinary Korean sentences.
func (g *draft) anyHam() {
	g.post.Lang, g.post.Label = "ko", corpus.Ham
	g.assemble(one(g.source, g.t.under("ham.ko.")), g.between(2, 5))
}

// objection quotes an advertisement, its address left out, to warn of it.
func objection(g *draft) {
	g.post.Lang, g.post.Label = "ko", corpus.Ham
	frame := g.str("objection")
	before, after, _ := strings.Cut(frame, "QUOTE")
	g.address = func(*draft) text {
		var t text
		t.add(one(g.source, []string{"(주소 생략)", "http://…", "(링크 삭제함)", "***.com", "○○○.net"}))
		return t
	}
	g.contact = func(*draft) string {
		return one(g.source, []string{"(연락처 가림)", "카톡 ○○○", "010-****-****"})
	}
	list := one(g.source, []string{"spam.ko.casino", "spam.ko.toto", "spam.ko.loan", "spam.ko.invest", "spam.ko.job", "spam.ko.pharma"})
	g.body.add(before + g.expand(untitled(g.entry(list))).String() + after)
}
