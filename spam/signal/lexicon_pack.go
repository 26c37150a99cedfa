package signal

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode/utf8"
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
	letters []string // by number, the commonest first
	kinds   []term   // by number, without their text
	terms   int      // how many there are,
	singles int      // how many of them are of one syllable, and stand last,
	size    int      // and their bytes
	body    string   // what is left to read
}

// readPack reads the lexicon from its pack, which is a part of the program.
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
			p.letters = strings.Split(value, "")
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
	var text strings.Builder
	text.Grow(p.size)
	last := ""
	for i := range terms {
		start := text.Len()
		text.WriteString(last[:p.body[0]])
		letters := int(p.body[1])
		p.body = p.body[2:]
		for range letters {
			text.WriteString(p.letters[p.number()])
		}
		last = text.String()[start:]
		t := &terms[i]
		*t = p.kinds[p.number()]
		t.text = last
		t.single = i >= p.terms-p.singles
		t.short = t.role&head != 0 && isSyllable(firstRune(last)) && utf8.RuneCountInString(last) == 2
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
