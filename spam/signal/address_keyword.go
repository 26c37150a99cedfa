package signal

import (
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
	topic string
	loose bool
}

var keywords = sync.OnceValue(func() map[string]keyword {
	m := make(map[string]keyword)
	for line := range strings.Lines(keywordList) {
		line, _, _ = strings.Cut(line, "#")
		if topic, word, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			word, loose := strings.CutSuffix(word, "*")
			m[word] = keyword{topic, loose}
		}
	}
	return m
})

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
			if word := hostKeyword(s.url); word != "" {
				sink.Add(s.finding(Fair, s.url.Unicode+" is named after "+word+" ("+keywords()[word].topic+")"))
			} else if words, strength := searchWords(s.url); strength > Silent {
				if strength < Strong && s.unknown() && isCheap(s.url.Suffix) {
					strength++
				}
				sink.Add(s.finding(strength, "it says "+words))
			} else if word := pathKeyword(s.url.Path); word != "" {
				sink.Add(s.finding(Weak, "its path says "+word+" ("+keywords()[word].topic+")"))
			}
		})
	},
}

// hasKeyword returns the keyword in an address, and "" if there is none.
func hasKeyword(u *rules.URL) string {
	if w := hostKeyword(u); w != "" {
		return w
	}
	return pathKeyword(u.Path)
}

// hostKeyword returns the keyword in a host's name.
func hostKeyword(u *rules.URL) string {
	name := strings.TrimSuffix(u.Unicode, "."+u.Suffix)
	if u.IP.IsValid() || len(name) > 253 {
		return ""
	}
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '.' || r == '-' || r == '_' || '0' <= r && r <= '9' }) {
		if w := keywordIn(word); w != "" {
			return w
		}
	}
	return ""
}

// pathKeyword returns the keyword in a path: of words with hyphens and the
// like between them.
func pathKeyword(path string) string {
	if len(path) < 4 || len(path) > 2048 {
		return ""
	}
	if strings.IndexByte(path, '%') >= 0 {
		if plain, err := url.PathUnescape(path); err == nil {
			path = plain
		}
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(path), func(r rune) bool { return r < 0x80 && (r < 'a' || 'z' < r) }) {
		if k, ok := keywords()[word]; ok && k.loose {
			return word
		}
	}
	return ""
}

// longest holds the length of the longest keyword that begins with a byte.
var longest = sync.OnceValue(func() *[256]int {
	var n [256]int
	for w := range keywords() {
		n[w[0]] = max(n[w[0]], len(w))
	}
	return &n
})

// keywordIn returns the keyword that a word of a name is, or holds: a loose
// one anywhere, or others if the word is made of nothing else.
func keywordIn(word string) string {
	if _, ok := keywords()[word]; ok {
		return word
	}
	first := ""
	end := 0 // of the keywords that the word begins with
	for i := 0; i < len(word); i++ {
		for n := min(longest()[word[i]], len(word)-i); n > 2; n-- {
			k, ok := keywords()[word[i:i+n]]
			if !ok {
				continue
			}
			if k.loose && n > 4 && !endsHonest(word[:i+n]) {
				return word[i : i+n]
			}
			if i == end {
				end = i + n
				if first == "" {
					first = word[i:end]
				}
				break
			}
		}
	}
	if end == len(word) && end > 0 {
		return first
	}
	return ""
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
			case keywordIn(s.label) != "" || pathKeyword(s.url.Path) != "" && !forges().has(s.url.Host):
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
