package synth

import (
	"strings"
	"unicode/utf8"
)

// spliceReplace puts an anchor in place of the host's commonest noun and
// leaves the noun's particles standing, suitable or not.
func spliceReplace(g *draft) {
	topic := g.topic()
	g.post.Lang, g.post.Category = "ko", topic
	var h Host
	var noun string
	for range 8 {
		h = g.host(200, "ko")
		if noun = commonNoun(h.Text); noun != "" {
			break
		}
	}
	anchor := g.anchor(topic)
	quote, unquote := "", ""
	if g.chance(0.2) {
		quote, unquote = "'", "'"
	}
	rest := h.Text
	for noun != "" {
		i := strings.Index(rest, noun)
		if i < 0 {
			break
		}
		g.body.add(rest[:i])
		g.body.add(quote)
		g.body.mark("anchor", anchor)
		g.body.add(unquote)
		rest = rest[i+len(noun):]
	}
	g.body.add(rest)
	if g.chance(0.5) || noun == "" {
		g.body.add(one(g.source, []string{" ", "\n", "\n\n"}))
		g.body.mark("url", g.url())
	}
	g.title.add(h.Title)
}

// commonNoun returns the word of two syllables and more that stands most
// often before a particle, or "" if none does so twice.
func commonNoun(s string) string {
	count := map[string]int{}
	for _, w := range strings.Fields(s) {
		w = strings.TrimFunc(w, func(r rune) bool { _, ok := apart(r); return !ok })
		r, n := utf8.DecodeLastRuneInString(w)
		if !strings.ContainsRune("은는이가을를의에", r) {
			continue
		}
		if stem := w[:len(w)-n]; utf8.RuneCountInString(stem) >= 2 && !strings.ContainsAny(stem, " .,") {
			count[stem]++
		}
	}
	best := ""
	for w, n := range count {
		if n >= 2 && (n > count[best] || n == count[best] && w < best) {
			best = w
		}
	}
	return best
}
