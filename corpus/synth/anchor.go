package synth

import "strings"

// topics returns what the Korean anchors of this half are about.
func (t *tables) topics() []string {
	var out []string
	for _, name := range t.under("head.") {
		out = append(out, strings.TrimPrefix(name, "head."))
	}
	return out
}

// topic returns one topic; the reel games, as in the field, more often.
func (g *draft) topic() string {
	if g.chance(0.35) {
		return "reel"
	}
	return one(g.source, g.t.topics())
}

// anchor returns a commercial compound of a topic, as spammers string them
// together from a head, tails and what goes before; for a post that is not
// Korean, one of its language.
func (g *draft) anchor(topic string) string {
	if list := "anchor." + g.post.Lang; g.has(list) {
		return g.str(list)
	}
	head, tail, mod := g.str("head."+topic), "", ""
	if g.has("tail."+topic) && g.chance(0.7) {
		tail = g.str("tail." + topic)
	} else {
		tail = g.str("tail")
	}
	if g.has("mod."+topic) && g.chance(0.7) {
		mod = g.str("mod." + topic)
	} else {
		mod = g.str("mod")
	}
	switch n := g.IntN(20); {
	case n < 8:
		return head + tail
	case n < 12:
		return head + " " + tail
	case n < 14:
		return mod + head
	case n < 16:
		return mod + " " + head + tail
	case n < 17:
		return head + tail + g.str("tail")
	case n < 18:
		return mod + head + tail
	case n < 19:
		return head + g.digits(1) + " " + tail
	}
	return head
}
