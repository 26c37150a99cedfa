package signal

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/google/go-cmp/cmp"
)

func TestBuiltinIsValid(t *testing.T) {
	if err := Validate(Builtin()); err != nil {
		t.Error(err)
	}
}

func TestValidateRefuses(t *testing.T) {
	find := func(*document.Document, *Sink) {}
	good := Signal{Name: "place/test", Doc: "A test.", Find: find}
	bad := map[string][]Signal{
		"name":    {{Name: "Test", Doc: "A test.", Find: find}},
		"doc":     {{Name: "place/test", Find: find}},
		"find":    {{Name: "place/test", Doc: "A test."}},
		"kind":    {{Name: "place/test", Doc: "A test.", Find: find, Kind: Kinds}},
		"doubles": {good, good},
	}
	for what, signals := range bad {
		if Validate(signals) == nil {
			t.Errorf("%s: no error", what)
		}
	}
	if err := Validate([]Signal{good}); err != nil {
		t.Error(err)
	}
}

// TestSignals runs every signal on the posts of testdata/GROUP_NAME.txt. See
// testdata/README.md for their form.
func TestSignals(t *testing.T) {
	for _, s := range Builtin() {
		t.Run(s.Name, func(t *testing.T) {
			file := filepath.Join("testdata", strings.ReplaceAll(s.Name, "/", "_")+".txt")
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal("a signal needs posts with its evidence and posts without: ", err)
			}
			marked, silent := 0, 0
			for i, c := range strings.Split(string(text), "\n--\n") {
				if checkCase(t, s, i+1, c) {
					marked++
				} else {
					silent++
				}
			}
			if marked == 0 || silent == 0 {
				t.Errorf("%s: %d posts with evidence, %d without; want some of both", file, marked, silent)
			}
		})
	}
}

// checkCase runs a signal on one post and reports whether evidence is marked in it.
func checkCase(t *testing.T, s Signal, number int, c string) bool {
	post, want := parseCase(c)
	d := document.Read(&post)
	var sink Sink
	sink.Run(d, []Signal{s})
	var got []string
	for _, f := range sink.Findings {
		got = append(got, f.Span.Field.String()+": "+f.Span.In(&post))
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, slices.Compact(got)); diff != "" {
		t.Errorf("post %d: evidence (-want +got):\n%s", number, diff)
	}
	return len(want) > 0
}

// parseCase reads one post of a testdata file and what is marked in it.
func parseCase(c string) (p document.Post, want []string) {
	for strings.HasPrefix(c, "#") {
		_, c, _ = strings.Cut(c, "\n")
	}
	for {
		line, rest, ok := strings.Cut(c, "\n")
		key, value, found := strings.Cut(line, ": ")
		if !ok || !found || !setField(&p, key, value, &want) {
			break
		}
		c = rest
	}
	p.Body = unmark(document.Body, strings.TrimSuffix(c, "\n"), &want)
	slices.Sort(want)
	return p, slices.Compact(want)
}

func setField(p *document.Post, key, value string, want *[]string) bool {
	switch key {
	case "title":
		p.Title = unmark(document.Title, value, want)
	case "author":
		p.Author.Name = unmark(document.AuthorName, value, want)
	case "homepage":
		p.Author.URL = unmark(document.AuthorURL, value, want)
	case "link":
		p.Links = append(p.Links, unmark(document.Link(len(p.Links)), value, want))
	case "format":
		for f := document.Plain; f <= document.BBCode; f++ {
			if f.String() == value {
				p.Format = f
			}
		}
	case "whole":
		*want = append(*want, value+": ")
	default:
		return false
	}
	return true
}

// unmark takes the marks out of a text and adds what stood between them to want.
func unmark(f document.Field, text string, want *[]string) string {
	var plain strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "«")
		plain.WriteString(before)
		if !ok {
			return plain.String()
		}
		inside, after, _ := strings.Cut(rest, "»")
		plain.WriteString(inside)
		*want = append(*want, f.String()+": "+inside)
		text = after
	}
}
