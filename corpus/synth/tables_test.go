package synth

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func mustOpen(t *testing.T, h Half) *tables {
	t.Helper()
	tables, err := open(h)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

// plain is an entry without what does not make it another.
func plain(entry string) string {
	return strings.ToLower(strings.Join(strings.Fields(entry), ""))
}

// The halves share no entry at all, and no head or stem of one lies within
// that of the other.
func TestHalvesAreDisjoint(t *testing.T) {
	seen := map[string]string{}
	train, eval := mustOpen(t, Train), mustOpen(t, Eval)
	for list, entries := range train.lists {
		for _, e := range entries {
			seen[plain(e)] = list
		}
	}
	for list, entries := range eval.lists {
		for _, e := range entries {
			if other, ok := seen[plain(e)]; ok {
				t.Errorf("%q is in [%s] of eval and in [%s] of train", e, list, other)
			}
		}
	}
	for _, name := range eval.names {
		if !strings.HasPrefix(name, "head.") {
			continue
		}
		for _, a := range train.lists[name] {
			for _, b := range eval.lists[name] {
				if utf8.RuneCountInString(a) > 2 && strings.Contains(b, a) || utf8.RuneCountInString(b) > 2 && strings.Contains(a, b) {
					t.Errorf("[%s]: %q and %q lie within each other", name, a, b)
				}
			}
		}
	}
}

// Both halves feed the same makers, so that what is learnt of a kind can be
// measured on it.
func TestHalvesHaveTheSameLists(t *testing.T) {
	train, eval := mustOpen(t, Train), mustOpen(t, Eval)
	for _, name := range train.names {
		if !slices.Contains(eval.names, name) {
			t.Errorf("[%s] is in train only", name)
		}
	}
	for _, name := range eval.names {
		if !slices.Contains(train.names, name) {
			t.Errorf("[%s] is in eval only", name)
		}
	}
}

// Every entry can be filled.
func TestEntriesExpand(t *testing.T) {
	for _, h := range halves {
		tables := mustOpen(t, h)
		for _, list := range tables.names {
			for i, e := range tables.lists[list] {
				if i > 0 && e == tables.lists[list][i-1] {
					t.Errorf("%s: [%s]: %q stands twice", h, list, e)
				}
				for seed := range uint64(3) {
					g := &draft{source: newSource(seed, 1), t: tables, term: "x"}
					if s := g.expand(e).String(); strings.TrimSpace(s) == "" || !utf8.ValidString(s) {
						t.Errorf("%s: [%s]: %q becomes %q", h, list, e, s)
					}
				}
			}
		}
	}
}

// Every file says where it comes from.
func TestFilesHaveAHead(t *testing.T) {
	err := fs.WalkDir(files, "tables", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := files.ReadFile(name)
		head, _, _ := strings.Cut(string(data), "[")
		for _, want := range []string{"# source: ", "licence: ", "date: "} {
			if !strings.Contains(head, want) {
				t.Errorf("%s: no %q at its head", name, want)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestParticles(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"물{은/는} 산{이/가}", "물은 산이"},
		{"나무{은/는} 새{이/가}", "나무는 새가"},
		{"서울{으로/로} 부산{으로/로}", "서울로 부산으로"},
		{"3{은/는} 2{은/는}", "3은 2는"},
		{"{5..5}개 {달|달}{을/를} {#}", ""},
	} {
		g := &draft{source: newSource(1, 1), t: mustOpen(t, Train)}
		got := g.expand(c.in).String()
		if c.want == "" {
			if !strings.HasPrefix(got, "5개 달을 ") || len(got) != len("5개 달을 1") {
				t.Errorf("%q becomes %q", c.in, got)
			}
			continue
		}
		if got != c.want {
			t.Errorf("%q becomes %q, want %q", c.in, got, c.want)
		}
	}
}

// A list is found by its name, and continued nowhere else.
func TestListsStandInTheirFiles(t *testing.T) {
	held := map[string]string{}
	err := fs.WalkDir(files, "tables", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := files.ReadFile(name)
		half, path, _ := strings.Cut(strings.TrimPrefix(strings.TrimSuffix(name, ".txt"), "tables/"), "/")
		family, rest, nested := strings.Cut(path, "/")
		for line := range strings.Lines(string(data)) {
			list := strings.Trim(line, "[]\n")
			if !strings.HasPrefix(line, "[") || !isName(list) {
				continue
			}
			if other, ok := held[half+list]; ok {
				t.Errorf("%s: [%s] stands in %s too", name, list, other)
			}
			held[half+list] = name
			group, kind, _ := strings.Cut(list, ".")
			if group != family || nested && rest != "any" && rest != "more" && kind != rest && !strings.HasPrefix(kind, rest+".") {
				t.Errorf("%s: no place for [%s]", name, list)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
