package synth

import (
	"strings"

	"golang.org/x/net/idna"
)

// shapes is the number of ways in which hosts of throw-away names are made.
const shapes = 12

// shaped returns a host in the given shape. A post keeps to one shape most of
// the time.
func (g *draft) shaped(shape int) string {
	switch shape {
	case 0:
		return g.digits(2) + "." + g.name(0)
	case 9:
		return "www." + g.name(g.IntN(10))
	case 10:
		return g.letters(latin, 2) + g.digits(1) + "." + g.name(1)
	case 11:
		return g.digits(g.between(1, 4)) + "." + g.name(5)
	}
	return g.name(shape - 1)
}

// stem makes a registrable name without its top-level domain.
func (g *draft) stem(kind int) string {
	switch kind {
	case 0: // abc123
		return g.letters(latin, 3) + g.digits(3)
	case 1: // word88
		return g.str("addr.word") + g.digits(g.between(2, 3))
	case 2: // abc-def
		return g.letters(latin, 3) + "-" + g.letters(latin, 3)
	case 3: // long and random
		return g.letters(latin, g.between(9, 15))
	case 4: // two-words
		return g.str("addr.word") + "-" + g.str("addr.word")
	case 5: // bcdf7
		return g.letters(consonants, g.between(4, 6)) + g.digits(1)
	case 6: // coinedword
		return g.word(2) + g.str("addr.word")
	case 7: // 777wordx
		return g.digits(3) + g.str("addr.word") + g.letters(latin, 1)
	case 8: // ab-77
		return g.letters(latin, 2) + "-" + g.digits(g.between(2, 4))
	}
	return g.str("addr.word") + g.str("addr.word") + g.digits(1)
}

// name returns a registrable name of the given kind, or, half of the time
// when the post has three already, one that the post has used before.
func (g *draft) name(kind int) string {
	if n := len(g.names); n > 0 && (n >= 4 || g.chance(0.35)) {
		return one(g.source, g.names)
	}
	s := g.stem(kind) + "." + g.tld()
	g.names = append(g.names, s)
	return s
}

// tld returns a top-level domain: mostly one of the half's own, sometimes one
// that everybody uses.
func (g *draft) tld() string {
	if g.chance(0.2) {
		return one(g.source, []string{"com", "com", "com", "net", "co.kr", "kr", "org"})
	}
	return g.entry("addr.tld")
}

// domain returns a host in this post's shape.
func (g *draft) domain() string {
	if g.shape == 0 {
		g.shape = 1 + g.IntN(shapes)
	}
	if g.chance(0.1) {
		return g.shaped(g.IntN(shapes))
	}
	return g.shaped(g.shape - 1)
}

// idn returns a host with a Hangul label.
func (g *draft) idn() string {
	return g.str("addr.hangul") + one(g.source, []string{"", g.digits(2), "365"}) + "." + one(g.source, []string{"com", "net", "kr", "한국", "닷컴"})
}

// punycode returns the same in its ASCII form.
func (g *draft) punycode() string {
	s, err := idna.ToASCII(g.idn())
	if err != nil {
		return g.domain()
	}
	return s
}

// path returns what may stand after a host.
func (g *draft) path() string {
	switch g.IntN(10) {
	case 0:
		return "/"
	case 1:
		return "/" + g.letters(latin+decimals, g.between(4, 8))
	case 2:
		return "/?" + one(g.source, []string{"ref", "code", "p", "id", "r"}) + "=" + g.letters(latin+decimals, g.between(3, 6))
	case 3:
		return "/" + g.str("addr.word") + "/" + g.digits(g.between(2, 5)) + one(g.source, []string{"", ".html", ".php"})
	}
	return ""
}

// shortener returns a link through a redirection service.
func (g *draft) shortener() string {
	return g.entry("addr.shortener") + "/" + g.letters(latin+strings.ToUpper(latin)+decimals, g.between(4, 7))
}

// invite returns a link into a messenger.
func (g *draft) invite() string {
	handle := g.str("addr.word") + g.digits(g.between(1, 4))
	switch g.IntN(6) {
	case 0, 1:
		return "https://t.me/" + handle
	case 2:
		return "t.me/+" + g.letters(latin+decimals, 12)
	case 3:
		return "https://open.kakao.com/o/" + one(g.source, []string{"s", "g"}) + g.letters(latin+strings.ToUpper(latin)+decimals, 7)
	case 4:
		return "https://line.me/ti/p/" + g.letters(latin+decimals, 10)
	}
	return "https://wa.me/" + g.digits(2) + g.digits(9)
}

// hosted returns a page on a service where anyone can have one.
func (g *draft) hosted() string {
	user := g.str("addr.word") + one(g.source, []string{"", "-", ""}) + g.str("addr.word") + one(g.source, []string{"", g.digits(2)})
	return "https://" + strings.ReplaceAll(g.entry("addr.hosting"), "USER", user)
}

// url returns an address as spammers mostly write it: with scheme, sometimes
// bare, rarely in another dress.
func (g *draft) url() string {
	switch n := g.IntN(20); {
	case n < 9:
		return "http://" + g.domain() + g.path()
	case n < 12:
		return "https://" + g.domain() + g.path()
	case n < 15:
		return g.domain() + g.path()
	case n < 16:
		return "hxxp://" + g.domain()
	case n < 17:
		return g.idn()
	case n < 18:
		return "https://" + g.shortener()
	case n < 19:
		return "HTTP://" + strings.ToUpper(g.domain())
	}
	return "http:\\\\" + g.domain()
}
