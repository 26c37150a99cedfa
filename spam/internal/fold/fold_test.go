package fold

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	tests := []struct {
		name, in, want string
		cause          Cause
	}{
		{"plain Korean", "오늘은 날씨가 좋네요. abc 123!", "오늘은 날씨가 좋네요. abc 123!", 0},
		{"case", "Hello, World", "hello, world", 0},
		{"case of other alphabets", "Élan ПРИВЕТ Ωμέγα", "élan привет ωμέγα", 0},
		{"Turkish", "İstanbul ılık", "istanbul ılık", 0},
		{"laughing", "ㅋㅋㅋ ㅠㅠ ㄱㅅ 우ㅓㅓ", "ㅋㅋㅋ ㅠㅠ ㄱㅅ 우ㅓㅓ", 0},
		{"dots and marks", "글쎄… · “네” ™", "글쎄… · “네” ™", 0},
		{"NFD Hangul", norm.NFD.String("한글 값이 닭"), "한글 값이 닭", Decomposed},
		{"NFD Latin", norm.NFD.String("déjà"), "déjà", Decomposed},
		{"final after a composed syllable", "각", "각", Decomposed},
		{"lone conjoining jamo", "ᄏᄏ ᅡ", "ㅋㅋ ㅏ", Decomposed},
		{"half-width jamo", "ﾡﾤ ￂￜ", "ㄱㄴ ㅏㅣ", Width},
		{"half-width kana", "ｶﾞｿﾘﾝ ﾊﾟ", "ガソリン パ", Width | Decomposed},
		{"full-width", "ＡＢＣ　１２３！", "abc 123!", Width},
		{"mathematical", "𝑴𝑨𝑵𝑫𝟕𝟕 𝓱𝓲", "mand77 hi", Styled},
		{"circled", "ⓖⓐⓒⓞⓡ ⒜⒝", "gacor ab", Styled},
		{"squared", "🅰🅱 🄲🄳 🅢🅣 🆔", "ab cd st id", Styled},
		{"negative circles", "❶❻❽ ➓ ⓵ ⓿", "168 10 1 0", Styled},
		{"small capitals", "ɢᴀᴄᴏʀ ꜱʟᴏᴛ", "gacor slot", Styled},
		{"superscript", "ᵍᵃᶜᵒʳ", "gacor", Styled},
		{"turned", "ɐɔǝ", "ace", Styled},
		{"turned, of every letter", "ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ", "acefghijkmrtvwy", Styled},
		{"regional indicators", "🇬🇦🇨🇴🇷", "gacor", Styled},
		{"flags", "🇰🇷🇺🇸 화이팅", "🇰🇷🇺🇸 화이팅", 0},
		{"circled Hangul", "㉮㉱ ㉠㉡ ㈎ ㈀", "가라 ㄱㄴ (가) (ㄱ)", Styled},
		{"company", "㈜한국 50㎏ 3℃ ①", "(주)한국 50kg 3°c 1", Compat},
		{"Latin with Cyrillic", "саsіno раypаl", "casino paypal", Confusable},
		{"capital look-alikes", "СASІNО", "casino", Confusable},
		{"Cyrillic with Latin", "зapaбoтoк", "заработок", Confusable},
		{"Cyrillic with Greek", "Ποмοгу ρабσтниᴋам 06γчениe", "помогу работникам обгчение", Confusable | Styled},
		{"turned round", "AEЯО88 CASIИO", "aero88 casino", Confusable},
		{"pure Cyrillic", "Слово о сое", "слово о сое", 0},
		{"pure Greek", "νόμος", "νόμος", 0},
		{"honest mixture", "VPNом", "vpnом", 0},
		{"zero width", "카\u200b지\u2060노", "카지노", Invisible},
		{"soft hyphen, joiner", "ca\u00adsi\u034fno", "casino", Invisible},
		{"fillers", "카\u3164지\u115f노\uffa0", "카지노", Filler},
		{"selector", "❤️ 1️⃣", "❤ 1", Selector},
		{"family", "👨‍👩‍👧", "👨👩👧", Invisible},
		{"bidi", "\u202eabc\u202c", "abc", Bidi},
		{"tags", "a\U000e0062\U000e0063", "abc", Tag},
		{"flag of Scotland", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "🏴", 0},
		{"piled marks", "카\u0336지\u0336노\u0336 c\u0334a\u0334", "카지노 ca", Combining},
		{"Persian", "می\u200cخواهم", "میخواهم", Invisible},
		{"Thai", "สล็อตทำ", "สล็อตทำ", 0},
		{"Hindi", "हिन्दी", "हिन्दी", 0},
		{"references", "&#52852;&#xC9C0;노 &amp; &lt;b&gt; &nbsp;.", "카지노 & <b>  .", Entity},
		{"per cent codes", "30% %EC%B9%B4%ec%a7%80노 %e2%80%8b%41 100%e %D0%BA", "30% 카지노 %41 100%e к", Entity | Invisible},
		{"no references", "a&b &copy=1 AT&T; & &#; &", "a&b &copy=1 at&t; & &#; &", 0},
		{"reference to nothing", "카&#8203;지", "카지", Invisible | Entity},
		{"not UTF-8", "a\xff\xc3b", "a\ufffd\ufffdb", Broken},
		{"NUL and BOM", "\ufeffa\x00b", "ab", Invisible},
		{"Windows-1252 as Latin-1", "that\u0092s", "that’s", Broken},
		{"blanks", "a\u00a0b\u2003c\u2028d", "a b c\nd", 0},
		{"digits of others", "٣٤ ९", "34 9", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := Fold(tt.in)
			if v.Text != tt.want {
				t.Errorf("Fold(%q) = %q, want %q", tt.in, v.Text, tt.want)
			}
			if v.Causes() != tt.cause {
				t.Errorf("Fold(%q): causes %v, want %v", tt.in, v.Causes(), tt.cause)
			}
			checkView(t, &v, tt.in)
		})
	}
}

func TestFoldPositions(t *testing.T) {
	tests := []struct{ in, find, want string }{
		{"말 카\u200b지\u200b노 사이트", "카지노", "카\u200b지\u200b노"},
		{"x Ｃａｓｉｎｏ y", "asin", "ａｓｉｎ"},
		{"x \u202eсаsіno\u202c y", "casino", "саsіno"},
		{"ПРИВЕТ саsіno", "casino", "саsіno"},
		{norm.NFD.String("한글 닭"), "닭", norm.NFD.String("닭")},
		{"㈜한국", "(주)한", "㈜한"},
		{"㈜한국", "주", "㈜"},
		{"&#52852;&#xC9C0;노", "지노", "&#xC9C0;노"},
		{"\xff\xfe카지노", "카지", "카지"},
	}
	for _, tt := range tests {
		v := Fold(tt.in)
		at := strings.Index(v.Text, tt.find)
		if at < 0 {
			t.Errorf("Fold(%q) = %q, which lacks %q", tt.in, v.Text, tt.find)
			continue
		}
		from, to := v.Source(at, at+len(tt.find))
		if got := tt.in[from:to]; got != tt.want {
			t.Errorf("Fold(%q): source of %q is %q, want %q", tt.in, tt.find, got, tt.want)
		}
		start, end := v.Locate(from, to)
		if start > at || end < at+len(tt.find) {
			t.Errorf("Fold(%q): %q lies at %d-%d, located at %d-%d", tt.in, tt.find, at, at+len(tt.find), start, end)
		}
	}
}

func TestChanges(t *testing.T) {
	v := Fold("Ab ⓒ카\u200b지노 саsіno\u00ad")
	var got []string
	for c := range v.Changes() {
		got = append(got, v.Text[c.Start:c.End]+" "+c.Cause.String())
	}
	want := "c styled| invisible| invisible|ca confusable|i confusable"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("changes %q, want %q", s, want)
	}
}

// checkView fails if the ways there and back contradict each other.
func checkView(t *testing.T, v *View, source string) {
	t.Helper()
	if !utf8.ValidString(v.Text) {
		t.Errorf("%q: not UTF-8: %q", source, v.Text)
	}
	last := 0
	for i := range len(v.Text) {
		from, to := v.Source(i, i+1)
		if from < last || to < from || to > len(source) {
			t.Fatalf("%q: byte %d of %q comes from %d-%d after %d", source, i, v.Text, from, to, last)
		}
		last = from
		if start, end := v.Locate(from, to); from < to && (start > i || end < i+1) {
			t.Fatalf("%q: byte %d of %q comes from %d-%d, which leads to %d-%d", source, i, v.Text, from, to, start, end)
		}
	}
	last = 0
	for i := range len(source) {
		start, end := v.Locate(i, i+1)
		if start < last || end < start || end > len(v.Text) {
			t.Fatalf("%q: byte %d leads to %d-%d after %d", source, i, start, end, last)
		}
		last = start
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{
		"카\u200b지노", "саsіno", "&#52852;", "각ᆨ", "e\u0301\u0301", "🇰🇷🇺", "\xff\x00", "ｶﾞ", "㈜İ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<12 {
			return
		}
		v := Fold(s)
		checkView(t, &v, s)
		for c := range v.Changes() {
			if c.Cause == 0 || c.Start > c.End || c.From > c.To || c.To > len(s) || c.End > len(v.Text) {
				t.Fatalf("%q: impossible change %+v", s, c)
			}
		}
	})
}

func TestFoldLinear(t *testing.T) {
	size := 4 << 20
	if testing.Short() {
		size = 1 << 20
	}
	for _, unit := range []string{
		"\u0336", "a\u0336", "e\u0301", "&#65;", "&", "&#", "ｶﾞ", "саs", "с", "🇬", "\U000e0041", "\xff", "\u200b", "ᄀ", "Ａ", "각", "İ", "a\u200b",
	} {
		s := strings.Repeat(unit, size/len(unit))
		v := Fold(s)
		if max := 24 * len(s); cap(v.pieces)*20 > max {
			t.Errorf("%q: %d pieces of 20 bytes for %d bytes", unit, cap(v.pieces), len(s))
		}
	}
}

func TestTablesFresh(t *testing.T) {
	if !strings.Contains(confusables, "version "+unicode.Version+",") {
		t.Errorf("confusables.txt is not of Unicode %s, as this Go is: run gen_confusables.go", unicode.Version)
	}
	if !strings.Contains(hanjaList, "Database "+unicode.Version+",") {
		t.Errorf("hanja.txt is not of Unicode %s, as this Go is: run gen_hanja.go", unicode.Version)
	}
	if r := reading('賭'); r != '도' {
		t.Errorf("賭 is read %c", r)
	}
	last := rune(0)
	for line := range strings.Lines(confusables) {
		if line[0] == '#' {
			continue
		}
		var r rune
		for _, c := range line[:strings.IndexByte(line, ' ')] {
			r = r<<4 | rune(strings.IndexRune("0123456789ABCDEF", c))
		}
		if r <= last || !unicode.IsLetter(r) || unicode.In(r, unicode.Hangul, unicode.Han, unicode.Latin) {
			t.Errorf("confusables.txt: %q: out of order or not a letter of another alphabet", line)
		}
		last = r
	}
	if n := len(twins()); n < 200 {
		t.Errorf("%d twins", n)
	}
}

// TestClassOfMathematics checks what is known of letters and digits without a look.
func TestClassOfMathematics(t *testing.T) {
	for r := rune(0x1d400); r < 0x1d800; r++ {
		if got, want := classOf(r), classify(r); got != want {
			t.Errorf("%U is of class %b, want %b", r, got, want)
		}
	}
}

// TestScanShortcuts checks what scan passes over without a look into the table.
func TestScanShortcuts(t *testing.T) {
	for r := rune(0x80); r < 1<<16; r++ {
		s := string(r)
		if !utf8.ValidString(s) || r >= 0xd800 && r < 0xe000 {
			continue
		}
		end, seen := scan(s, 0, 0)
		k := classOf(r)
		if (k&stop != 0) != (end == 0) || end > 0 && k&(upper|foreign) != 0 && seen&foreign == 0 {
			t.Errorf("%q (%U): scan stops: %v, class %b", s, r, end == 0, k)
		}
		const before, behind = "가나다라ab", "마바사아자차"
		if end, again := scan(before+s+behind, 0, 0); end == len(before+s+behind) != (k&stop == 0) || end < len(before) || again != seen {
			t.Errorf("%q (%U): scan stops at %d between others, class %b", s, r, end, again)
		}
	}
}
