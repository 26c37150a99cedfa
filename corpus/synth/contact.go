package synth

import "strings"

// contacted returns the post's way to be reached.
func (g *draft) contacted() string {
	if g.contact != nil {
		return g.contact(g)
	}
	switch g.post.Lang {
	case "ko":
		return one(g.source, []func(*draft) string{kakao, telegram, (*draft).mobile, phoneMixed, kakaoVariant})(g)
	case "zh":
		return one(g.source, []func(*draft) string{wechat, qq, telegram})(g)
	case "ja":
		return one(g.source, []func(*draft) string{line, telegram})(g)
	}
	return one(g.source, []func(*draft) string{telegram, whatsapp, telegram})(g)
}

// handle returns a messenger name.
func (g *draft) handle() string {
	switch g.IntN(4) {
	case 0:
		return g.str("addr.word") + "_" + g.digits(g.between(2, 4))
	case 1:
		return g.word(2) + g.digits(g.between(1, 3))
	case 2:
		return g.letters(latin, 2) + g.digits(g.between(3, 5))
	}
	return g.str("addr.word") + g.word(1) + g.digits(2)
}

// mobile returns a plain Korean mobile number.
func (g *draft) mobile() string {
	sep := one(g.source, []string{"-", "-", ".", " ", ""})
	return "010" + sep + g.digits(4) + sep + g.digits(4)
}

// phoneMixed returns one whose digits come in several scripts.
func phoneMixed(g *draft) string {
	like := []string{"0OoØ영공⓪０", "1lIㅣ일①１", "2이②２", "3삼③３", "4사④４", "5오⑤５", "6육⑥６", "7칠⑦７", "8팔⑧８", "9구⑨９"}
	sep := one(g.source, []string{"-", "~", ".", " ", "ㅡ", "·", "↔", "="})
	var b strings.Builder
	for _, r := range "010" + "-" + g.digits(4) + "-" + g.digits(4) {
		switch {
		case r == '-':
			b.WriteString(sep)
		case g.chance(0.5):
			b.WriteRune(one(g.source, []rune(like[r-'0'])))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func phoneHangul(g *draft) string {
	names := []rune("공일이삼사오육칠팔구")
	sep := one(g.source, []string{"", " ", "-", "~", "."})
	var b strings.Builder
	for _, r := range "010" + "-" + g.digits(4) + "-" + g.digits(4) {
		if r == '-' {
			b.WriteString(sep)
		} else {
			b.WriteRune(names[r-'0'])
		}
	}
	return b.String()
}

func phoneStyled(g *draft) string {
	base := one(g.source, []rune{0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, '０'})
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return base + r - '0'
		}
		return r
	}, g.mobile())
}

// phoneMarked returns a support number of 2024–26: foreign, bracketed, with
// combining marks or arrows.
func phoneMarked(g *draft) string {
	number := []string{"1", "8" + g.letters("04567", 1) + g.letters("3458", 1), g.digits(3), g.digits(4)}
	switch g.IntN(4) {
	case 0:
		return "+" + strings.Join(strings.Split(strings.Join(number, "-"), ""), "\u034e")
	case 1:
		return "⟦+1⟧⇢" + strings.Join(number[1:], "⇢")
	case 2:
		return "‖+1‖" + strings.Join(number[1:], "⇠")
	}
	return strings.NewReplacer("0", "O", "1", "l").Replace("+1 (" + number[1] + ") " + number[2] + "~" + number[3])
}

func kakao(g *draft) string {
	return one(g.source, []string{"카톡 ", "카톡: ", "카카오톡 ", "카톡ID ", "카톡아이디 : "}) + g.handle()
}

func kakaoVariant(g *draft) string {
	return one(g.source, []string{"ㅋㅏ톡 ", "카 톡 : ", "ㅋㅌ ", "까톡 ", "ㅋr톡", "카.톡 ", "캬톡 ", "kㅏ톡 ", "깨톡ID ", "카텉 ", "톡아이디 ", "㉸톡 "}) + g.handle()
}

func telegram(g *draft) string {
	if g.post.Lang == "ko" {
		return one(g.source, []string{"텔레그램 @", "텔레 @", "텔레 : ", "텔 ", "텔레그램 ID "}) + g.handle()
	}
	return one(g.source, []string{"Telegram @", "telegram: @", "TG @", "t.me/", "@"}) + g.handle()
}

func telegramVariant(g *draft) string {
	if g.post.Lang == "ko" {
		return one(g.source, []string{"텔ㄹㅔ ", "ㅌㄹ ", "텔.레 @", "탤래그람 ", "ㅌㅔㄹ레 @", "텔/레 ", "뗄레 @", "TㅔㄹE "}) + g.handle()
	}
	return one(g.source, []string{"te1egram @", "Теlеgram @", "t e l e @", "T.G : @", "t(.)me/", "𝗧𝗲𝗹𝗲 @", "tele gram: "}) + g.handle()
}

func line(g *draft) string {
	return one(g.source, []string{"LINE ID: ", "ライン:", "LINE→", "ＬＩＮＥ ", "LlNE ", "らいんID "}) + g.handle()
}

func wechat(g *draft) string {
	return one(g.source, []string{"加微信", "微信号：", "加V信", "薇信 ", "威❤：", "V：", "加V ", "微♥信:", "vx ", "卫星 "}) + g.handle()
}

func qq(g *draft) string {
	return one(g.source, []string{"QQ群", "扣扣 ", "扣群：", "加Q ", "Q群号 ", "企鹅："}) + g.digits(g.between(8, 10))
}

func whatsapp(g *draft) string {
	return one(g.source, []string{"WhatsApp +", "WhatsApp: +", "W/A +", "whats app me +", "WA +", "wa.me/", "What'sApp +"}) + one(g.source, []string{"1", "44", "62", "234", "7"}) + one(g.source, []string{" ", "", "-"}) + g.digits(3) + one(g.source, []string{" ", "", "-"}) + g.digits(6)
}

// A contactForm writes a way to be reached.
type contactForm struct {
	name, doc string
	langs     string
	write     func(g *draft) string
}

var contacts = []contactForm{
	{"phone", "a mobile number", "ko", (*draft).mobile},
	{"phone-mixed", "digits in several scripts", "ko", phoneMixed},
	{"phone-hangul", "digits as Hangul", "ko", phoneHangul},
	{"phone-styled", "styled or full-width digits", "ko", phoneStyled},
	{"phone-support", "a support number under marks and arrows", "en", phoneMarked},
	{"kakao", "KakaoTalk", "ko", kakao},
	{"kakao-variant", "KakaoTalk, misspelt", "ko", kakaoVariant},
	{"telegram", "Telegram", "ko en ru id", telegram},
	{"telegram-variant", "Telegram, misspelt", "ko en ru", telegramVariant},
	{"line", "LINE", "ja", line},
	{"wechat", "WeChat", "zh", wechat},
	{"qq", "QQ", "zh", qq},
	{"whatsapp", "WhatsApp", "en id", whatsapp},
}
