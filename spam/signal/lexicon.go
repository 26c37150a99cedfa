package signal

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/boardspam/boardspam/rules"
)

// A role is what a term does in a text, as a set of bits: the same word can be
// the name of one topic and the tail of another.
type role uint32

const (
	head     role = 1 << iota // names its topic and hardly anything else
	name                      // names its topic, and ordinary things as well
	mod                       // stands before a head or a name
	tail                      // stands after one: what is offered of it
	notTerm                   // an ordinary word that only looks like a term
	offer                     // promises: approved without papers, sent today
	invite                    // calls on the reader to join or to get in touch
	contact                   // labels a messenger's name or a phone number
	report                    // tells of crime and its prevention
	medic                     // tells of medicine
	story                     // tells of films, books, games and their history
	guide                     // writes for search engines: a complete guide, how to choose
	praise                    // compliments that fit every text
	code                      // labels a code to join with
	search                    // tells the reader to search for a name
	backward                  // tells the reader to read backwards
	luck                      // tells of winning and being paid
	forgery                   // tells how addresses and messages are forged
	strip                     // tells the reader to take signs out of an address

	trade = head | name | mod | tail // the parts of a compound
)

var roleNames = map[string]role{
	"head": head, "name": name, "mod": mod, "tail": tail, "not": notTerm,
	"offer": offer, "invite": invite, "contact": contact,
	"report": report, "medic": medic, "story": story, "guide": guide, "praise": praise,
	"code": code, "search": search, "backward": backward, "luck": luck, "forgery": forgery, "strip": strip,
}

// A term is one word of the lexicon.
type term struct {
	text   string
	role   role
	topics uint32 // bit i: lexicon.topics[i] lists it as head or name
	suits  uint32 // bit i: lexicon.topics[i] lists it as mod or tail
	single bool   // it is one syllable, which means nothing by itself
	short  bool   // it is a head of two syllables, which are the end of many words
}

// A lexicon is the vocabulary of what is sold by spam. It is immutable.
type lexicon struct {
	topics  []string // by bit: "casino", "pharma", …
	pharma  uint32   // the bit of a topic that is treated apart
	support uint32
	jobs    uint32
	notices uint32         // of phishers: parcels, fines, weddings
	terms   []term         // those of one syllable stand last
	index   map[string]int // of terms
	phrases *rules.Phrases // by index of terms; without those of one syllable
	singles *rules.Phrases // those of one syllable
	first   int            // of them
}

// wordFiles hold one term a line below the line "[role]", in files named
// TOPIC.LANGUAGE.txt.
//
//go:embed words/*.txt
var wordFiles embed.FS

var builtinLexicon = sync.OnceValue(func() *lexicon {
	files, err := fs.Sub(wordFiles, "words")
	if err != nil {
		panic(err)
	}
	lex, err := readLexicon(files)
	if err != nil {
		panic(err)
	}
	return lex
})

// readLexicon reads every TOPIC.LANGUAGE.txt of a folder.
func readLexicon(files fs.FS) (*lexicon, error) {
	names, err := fs.Glob(files, "*.*.txt")
	if err != nil {
		return nil, err
	}
	const enough = 25_000 // terms
	lex := &lexicon{index: make(map[string]int, enough), terms: make([]term, 0, enough)}
	for _, name := range names {
		if err := lex.readFile(files, name); err != nil {
			return nil, err
		}
	}
	lex.pharma, lex.support, lex.jobs, lex.notices = lex.topic("pharma"), lex.topic("support"), lex.topic("jobs"), lex.topic("phishing")
	lex.share()
	return lex, lex.compile()
}

// compile prepares the search for the terms.
func (lex *lexicon) compile() (err error) {
	lex.first = len(lex.terms)
	for i := len(lex.terms) - 1; i >= 0; i-- {
		if t := &lex.terms[i]; t.single {
			lex.first--
			last := &lex.terms[lex.first]
			*t, *last = *last, *t
			lex.index[t.text], lex.index[last.text] = i, lex.first
		}
	}
	texts := make([]string, len(lex.terms))
	for i := range lex.terms {
		texts[i] = lex.terms[i].text
	}
	if lex.phrases, err = rules.NewWords(texts[:lex.first]); err != nil {
		return err
	}
	lex.singles, err = rules.NewWords(texts[lex.first:])
	return err
}

// share lets words of trade suit the topics that are sold in the same words.
func (lex *lexicon) share() {
	games := lex.topic("casino") | lex.topic("racing") | lex.topic("reel") | lex.topic("sports")
	for i := range lex.terms {
		switch t := &lex.terms[i]; {
		case t.suits&lex.topic("commerce") != 0:
			t.suits = ^uint32(0)
		case t.suits&games != 0:
			t.suits |= games
		}
	}
}

func (lex *lexicon) readFile(files fs.FS, file string) error {
	data, err := fs.ReadFile(files, file)
	if err != nil {
		return err
	}
	topic, language, _ := strings.Cut(file, ".")
	bit := lex.topicBit(topic)
	var r role
	n := 0
	for line := range strings.SplitSeq(string(data), "\n") {
		n++
		line = strings.TrimSuffix(line, "\r")
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case line[0] == '[':
			if r = roleNames[strings.Trim(line, "[]")]; r == 0 {
				return fmt.Errorf("signal: %s:%d: %q: no such role", file, n, line)
			}
		case r == 0:
			return fmt.Errorf("signal: %s:%d: %q: a term before the first role", file, n, line)
		default:
			lex.add(line, r, bit)
			if language == "zh.txt" {
				for _, s := range builtinHanForms().spellings(line) {
					lex.add(s, r, bit)
				}
			}
		}
	}
	return nil
}

// topicBit returns the bit of a topic, which it lists if it is new.
func (lex *lexicon) topicBit(topic string) uint32 {
	i := slices.Index(lex.topics, topic)
	if i < 0 {
		i = len(lex.topics)
		lex.topics = append(lex.topics, topic)
	}
	return 1 << i
}

// topic returns the bit of a topic, or zero if there is none.
func (lex *lexicon) topic(name string) uint32 {
	if i := slices.Index(lex.topics, name); i >= 0 {
		return 1 << i
	}
	return 0
}

func (lex *lexicon) add(text string, r role, bit uint32) {
	i, ok := lex.index[text]
	if !ok {
		i = len(lex.terms)
		lex.index[text] = i
		lex.terms = append(lex.terms, term{text: text, single: utf8.RuneCountInString(text) == 1})
	}
	t := &lex.terms[i]
	t.role |= r
	if r&(head|name) != 0 {
		t.topics |= bit
	}
	if r&(mod|tail) != 0 {
		t.suits |= bit
	}
	first, _ := utf8.DecodeRuneInString(text)
	t.short = t.role&head != 0 && isSyllable(first) && utf8.RuneCountInString(text) == 2
}
