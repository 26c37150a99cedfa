package signal

import (
	"strings"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

// maxSites is the number of addresses of a post that are looked at closely.
const maxSites = 256

// A site is an address of a post with what is known of where it leads.
type site struct {
	link  *document.Address
	url   *rules.URL
	class rules.Class
	label string // the registrable name without its public suffix, or the user's name at a hosting service
}

// sites returns the addresses of d that lead to a host, in order; none if the
// post warns of them.
func (s *Sink) sites(d *document.Document) []site {
	if s.sitesOf == d {
		return s.seen
	}
	s.sitesOf, s.seen = d, s.seen[:0]
	if warnsOfSites(d) {
		return s.seen
	}
	for i := range d.Links {
		if i == maxSites {
			s.Truncated = true
			break
		}
		l := &d.Links[i]
		if s.isTold(d, l) || isMailbox(l) {
			continue
		}
		if l.URL.Host == "" || isInternal(&l.URL) {
			continue
		}
		s.seen = append(s.seen, site{l, &l.URL, l.Class, labelOf(&l.URL)})
	}
	return s.seen
}

// labelOf returns what an owner chose of an address' name.
func labelOf(u *rules.URL) string {
	if u.IP.IsValid() {
		return ""
	}
	name := strings.TrimSuffix(u.Name, u.Suffix)
	if path, ok := strings.CutPrefix(u.Name, u.Suffix+"/"); ok {
		name = path
	}
	return strings.Trim(name, "./")
}

// isInternal reports whether nobody outside can follow u.
func isInternal(u *rules.URL) bool {
	if u.IP.IsValid() {
		return u.IP.IsPrivate() || u.IP.IsLoopback() || u.IP.IsUnspecified() || u.IP.IsLinkLocalUnicast() || isExampleIP(u.Host)
	}
	return u.Host == "localhost" || strings.HasSuffix(u.Host, ".local") || isExample(u.Host)
}

// isExampleIP reports whether a number is one that documents use: RFC 5737.
func isExampleIP(host string) bool {
	return strings.HasPrefix(host, "192.0.2.") || strings.HasPrefix(host, "198.51.100.") || strings.HasPrefix(host, "203.0.113.")
}

// isExample reports whether host is one that documents use for none in
// particular: RFC 2606.
func isExample(host string) bool {
	for _, name := range [...]string{"example.com", "example.net", "example.org", "example", "test", "invalid"} {
		if rest, ok := strings.CutSuffix(host, name); ok && (rest == "" || rest[len(rest)-1] == '.') {
			return true
		}
	}
	return false
}

// good reports whether many people know the site, or a keeper allows it.
func (s *site) good() bool { return s.class&(rules.Popular|rules.Allowed) != 0 }

// unknown reports whether nothing speaks for the site: it is neither popular
// nor a service of any kind, and no public body's.
func (s *site) unknown() bool {
	return s.class&^rules.Listed == 0 && !s.url.IP.IsValid() && !isPublicBody(s.url.Suffix) && strings.Contains(s.url.Host, ".")
}

// isPublicBody reports whether only schools and public bodies have names
// below a suffix.
func isPublicBody(suffix string) bool {
	first, _, _ := strings.Cut(suffix, ".")
	switch first {
	case "ac", "edu", "es", "go", "gob", "gouv", "gov", "hs", "mil", "ms", "or", "re", "sc":
		return true
	}
	return false
}

// finding returns a finding that the site can be cut out with.
func (s *site) finding(strength Strength, note string) Finding {
	payload := Link
	if s.link.Hidden {
		payload = None
	}
	return Finding{Span: s.link.Span, Payload: payload, Strength: strength, Note: note}
}

// each calls f for every site of d.
func (s *Sink) eachSite(d *document.Document, f func(s *site)) {
	if len(d.Links) == 0 {
		return
	}
	sites := s.sites(d)
	for i := range sites {
		f(&sites[i])
	}
}

// addressUnknown sees names that are on no list of popular ones.
var addressUnknown = Signal{
	Name:  "address/unknown",
	Doc:   "A link to a name that is on no list of known ones, and at which the text gives no mailbox; a club's or a friend's own site looks alike.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if s.unknown() && !isByline(s.link) && s.link.Role != document.Image && !s.hasMailbox() {
				sink.Add(s.finding(Weak, s.url.Name+" is not a known site"))
			}
		})
	},
}

// hasMailbox reports whether the text gives a mailbox at a site: who throws names
// away has no post there.
func (s *site) hasMailbox() bool {
	return s.link.Text != nil && s.url.User == "" && strings.Contains(s.link.Text.Folded.Text, "@"+s.url.Name)
}

// isByline reports whether an address stands where a reporter's mail does in
// scraped news, its '@' lost: behind the word 기자.
func isByline(a *document.Address) bool {
	if a.Form&linkify.Bare == 0 || a.Text == nil {
		return false
	}
	before := strings.TrimRight(a.Text.Folded.Text[:min(a.Start, len(a.Text.Folded.Text))], " ")
	return strings.HasSuffix(before, "기자") || strings.HasSuffix(before, "특파원")
}

// ownShorteners lead to pages of their owners only.
var ownShorteners = map[string]bool{"amzn.to": true, "fb.me": true, "forms.gle": true, "g.co": true, "kko.to": true,
	"lnkd.in": true, "maps.app.goo.gl": true, "naver.me": true, "spoti.fi": true, "youtu.be": true}

// shopShorteners lead to pages of one shop, whose wares anybody may recommend.
var shopShorteners = map[string]bool{"a.co": true, "coupa.ng": true, "ebay.us": true, "link.coupang.com": true, "s.click.aliexpress.com": true}

// addressOpaque sees shorteners.
var addressOpaque = Signal{
	Name:  "address/opaque",
	Doc:   "A link through a shortener, which hides where it leads; city news and maps are shared in the same way.",
	Kind:  Address,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if s.hides() {
				sink.Add(s.finding(Weak, s.url.Host+" hides where it leads"))
			}
		})
	},
}

// addressInvite sees links that open a private talk.
var addressInvite = Signal{
	Name:  "address/invite",
	Doc:   "A link that opens a private talk in a messenger; study groups and shops invite in the same way.",
	Kind:  Contact,
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		sink.eachSite(d, func(s *site) {
			if s.class&rules.Messenger != 0 && s.class&rules.Allowed == 0 {
				sink.Add(s.finding(Weak, "an invitation to "+s.url.Host))
			}
		})
	},
}
