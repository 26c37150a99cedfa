package signal

import (
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
)

var disguiseCircled = Signal{
	Name: "disguise/circled",
	Kind: Disguise,
	Doc: "A word of Latin letters or digits has some of them in circles: an address that people read and filters do not. " +
		"A © before a name, and a number in a circle before an item, stand at the head of theirs.",
	Needs: HasChange,
	Find: func(d *document.Document, sink *Sink) {
		for _, t := range d.Texts {
			if strings.Contains(t.Raw, "\xe2\x93") || strings.Contains(t.Raw, "\xe2\x92") || strings.Contains(t.Raw, "\xe2\x91") {
				sink.addCircled(t)
			}
		}
	},
}

// A token is a run of what names of sites are made of.
type token struct {
	start, end       int
	plain, hidden    int // ASCII letters and digits; stars
	letters, numbers int // in circles
	inner            int // circled digits right behind a letter
	first            rune
}

func (s *Sink) addCircled(t *document.Text) {
	var k token
	last := rune(0)
	for i, r := range t.Raw + " " {
		if !k.take(r, last) {
			if k.isMixed() {
				payload := Anchor
				if strings.IndexByte(t.Raw[k.start:k.end], '.') > 0 {
					payload = Link
				}
				s.Add(Finding{Span: document.Span{Field: t.Field, Start: k.start, End: k.end}, Payload: payload, Note: "letters in circles within a word", Strength: Strong})
			}
			k, last = token{start: i + utf8.RuneLen(r)}, 0
			continue
		}
		if k.first == 0 {
			k.first = r
		}
		k.end, last = i+utf8.RuneLen(r), r
	}
}

// take counts a character of a name behind the last one. It reports false for
// any other character.
func (k *token) take(r, last rune) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		k.plain++
	case r == '*':
		k.hidden++
	case r == '-' || r == '.':
	case 'Ⓐ' <= r && r <= 'ⓩ':
		k.letters++
	case '①' <= r && r <= '⑳' || r == '⓪':
		k.numbers++
		if 'a' <= last|0x20 && last|0x20 <= 'z' || 'Ⓐ' <= last && last <= 'ⓩ' {
			k.inner++
		}
	default:
		return false
	}
	return true
}

// isMixed reports whether the name has letters in circles among others.
func (k *token) isMixed() bool {
	mark := k.letters == 1 && strings.ContainsRune("ⓒⓡⓣⓜⒸⓇⓉⓂ", k.first)
	return k.letters > 0 && !mark && k.plain+k.hidden+k.numbers > 0 || k.inner > 0 && k.plain > 1
}
