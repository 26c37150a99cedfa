package synth

import (
	"strings"
	"unicode/utf8"
)

// placements are where in a post the spam stands.
var placements = []maker{
	{name: "place/acrostic", doc: "the first letters of the lines read down", make: acrostic},
	{name: "place/vertical", doc: "one letter a line", make: vertical},
	{name: "place/reversed", doc: "written backwards", make: reversed},
	{name: "place/hashtags", doc: "a pile of glued hashtags", make: pile("#", "")},
	{name: "place/pipes", doc: "keywords between bars", make: pile("", one4(" | ", "|", " l ", "ㅣ", " / "))},
	{name: "place/list", doc: "keywords, one a line", make: pile("", one4("\n", "\n- ", "\n\n", "\n★", "\n"))},
	{name: "place/soup", doc: "keywords and blanks", make: pile("", one4(" ", "  ", ", ", " ", "·"))},
	{name: "place/title", doc: "commercial title over a plain body", make: splitTitle},
	{name: "place/author", doc: "commercial author over a plain body", make: splitAuthor},
	{name: "place/link-field", doc: "commercial link field under a plain body", make: splitLink},
	{name: "place/good-words", doc: "a short advertisement within a long honest text", make: goodWords},
	{name: "place/reflected", doc: "a query that a page echoes", make: reflected},
	{name: "place/advertorial", doc: "an essay that recommends one compound over and over", make: advertorial},
	{name: "place/flood", doc: "one skeleton with other numbers and a random tail", make: flood},
	{name: "place/spintax", doc: "spintax that was never filled in", make: spintax},
	{name: "place/image", doc: "an image that links off site", make: imageOnly},
}

func one4(s ...string) string { return strings.Join(s, "\x00") }

// plainLine returns an ordinary sentence in Korean.
func (g *draft) plainLine() string {
	return strings.ReplaceAll(g.str("line.ko"), "\n", " ")
}

func (g *draft) korean() (topic string) {
	topic = g.topic()
	g.post.Lang, g.post.Category = "ko", topic
	return topic
}

// addOffer ends the body with an address or a contact.
func (g *draft) addOffer() {
	g.body.add(one(g.source, []string{"\n", "\n\n", " "}))
	if g.chance(0.6) {
		g.body.mark("url", g.url())
	} else {
		g.body.mark("contact", g.contacted())
	}
}

func acrostic(g *draft) {
	g.korean()
	sep := one(g.source, []string{" - ", " : ", ". ", ") ", "ㅡ ", " 》"})
	for i, r := range []rune(strings.ReplaceAll(g.newTerm(), " ", "")) {
		if i > 0 {
			g.body.add("\n")
		}
		g.body.mark("anchor", string(r))
		g.body.add(sep + g.plainLine())
	}
	g.addOffer()
}

func vertical(g *draft) {
	g.korean()
	if g.chance(0.4) {
		g.body.add(g.plainLine() + "\n\n")
	}
	g.body.mark("anchor", strings.Join(strings.Split(strings.ReplaceAll(g.newTerm(), " ", ""), ""), one(g.source, []string{"\n", "\n\n"})))
	g.addOffer()
}

func reversed(g *draft) {
	g.korean()
	term := g.newTerm()
	g.body.add(one(g.source, []string{"", g.plainLine() + " ", g.plainLine() + "\n"}))
	g.body.mark("anchor", reverse(term))
	g.body.add(" ")
	g.body.mark("phrase", g.str("reversed.ko"))
	g.addOffer()
}

// pile makes a post of keywords, each after before, with one of seps between.
func pile(before, seps string) func(g *draft) {
	return func(g *draft) {
		topic := g.korean()
		sep := one(g.source, strings.Split(seps, "\x00"))
		n := g.between(8, 60)
		for i := range n {
			if i > 0 {
				g.body.add(sep)
			}
			word := before + g.anchor(topic)
			if before != "" {
				word = strings.ReplaceAll(word, " ", "")
			}
			if i == n/2 && g.chance(0.6) {
				g.body.mark("url", g.url())
				if sep == "" {
					g.body.add(" ")
				}
			}
			g.body.mark("anchor", word)
		}
		if g.chance(0.5) {
			g.addOffer()
		}
		if g.chance(0.5) {
			g.title.mark("anchor", g.anchor(topic))
		}
	}
}

func splitTitle(g *draft) {
	topic := g.korean()
	g.title.mark("anchor", g.anchor(topic))
	g.title.add(" ")
	if g.chance(0.7) {
		g.title.mark("url", g.domain())
	} else {
		g.title.mark("contact", g.contacted())
	}
	g.body.add(g.plainLine())
}

func splitAuthor(g *draft) {
	topic := g.korean()
	g.author.mark("anchor", g.anchor(topic))
	g.body.add(g.plainLine())
	if g.chance(0.7) {
		g.addOffer()
	} else {
		var l text
		l.mark("url", "http://"+g.domain())
		g.links = append(g.links, l)
	}
}

func splitLink(g *draft) {
	topic := g.korean()
	g.body.add(g.plainLine())
	if g.chance(0.6) {
		g.body.add(" ")
		g.body.mark("anchor", g.anchor(topic))
	}
	for range g.between(1, 2) {
		var l text
		l.mark("url", one(g.source, []string{"http://", "", "https://"})+g.domain())
		g.links = append(g.links, l)
	}
	if g.chance(0.5) {
		g.author.add(g.nonsense())
	}
}

// goodWords puts an advertisement before, after or into an honest text.
func goodWords(g *draft) {
	g.korean()
	h := g.host(300, "ko")
	ad := g.advert("ko")
	cut := one(g.source, []int{0, len(h.Text), len(h.Text) / 2})
	for cut > 0 && cut < len(h.Text) && !utf8.RuneStart(h.Text[cut]) {
		cut++
	}
	g.body.add(h.Text[:cut])
	if cut > 0 {
		g.body.add("\n")
	}
	g.body.join(ad)
	if cut < len(h.Text) {
		g.body.add("\n")
	}
	g.body.add(h.Text[cut:])
}

// advert returns an advertisement in lang from the content lists, all of it
// marked.
func (g *draft) advert(lang string) text {
	list := one(g.source, g.t.under("spam."+lang+"."))
	g.post.Category = strings.TrimPrefix(list, "spam."+lang+".")
	t := g.expand(untitled(g.entry(list)))
	t.cover()
	return t
}

// untitled makes the title of an entry its first line.
func untitled(entry string) string { return strings.Replace(entry, " || ", `\n`, 1) }

func reflected(g *draft) {
	topic := g.korean()
	frame := g.str("reflected")
	before, after, _ := strings.Cut(frame, "QUERY")
	g.body.add(before)
	g.body.mark("anchor", g.anchor(topic))
	g.body.add(" ")
	g.body.mark("url", g.domain())
	g.body.add(" ")
	g.body.mark("anchor", g.anchor(topic))
	g.body.add(" " + g.letters(latin+strings.ToUpper(latin), g.between(3, 4)) + after)
}

func flood(g *draft) {
	topic := g.korean()
	g.body.mark("anchor", g.anchor(topic))
	g.body.add(" ")
	g.body.join(g.from("flood.ko"))
	g.body.add(" ")
	g.body.mark("url", g.url())
	g.body.add(one(g.source, []string{" ", "\n"}) + g.letters(latin+strings.ToUpper(latin)+decimals, g.between(4, 8)))
	g.body.cover()
}

func spintax(g *draft) {
	topic := g.korean()
	for range g.between(1, 3) {
		words := strings.Fields(g.plainLine())
		i := g.IntN(len(words))
		words[i] = "{" + words[i] + "|" + one(g.source, words) + "|" + one(g.source, strings.Fields(g.plainLine())) + "}"
		g.body.add(strings.Join(words, " ") + " ")
	}
	g.body.mark("anchor", g.anchor(topic))
	g.body.add(" ")
	g.body.mark("url", g.url())
	g.body.add(" " + g.plainLine())
}

func imageOnly(g *draft) {
	topic := g.korean()
	g.post.Format = htmlFormat
	g.title.mark("anchor", g.anchor(topic))
	image := one(g.source, []string{"https://i.imgur.com/" + g.letters(latin+decimals, 7) + ".jpg", "http://" + g.domain() + "/b.gif", "https://postfiles.pstatic.net/" + g.letters(latin+decimals, 9) + ".png"})
	g.body.mark("url", `<a href="http://`+g.domain()+g.path()+`"><img src="`+image+`" alt="`+g.anchor(topic)+`"></a>`)
}
