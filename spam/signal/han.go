package signal

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"
)

// hanFormList says how the Han characters of the vocabulary are also written.
//
//go:embed han_forms.txt
var hanFormList string

// hanForms are other forms of Han characters.
type hanForms struct {
	elsewhere map[rune][]rune // traditional and Japanese forms of simplified characters
	standIn   map[rune]rune   // what a character stands for in spam
	veils     hanSet          // those that stand for others: of standIn, and hiragana
}

// A hanSet is a set of kana and Han characters.
type hanSet [(lastHan - firstKana + 64) / 64]uint64

// What a hanSet may hold: Unicode blocks of three bytes.
const firstKana, lastHan = 0x3000, 0x9fff

func (s *hanSet) add(r rune) { s[(r-firstKana)>>6] |= 1 << ((r - firstKana) & 63) }

func (s *hanSet) has(r rune) bool {
	at := uint(r - firstKana)
	return at <= lastHan-firstKana && s[at>>6]>>(at&63)&1 != 0
}

var builtinHanForms = sync.OnceValue(func() *hanForms {
	forms, err := readHanForms(hanFormList)
	if err != nil {
		panic(err)
	}
	return forms
})

func readHanForms(list string) (*hanForms, error) {
	f := &hanForms{elsewhere: make(map[rune][]rune), standIn: make(map[rune]rune)}
	for r := firstHiragana; r <= lastHiragana; r++ {
		f.veils.add(r)
	}
	n := 0
	for line := range strings.Lines(list) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		parts := []rune(line)
		if len(parts) < 5 || parts[1] != ' ' || parts[3] != ' ' || parts[0] != '=' && parts[0] != '~' {
			return nil, fmt.Errorf("signal: han_forms.txt:%d: %q: want a sign, a character and its forms", n, line)
		}
		for _, r := range parts[4:] {
			switch {
			case utf8.RuneLen(r) != hanBytes || utf8.RuneLen(parts[2]) != hanBytes:
				return nil, fmt.Errorf("signal: han_forms.txt:%d: %q: not of three bytes", n, line)
			case parts[0] == '=':
				f.elsewhere[parts[2]] = append(f.elsewhere[parts[2]], r)
			default:
				f.standIn[r] = parts[2]
				f.veils.add(r)
			}
		}
	}
	return f, nil
}

// hanBytes is the length of a Han character or a kana in UTF-8: what stands
// for another takes the same room.
const hanBytes = 3

// spellings returns a term as it is written elsewhere: not at all, or in one
// or two ways. The words are packed with them.
func (f *hanForms) spellings(term string) (all []string) {
	for k := range 2 {
		changed := false
		s := strings.Map(func(r rune) rune {
			forms := f.elsewhere[r]
			switch {
			case len(forms) == 0:
				return r
			case len(forms) > k:
				changed = true
				return forms[k]
			}
			return forms[0]
		}, term)
		if changed {
			all = append(all, s)
		}
	}
	return all
}

// unveiled returns text with every stand-in replaced by what it stands for,
// and hiragana by katakana, at the same offsets; "" if there is none.
func (f *hanForms) unveiled(text string) string {
	var b []byte
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case isLead(c):
			i += hanBytes
			continue
		case c < 0xe3 || c > 0xe9:
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if to := f.unveil(r); to != r {
			if b == nil {
				b = []byte(text)
			}
			utf8.EncodeRune(b[i:i+n], to)
		}
		i += n
	}
	return string(b)
}

// The hiragana that have katakana.
const firstHiragana, lastHiragana = 'ぁ', 'ゖ'

func (f *hanForms) unveil(r rune) rune {
	switch {
	case !f.veils.has(r):
		return r
	case r <= lastHiragana:
		return r - firstHiragana + 'ァ'
	}
	return f.standIn[r]
}

// leastKana is how many hiragana a term for katakana has at least: fewer are
// found in the middle of others.
const leastKana = 4

// veiledUnits returns the terms of a text that are written with stand-ins, in
// order. Links are left alone.
func (s *Sink) veiledUnits(r *reading) []unit {
	if !r.stands {
		return nil
	}
	plain := builtinHanForms().unveiled(r.folded)
	if plain == "" {
		return nil
	}
	lex := builtinLexicon()
	var veiled []unit
	s.matches = lex.appendMatches(s.matches[:0], plain)
	for _, u := range lex.units(s.units[:0], s.matches, plain, r.links) {
		if u.term.role&(head|name) != 0 && isVeiled(u, r.folded) {
			veiled = append(veiled, u)
		}
	}
	return veiled
}

// isVeiled reports whether a term is written with enough stand-ins. Two
// characters are a word only if they stand by themselves: 果 and 聊 are
// neighbours in 水果聊天.
func isVeiled(u unit, text string) bool {
	kana, han := 0, 0
	for i, r := range text[u.start:u.end] {
		switch {
		case strings.HasPrefix(u.term.text[i:], string(r)):
		case r < 0x4e00:
			kana++
		default:
			han++
		}
	}
	letters := (u.end - u.start) / hanBytes
	if letters == 2 {
		return han > 0 && u.term.role&head != 0 && !isHan(lastRune(text[:u.start])) && !isHan(firstRune(text[u.end:]))
	}
	return kana >= leastKana || kana > 0 && letters > leastKana || han > 0 && letters > 2
}

// addVeiled puts veiled units among the others of a text, where they take the
// place of shorter ones.
func addVeiled(units, veiled []unit) []unit {
	if len(veiled) == 0 {
		return units
	}
	merged := make([]unit, 0, len(units)+len(veiled))
	for len(units) > 0 || len(veiled) > 0 {
		switch {
		case len(veiled) == 0 || len(units) > 0 && units[0].end <= veiled[0].start:
			merged, units = append(merged, units[0]), units[1:]
		case len(units) == 0 || veiled[0].end <= units[0].start:
			merged, veiled = append(merged, veiled[0]), veiled[1:]
		case units[0].end-units[0].start >= veiled[0].end-veiled[0].start:
			veiled = veiled[1:]
		default:
			units = units[1:]
		}
	}
	return merged
}
