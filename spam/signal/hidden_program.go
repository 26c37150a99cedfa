package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var hiddenProgram = Signal{
	Name: "hidden/program",
	Kind: Disguise,
	Doc: "A reader is to run a program that is kept from every guard: a command to paste into the window that runs commands, " +
		"or an archive with a password and the antivirus turned off. Guides for installing lead to known sites and need none of this.",
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= programBytes {
			sink.addProgram(r)
		}
	},
}

// programWords are the words of the files program.LANGUAGE.txt, by what they tell.
var programWords = bookOf("program", "")

// programBytes is how long a post is at most that is there for the program.
const programBytes = 2000

// addProgram reports the first unknown address of a program.
func (s *Sink) addProgram(r *reading) {
	for i := range r.links {
		l := &r.links[i]
		if isKnown(l) {
			continue
		}
		start, roles := l.Start, [...]string{"password", "unguarded"}
		if !isArchive(l.URL.Path) {
			if start = r.command(l.Start); start < 0 {
				continue
			}
			roles = [...]string{"window", "paste"}
		}
		if t := programWords().in(r.folded); t.tells(roles[0]) == 0 || t.tells(roles[1]) == 0 {
			continue
		}
		strength := Strong
		if r.different(report|notice) > 0 {
			strength = Weak
		}
		s.Add(Finding{Span: r.span(start, l.End), Payload: Phrase, Note: "a program that is kept from every guard", Strength: strength})
		return
	}
}

// isArchive reports whether a path ends in the name of an archive or a program.
func isArchive(path string) bool {
	switch path[strings.LastIndexByte(path, '.')+1:] {
	case "zip", "rar", "7z", "exe", "msi", "iso", "scr", "dmg", "apk":
		return true
	}
	return false
}

// command returns where the command in the line of folded[at] begins that
// fetches what is there, and -1 if there is none.
func (r *reading) command(at int) int {
	const reach = 120
	from := max(0, at-reach, strings.LastIndexByte(r.folded[:at], '\n')+1)
	for _, w := range r.wordsIn(from, at) {
		switch r.folded[w.start:w.end] {
		case "powershell", "pwsh", "mshta", "curl", "wget", "iwr", "irm", "iex", "cmd", "msiexec", "rundll32", "regsvr32", "certutil", "bitsadmin", "osascript", "ssh":
			return int(w.start)
		}
	}
	return -1
}
