package signal

import (
	"slices"
	"sort"
	"sync"

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
	notice                    // is what reports, warnings and appeals of any kind say
	profile                   // tells the reader to look at who wrote it
	roman                     // is a Korean word of advertisements in Latin letters
	mirrored                  // names its topic, read backwards
	rush                      // presses to buy: the official shop only, nearly sold out

	everyRole = 1<<iota - 1

	trade = head | name | mod | tail // the parts of a compound
)

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
	studies uint32         // theses and papers, to be written or to be had
	local   uint32         // services of the neighbourhood, which those who live there recommend as well
	agents  uint32         // those who spy, and who fetch back what fraud took
	notices uint32         // of phishers: parcels, fines, weddings
	terms   []term         // in order, those of one syllable behind the others
	phrases *rules.Phrases // by index of terms; without those of one syllable, behind which stand words for what keepers do, then those of newsletters
	singles *rules.Phrases // those of one syllable
	first   int            // of them
	issues  int            // the first phrase of newsletters
}

var builtinLexicon = sync.OnceValue(func() *lexicon {
	lex := builtinTerms()
	if err := lex.compile(); err != nil {
		panic(err)
	}
	return lex
})

// builtinTerms returns the built-in lexicon before it is compiled.
var builtinTerms = sync.OnceValue(func() *lexicon {
	lex := readPack(unzip(packedWords))
	lex.pharma, lex.support, lex.jobs, lex.notices = lex.topic("pharma"), lex.topic("support"), lex.topic("jobs"), lex.topic("phishing")
	lex.local = lex.topic("local")
	lex.agents, lex.studies = lex.topic("agents"), lex.topic("essay")|lex.topic("papers")
	return lex
})

// compile prepares the search for the terms.
func (lex *lexicon) compile() (err error) {
	lex.issues = lex.first + len(keeperWords().list(actRole))
	if lex.phrases, err = rules.NewWords(lex.words()); err != nil {
		return err
	}
	lex.singles, err = rules.NewWords(texts(lex.terms[lex.first:]))
	return err
}

// words returns what lexicon.phrases are made of.
func (lex *lexicon) words() []string {
	return slices.Concat(texts(lex.terms[:lex.first]), keeperWords().list(actRole), vocabulary("newsletters.txt")())
}

func texts(terms []term) []string {
	all := make([]string, len(terms))
	for i := range terms {
		all[i] = terms[i].text
	}
	return all
}

// find returns a term of more than one syllable, or nil.
func (lex *lexicon) find(text []byte) *term {
	i := sort.Search(lex.first, func(i int) bool { return lex.terms[i].text >= string(text) })
	if i == lex.first || lex.terms[i].text != string(text) {
		return nil
	}
	return &lex.terms[i]
}

// topic returns the bit of a topic, or zero if there is none.
func (lex *lexicon) topic(name string) uint32 {
	if i := slices.Index(lex.topics, name); i >= 0 {
		return 1 << i
	}
	return 0
}
