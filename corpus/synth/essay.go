package synth

import "strings"

// essayTopics say which sentences of the tables suit which topic of anchors.
var essayTopics = map[string]string{
	"reel": "reel", "casino": "casino", "toto": "toto", "race": "race", "pharma": "pharma",
	"massage": "massage", "loan": "money", "cash": "money",
}

// advertorial is an essay in good Korean that recommends one commercial
// compound over and over; an address is the exception.
func advertorial(g *draft) {
	g.post.Lang = "ko"
	var topics []string
	for _, topic := range g.t.topics() {
		if essayTopics[topic] != "" {
			topics = append(topics, topic)
		}
	}
	topic := one(g.source, topics)
	g.post.Category = topic
	g.term = g.anchor(topic)
	if g.chance(0.6) {
		g.title.join(g.from("essay.open"))
	} else {
		g.body.join(g.from("essay.open"))
		g.body.add("\n")
	}
	lists := []string{"essay.general", "essay." + essayTopics[topic]}
	sep := one(g.source, []string{" ", " ", "\n", "\n\n"})
	said := map[string]bool{}
	for range g.between(2, 7) {
		entry := g.entry(one(g.source, lists))
		if said[entry] {
			continue
		}
		said[entry] = true
		g.body.join(g.expand(entry))
		g.body.add(sep)
		if g.chance(0.3) {
			g.term = g.anchor(topic)
		}
	}
	g.body.join(g.from("essay.close"))
	if g.chance(0.25) {
		g.addOffer()
	}
}

// otherLanguages hide their load in texts that are not Korean.
var otherLanguages = []maker{
	{name: "splice/en", doc: "address and anchor in English", make: splicedIn("en")},
	{name: "splice/id", doc: "address and anchor in Indonesian", make: splicedIn("id")},
	{name: "splice/ja", doc: "address and anchor in Japanese", make: splicedIn("ja")},
	{name: "splice/ru", doc: "address and anchor in Russian", make: splicedIn("ru")},
	{name: "splice/zh", doc: "address and anchor in Chinese", make: splicedIn("zh")},
	{name: "place/soup-foreign", doc: "keywords of other languages", make: foreignSoup},
	{name: "place/korean-in-foreign", doc: "Korean anchors after a foreign text", make: koreanInForeign},
}

// foreign returns a text of ordinary sentences in lang.
func (g *draft) foreign(lang string, n int) string {
	h := &draft{source: g.source, t: g.t}
	for i, list := range g.t.under("ham." + lang + ".") {
		if i > 0 {
			h.body.add("\n")
		}
		h.assemble(list, n)
	}
	return h.body.String()
}

func splicedIn(lang string) func(g *draft) {
	return func(g *draft) {
		g.post.Lang, g.post.Category = lang, "anchor"
		kinds := []insertion{urlAnchor, one(g.source, []insertion{lostLink, anchorURL, bareAnchor, anchorGlued})}
		text := g.foreign(lang, g.between(4, 8))
		n := len([]rune(text))
		g.splice(text, max(20, n/g.between(3, 6)), g.between(2, 6), "", kinds...)
		g.ensure("", kinds[0])
	}
}

func foreignSoup(g *draft) {
	g.post.Lang, g.post.Category = one(g.source, []string{"en", "en", "id", "ja", "ru", "zh"}), "anchor"
	sep := one(g.source, []string{", ", " | ", "\n", " ", " #", "; "})
	if g.chance(0.5) {
		g.body.add(g.foreign(g.post.Lang, g.between(1, 2)) + "\n")
	}
	g.soup("", g.between(6, 25), sep)
	g.body.add(" ")
	g.body.mark("url", g.url())
}

func koreanInForeign(g *draft) {
	g.post.Lang = one(g.source, []string{"en", "en", "ja", "id", "ru"})
	g.body.add(strings.TrimSpace(g.foreign(g.post.Lang, 1)) + " ")
	topic := g.korean()
	g.soup(topic, g.between(1, 4), " ")
	g.body.add(" ")
	g.body.mark("url", g.url())
}
