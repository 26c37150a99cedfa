package synth

// made fills the slots that are made by code.
func (g *draft) made(slot string) (text, bool) {
	var t text
	switch slot {
	case "url":
		t.mark("url", g.url())
	case "domain":
		t.mark("url", g.domain())
	case "TERM":
		t.add(g.term)
	default:
		return text{}, false
	}
	return t, true
}
