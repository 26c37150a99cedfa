package synth

// A maker writes posts of one kind. Its name is "group/kind" and becomes the
// post's technique.
type maker struct {
	name string
	doc  string
	make func(g *draft)
}

// makers returns every maker that the tables can feed.
func makers(t *tables) []maker {
	return splices
}

// splices hide their load in an honest text.
var splices = []maker{
	{"splice/url-anchor", "address and anchor at even gaps", spliced(urlAnchor)},
	{"splice/lost-link", "anchor and line break at even gaps", spliced(lostLink)},
	{"splice/mixed", "both at even gaps", spliced(urlAnchor, lostLink)},
	{"splice/anchor-url", "anchor, then its address", spliced(anchorURL, lostLink)},
	{"splice/bare", "address without scheme, and anchor", spliced(bareAnchor, lostLink)},
	{"splice/glued", "address glued to its anchor", spliced(anchorGlued, lostLink)},
	{"splice/url-only", "addresses at even gaps", spliced(urlOnly)},
	{"splice/lines", "lines of keyword, address, keyword", spliced(ownLine, bareAnchor)},
	{"splice/once", "one insertion in a long text", spliceOnce},
	{"splice/board", "commercial title, link fields, lines and soup", spliceBoard},
	{"splice/replace", "a noun replaced by an anchor everywhere", spliceReplace},
	{"splice/soup", "a soup of anchors after the text", spliceSoup},
}
