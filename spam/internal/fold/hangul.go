package fold

import "unicode/utf8"

// The jamo of a syllable in the order of Unicode 3.12, as compatibility jamo.
const (
	initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
	vowels   = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
	finals   = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
)

const (
	syllables   = 0xac00
	initialBase = 0x1100
	vowelBase   = 0x1161
	finalBase   = 0x11a8 // of index 1; 0 is no final
	jamoBytes   = 3      // of every compatibility jamo in UTF-8
)

// Syllable composes jamo given by their indices; t is 0 for no final.
func Syllable(l, v, t int) rune { return syllables + rune((l*21+v)*28+t) }

// Split takes a Hangul syllable apart into the indices of its jamo. ok is
// false if r is none.
func Split(r rune) (l, v, t int, ok bool) {
	n := int(r - syllables)
	if n < 0 || n >= 19*21*28 {
		return 0, 0, 0, false
	}
	return n / 588, n / 28 % 21, n % 28, true
}

// nth returns the compatibility jamo with index i in one of the lists above.
func nth(list string, i int) string { return list[i*jamoBytes : (i+1)*jamoBytes] }

// jamo folds the conjoining jamo at src[i]: a syllable if they make one, else
// a compatibility jamo. Those that writing today does not use stay.
func (f *folder) jamo(i int) int {
	r, n := utf8.DecodeRuneInString(f.src[i:])
	end := i + n
	l, v, t := int(r-initialBase), int(r-vowelBase), int(r-finalBase)+1
	switch {
	case l < 19:
		v, t, after := follow(f.src, end)
		if v < 0 {
			f.Put(i, end, nth(initials, l), Decomposed)
			return end
		}
		f.Put(i, after, string(Syllable(l, v, t)), Decomposed)
		return after
	case v >= 0 && v < 21:
		f.Put(i, end, nth(vowels, v), Decomposed)
	case t > 0 && t < 28:
		f.final(t, i, end)
	default:
		f.Put(i, end, string(r), 0)
	}
	return end
}

// final adds a final to the syllable before it, or stands alone.
func (f *folder) final(t, i, end int) {
	l, v, none, ok := Split(f.Last())
	if ok && none == 0 && f.end() == i && f.gap == 0 {
		if from, why, ok := f.pop(); ok {
			f.Put(from, end, string(Syllable(l, v, t)), why|Decomposed)
			return
		}
	}
	f.Put(i, end, nth(finals, t-1), Decomposed)
}

// follow reads a conjoining vowel and, if there is one, a final at s[i].
// v is -1 if there is no vowel.
func follow(s string, i int) (v, t, end int) {
	r, n := utf8.DecodeRuneInString(s[i:])
	v = int(r - vowelBase)
	if v < 0 || v >= 21 {
		return -1, 0, i
	}
	end = i + n
	r, n = utf8.DecodeRuneInString(s[end:])
	if t = int(r-finalBase) + 1; t > 0 && t < 28 {
		return v, t, end + n
	}
	return v, 0, end
}

// jamoForm returns what a half-width, circled or parenthesised jamo or
// syllable is read as. NFKC would give conjoining jamo.
func jamoForm(r rune) string {
	const round = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
	switch {
	case r >= 0xffa1 && r <= 0xffbe:
		return string(r - 0xffa1 + 'ㄱ')
	case r >= 0xffc2 && r <= 0xffdc && (r-0xffc2)%8 < 6:
		return string('ㅏ' + (r-0xffc2)/8*6 + (r-0xffc2)%8)
	case r >= 0x3260 && r <= 0x326d:
		return nth(round, int(r-0x3260))
	case r >= 0x3200 && r <= 0x320d:
		return "(" + nth(round, int(r-0x3200)) + ")"
	}
	return ""
}
