package signal

import (
	_ "embed"
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/boardspam/boardspam/rules"
)

// packedWords hold the terms of words/*.txt in order, each once, with all that
// the files say of it, packed by gzip. What it unpacks to is a third of their size,
// and read in a third of the time. lexicon_pack_test.go writes it: lines of text
// before an empty one, and for each term the bytes it shares with the one before
// it, how many letters follow these, the letters, and its kind. A letter or a kind
// is a number.
//
//go:generate go test -run TestPackedWords -update
//go:embed words.gz
var packedWords string

// oneByte is the number from which on numbers take two bytes: this much more in
// the first of them, which is the higher one.
const oneByte = 240

// A wordPack is a pack that is being read.
type wordPack struct {
	letters []packLetter // by number, the commonest first
	kinds   []term       // by number, without their text
	terms   int          // how many there are,
	singles int          // how many of them are of one syllable, and stand last,
	size    int          // and their bytes
	body    string       // what is left to read
}

// A packLetter is a character in UTF-8, its first byte lowest.
type packLetter struct{ bytes, size uint32 }

// readPack reads the terms from their pack, which is a part of the program.
func readPack(pack string) *lexicon {
	p := wordPack{}
	head, body, _ := strings.Cut(pack, "\n\n")
	p.body = body
	lex := &lexicon{}
	for line := range strings.SplitSeq(head, "\n") {
		switch key, value, _ := strings.Cut(line, " "); key {
		case "topics":
			lex.topics = strings.Fields(value)
		case "letters":
			p.letters = packLetters(value)
		case "kind":
			n := numbers(value, 16)
			p.kinds = append(p.kinds, term{role: role(n[0]), topics: n[1], suits: n[2]})
		case "terms":
			n := numbers(value, 10)
			p.terms, p.singles, p.size = int(n[0]), int(n[1]), int(n[2])
		}
	}
	lex.terms, lex.first = p.read(), p.terms-p.singles
	return lex
}

func packLetters(all string) []packLetter {
	letters := make([]packLetter, 0, utf8.RuneCountInString(all))
	for all != "" {
		_, size := utf8.DecodeRuneInString(all)
		letters = append(letters, packLetter{uint32(rules.Beginning(all[:size])), uint32(size)})
		all = all[size:]
	}
	return letters
}

// numbers reads the three numbers of a line.
func numbers(line string, base int) (n [3]uint32) {
	for i, field := range strings.Fields(line) {
		v, err := strconv.ParseUint(field, base, 32)
		if err != nil {
			panic(err)
		}
		n[i] = uint32(v)
	}
	return n
}

// read returns the terms.
func (p *wordPack) read() []term {
	terms := make([]term, p.terms)
	text := make([]byte, p.size+utf8.UTFMax) // of all: a letter is written with what may stand behind it
	start, end := 0, 0                       // of the term before
	for i := range terms {
		shared, letters := int(p.body[0]), int(p.body[1])
		p.body = p.body[2:]
		copy(text[end:], text[start:start+shared])
		start, end = end, end+shared
		for range letters {
			l := p.letters[p.number()]
			binary.LittleEndian.PutUint32(text[end:], l.bytes)
			end += int(l.size)
		}
		t := &terms[i]
		*t = p.kinds[p.number()]
		t.text = unsafe.String(&text[start], end-start) // text is not written to there again
		t.single = i >= p.terms-p.singles
		t.short = t.role&head != 0 && isSyllable(firstRune(t.text)) && utf8.RuneCountInString(t.text) == 2
	}
	return terms
}

func (p *wordPack) number() int {
	n, size := int(p.body[0]), 1
	if n >= oneByte {
		n, size = (n-oneByte)<<8|int(p.body[1]), 2
	}
	p.body = p.body[size:]
	return n
}
