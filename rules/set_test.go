package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/rules"
)

func compile(t testing.TB, list ...rules.Rule) *rules.Set {
	t.Helper()
	for i := range list {
		if list[i].ID == "" {
			list[i].ID = fmt.Sprint(i)
		}
	}
	s, err := rules.Compile(list)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSetText(t *testing.T) {
	tests := []struct {
		pattern string
		mode    rules.Mode
		text    string
		want    []string // what matches, in order
	}{
		{"casino", rules.Word, "A Casino, casinos, mycasino and casino2 or casino사이트", []string{"casino"}},
		{"casino", rules.Word, "casino에서 casino는", []string{"casino", "casino"}},
		{"casino", rules.Substring, "casinos mycasino", []string{"casino", "casino"}},
		{"카지노", rules.Word, "카지노는 카지노에서도 카지노입니다", []string{"카지노", "카지노", "카지노"}},
		{"카지노", rules.Word, "온라인카지노 카지노사이트 카지노가자", nil},
		{"토토", rules.Word, "토토로 토토야말로", []string{"토토"}},
		{"카지노", rules.Substring, "온라인카지노사이트", []string{"카지노"}},
		{"안전 놀이터", rules.Word, "이 안전 놀이터를", []string{"안전 놀이터"}},
		{"казино", rules.Word, "Казино и казиношный", []string{"казино"}},
		{"彩金", rules.Word, "送彩金了", []string{"彩金"}},
		{"hello", rules.Exact, "  HELLO ", []string{"hello"}},
		{"hello", rules.Exact, "hello there", nil},
		{`bonus\s+\d{2,}%`, rules.Regexp, "BONUS  50% and bonus 5%", []string{"bonus  50%"}},
		{`(?:win|bet)\d{3}`, rules.Regexp, "win777 and BET365", []string{"win777", "bet365"}},
		{`[a-z]\d[a-z]\d`, rules.Regexp, "x a1b2 y", []string{"a1b2"}},
		{`^only$`, rules.Regexp, "Only", []string{"only"}},
		{"ＷＩＤＥ", rules.Word, "wide", []string{"wide"}},
		{"$$$", rules.Word, "a$$$b", []string{"$$$"}},
	}
	for _, test := range tests {
		s := compile(t, rules.Rule{Pattern: test.pattern, Mode: test.mode})
		text := rules.Fold(test.text)
		var got []string
		for _, h := range s.AppendText(nil, rules.InText, text) {
			got = append(got, text[h.Start:h.End])
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%v %q in %q: %q, want %q", test.mode, test.pattern, test.text, got, test.want)
		}
	}
}

func TestSetURL(t *testing.T) {
	tests := []struct {
		where   rules.Where
		pattern string
		mode    rules.Mode
		url     string
		want    bool
	}{
		{rules.InURLHost, "win777.club", rules.Word, "http://62.win777.club/", true},
		{rules.InURLHost, "*.win777.club", rules.Word, "http://62.win777.club/", true},
		{rules.InURLHost, "win777.club", rules.Exact, "http://62.win777.club/", false},
		{rules.InURLHost, "win777.club", rules.Exact, "http://WIN777.club/", true},
		{rules.InURLHost, "win777.club", rules.Word, "http://xwin777.club/", false},
		{rules.InURLHost, "win*.club", rules.Word, "http://12.win999.club/", true},
		{rules.InURLHost, "win*.club", rules.Word, "http://win999.clubs/", false},
		{rules.InURLHost, "win", rules.Substring, "http://12.darwin.club/", true},
		{rules.InURLHost, "한글.한국", rules.Word, "http://www.xn--bj0bj06e.xn--3e0b707e/", true},
		{rules.InURLHost, "카지노", rules.Substring, "http://최고카지노.com/", true},
		{rules.InURLHost, "tistory.com", rules.Word, "http://mine.tistory.com/", false},
		{rules.InURLHost, "mine.tistory.com", rules.Word, "http://mine.tistory.com/", true},
		{rules.InURLHost, "sites.google.com", rules.Word, "http://sites.google.com/view/mine", false},
		{rules.InURL, "sites.google.com/view/mine", rules.Word, "http://sites.google.com/view/mine/1", true},
		{rules.InURL, "sites.google.com/view/mine", rules.Word, "http://sites.google.com/view/mine2", false},
		{rules.InURL, "https://example.com/promo*", rules.Word, "http://www.example.com/promo22/x", true},
		{rules.InURL, "example.com/promo", rules.Word, "http://www.example.com/promo22/x", false},
		{rules.InURL, `example\.com/\d+$`, rules.Regexp, "http://www.example.com/22", true},
		{rules.InURLPath, "casino", rules.Word, "http://example.com/a/Casino/b", true},
		{rules.InURLPath, "casino", rules.Word, "http://example.com/a/casinos", false},
		{rules.InURLPath, "카지노", rules.Substring, "http://example.com/%EC%B9%B4%EC%A7%80%EB%85%B8", true},
		{rules.InURLQuery, "ref=99", rules.Word, "http://example.com/?a=1&ref=99", true},
		{rules.InURLTLD, ".club", rules.Word, "http://a.club/", true},
		{rules.InURLTLD, "co.kr", rules.Word, "http://a.co.kr/", true},
		{rules.InURLTLD, "tistory.com", rules.Word, "http://a.tistory.com/", true},
		{rules.InURLTLD, "club", rules.Word, "http://club.com/", false},
	}
	for _, test := range tests {
		s := compile(t, rules.Rule{Where: test.where, Pattern: test.pattern, Mode: test.mode})
		u, err := rules.ParseURL(test.url)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(s.AppendURL(nil, &u)) > 0; got != test.want {
			t.Errorf("%v %v %q on %s: %v", test.where, test.mode, test.pattern, test.url, got)
		}
	}
}

func TestSetConditions(t *testing.T) {
	link := func(s string) rules.Link {
		u, err := rules.ParseURL(s)
		if err != nil {
			t.Fatal(err)
		}
		return rules.Link{URL: u, Class: rules.Builtin().Class(&u), Anchor: "바로가기"}
	}
	facts := &rules.Facts{
		Text: "무료 쿠폰은 여기\n쿠폰 쿠폰", Title: "coupon", Author: "kim", Role: "guest", AgeDays: 3,
		Links:   []rules.Link{link("http://62.win777.club/"), link("http://11.win777.club/"), link("https://bit.ly/x")},
		Signals: []string{"place/splice"},
	}
	tests := []struct {
		when string
		want int // hits
	}{
		{`links > 2`, 1},
		{`links > 2 and names == 2`, 1},
		{`links <= 2 or names != 2`, 0},
		{`not (links > 5) and title == "Coupon"`, 1},
		{`text has "쿠폰"`, 1},
		{`text has "쿠"`, 0},
		{`text contains '쿠'`, 1},
		{`text matches "쿠폰.*여기"`, 1},
		{`count(text, "쿠폰") == 3`, 1},
		{`text.lines == 2 and text.bytes < 100`, 1},
		{`author.age_days < 7`, 1},
		{`author.posts < 7`, 0},
		{`author.posts != 7`, 0},
		{`author.role in ["member", "guest"]`, 1},
		{`script.hangul > 0.9 and script.latin < 0.1`, 1},
		{`signal("place/splice")`, 1},
		{`signal("place/*") and not signal("words/*")`, 1},
		{`link.tld == "club" and link.digits >= 3`, 2},
		{`link.shortener`, 1},
		{`link.popular or link.listed`, 0},
		{`link.sub matches "^\\d\\d$" and link.anchor == "바로가기"`, 2},
		{`not link.shortener and links > 1`, 2},
	}
	for _, test := range tests {
		s := compile(t, rules.Rule{When: test.when})
		if got := s.AppendFacts(nil, facts); len(got) != test.want {
			t.Errorf("%s: %v, want %d hits", test.when, got, test.want)
		}
	}
}

func TestCompileRefuses(t *testing.T) {
	tests := []struct {
		rule rules.Rule
		want string
	}{
		{rules.Rule{}, "want either a pattern or a condition"},
		{rules.Rule{Pattern: "a", When: "links > 1"}, "want either a pattern or a condition"},
		{rules.Rule{Pattern: "(", Mode: rules.Regexp}, "missing closing )"},
		{rules.Rule{Pattern: "a*", Mode: rules.Regexp}, "matches the empty text"},
		{rules.Rule{Pattern: "a b", Where: rules.InURLHost}, "no host name"},
		{rules.Rule{Pattern: strings.Repeat("a", 200)}, "want 1 to 128 bytes"},
		{rules.Rule{Pattern: "a", Strength: 9}, "no such strength"},
		{rules.Rule{When: `links >`}, `byte 7: ends where`},
		{rules.Rule{When: `links > x`}, `"x" is not known`},
		{rules.Rule{When: `text has 5`}, `byte 9: "5" stands where a string is wanted`},
		{rules.Rule{When: `text like "a"`}, `"like" is no question`},
		{rules.Rule{When: `(links > 1`}, `ends where ")" is wanted`},
		{rules.Rule{When: `links > 1 links`}, `"links" stands where the end is wanted`},
		{rules.Rule{When: `text has "a`}, `a string without its end`},
		{rules.Rule{When: `text matches "("`}, `missing closing )`},
		{rules.Rule{When: strings.Repeat("(", 99)}, `nested deeper than 32`},
		{rules.Rule{When: strings.Repeat("not ", 99)}, `nested deeper than 32`},
	}
	for _, test := range tests {
		test.rule.ID, test.rule.File, test.rule.Line, test.rule.Column = "mine", "pack.yaml", 3, 5
		_, err := rules.Compile([]rules.Rule{test.rule})
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), `rules: pack.yaml:3:5: "mine": `) {
			t.Errorf("%+v: %v, want %q", test.rule, err, test.want)
		}
	}
}

func FuzzCondition(f *testing.F) {
	f.Add(`links > 2 and (text has "a" or link.tld in ["b"])`)
	f.Add(`not count(text, 'a') <= 1.5`)
	u, err := rules.ParseURL("http://a.b/c?d")
	if err != nil {
		f.Fatal(err)
	}
	facts := &rules.Facts{Text: "a b", Links: []rules.Link{{URL: u}}}
	f.Fuzz(func(t *testing.T, when string) {
		if s, err := rules.Compile([]rules.Rule{{When: when}}); err == nil {
			s.AppendFacts(nil, facts)
		}
	})
}

// FuzzSetPrefilter fails if a regular expression is not found where it matches.
func FuzzSetPrefilter(f *testing.F) {
	f.Add(`(ab|cd)+e?`, "xxcde")
	f.Add(`a{2,3}[bB]`, "aaab")
	f.Fuzz(func(t *testing.T, pattern, text string) {
		if len(pattern) > 100 || len(text) > 1000 || pattern == "" {
			return
		}
		s, err := rules.Compile([]rules.Rule{{Pattern: pattern, Mode: rules.Regexp}})
		if err != nil {
			return
		}
		loose, err := rules.Compile([]rules.Rule{{Pattern: `(?:` + pattern + `)|\x00never`, Mode: rules.Regexp}})
		if err != nil {
			return
		}
		text = rules.Fold(strings.ToValidUTF8(text, ""))
		if strings.ContainsAny(text, "ſK") {
			return
		}
		got, want := s.AppendText(nil, rules.InText, text), loose.AppendText(nil, rules.InText, text)
		if len(got) != len(want) {
			t.Errorf("%q in %q: %v, want %v", pattern, text, got, want)
		}
	})
}

func BenchmarkSet(b *testing.B) {
	text := strings.Repeat("정부는 오늘 새로운 정책을 발표하며 시민들의 의견을 듣겠다고 밝혔다. ", 20)
	u, err := rules.ParseURL("http://62.example123.club/board/view?id=1")
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{10, 1000, 10_000, 100_000} {
		var hosts, phrases []rules.Rule
		for name := range generated(n, 1) {
			hosts = append(hosts, rules.Rule{ID: name, Where: rules.InURLHost, Pattern: name})
			phrases = append(phrases, rules.Rule{ID: name, Pattern: name + " 추천"})
		}
		set := compile(b, hosts...)
		b.Run(fmt.Sprint("hosts/", n), func(b *testing.B) {
			var hits []rules.Hit
			for b.Loop() {
				hits = set.AppendURL(hits[:0], &u)
			}
		})
		set = compile(b, phrases...)
		b.Run(fmt.Sprint("phrases/", n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var hits []rules.Hit
			for b.Loop() {
				hits = set.AppendText(hits[:0], rules.InText, text)
			}
		})
	}
}

func ExampleSet() {
	set, _ := rules.Compile([]rules.Rule{{ID: "casino", Pattern: "카지노"}, {ID: "club", Where: rules.InURLTLD, Pattern: "club"}})
	text := rules.Fold("새 카지노에서 만나요")
	for _, hit := range set.AppendText(nil, rules.InText, text) {
		fmt.Println(set.Rule(hit.Rule).ID, text[hit.Start:hit.End])
	}
	// Output: casino 카지노
}
