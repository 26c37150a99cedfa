package rules

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"
)

// A Kind is what an entry of a list names.
type Kind uint8

// The kinds of entries.
const (
	NameEntry   Kind = iota // a host, perhaps with the beginning of a path
	PhraseEntry             // words
	RegexpEntry             // a regular expression
	IPEntry                 // an address, a network, or an address with '*' or '+' for numbers
	kinds       = iota
)

var kindNames = []string{"name", "phrase", "regexp", "ip"}

// String returns the kind's name as JSON lists write it.
func (k Kind) String() string { return nameOf(kindNames, int(k)) }

// An Entry is one line of a keeper's list, whatever its format.
type Entry struct {
	Kind    Kind
	Pattern string
	Allow   bool // speaks for what it names
	Note    string
	Source  string
	Added   time.Time
	Expires time.Time
	Hits    int
	Line    int
}

// An EntryList is what a file of entries holds.
type EntryList struct {
	File     string
	Entries  []Entry
	Problems []error // lines that could not be read, with their place and why
}

const (
	maxLine     = 1 << 20 // bytes of a line
	maxProblems = 1 << 16 // that are kept
)

// ReadEntries reads a list in any of the formats that keepers use, line by
// line: plain names, hosts files, AdBlock, dnsmasq, RPZ, unbound, addresses,
// CSV with a header (Mastodon's, URLhaus', PhishTank's, our own), MediaWiki's
// SpamBlacklist, words and IP addresses of WordPress, Gnuboard, Rhymix and
// Discourse, SmokeDetector's tables, and JSON lines. Lines that cannot be
// read become problems. The error is that of reading r.
func ReadEntries(file string, r io.Reader) (*EntryList, error) {
	list := &EntryList{File: file}
	err := scanEntries(file, r, func(e Entry, problem error) bool {
		switch {
		case problem == nil:
			list.Entries = append(list.Entries, e)
		case len(list.Problems) < maxProblems:
			list.Problems = append(list.Problems, problem)
		}
		return true
	})
	return list, err
}

// Entries is ReadEntries for lists too long to keep: it yields each entry,
// and an error for each line that cannot be read. An error of reading r is
// the last.
func Entries(file string, r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		more := true
		err := scanEntries(file, r, func(e Entry, problem error) bool {
			more = yield(e, problem)
			return more
		})
		if err != nil && more {
			yield(Entry{}, err)
		}
	}
}

// scanEntries calls yield until it returns false.
func scanEntries(file string, r io.Reader, yield func(Entry, error) bool) error {
	reader := entryReader{file: file, yield: yield}
	lines := bufio.NewReaderSize(r, 1<<16)
	for !reader.stopped {
		line, long, err := readLine(lines)
		reader.line++
		if long {
			reader.problem(string(line[:60]), fmt.Errorf("longer than %d bytes", maxLine))
		} else if len(line) > 0 {
			reader.read(string(bytes.ToValidUTF8(line, []byte("\uFFFD"))))
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("rules: %s:%d: %w", file, reader.line, err)
		}
	}
	return nil
}

// readLine returns a line without its end. Of a line that is too long it
// returns the beginning.
func readLine(r *bufio.Reader) (line []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) <= maxLine+2 {
			line = append(line, part...)
		} else {
			long = true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimRight(line, "\r\n"), long, err
		}
	}
}

// An entryReader reads the lines of one list.
type entryReader struct {
	file    string
	yield   func(Entry, error) bool
	line    int
	last    string   // pattern of the last entry
	columns []string // of a CSV list, once its header has been read
	stopped bool

	expressions int // lines that were regular expressions beyond doubt
}

// problem reports a line, or a part of it, that could not be read.
func (r *entryReader) problem(text string, reason error) {
	if !r.stopped {
		r.stopped = !r.yield(Entry{}, fmt.Errorf("rules: %s:%d: %.80q: %w", r.file, r.line, text, reason))
	}
}

// add yields an entry.
func (r *entryReader) add(e Entry) {
	e.Line = r.line
	e.Note = strings.TrimSpace(e.Note)
	r.last = e.Pattern
	if !r.stopped {
		r.stopped = !r.yield(e, nil)
	}
}

// addName keeps a host or an address, or reports it.
func (r *entryReader) addName(text string, e Entry) {
	name, err := canonicalName(text)
	if err != nil {
		r.problem(text, err)
		return
	}
	e.Kind, e.Pattern = NameEntry, name
	if isIP(name) {
		e.Kind = IPEntry
	}
	r.add(e)
}

// isPlainHost reports whether a line is nothing but a host in canonical form,
// as nearly all lines of long lists are.
func isPlainHost(line string) bool {
	dot := strings.LastIndexByte(line, '.')
	if dot < 1 || dot+2 >= len(line) || !isAlpha(line[dot+1]) {
		return false
	}
	for i := range len(line) {
		if c := line[i]; c != '.' && c != '-' && c != '_' && (!isAlnum(c) || 'A' <= c && c <= 'Z') {
			return false
		}
	}
	return checkHost(line) == nil
}

// canonicalName returns the name that stands for an address in a set: its
// host, and its path unless that is the root.
func canonicalName(text string) (string, error) {
	text = strings.TrimPrefix(strings.TrimPrefix(text, "*."), ".")
	if strings.Contains(text, "*") {
		return "", errors.New("a '*' in the middle of a name")
	}
	u, err := ParseURL(text)
	switch {
	case err != nil:
		return "", reasonOf(err)
	case u.Host == "":
		return "", errNoHost
	case !strings.Contains(u.Host, ".") && !u.IP.IsValid():
		return "", errors.New("no dot in the name")
	}
	name := u.Host + strings.TrimRight(u.Path, "/")
	if len(name) > maxName {
		return "", fmt.Errorf("longer than %d bytes", maxName)
	}
	return name, nil
}

// reasonOf returns why an address was refused, without the address.
func reasonOf(err error) error {
	var bad *addressError
	if errors.As(err, &bad) {
		return errors.New(bad.reason)
	}
	return err
}

func isIP(name string) bool {
	u, err := ParseURL(name)
	return err == nil && u.IP.IsValid() && u.Host == name
}

// Rule returns the rule that an entry asks for. Phrases match whole words.
func (e *Entry) Rule(file string) Rule {
	r := Rule{
		ID: e.Pattern, About: e.Note, Pattern: e.Pattern, Where: InText,
		Source: e.Source, Expires: e.Expires, File: file, Line: e.Line, Strength: Weak,
	}
	switch e.Kind {
	case NameEntry:
		r.Where, r.Strength = InURL, Fair
	case IPEntry:
		r.Where, r.Strength = InAuthorIP, Fair
	case RegexpEntry:
		r.Mode = Regexp
	}
	if e.Allow {
		r.Strength = Allow
	}
	return r
}
