package fold

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed hanja.txt
var hanjaList string

// The hanja that are read.
const (
	firstHanja = 0x4e00
	lastHanja  = 0x9fff
)

// readings holds, for each hanja, its Korean reading less syllables, plus one.
var readings = sync.OnceValue(func() *[lastHanja - firstHanja + 1]uint16 {
	var t [lastHanja - firstHanja + 1]uint16
	for line := range strings.Lines(hanjaList) {
		reading, list, ok := strings.Cut(strings.TrimSpace(line), " ")
		r, n := utf8.DecodeRuneInString(reading)
		if !ok || n != len(reading) || !isSyllable(r) {
			continue
		}
		for _, h := range list {
			t[h-firstHanja] = uint16(r - syllables + 1)
		}
	}
	return &t
})

// reading returns the Korean reading of a hanja, or 0.
func reading(r rune) rune {
	if r < firstHanja || r > lastHanja || readings()[r-firstHanja] == 0 {
		return 0
	}
	return syllables + rune(readings()[r-firstHanja]) - 1
}

// hasHangul reports whether a text holds Hangul syllables; or Yi and the like,
// which share their first bytes.
func hasHangul(s string) bool {
	return strings.IndexByte(s, 0xec) >= 0 || strings.IndexByte(s, 0xeb) >= 0 || strings.IndexByte(s, 0xea) >= 0 || strings.IndexByte(s, 0xed) >= 0
}

// read writes out a word with its hanja in Hangul.
func (j *joiner) read(r *letterRun) {
	j.begin()
	for i := r.start; i < r.end; {
		_, c, n := j.letter(i, none)
		if h := reading(c); h != 0 {
			j.b.Put(i, i+n, string(h), Reading)
		} else {
			j.b.Keep(i, i+n)
		}
		i += n
	}
	j.b.Put(r.end, r.end, "\n", 0)
}
