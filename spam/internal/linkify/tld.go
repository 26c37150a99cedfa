package linkify

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"mvdan.cc/xurls/v2"
)

// A rank says how much a word after a dot speaks for an address.
type rank uint8

const (
	noTLD    rank = iota
	codeTLD       // also a member's name in code or a file's ending
	weakTLD       // also a common word of English
	plainTLD      // a top-level domain
	coreTLD       // one that is hardly ever anything else
)

// ranks are the names of ranks in ranks.txt.
var ranks = map[string]rank{"code": codeTLD, "weak": weakTLD, "core": coreTLD}

// ranks.txt lists the top-level domains that are not plain.
//
//go:embed ranks.txt
var rankList string

type tlds struct {
	ascii map[string]rank
	other map[rune][]string // by first letter, longest first
}

// known is the table of top-level domains: those of xurls.
var known = sync.OnceValue(func() *tlds {
	t := &tlds{make(map[string]rank, len(xurls.TLDs)), make(map[rune][]string)}
	for _, list := range [][]string{xurls.TLDs, xurls.PseudoTLDs} {
		for _, d := range list {
			if d[0] < utf8.RuneSelf {
				t.ascii[d] = plainTLD
				continue
			}
			r, _ := utf8.DecodeRuneInString(d)
			t.other[r] = append(t.other[r], d)
		}
	}
	for line := range strings.Lines(rankList) {
		name, tld, _ := strings.Cut(strings.TrimSpace(line), " ")
		if _, ok := t.ascii[tld]; ok && name != "#" {
			t.ascii[tld] = ranks[name]
		}
	}
	return t
})

// rankOf returns the rank of an ASCII word in lower case.
func rankOf(word []byte) rank {
	if len(word) < 2 || len(word) > 24 {
		if bytes.HasPrefix(word, []byte("xn--")) {
			return plainTLD
		}
		return noTLD
	}
	if r, ok := known().ascii[string(word)]; ok {
		return r
	}
	if bytes.HasPrefix(word, []byte("xn--")) && len(word) > 4 {
		return plainTLD
	}
	return noTLD
}

// unicodeTLD returns the length of the top-level domain that text begins
// with. Where words are written with blanks between them it must be a word.
func unicodeTLD(text string) int {
	r, _ := utf8.DecodeRuneInString(text)
	best := 0
	for _, d := range known().other[r] {
		if len(d) > best && strings.HasPrefix(text, d) && (glues(r) || !letterAfter(text, len(d))) {
			best = len(d)
		}
	}
	return best
}

// coreAt returns the length of the core top-level domain that is the whole
// word at text[i:], and 0 if there is none.
func coreAt(text string, i int) int { return tldAt(text, i, coreTLD) }

// tldAt is coreAt for any rank from least upwards.
func tldAt(text string, i int, least rank) int {
	var word [16]byte
	n := 0
	for ; i+n < len(text) && asciiHost[text[i+n]]; n++ {
		if n == len(word) {
			return 0
		}
		word[n] = lower(text[i+n])
	}
	if rankOf(word[:n]) < least {
		return 0
	}
	return n
}
