package synth

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed tables
var files embed.FS

// tables are the lists of one half, by name.
//
// A file is lines: a comment after "# ", [name] that opens, or continues, a
// list, and entries, which may hold slots, see [draft.expand]. A list stands in
// the file of its name, spam.ko.loan in spam/ko.loan.txt, or with its like where
// they are short: spam.zh.* in spam/zh.txt, addr.* in addr.txt.
type tables struct {
	lists map[string][]string
	names []string // of lists, sorted
}

var (
	openTrain = sync.OnceValues(func() (*tables, error) { return load("tables/train") })
	openEval  = sync.OnceValues(func() (*tables, error) { return load("tables/eval") })
)

// open returns the tables of a half.
func open(h Half) (*tables, error) {
	switch h {
	case Train:
		return openTrain()
	case Eval:
		return openEval()
	}
	return nil, fmt.Errorf("synth: %q: no such tables, want train or eval", h)
}

// load reads every file under dir.
func load(dir string) (*tables, error) {
	t := &tables{lists: map[string][]string{}}
	err := fs.WalkDir(files, dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := files.ReadFile(name)
		if err != nil {
			return err
		}
		return t.read(name, string(data))
	})
	if err != nil {
		return nil, err
	}
	for name, entries := range t.lists {
		slices.Sort(entries) // whichever files they come from
		t.names = append(t.names, name)
	}
	slices.Sort(t.names)
	return t, nil
}

// read adds the lists of one file.
func (t *tables) read(file, data string) error {
	list, n := "", 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line == "#" || strings.HasPrefix(line, "# "):
		case line[0] == '[' && line[len(line)-1] == ']' && isName(line[1:len(line)-1]):
			list = line[1 : len(line)-1]
		case list == "":
			return fmt.Errorf("synth: %s:%d: %q: entry before any [list]", file, n, line)
		default:
			t.lists[list] = append(t.lists[list], line)
		}
	}
	return nil
}

// isName reports whether s can name a list.
func isName(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '.' && c != '-' {
			return false
		}
	}
	return s != ""
}

// under returns the names of the lists that begin with prefix.
func (t *tables) under(prefix string) []string {
	var out []string
	for _, name := range t.names {
		if strings.HasPrefix(name, prefix) {
			out = append(out, name)
		}
	}
	return out
}

// hosts returns the tables' own articles.
func (t *tables) hosts() []Host {
	var out []Host
	for _, name := range t.under("host.") {
		for _, entry := range t.lists[name] {
			title, body, _ := strings.Cut(entry, " || ")
			out = append(out, Host{Lang: name[len("host."):], Title: title, Text: body, own: true})
		}
	}
	return out
}
