package rules_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/rules"
)

func TestBuiltinClass(t *testing.T) {
	tests := []struct {
		url  string
		want rules.Class
	}{
		{"https://www.naver.com/", rules.Popular},
		{"https://blog.naver.com/somebody/1", rules.Hosted},
		{"https://somebody.tistory.com/1", rules.Hosted},
		{"https://www.moe.go.kr/", rules.Popular | rules.Allowed},
		{"https://cs.example.ac.uk/", rules.Popular | rules.Allowed},
		{"https://bit.ly/abc", rules.Shortener},
		{"https://han.gl/abc", rules.Shortener},
		{"https://open.kakao.com/o/abc", rules.Messenger},
		{"https://t.me/abc", rules.Messenger},
		{"https://discord.com/invite/abc", rules.Messenger},
		{"https://discord.com/developers", rules.Popular},
		{"https://www.betman.co.kr/", rules.Popular | rules.Allowed},
		{"https://bet365.com/", 0},
		{"https://a-name-nobody-has-seen.example/", 0},
		{"http://12.win777000.top/", 0},
	}
	book := rules.Builtin()
	for _, test := range tests {
		u, err := rules.ParseURL(test.url)
		if err != nil {
			t.Fatal(err)
		}
		if got := book.Class(&u) &^ ignored(test.want); got != test.want {
			t.Errorf("%s is %v, want %v", test.url, got, test.want)
		}
	}
}

// ignored are the facts that a test does not ask for: whether a shortener or
// a messenger is popular, too, changes with the lists.
func ignored(want rules.Class) rules.Class {
	if want&(rules.Shortener|rules.Messenger) != 0 && want&rules.Popular == 0 {
		return rules.Popular
	}
	return 0
}

func TestBookAllowWins(t *testing.T) {
	names := func(s ...string) *rules.Domains { return buildDomains(t, rules.DomainsConfig{}, s...) }
	book := &rules.Book{
		Blocked: []rules.List{{Name: "mine", Domains: names("bad.example", "good.bad.example")}},
		Allowed: []rules.List{{Name: "theirs", Domains: names("good.bad.example")}},
	}
	for url, want := range map[string]string{
		"http://www.bad.example/": "mine bad.example true", "http://good.bad.example/": "  false", "http://other.example/": "  false",
	} {
		u, err := rules.ParseURL(url)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSuffix(fmt.Sprintln(book.ListedBy(&u)), "\n"); got != want {
			t.Errorf("%s: %q, want %q", url, got, want)
		}
	}
}

var looksLikeAddress = regexp.MustCompile(`(?i)(?:https?://)?(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,12}(?:/[^\s)"'<>]*)?`)

// TestBuiltinHarmless holds the lists against Korean petitions and against
// Korean sites that are known to be good.
func TestBuiltinHarmless(t *testing.T) {
	book := rules.Builtin()
	data, err := os.ReadFile(shared.File(t, "data/dev/ko_petitions_ham.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	posts, hit, links := 0, 0, 0
	for line := range strings.Lines(string(data)) {
		var post struct{ Text string }
		if err := json.Unmarshal([]byte(line), &post); err != nil {
			t.Fatal(err)
		}
		posts++
		listed := false
		for _, address := range looksLikeAddress.FindAllString(post.Text, -1) {
			u, err := rules.ParseURL(address)
			if err != nil {
				continue
			}
			links++
			if list, name, ok := book.ListedBy(&u); ok {
				listed = true
				t.Logf("%s: %s on %s", address, name, list)
			}
		}
		if listed {
			hit++
		}
	}
	t.Logf("%d of %d petitions, %d addresses", hit, posts, links)
	if hit*500 > posts {
		t.Errorf("%d of %d petitions hold a listed name", hit, posts)
	}
	for name, u := range readNames(t, "benign_kr_citizenlab.txt") {
		if list, entry, ok := book.ListedBy(&u); ok {
			t.Errorf("%s: %s on %s", name, entry, list)
		}
	}
}

func BenchmarkBuiltinClass(b *testing.B) {
	book := rules.Builtin()
	for _, in := range []string{"http://62.abc123.club", "https://blog.naver.com/somebody/1", "https://www.chosun.com/a/b"} {
		u, err := rules.ParseURL(in)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(in, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				book.Class(&u)
			}
		})
	}
}

func ExampleBook_Class() {
	u, _ := rules.ParseURL("https://open.kakao.com/o/abcdef")
	fmt.Println(rules.Builtin().Class(&u)&rules.Messenger != 0)
	// Output: true
}
