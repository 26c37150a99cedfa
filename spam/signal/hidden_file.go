package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var hiddenFile = Signal{
	Name: "hidden/file",
	Kind: Disguise,
	Doc: "The name of an attached file says where to go: it holds a site, a messenger's name or a number behind other words, " +
		"as in buy_here_site.top.pdf. What is saved from a site is named after it alone, and forms bear the names of who fills them in.",
	Needs: HasID,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			if signs := &read[i].signs; signs.has('.') && (signs.has('_') || signs.has('-')) {
				sink.addFiles(&read[i])
			}
		}
	},
}

// maxFiles is how many names of files of a text are looked at.
const maxFiles = 32

// addFiles reports the names of files that say where to go.
func (s *Sink) addFiles(r *reading) {
	left := maxFiles
	for _, kind := range r.words {
		dot := int(kind.start) - 1
		if dot < 1 || r.folded[dot] != '.' || !isDocument(r.folded[kind.start:kind.end]) {
			continue
		}
		if left--; left < 0 {
			return
		}
		start := fileStart(r.folded, dot)
		if note, strength := s.named(r.folded[start:dot]); strength > Silent {
			s.Add(Finding{Span: r.span(start, int(kind.end)), Payload: Phrase, Note: note, Strength: strength})
		}
	}
}

// fileStart returns where the name of a file begins that goes on at text[i].
func fileStart(text string, i int) int {
	const longest = 120
	from := max(0, i-longest)
	return from + strings.LastIndexAny(text[from:i], " \t\n:/\"'(") + 1
}

// named says what the name of a file holds, and how much that says beside its
// other words.
func (s *Sink) named(name string) (note string, strength Strength) {
	const signs = "_-+,()[]"
	words := strings.Map(func(c rune) rune {
		if strings.ContainsRune(signs, c) {
			return ' '
		}
		return c
	}, name)
	several := strings.Count(words, " ") > 1
	if !several {
		return "", Silent
	}
	units := s.termsOf(words)
	trade := sells(words, units)
	switch label, suffix := siteAtEnd(words); {
	case label != "" && (trade && isSuffix(suffix) || (isCheap(suffix) || suffix == "shop") && !isWordly(suffix)):
		return "a site in the name of a file", Strong
	case label != "" && isCheap(suffix):
		return "a site in the name of a file", Fair
	case trade && (label == "" && endsInSite(words) || holdsContact(words, units)):
		return "a contact in the name of a file", Strong
	}
	return "", Silent
}

// sells reports whether terms of a text make a compound of trade.
func sells(text string, units []unit) bool {
	for _, c := range compounds(nil, text, units) {
		if c.worth() >= Weak {
			return true
		}
	}
	return false
}

// siteAtEnd returns the name of a site that the words of a file's name end in,
// behind others.
func siteAtEnd(words string) (label, suffix string) {
	const least = 3
	last := words[strings.LastIndexByte(words, ' ')+1:]
	label, suffix, _ = strings.Cut(last, ".")
	if len(label) < least || !isAlpha(label[0]) || suffix == "" {
		return "", ""
	}
	return label, suffix
}

// endsInSite reports whether the words of a file's name end in those of a site,
// with no dot between them.
func endsInSite(words string) bool {
	rest, suffix, found := cutLast(words, " ")
	_, label, _ := cutLast(rest, " ")
	return found && isSuffix(suffix) && !isWordly(suffix) && len(label) > len("www") && isAlpha(label[0])
}

// cutLast splits a text at the last sep.
func cutLast(text, sep string) (before, after string, found bool) {
	i := strings.LastIndex(text, sep)
	if i < 0 {
		return "", text, false
	}
	return text[:i], text[i+len(sep):], true
}

// isWordly reports whether a suffix is a word that names of files hold too, of
// recordings most of all.
func isWordly(suffix string) bool {
	switch suffix {
	case "fun", "life", "live", "online", "rest", "site", "space", "store", "website", "work", "world":
		return true
	}
	return false
}

// holdsContact reports whether the words of a file's name have a name behind a
// messenger's, or the number of a mobile phone. Pictures that a messenger saves
// bear its name and a date.
func holdsContact(words string, units []unit) bool {
	for _, u := range units {
		if u.term.role&contact == 0 {
			continue
		}
		name, rest, _ := strings.Cut(strings.TrimLeft(words[u.end:], " @"), " ")
		second, _, _ := strings.Cut(rest, " ")
		if isCoinedToken(name) || isCoinedToken(second) {
			return true
		}
	}
	at := strings.Index(words, "010")
	if at < 0 {
		return false
	}
	n := readNumber(words, at)
	return n.isMobile()
}

// isDocument reports whether files of documents and pictures end in kind.
func isDocument(kind string) bool {
	switch kind {
	case "pdf", "hwp", "hwpx", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "jpg", "jpeg", "png", "gif", "webp", "zip", "csv", "heic", "rar", "7z", "apk":
		return true
	}
	return false
}
