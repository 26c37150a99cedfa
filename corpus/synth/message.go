package synth

import (
	"strings"
	"unicode"
)

// messages are short advertisements that are put together from parts, as
// Korean text messages and Indonesian comments are.
var messages = []maker{
	{name: "message/gamble", doc: "a Korean text message of offers, address and code", make: messageOf("gamble")},
	{name: "message/loan", doc: "a Korean text message that lends", make: messageOf("loan")},
	{name: "message/stock", doc: "a Korean text message that recommends shares", make: messageOf("stock")},
	{name: "message/dating", doc: "a Korean text message that wants to meet", make: messageOf("dating")},
	{name: "message/phish", doc: "a Korean text message in an authority's name", make: messagePhish},
	{name: "message/judol", doc: "an Indonesian comment that names a gambling house", make: judol(false)},
	{name: "message/judol-inserted", doc: "a brand put into a comment on something else", make: judolInserted},
	{name: "message/judol-styled", doc: "the same in letters of many alphabets", make: judol(true)},
}

// joins stand between the parts of a text message.
var joins = []string{"", " ", " ", " ", "/", "▶", "♣", "\n", "~", "|", ",", " ◈ ", "!", "★", "\n\n", " - ", "ㆍ", "♥", "【", "】", ".", "∴", "→"}

// senders are what networks and the law put before a message.
var senders = []string{"[Web발신]\n", "(광고)", "[Web발신]\n(광고)", "[광고]", "[국외발신]\n", "[국제발신]\n", "광고 ", "[web발신]\n"}

// messageOf puts a message together: perhaps an opening, one to four offers,
// an address or a contact, perhaps a code. Digits may be masked, as they are
// where such messages are published.
func messageOf(kind string) func(g *draft) {
	return func(g *draft) {
		g.post.Lang, g.post.Category = "ko", kind
		g.noise = one(g.source, []float64{0.1, 0.3, 0.5, 0.8, 1})
		join := one(g.source, joins)
		next := func() string {
			if g.chance(0.35) {
				join = one(g.source, joins)
			}
			return join
		}
		var t text
		if g.chance(0.3) {
			t.add(one(g.source, senders))
		}
		if g.chance(0.4) {
			t.join(g.from("sms." + kind + ".open"))
			t.add(next())
		}
		if g.chance(0.25) && kind == "gamble" {
			t.join(g.messageAddress())
			t.add(next())
		}
		for range g.between(1, 4) {
			t.join(g.from("sms." + kind + ".offer"))
			t.add(next())
		}
		if !t.has("url") {
			t.join(g.messageReach(kind))
		}
		if kind == "gamble" && g.chance(0.6) {
			t.add(next())
			t.join(g.from("sms.code"))
		}
		if g.chance(0.15) {
			t.add(next() + one(g.source, []string{"무료거부 080", "무료수신거부 080-", "수신거부080"}) + g.digits(3) + "-" + g.digits(4))
		}
		t.cover()
		g.body = t
		if g.chance(0.4) {
			g.mask()
		}
	}
}

// messageReach returns an address or a contact.
func (g *draft) messageReach(kind string) text {
	if kind == "gamble" || g.chance(0.5) {
		return g.messageAddress()
	}
	var t text
	t.mark("contact", one(g.source, []func(*draft) string{(*draft).mobile, phoneMixed, kakaoVariant, telegram})(g))
	return t
}

// messageAddress returns an address as text messages disguise it.
func (g *draft) messageAddress() text {
	write := one(g.source, []func(*draft) string{
		circledMix, circledMix, circledMix, (*draft).domain, (*draft).domain, (*draft).url, dotWord, (*draft).shortener,
		func(g *draft) string { return strings.ToUpper(g.domain()) },
		func(g *draft) string { return g.domain() + g.path() },
		func(g *draft) string { return someTranslated(g, g.domain(), "oilsebat", "0115384+") },
	})
	var t text
	t.mark("url", write(g))
	return t
}

// mask writes a star for every ASCII digit of the body.
func (g *draft) mask() {
	for i, c := range g.body.b {
		if c >= '0' && c <= '9' {
			g.body.b[i] = '*'
		}
	}
}

func messagePhish(g *draft) {
	g.post.Lang, g.post.Category = "ko", "phish"
	g.noise = one(g.source, []float64{0, 0, 0.3, 0.7})
	g.address = func(g *draft) text {
		var t text
		host := one(g.source, []string{g.shortener(), g.domain(), g.letters(latin, 4) + "." + g.name(3), g.letters(latin, 2) + g.name(5) + "/" + g.letters(latin+decimals, 5)})
		if g.chance(0.4) {
			host = one(g.source, []string{"https://", "http://", "https:/\n/", "https://\n"}) + host
		}
		t.mark("url", host)
		return t
	}
	if g.chance(0.5) {
		g.body.add(one(g.source, []string{"[Web발신]\n", "[web발신]\n", "[국외발신]\n", "[국제발신] "}))
	}
	g.body.join(g.from("sms.phish"))
	g.body.cover()
	if g.chance(0.3) {
		g.mask()
	}
}

// judol writes a comment that praises a gambling house; styled, its letters
// come from several alphabets.
func judol(dressed bool) func(g *draft) {
	return func(g *draft) {
		g.post.Lang, g.post.Category = "id", "judol"
		g.disguise = judolBrand
		t := g.from("judol")
		if g.chance(0.25) {
			t.add(one(g.source, []string{" ", ", ", ". "}))
			t.join(g.from("judol.tail"))
		}
		if dressed {
			p := one(g.source, []float64{0.15, 0.4, 1})
			t = t.rewrite(func(s string) string { return manyStyles(g, s, p) })
		}
		if g.chance(0.4) {
			t.add(" " + one(g.source, emoji))
		}
		t.cover()
		g.body = t
	}
}

// emoji stand around brands and at the ends of comments.
var emoji = strings.Fields("🔥 💰 ✨ 😍 👍 🙏 🎰 🍀 💯 👉 👈 🚀 💎 ⭐ 🐉 🌈 😎 🤑 🎉 🦁 🐢 🍉 🧨 ⚡ 🏆 🌸 ✋ 🌙 🎲 🪙")

// judolBrand writes a brand as comments do: plain, parted, in other letters or
// between emoji.
func judolBrand(g *draft, s string) string {
	switch g.IntN(9) {
	case 0:
		s = strings.Join(strings.Split(s, ""), one(g.source, []string{"-", " ", ".", "_"}))
	case 1:
		s = manyStyles(g, s, 1)
	case 2:
		s = styled(g, s)
	case 3:
		s = homoglyph(g, strings.ToUpper(s))
	case 4:
		i := g.between(1, len(s)-1)
		s = s[:i] + one(g.source, []string{"-", " ", "."}) + s[i:]
	case 5:
		s = enclosed(g, s)
	}
	if g.chance(0.4) {
		e := one(g.source, emoji)
		s = e + one(g.source, []string{"", " ", "*"}) + s + one(g.source, []string{"", " ", "*"}) + one(g.source, []string{e, e, one(g.source, emoji)})
	}
	return s
}

// manyStyles writes each Latin letter and digit, with probability p, in an
// alphabet of its own.
func manyStyles(g *draft, s string, p float64) string {
	var b strings.Builder
	for _, r := range s {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) && g.chance(p) {
			b.WriteString(one(g.source, []func(*draft, string) string{styled, styled, styled, homoglyph})(g, string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// judolInserted puts a brand into a comment that has nothing to do with it.
func judolInserted(g *draft) {
	g.post.Lang, g.post.Category = "id", "judol"
	g.disguise = judolBrand
	words := strings.Fields(g.str("ham.id.comment"))
	at := g.between(1, len(words))
	if g.chance(0.4) {
		at = len(words)
	}
	brand := g.disguised()
	if g.chance(0.6) && strings.IndexFunc(brand, unicode.IsSymbol) < 0 {
		e := one(g.source, emoji)
		brand = e + brand + e
	}
	g.body.add(strings.Join(words[:at], " ") + one(g.source, []string{" ", " ", ""}))
	g.body.mark("anchor", brand)
	if at < len(words) {
		g.body.add(one(g.source, []string{" ", ", "}) + strings.Join(words[at:], " "))
	}
	if g.chance(0.3) {
		g.body.add(" " + one(g.source, emoji))
	}
}
