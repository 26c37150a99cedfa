package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/linkify"
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
		start, ok := r.programAt(l)
		if !ok {
			continue
		}
		strength := Strong
		if r.different(report|notice) > 0 || l.Form&linkify.Defanged != 0 {
			strength = Weak
		}
		s.Add(Finding{Span: r.span(start, l.End), Payload: Phrase, Note: "a program that is kept from every guard", Strength: strength})
		return
	}
}

// programAt returns where the words begin by which an address gives a program
// that is kept from every guard, if it does.
func (r *reading) programAt(l *document.Address) (start int, ok bool) {
	archive := isArchive(l.URL.Path)
	if start = r.command(l.Start); start < 0 && !archive {
		return start, false
	}
	t := programWords().in(r.folded)
	told := func(a, b string) bool { return t.tells(a) > 0 && t.tells(b) > 0 }
	if archive && told("password", "unguarded") {
		return l.Start, true
	}
	if start < 0 {
		return start, false
	}
	isAsked := r.signs.has('?') // whether one would run it
	switch {
	case told("window", "paste"), r.hidesAt(start, l.Start):
		return start, true
	case isCheap(l.URL.Suffix) && r.runsAt(start, l.End) && !isAsked:
		return start, t.tells("terminal")+t.tells("paste") > 0
	}
	return start, false
}

// runsAt reports whether the command in folded[start:end], or what it is joined
// to, runs what it fetches.
func (r *reading) runsAt(start, end int) bool {
	const reach = 40
	rest := r.folded[end:min(len(r.folded), end+reach)]
	if line := strings.IndexByte(rest, '\n'); line >= 0 {
		rest = rest[:line]
	}
	if i := strings.IndexByte(rest, '|'); i >= 0 {
		rest = strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(rest[i+1:], " "), "sudo"), " ")
		return containsPrefix(rest, "sh", "bash", "zsh", "iex", "python", "powershell", "cmd")
	}
	before := r.folded[max(0, start-reach):end]
	return strings.Contains(before, "mshta") || strings.Contains(before, "$(") || strings.Contains(before, "iex")
}

// hidesAt reports whether the command in folded[start:end] is told to show no
// window or to run what nobody has signed.
func (r *reading) hidesAt(start, end int) bool {
	words := r.folded[start:end]
	for _, flag := range [...]string{" -w h", " -w 1", " -windowstyle h", " -ep bypass", " -exec bypass", " -executionpolicy bypass", " -nop", " -enc "} {
		if strings.Contains(words, flag) {
			return true
		}
	}
	return false
}

// containsPrefix reports whether a text begins with one of some words.
func containsPrefix(text string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
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
