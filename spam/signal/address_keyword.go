package signal

import (
	"cmp"
	_ "embed"
	"net/url"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/fold"
)

// keywordList holds the words that spammers put into addresses.
//
//go:embed address_keywords.txt
var keywordList string

// A keyword is a word in addresses. A loose one counts anywhere in a name;
// any other, only as a word by itself, with a number, or with another keyword.
type keyword struct {
	topic, word string
	loose       bool
}

// A keywordBook holds keywords.
type keywordBook struct {
	list    []keyword
	phrases *rules.Phrases // by index of list
}

var keywords = sync.OnceValue(func() *keywordBook {
	b := new(keywordBook)
	var words []string
	for line := range strings.Lines(keywordList) {
		line, _, _ = strings.Cut(line, "#")
		if topic, word, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			word, loose := strings.CutSuffix(word, "*")
			b.list, words = append(b.list, keyword{topic, word, loose}), append(words, word)
		}
	}
	var err error
	if b.phrases, err = rules.NewPhrases(words); err != nil {
		panic(err) // the file is part of the program
	}
	return b
})

// appendAt appends the keywords that begin at text[i], the shortest first.
func (b *keywordBook) appendAt(dst []*keyword, text string, i int) []*keyword {
	w := rules.BeginningAt(text, i)
	if !b.phrases.May(w) {
		return dst
	}
	var room [8]rules.PhraseMatch
	for _, m := range b.phrases.AppendAt(room[:0], w, text, i) {
		dst = append(dst, &b.list[m.ID])
	}
	return dst
}

// addressKeyword sees what is advertised in the address itself.
var addressKeyword = Signal{
	Name:  "address/keyword",
	Doc:   "A link whose name, path or query says what it sells: gambling, drugs, loans, company; news about these and hotels with a casino look alike.",
	Kind:  Words,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if s.good() || isPublicBody(s.url.Suffix) {
				return
			}
			if k := hostKeyword(s.url); k != nil {
				sink.Add(s.finding(Fair, s.url.Unicode+" is named after "+k.word+" ("+k.topic+")"))
			} else if words, strength := searchWords(s.url); strength > Silent {
				if strength < Strong && s.unknown() && isCheap(s.url.Suffix) {
					strength++
				}
				sink.Add(s.finding(strength, "it says "+words))
			} else if k := pathKeyword(s.url.Path); k != nil {
				sink.Add(s.finding(Weak, "its path says "+k.word+" ("+k.topic+")"))
			}
		})
	},
}

// hasKeyword reports whether a keyword is in an address.
func hasKeyword(u *rules.URL) bool { return hostKeyword(u) != nil || pathKeyword(u.Path) != nil }

// hostKeyword returns the keyword in a host's name, or nil.
func hostKeyword(u *rules.URL) *keyword {
	name := strings.TrimSuffix(u.Unicode, "."+u.Suffix)
	if u.IP.IsValid() || len(name) > 253 {
		return nil
	}
	for i := 0; i < len(name); i++ {
		start := i
		for i < len(name) && !partsLabel(name[i]) {
			i++
		}
		if k := keywordIn(name[start:i]); k != nil {
			return k
		}
	}
	return nil
}

// partsLabel reports whether a byte stands between the words of a host's name.
func partsLabel(c byte) bool { return c == '.' || c == '-' || c == '_' || isDigit(rune(c)) }

// pathKeyword returns the keyword in a path: of words with hyphens and the
// like between them.
func pathKeyword(path string) *keyword {
	if len(path) < 4 || len(path) > 2048 {
		return nil
	}
	if strings.IndexByte(path, '%') >= 0 {
		if plain, err := url.PathUnescape(path); err == nil {
			path = plain
		}
	}
	path = strings.ToLower(path)
	for i := 0; i < len(path); i++ {
		start := i
		for i < len(path) && ('a' <= path[i] && path[i] <= 'z' || path[i] >= utf8.RuneSelf) {
			i++
		}
		if k := keywordOf(path[start:i]); k != nil && k.loose {
			return k
		}
	}
	return nil
}

// keywordOf returns the keyword that a word is, or nil.
func keywordOf(word string) *keyword {
	var room [8]*keyword
	if word == "" {
		return nil
	}
	if all := keywords().appendAt(room[:0], word, 0); len(all) > 0 && all[len(all)-1].word == word {
		return all[len(all)-1]
	}
	return nil
}

// keywordIn returns the keyword that a word of a name is, or holds: a loose
// one anywhere, or others if the word is made of nothing else. Without one it
// returns nil.
func keywordIn(word string) *keyword {
	if k := keywordOf(word); k != nil {
		return k
	}
	var room [8]*keyword
	var first *keyword
	book, end := keywords(), 0 // of the keywords that the word begins with
	for i := range len(word) {
		if !book.phrases.May(rules.BeginningAt(word, i)) {
			continue
		}
		for _, k := range slices.Backward(book.appendAt(room[:0], word, i)) {
			to := i + len(k.word)
			if k.loose && len(k.word) > 4 && !endsHonest(word[:to]) {
				return k
			}
			if i == end {
				end = to
				first = cmp.Or(first, k)
				break
			}
		}
	}
	if end == len(word) {
		return first
	}
	return nil
}

// endsHonest reports whether a keyword at the end of the beginning of a word is
// only the end of an honest word's stem, as in specialist.
func endsHonest(s string) bool {
	for _, stem := range [...]string{"specialis", "socialis", "commercialis", "officialis", "racialis", "crucialis", "provincialis"} {
		if strings.HasSuffix(s, stem) {
			return true
		}
	}
	return false
}

// addressHosted sees pages that anybody can put up at a hosting service.
var addressHosted = Signal{
	Name: "address/hosted",
	Doc: "A link to a page at a hosting service whose user's name says nothing or says what it sells, or at one that holds single pages; " +
		"most such pages are honest.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if s.class&rules.Hosted == 0 || s.class&rules.Allowed != 0 {
				return
			}
			landing := landings().has(s.url.Suffix) && s.label != "www" && !sink.isOfMachines(d)
			switch shape := shapeOf(s.label); {
			case keywordIn(s.label) != nil || pathKeyword(s.url.Path) != nil && !forges().has(s.url.Host):
				sink.Add(s.finding(Fair, "anybody can put up "+s.url.Host))
			case landing && shape.mixed() && shape.digits > 1:
				sink.Add(s.finding(Fair, s.url.Host+", which anybody can put up, is letters and a number"))
			case shape.odd > veryOddName && shape.letters > 4, landing && s.link.Role != document.Image:
				sink.Add(s.finding(Weak, "anybody can put up "+s.url.Host))
			}
		})
	},
}

// landings are services at which anybody puts up a single page without a blog
// behind it.
var landings = vocabulary("landings.txt")

// forges are hosts of programs, which are named after what they are about.
var forges = vocabulary("forges.txt")

// searchWords returns the words of trade, in other letters than Latin ones, that
// an address says behind its host, and how commercial they are. What it is asked
// to search for is shown by the page that it leads to.
func searchWords(u *rules.URL) (words string, strength Strength) {
	const most = 512
	asked := u.Query != ""
	rest := u.Path + "?" + u.Query
	if len(rest) > most {
		return "", Silent
	}
	if plain, err := url.PathUnescape(rest); err == nil {
		rest = plain
	}
	spaced := hasPhrase(rest)
	if isASCII(rest) && !spaced {
		return "", Silent
	}
	lex, text := builtinLexicon(), fold.Fold(rest).Text
	units := lex.units(nil, lex.appendMatches(nil, text), text, nil)
	units = slices.DeleteFunc(units, func(u unit) bool { return u.term.role&trade == 0 })
	for _, c := range compounds(nil, text, units) {
		worth := c.worth()
		if worth > Silent {
			worth = min(worth+Strength(points(asked, spaced)), Strong)
		}
		if worth > strength {
			words, strength = text[c.start:c.end], worth
		}
	}
	if strength < Fair && spaced {
		return strings.Trim(text, "/?"), Fair
	}
	return words, strength
}

// hasPhrase reports whether what stands behind a host is a few words with
// blanks between them, and no file's name: so people search.
func hasPhrase(rest string) bool {
	path, query, _ := strings.Cut(rest, "?")
	last := path[strings.LastIndexByte(path, '/')+1:]
	return query == "" && len(last) == len(path)-1 && strings.IndexByte(last, ' ') > 0 && strings.IndexByte(last, '.') < 0 && strings.IndexFunc(last, unicode.IsUpper) < 0
}

// isASCII reports whether a text is of ASCII only.
func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
