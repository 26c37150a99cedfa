package fold

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed confusables.txt
var confusables string

// twins holds, for each letter of another alphabet, the Latin letter or digit
// that it looks like.
var twins = sync.OnceValue(func() map[rune]byte {
	m := make(map[rune]byte, 512)
	for line := range strings.Lines(confusables) {
		hex, latin, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || hex == "#" || hex[0] == '#' {
			continue
		}
		n, err := strconv.ParseUint(hex, 16, 32)
		if err != nil || len(latin) != 1 {
			panic("fold: confusables.txt: " + strconv.Quote(line) + ": not a code point and a letter")
		}
		m[rune(n)] = latin[0]
	}
	return m
})

// backwards holds, for a small Latin letter, the small letter of another
// alphabet that it looks like there.
var backwards = sync.OnceValue(func() map[alphabet]map[rune]rune {
	m := map[alphabet]map[rune]rune{cyrillic: {}, greek: {}}
	for r, c := range twins() {
		small := unicode.ToLower(r)
		to := m[alphabetOf(r)]
		if to == nil || c < 'a' || alphabetOf(r) == cyrillic && (small < 'а' || small > 'я') {
			continue
		}
		if old, ok := to[rune(c)]; !ok || small < old {
			to[rune(c)] = small
		}
	}
	return m
})

type alphabet uint8

const (
	roman alphabet = 1 << iota
	cyrillic
	greek
	other
)

func alphabetOf(r rune) alphabet {
	switch {
	case r >= 0x370 && r < 0x400 || r >= 0x1f00 && r < 0x2000:
		return greek
	case r >= 0x400 && r < 0x530 || r >= 0x1c80 && r < 0x1c90 || r >= 0xa640 && r < 0xa6a0:
		return cyrillic
	}
	return other
}

// twin returns the letter of an alphabet that r looks like, or 0 if r belongs
// to that alphabet or looks like none of its letters.
func twin(r rune, c class, to alphabet) rune {
	switch {
	case to == roman && c&foreign != 0:
		return romanTwin(r)
	case to == greek && r < utf8.RuneSelf:
		return backwards()[greek][r]
	case to == cyrillic && alphabetOf(r) != cyrillic:
		return cyrillicTwin(r)
	}
	return 0
}

// romanTwin returns the Latin letter that r looks like, also where the likeness
// is one of play: a letter turned round.
func romanTwin(r rune) rune {
	switch r {
	case 'Я', 'я':
		return 'r'
	case 'И', 'и', 'П', 'п':
		return 'n'
	case 'Д', 'д', 'Λ': // but Δ, Σ, λ and ω are what formulas are made of
		return 'a'
	case 'Ξ':
		return 'e'
	case 'Ш', 'ш':
		return 'w'
	}
	return rune(twins()[r])
}

func cyrillicTwin(r rune) rune {
	switch r {
	case 'π', 'Π':
		return 'п'
	case 'γ', 'Γ':
		return 'г'
	case 'φ', 'Φ':
		return 'ф'
	case 'λ', 'Λ':
		return 'л'
	case '0':
		return 'о'
	case '3':
		return 'з'
	case '6':
		return 'б'
	}
	if r >= utf8.RuneSelf {
		r = rune(twins()[r])
	}
	return backwards()[cyrillic][r]
}
