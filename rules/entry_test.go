package rules_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/rules"
)

// shortForm writes entries as "kind pattern", with what else is known.
func shortForm(list *rules.EntryList) (lines []string) {
	for _, e := range list.Entries {
		s := e.Kind.String() + " " + e.Pattern
		if e.Allow {
			s += " allow"
		}
		if e.Note != "" {
			s += " (" + e.Note + ")"
		}
		if e.Source != "" {
			s += " by " + e.Source
		}
		if !e.Added.IsZero() {
			s += " on " + e.Added.Format("2006-01-02")
		}
		if e.Hits != 0 {
			s += fmt.Sprint(" hits ", e.Hits)
		}
		lines = append(lines, s)
	}
	return lines
}

func TestReadEntries(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
		problems []string
	}{
		{"plain", "\uFEFF# my list\r\n\r\nBad.Example.  # seen twice\n*.worse.example\nhttp://bad.example/x/y?z\n한글.example\nbad..example\nnot/a/name\n",
			[]string{"name bad.example (seen twice)", "name worse.example", "name bad.example/x/y", "name xn--bj0bj06e.example", "phrase bad..example", "phrase not/a/name"}, nil},
		{"hosts", "127.0.0.1 localhost\n0.0.0.0 bad.example worse.example # both\n::1 ip6-localhost\n0.0.0.0 a_b\n",
			[]string{"name bad.example (both)", "name worse.example (both)"}, []string{`f:4: "a_b": no dot in the name`}},
		{"adblock", "[Adblock Plus 2.0]\n! Title: x\n||bad.example^\n||bad.example/path^$third-party\n@@||good.example^\n||x.example^$domain=y.example\nbad.example##.ad\n||a*b.example^\n",
			[]string{"name bad.example", "name bad.example/path", "name good.example allow"},
			[]string{`f:6: "||x.example^$domain=y.example": holds on some pages only`, `f:7: "bad.example##.ad": hides a part of a page, names no address`, `f:8: "a*b.example": a '*' in the middle of a name`}},
		{"dnsmasq", "address=/bad.example/0.0.0.0\nserver=/a.example/b.example/\nlocal=/c.example/\n",
			[]string{"name bad.example", "name a.example", "name b.example", "name c.example"}, nil},
		{"rpz", "$TTL 60\n@ IN SOA ns. root. (\n 5 ;\n)\n@ IN NS localhost.\nbad.example CNAME . ; seen\n*.bad.example CNAME .\ngood.example. 60 IN CNAME rpz-passthru.\n",
			[]string{"name bad.example (seen)", "name good.example allow"}, nil},
		{"unbound", "server:\nlocal-zone: \"bad.example\" always_nxdomain\nlocal-data: \"worse.example A 0.0.0.0\"\nlocal-zone: bad\n",
			[]string{"name bad.example", "name worse.example"}, []string{`f:4: "local-zone: bad": no name in quotes`}},
		{"mastodon", "#domain,#severity,#reject_media,#public_comment,#obfuscate\nbad.example,suspend,true,spam and more,false\nfine.example,noop,false,,false\nb*d.example,suspend,true,,true\nbad.example,suspend\n",
			[]string{"name bad.example (spam and more)"}, []string{`f:4: "b*d.example": some letters are hidden`, `f:5: "bad.example,suspend": 2 fields; the header has 5`}},
		{"urlhaus", "# id,dateadded,url,url_status,threat,reporter\n\"1\",\"2026-01-02 03:04:05\",\"http://1.2.3.4/x.exe\",\"online\",\"malware\",\"me\"\n",
			[]string{"name 1.2.3.4/x.exe (malware) by me on 2026-01-02"}, nil},
		{"our csv", "pattern,note,source,added,hits\nbad.example,why,kim,2026-03-04,7\n꽁머니,,,,\n",
			[]string{"name bad.example (why) by kim on 2026-03-04 hits 7", "phrase 꽁머니"}, nil},
		{"mediawiki", "\\bbad\\.example\\b # why\nbad(?:one|two)\\.example\n(?<=x)y\\.example\n",
			[]string{"name bad.example (why)", `regexp bad(?:one|two)\.example`}, []string{`f:3: "(?<=x)y\\.example": looks ahead or behind, which cannot be done in linear time`}},
		{"gnuboard", "카지노,바카라, 토토 ,카지노사이트\n123.123.+\n1.2.3.4\n",
			[]string{"phrase 카지노", "phrase 바카라", "phrase 토토", "phrase 카지노사이트", "ip 123.123.*", "ip 1.2.3.4"}, nil},
		{"rhymix", "/카.?지노/iu # split\n/(a|b)*/\n/t.me/\n섹#스\n// note\n1.2.3.* # office\n1.2.3.0/24\n1.2.3.4-1.2.3.9\n",
			[]string{"regexp 카.?지노 (split)", "phrase /t.me/", "phrase 섹#스", "ip 1.2.3.* (office)", "ip 1.2.3.0/24", "ip 1.2.3.4-1.2.3.9"}, []string{`f:2: "(a|b)*": matches the empty text`}},
		{"smokedetector", "1494568775\tkim\tbad\\.example\n1494568776\tlee\tfoo\\W?bar\nfifa.{0,20}?coins\nneuro\\W*+xl[*+]\n",
			[]string{"name bad.example by kim on 2017-05-12", `regexp foo\W?bar by lee on 2017-05-12`, "regexp fifa.{0,20}?coins", `regexp neuro\W*xl[*+]`}, nil},
		{"words", "viagra\nfree shipping\n...\n\"quoted\"\ncasino*\n카지노*\n***\nbｅ\n",
			[]string{"phrase viagra", "phrase free shipping", "phrase quoted", `regexp \bcasino[\pL\pN]*`, `regexp 카지노[\pL\pN]*`}, []string{`f:3: "...": no letter in it`, `f:7: "***": no letter in it`, `f:8: "bｅ": disguised: texts are compared without disguise, where it would match every "be"`}},
		{"jsonl", `{"kind":"regexp","pattern":"a+b","note":"n","hits":3}` + "\n" + `{"pattern":"Bad.example","allow":true}` + "\n" + `{"kind":"x","pattern":"y"}` + "\n" + `{"pattern":5}` + "\n",
			[]string{"regexp a+b (n) hits 3", "name bad.example allow"}, []string{`f:3: "x": no such kind of entry`, `f:4: "{\"pattern\":5}": json: cannot unmarshal`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			list, err := rules.ReadEntries("f", strings.NewReader(test.in))
			if err != nil {
				t.Fatal(err)
			}
			if got := shortForm(list); !slices.Equal(got, test.want) {
				t.Errorf("entries:\n got %q\nwant %q", got, test.want)
			}
			if len(list.Problems) != len(test.problems) {
				t.Fatalf("problems: %v, want %q", list.Problems, test.problems)
			}
			for i, p := range list.Problems {
				if !strings.HasPrefix(p.Error(), "rules: "+test.problems[i]) {
					t.Errorf("problem: %v, want %s", p, test.problems[i])
				}
			}
		})
	}
}

func TestWriteEntries(t *testing.T) {
	in := `{"kind":"name","pattern":"bad.example","note":"seen\ntwice","source":"kim","added":"2026-01-02T00:00:00Z","hits":2}
{"kind":"name","pattern":"good.example","allow":true}
{"kind":"name","pattern":"bad.example/x"}
{"kind":"phrase","pattern":"꽁머니"}
`
	list, err := rules.ReadEntries("f", strings.NewReader(in))
	if err != nil || len(list.Problems) > 0 {
		t.Fatal(err, list.Problems)
	}
	tests := []struct {
		format rules.ListFormat
		want   string
		left   int
	}{
		{rules.Plain, "bad.example # seen twice\nbad.example/x\n", 2},
		{rules.Hosts, "0.0.0.0 bad.example # seen twice\n", 3},
		{rules.AdBlock, "||bad.example^\n@@||good.example^\n||bad.example/x^\n", 1},
		{rules.RPZ, "$TTL 3600\n@ SOA localhost. root.localhost. 1 3600 600 86400 3600\n@ NS localhost.\nbad.example CNAME . ; seen twice\n*.bad.example CNAME .\ngood.example CNAME rpz-passthru.\n*.good.example CNAME rpz-passthru.\n", 2},
		{rules.JSONL, in, 0},
	}
	for _, test := range tests {
		var out bytes.Buffer
		left, err := rules.WriteEntries(&out, test.format, list.Entries)
		if err != nil || out.String() != test.want || left != test.left {
			t.Errorf("format %d: %d left, %v, wrote %q, want %q", test.format, left, err, out.String(), test.want)
		}
		again, err := rules.ReadEntries("f", &out)
		if err != nil || len(again.Problems) > 0 || len(again.Entries) != len(list.Entries)-test.left {
			t.Errorf("format %d, read again: %v %v, %d entries", test.format, err, again.Problems, len(again.Entries))
		}
	}
}

// TestReadEntriesShared imports what keepers use today.
func TestReadEntriesShared(t *testing.T) {
	if testing.Short() {
		t.Skip("90,000 rules")
	}
	tests := []struct {
		file string
		most float64 // share of lines that may be refused
	}{
		{"gnuboard5_cf_filter.txt", 0},
		{"smokedetector_bad_keywords.txt", 0.2},
		{"smokedetector_blacklisted_websites.txt", 0.02},
		{"smokedetector_watched_keywords.txt", 0.09},
		{"tg_spam_stop_words.txt", 0},
		{"wordpress_comment_blocklist.txt", 0.02},
		{"x_chinese_spam_keywords.txt", 0},
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			f, err := os.Open(shared.File(t, "data/phrases/"+test.file))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			list, err := rules.ReadEntries(test.file, f)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%d entries, %d problems", len(list.Entries), len(list.Problems))
			if share := float64(len(list.Problems)) / float64(len(list.Entries)+1); share > test.most {
				t.Errorf("%.3f refused, such as %v", share, list.Problems[:min(5, len(list.Problems))])
			}
			var set []rules.Rule
			for i := range list.Entries {
				set = append(set, list.Entries[i].Rule(test.file))
			}
			if _, err := rules.Compile(set); err != nil {
				t.Error(err)
			}
		})
	}
}

func FuzzReadEntries(f *testing.F) {
	for _, s := range []string{"a.example # n", "0.0.0.0 a.example", "||a.example^$x", "address=/a/b/", "a CNAME .", "local-zone: \"a.b\" x",
		"#domain,#severity\na.b,x", "/a/i", "1.2.+", "1494568775\ta\tb", `{"pattern":"a"}`, "a,b,c", "[a]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		list, err := rules.ReadEntries("f", strings.NewReader(s))
		if err != nil {
			t.Fatal(err)
		}
		for i := range list.Entries {
			r := list.Entries[i].Rule("f")
			if _, err := rules.Compile([]rules.Rule{r}); err != nil && list.Entries[i].Kind != rules.IPEntry {
				t.Errorf("%q: %v", s, err)
			}
		}
		for format := rules.Plain; format <= rules.JSONL; format++ {
			var out bytes.Buffer
			if _, err := rules.WriteEntries(&out, format, list.Entries); err != nil {
				t.Error(err)
			}
		}
	})
}

func ExampleReadEntries() {
	list, _ := rules.ReadEntries("mine.txt", strings.NewReader("||bad.example^\n0.0.0.0 worse.example # seen in May\n..."))
	for _, e := range list.Entries {
		fmt.Printf("%d %v %s %q\n", e.Line, e.Kind, e.Pattern, e.Note)
	}
	fmt.Println(list.Problems[0])
	// Output:
	// 1 name bad.example ""
	// 2 name worse.example "seen in May"
	// rules: mine.txt:3: "...": no letter in it
}
