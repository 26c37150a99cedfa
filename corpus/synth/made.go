package synth

import "strings"

// made fills the slots that are made by code.
func (g *draft) made(slot string) (text, bool) {
	var t text
	switch slot {
	case "TERM":
		t.mark("anchor", g.disguised())
	case "url":
		if g.address != nil {
			return g.address(g), true
		}
		t.mark("url", g.url())
	case "domain":
		t.mark("url", g.domain())
	case "anchor":
		t.mark("anchor", g.anchor(g.topic()))
	case "CONTACT":
		t.mark("contact", g.contacted())
	case "phone":
		if g.contact != nil {
			t.mark("contact", g.contact(g))
		} else {
			t.mark("contact", g.mobile())
		}
	case "code":
		t.mark("phrase", g.code())
	default:
		return g.madePlain(slot)
	}
	return t, true
}

// madePlain fills the slots that stand within a mark.
func (g *draft) madePlain(slot string) (text, bool) {
	var t text
	switch slot {
	case "anchor-plain":
		t.add(g.anchor(g.topic()))
	case "plain-url":
		t.add(g.domain())
	case "plain-contact":
		t.add(g.contacted())
	case "plain-code":
		t.add(g.code())
	case "nonsense":
		t.add(g.nonsense())
	case "brand":
		t.add(g.brand())
	default:
		return text{}, false
	}
	return t, true
}

// disguised returns the post's term in its disguise. A term that the disguise
// leaves as it is gives way to another.
func (g *draft) disguised() string {
	if g.term == "" {
		g.term = g.newTerm()
	}
	if g.disguise == nil {
		return g.term
	}
	for range 12 {
		if out := strings.TrimSpace(g.disguise(g, g.term)); out != g.term {
			return out
		}
		g.term = g.newTerm()
	}
	return separated(g, g.term)
}

// newTerm returns what the post advertises, in its language.
func (g *draft) newTerm() string {
	if g.post.Lang == "id" && g.chance(0.8) {
		return g.brand()
	}
	if list := "term." + g.post.Lang; g.has(list) {
		return g.str(list)
	}
	return g.anchor(g.topic())
}

// brand returns the name of an online gambling house as Indonesian comments
// carry it: a word and two or three digits.
func (g *draft) brand() string {
	s := g.str("brand")
	digits := one(g.source, []string{"77", "88", "138", "303", "168", "99", "777", "4D", "69", "17", g.digits(2), g.digits(3)})
	switch g.IntN(5) {
	case 0:
		s = strings.ToLower(s)
	case 1:
		s = s[:1] + strings.ToLower(s[1:])
	}
	if g.chance(0.1) {
		return s + " " + digits
	}
	return s + digits
}

// code returns a join code.
func (g *draft) code() string {
	switch g.IntN(4) {
	case 0:
		return g.digits(4)
	case 1:
		return strings.ToUpper(g.letters(latin, g.between(3, 5)))
	case 2:
		return g.str("addr.word") + g.digits(2)
	}
	return strings.ToUpper(g.letters(latin, 2)) + g.digits(g.between(2, 4))
}
