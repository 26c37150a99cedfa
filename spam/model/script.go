package model

// A script is a family of letters, coarse enough to tell languages apart that
// share none.
type script uint8

const (
	latin script = iota
	hangul
	han
	kana
	cyrillic
	greek
	arabic
	indic
	thai
	other
	broken  // bytes that are no text
	scripts = iota
)

var scriptNames = [scripts]string{"latin", "hangul", "han", "kana", "cyrillic", "greek", "arabic", "indic", "thai", "other", "broken"}

// scriptOf returns the script of a letter.
func scriptOf(r rune) script {
	switch {
	case isSyllable(r):
		return hangul
	case r < 0x370:
		return latin
	case 0x1100 <= r && r < 0x1200, 0x3130 <= r && r < 0x3190:
		return hangul
	case 0x4e00 <= r && r < 0xa000, 0x3400 <= r && r < 0x4dc0, 0x20000 <= r && r < 0x32000:
		return han
	case 0x3040 <= r && r < 0x3100:
		return kana
	case 0x400 <= r && r < 0x530:
		return cyrillic
	case 0x370 <= r && r < 0x400:
		return greek
	case 0x590 <= r && r < 0x780:
		return arabic
	case 0x900 <= r && r < 0xe00:
		return indic
	case 0xe00 <= r && r < 0xe80:
		return thai
	case 0x1e00 <= r && r < 0x1f00:
		return latin
	}
	return other
}

// letters counts the letters of a text by script.
type letters [scripts]int32

// A literacy says how well a model can read each script, from 0 to 1.
type literacy [scripts]float64

// literate is a script's share of the letters of ham, against the commonest
// one's, from which a model can read it; below illiterate it cannot at all. So
// it can from many letters on, below few it cannot, if ham and spam each have
// as many. Readable is the share of its letters that makes a text readable.
const (
	literate   = 0.3
	illiterate = 0.1
	many       = 40_000
	few        = 20_000
	readable   = 1.0 / 3
	damaged    = 0.1 // share of broken bytes from which nothing else can be read
)

// literacyOf returns the literacy of who has read so many letters.
func literacyOf(ham, spam *letters) (l literacy) {
	most := int32(1)
	for _, n := range ham {
		most = max(most, n)
	}
	for i, n := range ham {
		share := float64(n) / float64(most)
		both := float64(min(n, spam[i]))
		l[i] = min(max((share-illiterate)/(literate-illiterate), (both-few)/(many-few), 0), 1)
	}
	return l
}

// reads returns how much of a text can be read, from 0 to 1.
func (l *literacy) reads(n *letters) float64 {
	var all, can float64
	for i, c := range n {
		all += float64(c)
		can += float64(c) * l[i]
	}
	switch {
	case all == 0:
		return 1
	case float64(n[broken]) > damaged*all:
		return 0
	}
	return min(can/all/readable, 1)
}
