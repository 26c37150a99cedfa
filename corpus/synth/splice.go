package synth

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// An insertion puts something foreign into t. What stands before it is host
// text that was cut wherever the count ran out.
type insertion func(g *draft, t *text, topic string)

// A blank or nothing, as the tool that spammers use leaves it.
func (g *draft) glue() string {
	if g.chance(0.6) {
		return ""
	}
	return " "
}

func urlAnchor(g *draft, t *text, topic string) {
	t.add(" ")
	t.mark("url", g.url())
	t.add(" ")
	t.mark("anchor", g.anchor(topic))
	t.add(g.glue())
}

func lostLink(g *draft, t *text, topic string) {
	t.add(g.glue())
	t.mark("anchor", g.anchor(topic))
	t.add("\n")
}

func anchorURL(g *draft, t *text, topic string) {
	t.add(g.glue())
	t.mark("anchor", g.anchor(topic))
	t.add(" ")
	t.mark("url", g.url())
	t.add(" ")
}

func anchorGlued(g *draft, t *text, topic string) {
	t.add(g.glue())
	t.mark("anchor", g.anchor(topic))
	t.mark("url", one(g.source, []string{"", "www.", "m."})+g.domain())
	t.add(g.glue())
}

func bareAnchor(g *draft, t *text, topic string) {
	t.add(" ")
	t.mark("url", g.domain())
	t.add(" ")
	t.mark("anchor", g.anchor(topic))
	t.add(g.glue())
}

func urlOnly(g *draft, t *text, _ string) {
	t.add(" ")
	t.mark("url", g.url())
	t.add(" ")
}

func ownLine(g *draft, t *text, topic string) {
	t.add("\n")
	t.mark("anchor", g.anchor(topic))
	t.add(" ")
	t.mark("url", g.domain())
	t.add(" ")
	t.mark("anchor", g.anchor(topic))
	t.add("\n")
}

// host returns an honest text in one of langs, at least min runes long where
// there is one, and no longer than a few thousand.
func (g *draft) host(min int, langs ...string) Host {
	best := Host{}
	for i := range 60 {
		from := g.hosts
		if i >= 40 && best.Text == "" { // the caller has none of that language
			from = g.t.hosts()
		}
		h := one(g.source, from)
		if h.own && g.chance(0.3) {
			h = g.assembled()
		}
		if h.Lang != "" && len(langs) > 0 && !slices.Contains(langs, h.Lang) {
			continue
		}
		if h.own {
			h.Title, h.Text = g.expand(h.Title).String(), g.expand(h.Text).String()
		}
		if n := utf8.RuneCountInString(h.Text); n >= min {
			return h
		} else if n > utf8.RuneCountInString(best.Text) {
			best = h
		}
	}
	return best
}

// assembled returns a long Korean post of ordinary sentences, as there are more
// of them than articles in the tables.
func (g *draft) assembled() Host {
	h := &draft{source: g.source, t: g.t}
	lists := g.t.under("ham.ko.")
	sep := one(g.source, []string{"\n", "\n\n", " "})
	for i := range g.between(2, 5) {
		if i > 0 {
			h.body.add(sep)
		}
		h.assemble(one(g.source, lists), g.between(4, 9))
	}
	return Host{Lang: "ko", Title: g.str("line.ko"), Text: h.body.String()}
}

// splice writes host into the body with insertions at about even gaps of gap
// runes; most are of the first kind. It stops after max of them.
func (g *draft) splice(host string, gap, max int, topic string, kinds ...insertion) {
	jitter := one(g.source, []int{0, 2, 5, gap / 10, gap / 3})
	next := g.between(gap/2, gap*3/2)
	for _, r := range host {
		if next == 0 && max > 0 && !strings.ContainsRune("\n\r", r) {
			kind := kinds[0]
			if g.chance(0.5) {
				kind = one(g.source, kinds)
			}
			kind(g, &g.body, topic)
			next, max = gap-jitter+g.IntN(2*jitter+1), max-1
		}
		if next > 0 {
			next--
		}
		g.body.b = utf8.AppendRune(g.body.b, r)
	}
}

// spliced makes a post of one family: a host and the given insertions.
func spliced(kinds ...insertion) func(g *draft) {
	return func(g *draft) {
		h := g.host(300, "ko")
		topic := g.topic()
		g.post.Lang, g.post.Category = "ko", topic
		gap := one(g.source, []int{60, 80, 100, 120, 120, 150, 200, 300})
		if n := utf8.RuneCountInString(h.Text); n < 3*gap {
			gap = n / 3
		}
		g.splice(h.Text, gap, g.between(3, 14), topic, kinds...)
		g.ensure(topic, kinds[0])
		g.title.add(h.Title)
	}
}

// ensure adds an insertion at the end if the host was too short for any.
func (g *draft) ensure(topic string, kind insertion) {
	if len(g.body.spans) == 0 {
		kind(g, &g.body, topic)
	}
}

// spliceOnce hides a single insertion in a long text.
func spliceOnce(g *draft) {
	h := g.host(600, "ko")
	topic := g.topic()
	g.post.Lang, g.post.Category = "ko", topic
	n := utf8.RuneCountInString(h.Text)
	g.splice(h.Text, g.between(n/4, n/2+1), 1, topic, one(g.source, []insertion{urlAnchor, bareAnchor, anchorURL, anchorGlued}))
	g.ensure(topic, urlAnchor)
	g.title.add(h.Title)
}

// spliceBoard is the family of 2025: a commercial title, both link fields
// filled, lines of keyword, address, keyword, and a soup of keywords.
func spliceBoard(g *draft) {
	topic := g.topic()
	g.post.Lang, g.post.Category = "ko", topic
	g.shape = 1
	g.title.mark("anchor", g.anchor(topic))
	g.title.add(" ")
	g.title.mark("url", g.domain())
	g.title.add(" ")
	g.title.mark("anchor", g.anchor(topic))
	if g.chance(0.7) {
		h := g.host(200, "ko")
		g.splice(h.Text, g.between(90, 160), g.between(2, 8), topic, ownLine, bareAnchor)
	}
	for range g.between(1, 4) {
		ownLine(g, &g.body, topic)
	}
	if g.chance(0.7) {
		g.body.add("\n")
		g.soup(topic, g.between(8, 60), one(g.source, []string{" ", "  ", "\n", ", "}))
	}
	for range 2 {
		var l text
		l.mark("url", one(g.source, []string{"", "http://", "https://"})+g.domain())
		g.links = append(g.links, l)
	}
	g.author.add(g.nonsense())
}

// nonsense returns a random four-syllable signature.
func (g *draft) nonsense() string {
	var b strings.Builder
	for range g.between(3, 4) {
		b.WriteRune(syllable{one(g.source, []int{0, 2, 3, 5, 6, 7, 9, 11, 12, 18}), one(g.source, []int{0, 4, 6, 8, 13, 20}), one(g.source, []int{0, 0, 4, 8, 16, 21, 1})}.rune())
	}
	return b.String()
}

// soup appends n anchors, each marked, with sep between.
func (g *draft) soup(topic string, n int, sep string) {
	for i := range n {
		if i > 0 {
			g.body.add(sep)
		}
		g.body.mark("anchor", g.anchor(topic))
	}
}

// spliceSoup copies a text and appends a soup of keywords.
func spliceSoup(g *draft) {
	topic := g.topic()
	h := g.host(200, "ko")
	g.post.Lang, g.post.Category = "ko", topic
	g.title.add(h.Title)
	g.body.add(h.Text)
	g.body.add(one(g.source, []string{"\n\n", "\n", " ", "\n.\n.\n.\n"}))
	if g.chance(0.6) {
		g.body.mark("url", g.url())
		g.body.add(" ")
	}
	g.soup(topic, g.between(10, 70), one(g.source, []string{" ", ", ", " | ", "\n", "/", " #", "ㅣ"}))
}
