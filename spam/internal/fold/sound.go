package fold

import "strings"

// A Sound is what stays of a Hangul syllable when it is written as it might
// sound: tense, aspirated and plain consonants are one, and so are the vowels
// that people exchange. Two syllables of one Sound may be meant for each other.
type Sound uint16

// soundOfInitial and soundOfVowel give the plain form, by index.
var (
	soundOfInitial = [19]uint8{0, 0, 2, 3, 3, 5, 6, 7, 7, 9, 9, 11, 12, 12, 12, 0, 3, 7, 18} // ㄱㄲㅋ ㄷㄸㅌ ㅂㅃㅍ ㅅㅆ ㅈㅉㅊ
	soundOfVowel   = [21]uint8{0, 1, 0, 1, 4, 1, 4, 1, 8, 0, 1, 1, 8, 13, 4, 1, 20, 13, 18, 20, 20}
	soundOfFinal   = [28]uint8{0, 1, 1, 1, 4, 4, 4, 7, 8, 1, 16, 8, 8, 8, 17, 8, 16, 17, 17, 7, 7, 21, 7, 7, 1, 7, 17, 7}
)

// SoundOf returns the Sound of a Hangul syllable without its final, and the
// sound of that final, 0 for none. ok is false for any other rune.
func SoundOf(r rune) (s Sound, final uint8, ok bool) {
	l, v, t, ok := Split(r)
	if !ok {
		return 0, 0, false
	}
	return Sound(soundOfInitial[l])*21 + Sound(soundOfVowel[v]), soundOfFinal[t], true
}

// Odd reports whether a Hangul syllable hardly occurs in writing that is not
// meant to be odd: 캬 within a word, 먜, 퐃, 즤. It goes by the pairs of
// consonant and vowel that modern spelling uses, and the finals that it lacks.
func Odd(r rune) bool {
	l, v, t, ok := Split(r)
	if !ok {
		return false
	}
	return (oddPair(l, v) || oddFinal(r, l, v, t)) && !strings.ContainsRune(ordinary, r)
}

// Bent reports whether a Hangul syllable is odd for its vowel alone: 캬, 먜, 즤.
// People who exchange plain consonants for tense ones, or add finals, for fun
// or to be read by their own only, have no use for those; nor have names from
// abroad, but for a few that do not count.
func Bent(r rune) bool {
	const tense = 1<<1 | 1<<4 | 1<<8 | 1<<10 | 1<<13
	l, v, _, ok := Split(r)
	return ok && tense>>l&1 == 0 && oddPair(l, v) && !strings.ContainsRune(ordinary+"캬쟈쟝챠톈퉷", r)
}

// ordinary are syllables of common words that the rules of Odd would miss.
const ordinary = "뺨쾌깥숱뼛퉤렷얏졔"

// The initials with which a vowel is odd, by bit, in the order ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ.
var oddWith = [21]uint32{
	2:  bits("ㄲㄷㄸㅁㅂㅃㅆㅈㅉㅊㅋㅌㅍ"),    // ㅑ
	3:  bits("ㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅉㅊㅋㅌㅍㅎ"), // ㅒ
	6:  bits("ㄸㅆㅉ"),              // ㅕ
	7:  bits("ㄲㄴㄷㄸㅁㅂㅃㅆㅈㅉㅊㅋㅌ"),    // ㅖ
	10: bits("ㄴㄹㅁㅂㅃㅆㅉㅋㅍ"),        // ㅙ
	12: bits("ㄲㄷㄸㅂㅃㅆㅉㅊㅌ"),        // ㅛ
	15: bits("ㄷㄸㄹㅁㅂㅃㅆㅈㅉㅌㅍ"),      // ㅞ
	17: bits("ㄲㄸㅃㅆㅉ"),            // ㅠ
	19: bits("ㄲㄷㄹㅁㅂㅃㅅㅈㅉㅊㅋㅍ"),     // ㅢ
	9:  bits("ㄹㅁㅃㅌㅍ"),            // ㅘ
	14: bits("ㄸㅂㅃㅅㅆㅉㅌㅍ"),         // ㅝ
}

func bits(list string) (set uint32) {
	for _, r := range list {
		set |= 1 << initialIndex(r)
	}
	return set
}

func oddPair(l, v int) bool { return oddWith[v]>>l&1 != 0 }

// stems are the syllables that end in a consonant which few do.
const stems = "몫삯넋밟넓얇짧떫덟엷여곬돐핥훑읊값없엾" + "꽃빛몇쫓숯낯윷닻옻돛덫및좇" + "엌녘" +
	"같끝밑밭겉곁볕팥맡붙뱉홑솥짙얕흩샅낱뭍옅릍" + "앞옆높깊싶잎숲짚엎갚덮늪릎겊섶읖"

// oddFinal reports whether a final is odd: one that only a few stems have, or
// ㅅ after a vowel with y.
func oddFinal(r rune, l, v, t int) bool {
	switch t {
	case 3, 11, 12, 13, 14, 18, 23, 24, 25, 26: // ㄳ ㄼ ㄽ ㄾ ㄿ ㅄ ㅊ ㅋ ㅌ ㅍ
		return !strings.ContainsRune(stems, r)
	case 19: // ㅅ; but 샷, 숏 and 엿 are words
		return (v == 2 || v == 6 || v == 12 || v == 17) && l != 9 && l != 11
	}
	return false
}
