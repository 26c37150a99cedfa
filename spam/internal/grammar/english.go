package grammar

import (
	"encoding/binary"
	"strings"
)

// English reports whether text is in English: written in ASCII letters for
// the most part, with a share of words that English cannot do without and
// that other languages in Latin letters do not have. It looks at the first
// few hundred bytes.
func English(text string) bool {
	const look, enough = 512, 12
	const glance = 65 // bytes that tell most other scripts
	text = text[:min(len(text), look)]
	ascii, other := countLetters(text[:min(len(text), glance)])
	if len(text) >= glance {
		if other > ascii {
			return false
		}
		a, o := countLetters(text[glance:])
		ascii, other = ascii+a, other+o
	}
	if ascii < minLetters || other*8 > ascii {
		return false
	}
	words, function, foreign := 0, 0, 0
	for n := 0; len(text) > 0; text = text[min(n+1, len(text)):] { // and what ends the word
		if n = wordSize(text); n == 0 {
			continue
		}
		if words++; words == enough && function <= foreign {
			return false
		}
		switch kindOf(text, n) {
		case 1:
			function++
		case -1:
			foreign++
		}
	}
	return function > foreign && function*7 >= words
}

// wordSize returns the size of the word that a text begins with.
func wordSize(text string) int {
	for n := range len(text) {
		if !wordByte[text[n]] {
			return n
		}
	}
	return len(text)
}

// countLetters returns how many letters of ASCII are in a text of at most 64 kB,
// and how many bytes begin others: neither quotes nor emoji.
func countLetters(text string) (ascii, other int) {
	sum := uint32(0)
	for ; len(text) >= 8; text = text[8:] {
		c := text[:8]
		sum += tally[c[0]] + tally[c[1]] + tally[c[2]] + tally[c[3]] + tally[c[4]] + tally[c[5]] + tally[c[6]] + tally[c[7]]
	}
	for i := range len(text) {
		sum += tally[text[i]]
	}
	return int(sum % otherLetter), int(sum / otherLetter)
}

// otherLetter counts one letter outside ASCII in a sum of tallies.
const otherLetter = 1 << 16

// tally holds what a byte adds to the counts of countLetters.
var tally = func() (adds [256]uint32) {
	for c := range adds {
		switch {
		case isLetter(byte(c)):
			adds[c] = 1
		case c >= 0xC3 && c != 0xE2 && c != 0xEF && c != 0xF0:
			adds[c] = otherLetter
		}
	}
	return adds
}()

// kindOf returns 1 if the first n bytes of a text are a function word of English,
// -1 if they are one of another language in Latin letters, and 0 if they are
// another word.
func kindOf(text string, n int) int {
	if n < 2 || n > 7 || heads[text[0]|0x20]>>n&1 == 0 {
		return 0
	}
	packed := pack(text, n)
	for h := slotOf(packed); ; h++ {
		switch s := &wordTable[h%tableSize]; s.packed {
		case packed:
			return s.kind
		case 0:
			return 0
		}
	}
}

// A wordSlot is a function word and what kindOf says of it.
type wordSlot struct {
	packed uint64
	kind   int
}

const tableSize = 1 << 9

// wordTable holds the function words, each at its slot or behind it.
var wordTable = func() (table [tableSize]wordSlot) {
	for w, kind := range functionWords {
		packed := pack(w, len(w))
		h := slotOf(packed)
		for table[h%tableSize].packed != 0 {
			h++
		}
		table[h%tableSize] = wordSlot{packed, kind}
	}
	return table
}()

// pack returns the first letters of a text, up to seven of ASCII, in lower case,
// side by side.
func pack(text string, letters int) (packed uint64) {
	if len(text) >= 8 {
		packed = binary.LittleEndian.Uint64([]byte(text[:8])) | 0x2020202020202020
		return packed & (1<<(8*letters) - 1)
	}
	for i := range letters {
		packed |= uint64(text[i]|0x20) << (8 * i)
	}
	return packed
}

func slotOf(packed uint64) uint64 { return packed * 0x9E3779B97F4A7C15 / (1 << 64 / tableSize) }

// heads holds, by first letter, a bit for each length of a function word.
var heads = func() (by [256]uint8) {
	for w := range functionWords {
		by[w[0]] |= 1 << len(w)
	}
	return by
}()

var functionWords = func() map[string]int {
	m := make(map[string]int)
	for w := range strings.FieldsSeq(`the and of to you your for that this these those with have has had are was were
		my me it its he she they them their his her our what which who when where how why not but from will would can could
		should about just there here been being if or because than then into out up only very more some any all don't i'm
		it's isn't can't u ur please is at by get do does did as on`) {
		m[w] = 1
	}
	for w := range strings.FieldsSeq(`yang dan di ini itu ga gak nggak tidak dari untuk dengan nya yg aku kamu saya bang bisa juga
		udah sudah ada kalo kalau apa jadi lagi banget sama buat aja aja ya main terus dapat cuma pakai jangan
		der die das und ist nicht ein eine mit von zu auf den dem el los las que por una con para del y es le les des est et
		un une pour dans sur avec il pas di che non per sono della o os um uma com não ve bir bu için mi da na se je ne`) {
		m[w] = -1
	}
	return m
}()
