package synth

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/boardspam/boardspam/corpus"
)

var halves = []Half{Train, Eval}

// collect returns n posts of every maker of a half.
func collect(t *testing.T, o Options, each int) []corpus.Sample {
	t.Helper()
	names, err := Makers(o.Half)
	if err != nil {
		t.Fatal(err)
	}
	o.Count = each * len(names)
	posts, err := Posts(o)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(posts)
}

func TestPostsAreDeterministic(t *testing.T) {
	for _, h := range halves {
		a, b := collect(t, Options{Half: h, Seed: 5}, 2), collect(t, Options{Half: h, Seed: 5}, 2)
		other := collect(t, Options{Half: h, Seed: 6}, 2)
		same := 0
		for i := range a {
			if a[i].Body != b[i].Body || !slices.Equal(a[i].Spans, b[i].Spans) {
				t.Errorf("%s: %s differs between two runs of one seed", h, a[i].ID)
			}
			if a[i].Body == other[i].Body {
				same++
			}
		}
		if same > len(a)/4 {
			t.Errorf("%s: %d of %d posts are the same with another seed", h, same, len(a))
		}
	}
}

// A post does not depend on which other makers write.
func TestPostsOfOneMaker(t *testing.T) {
	all := collect(t, Options{Half: Train, Seed: 1}, 2)
	posts, err := Posts(Options{Seed: 1, Count: 2, Makers: []string{"splice/mixed"}})
	if err != nil {
		t.Fatal(err)
	}
	for p := range posts {
		i := slices.IndexFunc(all, func(q corpus.Sample) bool { return q.ID == p.ID })
		if i < 0 || all[i].Body != p.Body {
			t.Errorf("%s: not as when every maker writes", p.ID)
		}
	}
}

func TestSpans(t *testing.T) {
	kinds := []string{"url", "anchor", "contact", "phrase"}
	for _, h := range halves {
		for _, p := range collect(t, Options{Half: h, Seed: 2}, 20) {
			if p.Label == corpus.Ham && len(p.Spans) > 0 {
				t.Errorf("%s: ham with spans", p.ID)
			}
			if p.Label == corpus.Spam && len(p.Spans) == 0 {
				t.Errorf("%s: spam without spans", p.ID)
			}
			if strings.TrimSpace(p.Body) == "" {
				t.Errorf("%s: no body", p.ID)
			}
			for i, s := range p.Spans {
				text := s.In(&p.Post)
				if text == "" || strings.TrimSpace(text) != text || !utf8.ValidString(text) {
					t.Errorf("%s: %s %d-%d is %q", p.ID, s.Field, s.Start, s.End, text)
				}
				if !slices.Contains(kinds, s.Kind) {
					t.Errorf("%s: span of kind %q", p.ID, s.Kind)
				}
				if i > 0 && p.Spans[i-1].Overlaps(s.Span) {
					t.Errorf("%s: %q overlaps the span before it", p.ID, text)
				}
			}
		}
	}
}

// Every splice leaves the host whole once its spans are cut out.
func TestSpliceKeepsHost(t *testing.T) {
	host := Host{Lang: "ko", Text: strings.Repeat("강을 따라 걷던 사람들이 다리 밑에 모여 비를 피했다. ", 40)}
	posts, err := Posts(Options{Seed: 9, Count: 70, Hosts: []Host{host},
		Makers: []string{"splice/url-anchor", "splice/lost-link", "splice/mixed", "splice/bare", "splice/glued", "splice/url-only", "splice/once"}})
	if err != nil {
		t.Fatal(err)
	}
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	for p := range posts {
		var rest strings.Builder
		from := 0
		for _, s := range p.Spans {
			rest.WriteString(p.Body[from:s.Start])
			from = s.End
		}
		rest.WriteString(p.Body[from:])
		if squeeze(rest.String()) != squeeze(host.Text) {
			t.Errorf("%s: what is left is not the host", p.ID)
		}
	}
}

func TestUnknownNames(t *testing.T) {
	if _, err := Posts(Options{Half: "test"}); err == nil {
		t.Error("no error for unknown tables")
	}
	if _, err := Posts(Options{Makers: []string{"splice/nothing"}}); err == nil {
		t.Error("no error for an unknown maker")
	}
}

// Every maker yields posts that differ.
func TestMakersVary(t *testing.T) {
	const each, least = 60, 12
	for _, h := range halves {
		distinct := map[string]map[string]bool{}
		for _, p := range collect(t, Options{Half: h, Seed: 4}, each) {
			if distinct[p.Technique] == nil {
				distinct[p.Technique] = map[string]bool{}
			}
			distinct[p.Technique][p.Title+"\n"+p.Body] = true
		}
		for name, posts := range distinct {
			if len(posts) < least {
				t.Errorf("%s: %s: %d posts of %d differ, want %d", h, name, len(posts), each, least)
			}
		}
	}
}
