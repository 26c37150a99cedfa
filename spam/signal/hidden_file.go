package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var hiddenFile = Signal{
	Name: "hidden/file",
	Kind: Disguise,
	Doc: "The name of an attached file holds a site with a cheap name behind other words: buy_here_site.top.pdf. " +
		"What is saved from a site is named after it alone.",
	Needs: HasID,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			if read[i].signs.has('_') && read[i].signs.has('.') {
				sink.addFiles(&read[i])
			}
		}
	},
}

// addFiles reports the names of files that hold sites.
func (s *Sink) addFiles(r *reading) {
	for i := 2; i < len(r.words); i++ {
		host, suffix, kind := r.words[i-2], r.words[i-1], r.words[i]
		if host.end+1 != suffix.start || suffix.end+1 != kind.start || r.folded[host.end] != '.' || r.folded[suffix.end] != '.' ||
			!isDocument(r.folded[kind.start:kind.end]) || !isCheap(r.folded[suffix.start:suffix.end]) {
			continue
		}
		start := fileStart(r.folded, int(host.start))
		if name := r.folded[start:host.start]; strings.HasSuffix(name, "_") && strings.Count(name, "_") > 1 {
			s.Add(Finding{
				Span:     r.span(start, int(kind.end)),
				Payload:  Phrase,
				Note:     "a site in the name of a file",
				Strength: s.named(name),
			})
		}
	}
}

// fileStart returns where the name of a file begins that goes on at text[i].
func fileStart(text string, i int) int {
	const longest = 120
	from := max(0, i-longest)
	return from + strings.LastIndexAny(text[from:i], " \t\n:/\"'(") + 1
}

// named says how much the words of a file's name say beside a site.
func (s *Sink) named(name string) Strength {
	words := strings.ReplaceAll(name, "_", " ")
	for _, c := range compounds(nil, words, s.termsOf(words)) {
		if c.worth() >= Weak {
			return Strong
		}
	}
	return Fair
}

// isDocument reports whether files of documents and pictures end in kind.
func isDocument(kind string) bool {
	switch kind {
	case "pdf", "hwp", "hwpx", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "jpg", "jpeg", "png", "gif", "webp", "mp4", "zip":
		return true
	}
	return false
}
