package signal

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDigits is the most digits of a phone number: ITU-T E.164, with the
// prefix that dials abroad.
const maxDigits = 17

// findPhones lists the phone numbers of the text.
func (r *reading) findPhones() {
	text, links, end := r.folded, r.links, 0
	for _, at := range r.numbers {
		i := int(at)
		if i < end {
			continue
		}
		for len(links) > 0 && links[0].End <= i {
			links = links[1:]
		}
		if len(links) > 0 && links[0].Start <= i {
			end = links[0].End
			continue
		}
		n := readNumber(text, i)
		if n.isPhone() {
			span := r.span(i, n.end)
			kinds := digitKinds(r.text.Raw[span.Start:span.End])
			r.phones = append(r.phones, handle{
				start: i, end: n.end, text: string(n.digits[:n.count]), phone: true,
				disguised: kinds != plainDigits, mixed: bits.OnesCount8(kinds) > 1,
			})
		}
		end = max(n.end, i+1)
	}
}

// phoneWithin reports whether a phone number begins in folded[from:to].
func (r *reading) phoneWithin(from, to int) bool {
	first, _ := slices.BinarySearch(r.numbers, int32(from))
	for _, at := range r.numbers[first:] {
		if int(at) >= to {
			return false
		}
		if n := readNumber(r.folded, int(at)); n.isPhone() {
			return true
		}
	}
	return false
}

// mayDial holds the ASCII characters at which a phone number may begin.
var mayDial = [utf8.RuneSelf]bool{
	'+': true, 'l': true, 'o': true,
	'0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true,
}

// What the digits of a number are written with, as a set of bits.
const (
	plainDigits  = 1 << iota // 0 to 9
	letterDigits             // o, l
	wordDigits               // 공, 일
	styledDigits             // circled, wide and other digits
	oddSigns                 // no digits, but arrows and brackets between them that no keyboard has
)

// digitKinds returns what the digits of a number are written with.
func digitKinds(raw string) (kinds uint8) {
	for _, r := range raw {
		switch d, _ := digitAt(string(unicode.ToLower(r)), 0); {
		case '0' <= r && r <= '9':
			kinds |= plainDigits
		case d >= 0 && r < utf8.RuneSelf:
			kinds |= letterDigits
		case d >= 0:
			kinds |= wordDigits
		case unicode.IsLetter(r), unicode.IsNumber(r):
			kinds |= styledDigits
		case strings.ContainsRune("‖⟦⟧⇢⇠⊹➔➜➝⟶", r):
			kinds |= oddSigns
		}
	}
	return kinds
}

// beginsNumber reports whether a phone number may begin at text[i], which is
// a character of mayDial.
func beginsNumber(text string, i int) bool {
	if i > 0 && isAlnum(text[i-1]) {
		return false
	}
	if c := text[i]; c == 'o' || c == 'l' {
		d, _ := digitAt(text, i+1)
		return d >= 0
	}
	return true
}

// A number is a run of digits as people write them.
type number struct {
	digits [maxDigits]byte
	count  int
	end    int
	plus   bool // it begins with a plus sign
	plain  bool // every digit is a digit
	gaps   uint // bit i: a separator stands before digit i
	han    int  // how many digits are Han characters
}

// readNumber reads the digits at text[i:] with the separators between them.
func readNumber(text string, i int) number {
	n := number{end: i, plain: true}
	if text[i] == '+' {
		n.plus = true
		i++
	}
	for n.count < maxDigits {
		d, size := digitAt(text, i)
		if d < 0 || size > 1 && n.plain && n.isMobile() { // a particle that sounds like a digit
			break
		}
		if size > 1 && isHan(longLetter(text, i)) {
			n.han++
		}
		n.plain = n.plain && size == 1 && '0' <= text[i] && text[i] <= '9'
		n.digits[n.count] = byte('0' + d)
		n.count++
		i += size
		n.end = i
		if gap := separatorAt(text, i); gap > 0 {
			if n.isMobile() { // what follows is another number
				break
			}
			n.gaps |= 1 << n.count
			i += gap
		}
	}
	return n
}

// isMobile reports whether the digits are those of a Korean mobile number.
func (n *number) isMobile() bool {
	return n.count == 11 && n.digits[0] == '0' && n.digits[1] == '1' && n.isPhone()
}

// isPhone reports whether the digits have the form of a phone number: a
// Korean one, an American one, a mobile one of China or Russia, or one with
// its country before it. Words for digits are digits only in a mobile number,
// for dates and counts are written with them too.
func (n *number) isPhone() bool {
	if n.count < 8 {
		return false
	}
	s := string(n.digits[:n.count])
	switch {
	case n.isRussian(s):
		return true
	case !n.tailTogether():
		return false
	case strings.HasPrefix(s, "01"):
		return (n.count == 10 || n.count == 11) && strings.IndexByte("016789", s[2]) >= 0
	case strings.HasPrefix(s, "8210"):
		return n.count == 12
	case n.count == 11 && s[0] == '1' && s[1] >= '3' && n.gaps&^(1<<3|1<<7) == 0: // China
		return true
	case n.han > 1 && n.count-n.han > 1 && n.count >= 9 && n.gaps == 0: // nobody counts so
		return true
	case !n.plain:
		return n.plus && n.count >= 11 || n.gaps != 0 && n.isAmerican(s)
	case n.plus:
		return n.count >= 9 && n.count <= 15
	case strings.HasPrefix(s, "070"), strings.HasPrefix(s, "050"):
		return n.count >= 10 && n.count <= 12
	case n.count >= 11 && n.count <= 13 && strings.HasPrefix(s, "08"), n.count == 11 && strings.HasPrefix(s, "09"): // Indonesia, Japan
		return true
	case strings.HasPrefix(s, "080"):
		return false // where one is taken off a list of readers
	case s[0] == '0' && n.count >= 9 && n.count <= 11:
		return n.gaps != 0 && s[1] >= '2' && s[1] <= '8'
	case n.count == 8:
		return n.gaps == 1<<4 && (s[:2] == "15" || s[:2] == "16" || s[:2] == "18")
	}
	return n.isAmerican(s)
}

// isRussian reports whether a number is one of Russia or Kazakhstan, in groups
// of three, three, two and two, or in none.
func (n *number) isRussian(s string) bool {
	const groups = 1<<1 | 1<<4 | 1<<7 | 1<<9
	if n.count != 11 || !n.plain || s[0] != '7' && s[0] != '8' || n.gaps&^groups != 0 {
		return false
	}
	return s[1] == '9' || n.gaps != 0 && strings.IndexByte("347", s[1]) >= 0
}

// tailTogether reports whether the last four digits stand together, as they
// do in phone numbers and not in dates.
func (n *number) tailTogether() bool {
	tail := n.gaps >> (n.count - 3)
	return tail == 0 || n.plus || n.gaps == 1<<n.count-2
}

// isAmerican reports whether the digits are grouped as 1-234-567-8901, or call
// for free.
func (n *number) isAmerican(s string) bool {
	if n.count == 11 && s[0] == '1' {
		s = s[1:]
	}
	if len(s) != 10 {
		return false
	}
	if isFreeArea(s[:3]) {
		return true
	}
	k := n.count - 10
	return n.gaps&^1&^(1<<1) == 1<<(k+3)|1<<(k+6) && s[0] >= '2'
}

// isFreeArea reports whether calls to an American area are free.
func isFreeArea(area string) bool {
	switch area {
	case "800", "833", "844", "855", "866", "877", "888":
		return true
	}
	return false
}

// digitAt returns the digit that people read at text[i:] and its length, or -1.
func digitAt(text string, i int) (digit, size int) {
	if i >= len(text) {
		return -1, 0
	}
	switch c := text[i]; {
	case '0' <= c && c <= '9':
		return int(c - '0'), 1
	case c == 'o':
		return 0, 1
	case c == 'l', c == 'i':
		return 1, 1
	case c < 0xe0, c > 0xef: // words for digits have three bytes
		return -1, 0
	}
	if d := digitNamed(longLetter(text, i)); d >= 0 {
		return d, 3
	}
	return -1, 0
}

// digitNamed returns the digit that a letter is the word for, or -1.
func digitNamed(r rune) int {
	switch r {
	case '공', '영', '빵', '零', '〇', '洞':
		return 0
	case '일', '一', '壹', '幺':
		return 1
	case '이', '二', '贰', '兩':
		return 2
	case '삼', '三', '叁':
		return 3
	case '사', '四', '肆':
		return 4
	case '오', '五', '伍':
		return 5
	case '육', '륙', '六', '陆':
		return 6
	case '칠', '七', '柒':
		return 7
	case '팔', '八', '捌':
		return 8
	case '구', '九', '玖':
		return 9
	}
	return -1
}

// separatorAt returns the length of what stands between two digits at text[i:]:
// at most three signs and blanks.
func separatorAt(text string, i int) int {
	start := i
	for n := 0; n < 3 && i < len(text) && beginsSeparator[text[i]]; n++ {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r >= utf8.RuneSelf && !strings.ContainsRune(wideSeparators, r) {
			break
		}
		i += size
	}
	if i == start {
		return 0
	}
	if d, _ := digitAt(text, i); d < 0 {
		return 0
	}
	return i - start
}

// People write these between the digits of a number.
const (
	plainSeparators = " .-~_/()[]*|:,;="
	wideSeparators  = "·ㆍ•↔⇠⊹➔➜➝⟶–—−→⇢‖⟦⟧\u2027\u30fb\u3161"
)

// beginsSeparator holds the bytes that separators begin with.
var beginsSeparator = func() (is [1 << 8]bool) {
	for _, r := range plainSeparators + wideSeparators {
		is[string(r)[0]] = true
	}
	return is
}()
