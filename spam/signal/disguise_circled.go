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
			sink.addCircled(t)
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

// addCircled reports the names with letters in circles among others. Nothing is read
// but tokens with a circle.
func (s *Sink) addCircled(t *document.Text) {
	end := 0
	for at := nextCircled(t.Raw, 0); at < len(t.Raw); at = nextCircled(t.Raw, max(end, at+1)) {
		k := tokenAround(t.Raw, end, at)
		end = k.end
		if k.isMixed() {
			payload := Anchor
			if strings.IndexByte(t.Raw[k.start:k.end], '.') > 0 {
				payload = Link
			}
			s.Add(Finding{Span: document.Span{Field: t.Field, Start: k.start, End: k.end}, Payload: payload, Note: "letters in circles within a word", Strength: Strong})
		}
	}
}

// nextCircled returns where the first letter or digit in a circle of text[i:] may
// stand, or the end of the text.
func nextCircled(text string, i int) int {
	for ; i+1 < len(text); i++ {
		next := strings.IndexByte(text[i:], 0xe2)
		if next < 0 {
			break
		}
		if i += next; i+1 < len(text) && 0x91 <= text[i+1] && text[i+1] <= 0x93 {
			return i
		}
	}
	return len(text)
}

// tokenAround returns the token of text[from:] that holds text[at], where the first
// letter or digit in a circle of it may stand, or that ends there.
func tokenAround(text string, from, at int) (k token) {
	for at > from && inToken(text[at-1]) {
		at--
	}
	k.start, k.end = at, at
	last := rune(0)
	for i, r := range text[at:] {
		if !k.take(r, last) {
			break
		}
		if k.first == 0 {
			k.first = r
		}
		k.end, last = at+i+utf8.RuneLen(r), r
	}
	return k
}

// inToken reports whether an ASCII character may be part of a token.
func inToken(c byte) bool {
	return isAlnum(c) || 'A' <= c && c <= 'Z' || c == '*' || c == '-' || c == '.'
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
