package synth

import (
	"slices"
	"strings"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam/document"
)

// A maker writes posts of one kind. Its name is "group/kind" and becomes the
// post's technique.
type maker struct {
	name string
	doc  string
	make func(g *draft)

	list    string // that it writes from, if it is one
	entries int    // of the list; of a maker that varies its posts by code, what it counts as
}

// codeEntries is what a maker counts as that varies its posts by code.
const codeEntries = 20

// makers returns every maker that the tables can feed, in a fixed order.
func makers(t *tables) []maker {
	all := append([]maker{}, splices...)
	all = append(all, placements...)
	all = append(all, otherLanguages...)
	for _, d := range disguises {
		all = append(all, maker{name: "letters/" + d.name, doc: d.doc, make: lettered(d)})
	}
	all = append(all, markedUp...)
	all = append(all, messages...)
	for _, f := range addressForms {
		all = append(all, maker{name: "address/" + f.name, doc: f.doc, make: addressed(f)})
	}
	for _, c := range contacts {
		all = append(all, maker{name: "contact/" + c.name, doc: c.doc, make: contactedBy(c)})
	}
	for _, list := range t.under("place.") {
		write := placed
		if slices.Contains(wholly, list[strings.LastIndexByte(list, '.')+1:]) {
			write = content
		}
		all = append(all, listed(list, "place/", write))
	}
	for _, list := range t.under("spam.") {
		all = append(all, listed(list, "content/", content))
	}
	for _, list := range t.under("trap.") {
		all = append(all, listed(list, "trap/", honest))
	}
	all = append(all, traps...)
	all = append(all, hams...)
	all = append(all, markedHams...)
	for _, list := range t.under("ham.") {
		all = append(all, ordinary(list))
	}
	for i := range all {
		m := &all[i]
		if m.entries = len(t.lists[m.list]); m.entries == 0 {
			m.entries = codeEntries
		}
	}
	return all
}

// splices hide their load in an honest text.
var splices = []maker{
	{name: "splice/url-anchor", doc: "address and anchor at even gaps", make: spliced(urlAnchor)},
	{name: "splice/lost-link", doc: "anchor and line break at even gaps", make: spliced(lostLink)},
	{name: "splice/mixed", doc: "both at even gaps", make: spliced(urlAnchor, lostLink)},
	{name: "splice/anchor-url", doc: "anchor, then its address", make: spliced(anchorURL, lostLink)},
	{name: "splice/bare", doc: "address without scheme, and anchor", make: spliced(bareAnchor, lostLink)},
	{name: "splice/glued", doc: "address glued to its anchor", make: spliced(anchorGlued, lostLink)},
	{name: "splice/url-only", doc: "addresses at even gaps", make: spliced(urlOnly)},
	{name: "splice/lines", doc: "lines of keyword, address, keyword", make: spliced(ownLine, bareAnchor)},
	{name: "splice/once", doc: "one insertion in a long text", make: spliceOnce},
	{name: "splice/board", doc: "commercial title, link fields, lines and soup", make: spliceBoard},
	{name: "splice/replace", doc: "a noun replaced by an anchor everywhere", make: spliceReplace},
	{name: "splice/soup", doc: "a soup of anchors after the text", make: spliceSoup},
}

const (
	htmlFormat     = document.HTML
	markdownFormat = document.Markdown
	bbcodeFormat   = document.BBCode
)

// lettered frames a disguised term.
func lettered(d disguise) func(g *draft) {
	langs := strings.Fields(d.langs)
	return func(g *draft) {
		g.post.Lang, g.post.Category = langs[g.n%len(langs)], "disguise"
		g.disguise = d.write
		g.write("frame")
	}
}

// write makes the body of a frame of the post's language, and what is around it.
func (g *draft) write(frame string) {
	g.body = g.from(frame + "." + g.post.Lang)
	g.body.cover()
	g.around()
}

// addressed frames an address in one form.
func addressed(f addressForm) func(g *draft) {
	return func(g *draft) {
		g.post.Lang, g.post.Category = "ko", "address"
		if g.n%5 == 4 && f.name != "idn" && f.name != "punycode" && f.name != "dot-word" {
			g.post.Lang = one(g.source, []string{"en", "id", "ru", "zh", "ja"})
		}
		g.address = f.write
		switch f.format {
		case "html":
			g.post.Format = htmlFormat
		case "markdown":
			g.post.Format = markdownFormat
		case "bbcode":
			g.post.Format = bbcodeFormat
		}
		g.write("lure")
	}
}

// contactedBy frames an offer with one way to be reached.
func contactedBy(c contactForm) func(g *draft) {
	langs := strings.Fields(c.langs)
	return func(g *draft) {
		g.post.Lang, g.post.Category = langs[g.n%len(langs)], "contact"
		g.contact = c.write
		g.write("offer")
	}
}

// around puts ordinary Korean sentences before or after the body now and then.
func (g *draft) around() {
	if g.post.Lang != "ko" || g.post.Format != document.Plain {
		return
	}
	if g.chance(0.2) {
		var t text
		t.add(g.plainLine() + one(g.source, []string{" ", "\n", "\n\n"}))
		t.join(g.body)
		g.body = t
	}
	if g.chance(0.15) {
		g.body.add(one(g.source, []string{" ", "\n"}) + g.plainLine())
	}
}

// listed makes a maker of a list called group.lang.kind.
func listed(list, group string, write func(g *draft)) maker {
	part := strings.SplitN(list, ".", 3)
	name := group + part[1] + "/" + part[2]
	if group == "trap/" || group == "place/" {
		name = group + part[2]
		if part[1] != "ko" {
			name += "-" + part[1]
		}
	}
	return maker{name: name, doc: "from the list " + list, list: list, make: func(g *draft) {
		g.post.Lang, g.post.Category = part[1], part[2]
		g.body = g.next(list)
		write(g)
	}}
}

// next expands the list's entries in turn, so that few posts show them all.
func (g *draft) next(list string) text {
	entries := g.t.lists[list]
	return g.expand(entries[g.n%len(entries)])
}

// wholly names the lists of places whose posts are nothing but advertisement.
var wholly = []string{"join-code", "judol", "search-lure", "support", "testimonial"}

// content marks all of an advertisement.
func content(g *draft) {
	g.titled()
	g.body.cover()
}

// placed leaves the marks as they are in the list.
func placed(g *draft) {
	g.titled()
	if len(g.body.spans) == 0 {
		g.body.cover()
	}
}

// honest makes ham of the body.
func honest(g *draft) {
	g.post.Label = corpus.Ham
	g.titled()
	if strings.HasPrefix(string(g.body.b), "<") {
		g.post.Format = htmlFormat
	}
}

// titled moves what stands before " || " into the title.
func (g *draft) titled() {
	i := strings.Index(string(g.body.b), " || ")
	if i < 0 {
		return
	}
	rest := text{b: g.body.b[i+4:]}
	g.title.b = g.body.b[:i]
	for _, s := range g.body.spans {
		if s.end <= i {
			g.title.spans = append(g.title.spans, s)
		} else {
			rest.spans = append(rest.spans, span{s.start - i - 4, s.end - i - 4, s.kind})
		}
	}
	g.body = rest
}
