package model

import (
	"math/bits"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

// hostRunes and pathWords are how much of an address is read.
const (
	hostRunes = 64
	pathWords = 8
)

// address adds the tokens of an address, which stands in the stream as one
// rune and one word whatever its length.
func (r *reader) address(a *document.Address) {
	u := &a.URL
	r.fill()
	r.gram(runeBlank)
	r.gram(runeAddress)
	r.gram(runeBlank)
	r.word(lastWord{hash: spaceAddress, masked: spaceAddress, is: true})
	r.scan.count.runes++
	r.add(addressShape.of(mix(spaceAddress, uint32(a.Role))))
	for form := uint32(a.Form); form != 0; form &= form - 1 {
		r.add(addressShape.of(mix(spaceForm, uint32(bits.TrailingZeros32(form)))))
	}
	host := strings.TrimPrefix(u.Unicode, "www.")
	r.tell(addressName.of(mix(spaceHost, hashOf(host))))
	r.tell(addressName.of(mix(spaceName, hashOf(u.Name))))
	if u.Hosted {
		r.add(addressName.of(mix(spaceTop, hashOf(u.Suffix))))
	}
	name, _, _ := strings.Cut(u.Name, ".")
	r.add(addressShape.of(mix(spaceTop+1, uint32(len(name)))))
	r.add(addressShape.of(mix(spacePath, uint32(bits.Len32(uint32(len(u.Path)+len(u.Query)))))))
	r.hostGrams(strings.TrimSuffix(host, u.Suffix))
	r.pathWords(u.Path)
}

func (r *reader) hostGrams(host string) {
	g := [3]uint32{'.'}
	n := 0
	for _, c := range host {
		if n++; n > hostRunes {
			break
		}
		h := mix(mix(mix(spaceHostGram, uint32(c)), g[0]), g[1])
		r.add(addressLetters.of(h))
		r.add(addressLetters.of(mix(h, g[2])))
		g[2], g[1], g[0] = g[1], g[0], uint32(c)
	}
}

func (r *reader) pathWords(path string) {
	n := 0
	for start := 0; start < len(path) && n < pathWords; {
		end := start
		for end < len(path) && classOf(rune(path[end])) == letter {
			end++
		}
		if end > start+1 {
			r.add(addressName.of(mix(spacePath+1, hashOf(strings.ToLower(path[start:end])))))
			n++
		}
		start = end + 1
	}
}
