package synth

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam/document"
)

// A draft is one post being written.
type draft struct {
	source
	t     *tables
	hosts []Host
	n     int // the post's number with its maker
	post  corpus.Sample

	title, body, author text
	links               []text
	names               []string // registrable names used so far in this post
	noise               float64  // how often {!word} is disguised
	shape               int      // of this post's throw-away names, plus 1; 0 is none yet

	// What the slots {TERM}, {url} and {CONTACT} write; zero values mean
	// whatever suits the post's language.
	term     string
	disguise func(*draft, string) string
	address  func(*draft) text
	contact  func(*draft) string
}

// maxDepth bounds how deep lists may name one another.
const maxDepth = 12

// has reports whether there is a list of that name.
func (g *draft) has(list string) bool { return len(g.t.lists[list]) > 0 }

// entry returns one raw entry of a list.
func (g *draft) entry(list string) string {
	entries := g.t.lists[list]
	if len(entries) == 0 {
		panic(fmt.Sprintf("synth: list %q is missing", list))
	}
	return one(g.source, entries)
}

// from returns one entry of a list, expanded.
func (g *draft) from(list string) text {
	return g.expand(g.entry(list))
}

// str returns one entry of a list, expanded, without its marks.
func (g *draft) str(list string) string { return g.from(list).String() }

// expand fills the slots of an entry:
//
//	{a|b|c}     one of these, each an entry again
//	{name}      an entry of the list called name
//	{10..99}    a number
//	{#}         a digit
//	{!word}     the word, often disguised
//	{은/는}      the particle that suits what stands before it
//	{url} {TERM} …  made by code and marked, see made
//	«k:…»       marked as a span of kind k: u url, a anchor, c contact, p phrase
//	\n          a line break
func (g *draft) expand(entry string) text {
	var t text
	g.fill(&t, entry, 0)
	return t
}

func (g *draft) fill(t *text, s string, depth int) {
	if depth > maxDepth {
		panic(fmt.Sprintf("synth: %q: lists name one another in a circle", s))
	}
	for s != "" {
		i := strings.IndexAny(s, "{«\\")
		if i < 0 {
			t.add(s)
			return
		}
		t.add(s[:i])
		switch s = s[i:]; {
		case s[0] == '{':
			inner, rest := closing(s, "{", "}")
			g.slot(t, inner, depth+1)
			s = rest
		case s[0] == '\\':
			if strings.HasPrefix(s, `\n`) {
				t.add("\n")
				s = s[2:]
			} else {
				t.add(s[:1])
				s = s[1:]
			}
		default:
			inner, rest := closing(s, "«", "»")
			g.marked(t, inner, depth+1)
			s = rest
		}
	}
}

// closing splits s, which begins with open, at the matching shut.
func closing(s, open, shut string) (inner, rest string) {
	level := 0
	for i := 0; i < len(s); {
		switch {
		case strings.HasPrefix(s[i:], open):
			level++
			i += len(open)
		case strings.HasPrefix(s[i:], shut):
			level--
			if level == 0 {
				return s[len(open):i], s[i+len(shut):]
			}
			i += len(shut)
		default:
			i++
		}
	}
	panic(fmt.Sprintf("synth: %q: %s without %s", s, open, shut))
}

// marked fills the inside of «k:…».
func (g *draft) marked(t *text, inner string, depth int) {
	if len(inner) < 2 || inner[1] != ':' || kinds[inner[0]] == "" {
		t.add("«")
		g.fill(t, inner, depth)
		t.add("»")
		return
	}
	start := len(t.b)
	g.fill(t, inner[2:], depth)
	t.spans = append(t.spans, span{start, len(t.b), kinds[inner[0]]})
}

// slot fills one {…}.
func (g *draft) slot(t *text, inner string, depth int) {
	if strings.ContainsRune(inner, '|') {
		g.fill(t, one(g.source, alternatives(inner)), depth)
		return
	}
	if p, ok := particles[inner]; ok {
		t.add(p.after(t.last()))
		return
	}
	if inner == "#" {
		t.add(g.letters(decimals, 1))
		return
	}
	if lo, hi, ok := bounds(inner); ok {
		t.add(strconv.Itoa(g.between(lo, hi)))
		return
	}
	if inner != "" && inner[0] == '!' {
		t.add(noisy(g, inner[1:]))
		return
	}
	if made, ok := g.made(inner); ok {
		t.join(made)
		return
	}
	g.fill(t, g.entry(inner), depth)
}

// alternatives splits at the bars that stand outside any inner slot.
func alternatives(s string) []string {
	var out []string
	level, from := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			level++
		case '}':
			level--
		case '|':
			if level == 0 {
				out = append(out, s[from:i])
				from = i + 1
			}
		}
	}
	return append(out, s[from:])
}

// bounds reads "10..99".
func bounds(s string) (lo, hi int, ok bool) {
	a, b, ok := strings.Cut(s, "..")
	if !ok {
		return 0, 0, false
	}
	lo, err1 := strconv.Atoi(a)
	hi, err2 := strconv.Atoi(b)
	return lo, hi, err1 == nil && err2 == nil && lo <= hi
}

// finish moves the fields and their spans into the post.
func (g *draft) finish() corpus.Sample {
	p := &g.post
	p.Body, p.Title, p.Author.Name = g.body.String(), g.title.String(), g.author.String()
	put := func(f document.Field, spans []span) {
		for _, s := range spans {
			p.Spans = append(p.Spans, corpus.Gold{Span: document.Span{Field: f, Start: s.start, End: s.end}, Kind: s.kind})
		}
	}
	put(document.Body, g.body.spans)
	put(document.Title, g.title.spans)
	put(document.AuthorName, g.author.spans)
	for i, l := range g.links {
		p.Links = append(p.Links, l.String())
		put(document.Link(i), l.spans)
	}
	slices.SortStableFunc(p.Spans, func(a, b corpus.Gold) int { return a.Compare(b.Span) })
	if p.Label == corpus.Ham {
		p.Spans = nil
	}
	return *p
}
