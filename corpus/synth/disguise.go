package synth

import (
	"strings"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// A disguise writes a term so that a person still reads it.
type disguise struct {
	name, doc string
	langs     string // where it is used, blank-separated
	write     func(g *draft, s string) string
}

// every is all languages that have frames.
const every = "ko en id ru zh ja"

var disguises = []disguise{
	{"spaced", "a blank between the letters", "ko en id ru zh ja", between(" ")},
	{"separated", "a sign between the letters", every, separated},
	{"emoji", "emoji between the letters", every, emojiBetween},
	{"jamo-some", "one syllable taken apart", "ko", func(g *draft, s string) string { return jamo(g, s, false) }},
	{"jamo-all", "every syllable taken apart", "ko", func(g *draft, s string) string { return jamo(g, s, true) }},
	{"jamo-conjoining", "conjoining jamo with a blank or sign in between", "ko", conjoining},
	{"jamo-halfwidth", "half-width jamo", "ko", halfJamo},
	{"jamo-latin", "vowels as Latin letters", "ko", jamoLatin},
	{"jamo-boxes", "circled consonants, vowels drawn with lines", "ko", boxes},
	{"circled-syllables", "circled and parenthesised syllables", "ko", circledSyllables},
	{"filler", "Hangul fillers and blanks that show nothing", "ko", hidden("\u3164", "\u115f", "\uffa0", "\u2800", "\u1160")},
	{"choseong", "initials only", "ko", choseong},
	{"look-alike", "syllables that look alike", "ko", lookAlike},
	{"tense", "tense and aspirated consonants", "ko", tense},
	{"finals", "a final consonant too many", "ko", finalsAdded},
	{"vowels", "vowels shifted", "ko", vowelsShifted},
	{"hanja", "Chinese characters", "ko", hanja},
	{"roman", "romanised", "ko", roman},
	{"roman-some", "one syllable romanised", "ko", romanSome},
	{"many-styles", "each letter in an alphabet of its own", "en id", func(g *draft, s string) string { return manyStyles(g, s, 0.8) }},
	{"keyboard", "typed with the keyboard set to English", "ko", keyboard},
	{"mixed-ko", "two disguises at once", "ko", mixed},
	{"zero-width", "zero-width characters", every, hidden("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")},
	{"soft-hyphen", "soft hyphens", every, hidden("\u00ad")},
	{"joiner", "combining grapheme joiners and variation selectors", every, hidden("\u034f", "\ufe00", "\ufe0f", "\U000e0101")},
	{"combining", "combining marks", "en id ru", marks("\u0336", "\u0332", "\u0323", "\u0301", "\u034e", "\u0489")},
	{"zalgo", "piles of combining marks", "en id ru ko", zalgo},
	{"reversed-bidi", "written backwards under a bidi override", "en id ru ko", bidi},
	{"homoglyph", "letters of another script", "en id", homoglyph},
	{"homoglyph-ru", "Latin letters in Cyrillic", "ru", homoglyphRu},
	{"styled", "mathematical letters", "en id", styled},
	{"fullwidth", "full-width letters", "en id", func(_ *draft, s string) string { return width.Widen.String(s) }},
	{"enclosed", "circled and squared letters", "en id", enclosed},
	{"regional", "regional indicators", "en id", regional},
	{"small-caps", "small capitals", "en id", mapped("abcdefghijklmnopqrstuvwxyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀsᴛᴜᴠᴡxʏᴢ")},
	{"superscript", "superscript letters", "en id", mapped("abcdefghijklmnoprstuvwxyz0123456789", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁰¹²³⁴⁵⁶⁷⁸⁹")},
	{"upside-down", "turned letters, backwards", "en id", upsideDown},
	{"leet", "digits for letters", "en id ru", leet},
	{"doubled", "letters doubled or left out", "en id", doubled},
	{"half-kana", "half-width kana", "ja", func(_ *draft, s string) string { return width.Narrow.String(s) }},
	{"hiragana", "hiragana for katakana", "ja", hiragana},
	{"zh-parts", "characters replaced by their like or by their parts", "zh", zhParts},
}

func between(sep string) func(*draft, string) string {
	return func(_ *draft, s string) string { return strings.Join(strings.Split(s, ""), sep) }
}

// separators are what stands between letters to keep filters off.
var separators = []string{".", ",", "'", "@", "*", "~", "-", "_", "/", "♥", "★", "ㆍ", "·", "|", "^", "◆", ":", "!", "+", "▶", "◈", "※", "#", "`", ";", "=", "●", "˚", "♤", "†"}

func separated(g *draft, s string) string {
	sep, every := one(g.source, separators), g.chance(0.6)
	return weave(g, s, every, func() string {
		if !every {
			return one(g.source, separators)
		}
		return sep
	})
}

func emojiBetween(g *draft, s string) string {
	return weave(g, s, g.chance(0.5), func() string {
		return one(g.source, []string{"🔥", "💰", "❤️", "⭐", "🎰", "✨", "💎", "👉", "🍀", "♣️", "🎁", "💯"})
	})
}

// weave puts something between the letters of s: all of them, or at least one.
func weave(g *draft, s string, all bool, what func() string) string {
	letters := []rune(s)
	var b strings.Builder
	sure := 1
	if len(letters) > 2 {
		sure = g.between(1, len(letters)-1)
	}
	for i, r := range letters {
		if i > 0 && (all || i == sure || g.chance(0.4)) {
			b.WriteString(what())
		}
		b.WriteRune(r)
	}
	return b.String()
}

// hidden weaves in characters that show nothing.
func hidden(what ...string) func(*draft, string) string {
	return func(g *draft, s string) string {
		return weave(g, s, g.chance(0.5), func() string { return one(g.source, what) })
	}
}

// marks puts one combining mark after every letter.
func marks(what ...string) func(*draft, string) string {
	return func(g *draft, s string) string {
		mark := one(g.source, what)
		var b strings.Builder
		for _, r := range s {
			b.WriteRune(r)
			b.WriteString(mark)
		}
		return b.String()
	}
}

func zalgo(g *draft, s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		for range g.between(2, 5) {
			b.WriteRune(rune(0x300 + g.IntN(0x4f)))
		}
	}
	return b.String()
}

func bidi(_ *draft, s string) string {
	return "\u202e" + reverse(s) + "\u202c"
}

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

// conjoining decomposes the syllables, and parts the jamo of one.
func conjoining(g *draft, s string) string {
	r := []rune(norm.NFD.String(s))
	if i := g.between(1, len(r)-1); g.chance(0.7) {
		return string(r[:i]) + one(g.source, []string{"\u200b", "\u00ad", ".", "\u115f"}) + string(r[i:])
	}
	return string(r)
}

func doubled(g *draft, s string) string {
	r := []rune(s)
	i := g.between(1, len(r)-1)
	if len(r) > 5 && g.chance(0.3) {
		return string(r[:i]) + string(r[i+1:])
	}
	return string(r[:i]) + string(r[i-1]) + string(r[i:])
}
