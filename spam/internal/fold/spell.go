package fold

import (
	"strings"
	"unicode/utf8"
)

// asVowel returns the vowel that a sign looks like right after a consonant, or 0.
func asVowel(r rune) rune {
	switch r {
	case '┣', '┝', '├', '┠', 'r', 'ト':
		return 'ㅏ'
	case '┫', '┥', '┤', '┨':
		return 'ㅓ'
	case '┃', '│', 'l', 'i', '|':
		return 'ㅣ'
	case '┻', '┴':
		return 'ㅗ'
	case '┳', '┬', 't':
		return 'ㅜ'
	case '━', '─':
		return 'ㅡ'
	}
	return 0
}

// A spelt is one letter of a chain.
type spelt struct {
	r          rune
	start, end int
}

// spell writes a chain out, its jamo composed to syllables. A gap that is wider
// than the others and holds a blank is one between words.
func (j *joiner) spell(chain []letterRun) {
	for first := 0; first < len(chain); {
		last := first + 1
		for last < len(chain) && !j.parts(chain, last) {
			last++
		}
		j.spellWord(chain[first:last])
		if last < len(chain) {
			j.b.Put(chain[last-1].end, chain[last].start, " ", Spaced)
		}
		first = last
	}
	end := chain[len(chain)-1].end
	j.b.Put(end, end, "\n", 0)
}

// parts reports whether a new word begins with run i of a chain.
func (j *joiner) parts(chain []letterRun, i int) bool {
	sep := j.text[chain[i-1].end:chain[i].start]
	usual := chain[1].start - chain[0].end
	if i == 1 && len(chain) > 2 {
		usual = chain[2].start - chain[1].end
	}
	return len(sep) >= usual+2 && strings.Contains(sep, " ")
}

func (j *joiner) spellWord(chain []letterRun) {
	j.buf = j.buf[:0]
	for _, r := range chain {
		before := none
		for i := r.start; i < r.end; {
			kind, c, n := j.letter(i, before)
			if before = kind; kind == jamoLetter && vowelIndex(c) >= 0 {
				before = anyLetter
			}
			j.buf = append(j.buf, spelt{c, i, i + n})
			i += n
		}
	}
	for rest := j.buf; len(rest) > 0; {
		rest = rest[j.syllable(rest):]
	}
}

// syllable writes out what begins the letters and returns how many it took.
func (j *joiner) syllable(s []spelt) int {
	if l := initialIndex(s[0].r); l >= 0 {
		if v, n := vowel(s[1:]); v >= 0 {
			t, m := final(s[1+n:])
			j.put(s[:1+n+m], Syllable(l, v, t))
			return 1 + n + m
		}
	}
	if l, v, t, ok := Split(s[0].r); ok && t == 0 && len(s) > 2 {
		if f, m := final(s[1:]); m > 0 && isSyllable(s[2].r) {
			if s[1].r == 'ㅇ' { // more often a wedge than a letter
				f = 0
			}
			j.put(s[:2], Syllable(l, v, f))
			return 2
		}
	}
	if n := j.b.end(); n >= 0 && n != s[0].start && j.b.Last() > ' ' {
		j.b.Drop(Spaced)
	}
	j.b.Keep(s[0].start, s[0].end)
	return 1
}

func (j *joiner) put(s []spelt, r rune) {
	if n := j.b.end(); n >= 0 && n != s[0].start && j.b.Last() > ' ' {
		j.b.Drop(Spaced)
	}
	j.b.Put(s[0].start, s[len(s)-1].end, string(r), Jamo)
}

func isSyllable(r rune) bool { return r >= syllables && r < 0xd7a4 }

func initialIndex(r rune) int { return indexOf(initials, r) }

func vowelIndex(r rune) int {
	if r < 'ㅏ' || r > 'ㅣ' {
		return -1
	}
	return int(r - 'ㅏ')
}

// indexOf returns the index of a jamo in one of the lists, or -1.
func indexOf(list string, r rune) int {
	if r < 'ㄱ' || r > 'ㅎ' {
		return -1
	}
	var buf [utf8.UTFMax]byte
	at := strings.Index(list, string(buf[:utf8.EncodeRune(buf[:], r)]))
	if at < 0 {
		return -1
	}
	return at / jamoBytes
}

// vowel reads a vowel, which may be typed as two: ㅗㅏ is ㅘ.
func vowel(s []spelt) (index, n int) {
	if len(s) == 0 || vowelIndex(s[0].r) < 0 {
		return -1, 0
	}
	if len(s) > 1 {
		switch string([]rune{s[0].r, s[1].r}) {
		case "ㅗㅏ":
			return vowelIndex('ㅘ'), 2
		case "ㅗㅐ":
			return vowelIndex('ㅙ'), 2
		case "ㅗㅣ":
			return vowelIndex('ㅚ'), 2
		case "ㅜㅓ":
			return vowelIndex('ㅝ'), 2
		case "ㅜㅔ":
			return vowelIndex('ㅞ'), 2
		case "ㅜㅣ":
			return vowelIndex('ㅟ'), 2
		case "ㅡㅣ":
			return vowelIndex('ㅢ'), 2
		}
	}
	return vowelIndex(s[0].r), 1
}

// final reads a consonant that closes a syllable: one that no vowel follows.
func final(s []spelt) (index, n int) {
	if len(s) == 0 || len(s) > 1 && vowelIndex(s[1].r) >= 0 {
		return 0, 0
	}
	t := indexOf(finals, s[0].r) + 1
	if t == 0 {
		return 0, 0
	}
	return t, 1
}
