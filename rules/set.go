package rules

import (
	"regexp"
	"slices"
	"strings"
)

// A Set is rules that are looked for together. It is immutable and safe for
// concurrent use.
//
// What a search costs hangs on the text, not on the number of rules: hosts
// and paths lead to their rules by a table, phrases are found in one pass,
// and a regular expression runs only where a literal of its own was found.
type Set struct {
	rules      []Rule
	names      map[string][]int32 // rules by host, or by host and first path segment
	tlds       map[string][]int32
	networks   networks
	fields     [wheres]*field
	conditions []condition
	asksPosts  bool // one of them is not asked of links
	gates      gates
}

// A Hit is a rule that matched.
type Hit struct {
	Rule       int // index of the rule
	Start, End int // bytes of the text or of the part of the address that matched
	Link       int // index of the link that met a condition, or -1
}

// A field is the rules for one place.
type field struct {
	phrases *Phrases
	targets []target // by number of phrase
	loose   []target // regular expressions without a literal to find them by
}

// A target is what a phrase leads to: a rule, or its regular expression.
type target struct {
	rule int32
	mode Mode
	re   *regexp.Regexp
}

// Limits of one search.
const (
	maxPhraseMatches = 4096    // phrases looked at in one text
	maxRegexpBytes   = 1 << 16 // of a text that regular expressions see
	maxQuestionBytes = 1 << 12 // of a text that those of conditions see: a rule asks several
	maxRegexpHits    = 16      // of one regular expression in one text
	maxRegexpWork    = 1 << 22 // bytes that all expressions together read of one text
)

// Len returns the number of rules.
func (s *Set) Len() int {
	if s == nil {
		return 0
	}
	return len(s.rules)
}

// Rule returns the i-th rule, which must not be changed.
func (s *Set) Rule(i int) *Rule { return &s.rules[i] }

// AppendText appends the rules that match a text of one place, which must be
// folded. Rules for links are found by AppendURL.
func (s *Set) AppendText(dst []Hit, where Where, text string) []Hit {
	if s == nil || int(where) >= wheres || s.fields[where] == nil {
		return dst
	}
	return s.fields[where].append(dst, text)
}

// AppendURL appends the rules for addresses that match u.
func (s *Set) AppendURL(dst []Hit, u *URL) []Hit {
	if s == nil || u.Host == "" {
		return dst
	}
	dst = s.appendNames(dst, u)
	dst = s.appendTLD(dst, u)
	if f := s.fields[InURLHost]; f != nil {
		dst = f.append(dst, u.Host)
		if u.Unicode != u.Host {
			dst = f.append(dst, u.Unicode)
		}
	}
	if f := s.fields[InURLPath]; f != nil && u.Path != "" {
		dst = f.append(dst, Fold(unescape(u.Path)))
	}
	if f := s.fields[InURLQuery]; f != nil && u.Query != "" {
		dst = f.append(dst, Fold(unescape(u.Query)))
	}
	if f := s.fields[InURL]; f != nil {
		dst = f.append(dst, Fold(u.String()))
	}
	return dst
}

// appendNames looks up the host and its parents down to the registrable name,
// each by itself and with the first segment of the path.
func (s *Set) appendNames(dst []Hit, u *URL) []Hit {
	if len(s.names) == 0 {
		return dst
	}
	registrable, _, inPath := strings.Cut(u.Name, "/")
	segment := firstSegment(u.Path)
	var buffer [maxName]byte
	start := max(len(u.Host)-len(registrable), 0)
	for range maxLabelsTried {
		host := u.Host[start:]
		if !inPath || start == 0 {
			dst = s.appendNamed(dst, s.names[host], u, host)
		}
		if segment != "" && len(host)+len(segment) <= maxName {
			key := append(append(buffer[:0], host...), segment...)
			dst = s.appendNamed(dst, s.names[string(key)], u, host)
		}
		if start == 0 {
			break
		}
		start = strings.LastIndexByte(u.Host[:start-1], '.') + 1
	}
	return dst
}

// firstSegment returns the path up to its second slash.
func firstSegment(path string) string {
	if len(path) < 2 {
		return ""
	}
	if i := strings.IndexByte(path[1:], '/'); i >= 0 {
		return path[:i+1]
	}
	return path
}

// appendNamed appends those of the rules for host that take the rest of u.
func (s *Set) appendNamed(dst []Hit, rules []int32, u *URL, host string) []Hit {
	for _, i := range rules {
		r := &s.rules[i]
		name, path, hasPath := strings.Cut(r.Pattern, "/")
		switch {
		case r.Mode == Exact && len(host) != len(u.Host):
		case hasPath && !hasPathPrefix(u.Path, "/"+path):
		case !hasPath && strings.Contains(u.Name, "/") && u.Name != name:
			// A service with users in paths: its own name is not theirs.
			if r.Mode == Exact {
				dst = append(dst, Hit{int(i), 0, len(u.Host), -1})
			}
		default:
			dst = append(dst, Hit{int(i), len(u.Host) - len(host), len(u.Host), -1})
		}
	}
	return dst
}

// hasPathPrefix reports whether path begins with whole segments of prefix; a
// prefix that ends in '*' may end within a segment.
func hasPathPrefix(path, prefix string) bool {
	if open, ok := strings.CutSuffix(prefix, "*"); ok {
		return strings.HasPrefix(path, open)
	}
	prefix = strings.TrimSuffix(prefix, "/")
	rest, ok := strings.CutPrefix(path, prefix)
	return ok && (rest == "" || rest[0] == '/')
}

func (s *Set) appendTLD(dst []Hit, u *URL) []Hit {
	if len(s.tlds) == 0 || u.IP.IsValid() {
		return dst
	}
	last := u.Host[strings.LastIndexByte(u.Host, '.')+1:]
	for _, i := range s.tlds[last] {
		dst = append(dst, Hit{int(i), len(u.Host) - len(last), len(u.Host), -1})
	}
	if u.Suffix != last {
		for _, i := range s.tlds[u.Suffix] {
			dst = append(dst, Hit{int(i), max(len(u.Host)-len(u.Suffix), 0), len(u.Host), -1})
		}
	}
	return dst
}

// append appends the rules of a field that match text.
func (f *field) append(dst []Hit, text string) []Hit {
	var buffer [32]PhraseMatch
	var asked [16]int32 // regular expressions that have run
	ran := asked[:0]
	work := 0
	for _, m := range f.phrases.Append(buffer[:0], text, maxPhraseMatches) {
		t := &f.targets[m.ID]
		switch {
		case t.re != nil:
			if !slices.Contains(ran, t.rule) {
				ran = append(ran, t.rule)
				dst = t.run(dst, text, &work)
			}
		case t.mode == Word && !isWord(text, m.Start, m.End),
			t.mode == Exact && !isWhole(text, m.Start, m.End):
		default:
			dst = append(dst, Hit{int(t.rule), m.Start, m.End, -1})
		}
	}
	for i := range f.loose {
		dst = f.loose[i].run(dst, text, &work)
	}
	return dst
}

// run appends the matches of a regular expression, as long as work lasts.
func (t *target) run(dst []Hit, text string, work *int) []Hit {
	text = text[:min(len(text), maxRegexpBytes)]
	if *work += len(text); *work > maxRegexpWork {
		return dst
	}
	for _, m := range t.re.FindAllStringIndex(text, maxRegexpHits) {
		dst = append(dst, Hit{int(t.rule), m[0], m[1], -1})
	}
	return dst
}

// isWhole reports whether only blanks stand around text[start:end].
func isWhole(text string, start, end int) bool {
	return strings.TrimSpace(text[:start]) == "" && strings.TrimSpace(text[end:]) == ""
}
