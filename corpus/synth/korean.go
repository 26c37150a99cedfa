package synth

import "unicode/utf8"

// A syllable is a Hangul syllable taken apart: indices of its initial, vowel
// and final, the final 0 if there is none.
type syllable struct{ initial, vowel, final int }

const (
	hangulBase = 0xAC00
	hangulLast = 0xD7A3
)

// apart takes r apart; ok is false if r is no Hangul syllable.
func apart(r rune) (s syllable, ok bool) {
	if r < hangulBase || r > hangulLast {
		return syllable{}, false
	}
	n := int(r - hangulBase)
	return syllable{n / 588, n % 588 / 28, n % 28}, true
}

// rune puts the syllable together again.
func (s syllable) rune() rune {
	return hangulBase + rune(s.initial*588+s.vowel*28+s.final)
}

// The compatibility jamo, by index of initial, vowel and final.
var (
	initials = []rune("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
	middles  = []rune("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
	finals   = []rune("\x00ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
)

// A particle has one form after a final consonant and one after a vowel.
type particle struct {
	closed, open string
	liquid       bool // ㄹ counts as a vowel, as with 으로/로
}

var particles = map[string]particle{
	"은/는":    {closed: "은", open: "는"},
	"이/가":    {closed: "이", open: "가"},
	"을/를":    {closed: "을", open: "를"},
	"과/와":    {closed: "과", open: "와"},
	"이랑/랑":   {closed: "이랑", open: "랑"},
	"이나/나":   {closed: "이나", open: "나"},
	"이라/라":   {closed: "이라", open: "라"},
	"이에요/예요": {closed: "이에요", open: "예요"},
	"으로/로":   {closed: "으로", open: "로", liquid: true},
}

// spoken says which digits and letters end in a consonant when read in Korean.
const spoken = "013678LMNRlmnr"

// after returns the form that suits a word ending in r.
func (p particle) after(r rune) string {
	if closed(r, p.liquid) {
		return p.closed
	}
	return p.open
}

func closed(r rune, liquid bool) bool {
	if s, ok := apart(r); ok {
		return s.final != 0 && (!liquid || s.final != 8)
	}
	if r < utf8.RuneSelf {
		for _, c := range spoken {
			if c == r {
				return !liquid || (r != '1' && r != '7' && r != '8' && r != 'L' && r != 'l')
			}
		}
	}
	return false
}
