package signal

import (
	"slices"
	"strings"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

// addressMismatch sees links whose words name another site.
var addressMismatch = Signal{
	Name: "address/mismatch",
	Doc: "A link that shows one site and leads to another; shortened links, and those of newsletters that count who follows them, " +
		"look alike.",
	Kind:  Disguise,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		var all []mask
		sink.eachSite(d, func(s *site) {
			if n := s.link.Label.Len(); n > 0 && n < maxShown && !s.good() && s.class&rules.Shortener == 0 {
				if m, ok := masked(d, s); ok {
					all = append(all, m)
				}
			}
		})
		for i := range all {
			m := &all[i]
			if strength := m.strength(all); strength > Silent {
				sink.Add(m.from.finding(strength, "shows "+m.shown.url.Host+", leads to "+m.from.url.Host))
			}
		}
	},
}

// maxShown is the length of the words of a link in which another site is looked for.
const maxShown = 200

// A mask is a link that shows another site than it leads to.
type mask struct{ from, shown site }

// masked returns the mask of a link with words, if it has one.
func masked(d *document.Document, from *site) (mask, bool) {
	words := from.link.Label.In(d.Post)
	matches, _ := linkify.Find(words)
	if len(matches) != 1 || showsPicture(words) {
		return mask{}, false
	}
	shown, err := rules.ParseURL(matches[0].URL)
	if err != nil || shown.Name == from.url.Name || isInternal(&shown) {
		return mask{}, false
	}
	for i := range from.link.Inner {
		if from.link.Inner[i].Name == shown.Name {
			return mask{}, false
		}
	}
	seen := site{from.link, &shown, d.Book.Class(&shown), labelOf(&shown)}
	return mask{*from, seen}, seen.class&rules.Shortener == 0
}

// showsPicture reports whether a picture stands for the words of a link: its
// address nobody sees.
func showsPicture(words string) bool {
	for _, tag := range [...]string{"![", "<img", "<IMG", "[img", "[IMG"} {
		if strings.Contains(words, tag) {
			return true
		}
	}
	return false
}

// strength says how much the mask means among all of the post.
func (m *mask) strength(all []mask) Strength {
	switch {
	case m.shown.good() && brands()[m.shown.label]:
		return Strong
	case countsClicks(&m.from):
		return Silent
	case m.shown.unknown() || slices.ContainsFunc(all, func(o mask) bool {
		return o.from.url.Name == m.from.url.Name && o.shown.url.Name != m.shown.url.Name
	}):
		return Weak // one site that leads to many counts for their owners
	}
	return Strong
}

// countsClicks reports whether an address looks like one that a newsletter
// counts its readers with: it says so, and carries a long token.
func countsClicks(s *site) bool {
	if len(s.url.Query)+len(s.url.Path) < 16 {
		return false
	}
	for word := range strings.FieldsFuncSeq(s.url.Host+s.url.Path, func(r rune) bool { return r == '.' || r == '/' || r == '-' || r == '_' }) {
		switch strings.ToLower(word) {
		case "click", "clicks", "clickthru", "clicktrack", "links", "redir", "track", "tracking", "trk":
			return true
		}
	}
	return false
}
