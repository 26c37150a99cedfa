package spam_test

import (
	"fmt"
	"log"
	"slices"
	"testing"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

func TestConfigLists(t *testing.T) {
	file, err := rules.BuildDomains(slices.Values([]string{"kwangjang-shop.kr"}), rules.DomainsConfig{})
	if err != nil {
		t.Fatal(err)
	}
	names, err := rules.ParseDomains(file)
	if err != nil {
		t.Fatal(err)
	}
	list := []rules.List{{Name: "ours", Domains: names}}
	post := spam.Post{Body: "어제 산 옷이 마음에 들어요 http://www.kwangjang-shop.kr/item/3"}
	tests := []struct {
		name   string
		config spam.Config
		want   spam.Action
	}{
		{"built-in", spam.Config{}, spam.Pass},
		{"blocked", spam.Config{Blocked: list}, spam.Hold},
		{"allowed wins", spam.Config{Blocked: list, Allowed: list}, spam.Pass},
	}
	for _, tt := range tests {
		d, err := spam.New(tt.config)
		if err != nil {
			t.Fatal(err)
		}
		if v := d.Check(post); v.Action != tt.want {
			t.Errorf("%s: %v (%.3f), want %v", tt.name, v.Action, v.Score, tt.want)
		}
	}
}

func TestConfigRules(t *testing.T) {
	rule := func(r rules.Rule) spam.Config {
		set, err := rules.Compile([]rules.Rule{r})
		if err != nil {
			t.Fatal(err)
		}
		return spam.Config{Rules: set}
	}
	spammy := "온라인 바카라사이트 http://42.qkd511.top 릴게임 다운로드"
	tests := []struct {
		name   string
		config spam.Config
		body   string
		want   spam.Action
	}{
		{"strong phrase holds", rule(rules.Rule{ID: "a", Pattern: "급매 시계", Strength: rules.Strong}), "급매 시계 있습니다", spam.Hold},
		{"shadow has no effect", rule(rules.Rule{ID: "a", Pattern: "급매 시계", Strength: rules.Sure, Shadow: true}), "급매 시계 있습니다", spam.Pass},
		{"allow overrides", rule(rules.Rule{ID: "a", Pattern: "바카라사이트", Strength: rules.Allow}), spammy, spam.Pass},
	}
	for _, tt := range tests {
		d, err := spam.New(tt.config)
		if err != nil {
			t.Fatal(err)
		}
		if v := d.Check(spam.Post{Body: tt.body}); v.Action != tt.want {
			t.Errorf("%s: %v (%.3f), want %v", tt.name, v.Action, v.Score, tt.want)
		}
	}
	d, err := spam.New(rule(rules.Rule{ID: "net", Where: rules.InAuthorIP, Pattern: "203.0.113.0/24", Strength: rules.Strong}))
	if err != nil {
		t.Fatal(err)
	}
	if v := d.Check(spam.Post{Body: "안녕하세요", Author: spam.Author{IP: "203.0.113.5"}}); v.Action != spam.Hold {
		t.Errorf("a network of the author's address: %v", v.Action)
	}
	if v := spam.Check(spam.Post{Body: spammy}); v.Action == spam.Pass {
		t.Errorf("without a rule: %v", v.Action)
	}
}

func TestNewRefusesBadSignals(t *testing.T) {
	if _, err := spam.New(spam.Config{Signals: []signal.Signal{{Name: "x"}}}); err == nil {
		t.Error("no error for a signal without documentation")
	}
}

// A board adds a signal of its own.
func ExampleNew() {
	shouting := signal.Signal{
		Name: "own/shouting",
		Doc:  "Three exclamation marks end the title. Fans do that too.",
		Kind: signal.Words,
		Find: func(d *document.Document, sink *signal.Sink) {
			if t := d.Post.Title; len(t) > 3 && t[len(t)-3:] == "!!!" {
				sink.Add(signal.Finding{Span: document.Span{Field: document.Title}, Note: "shouting", Strength: signal.Strong})
			}
		},
	}
	detector, err := spam.New(spam.Config{Signals: []signal.Signal{shouting}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(detector.Check(spam.Post{Title: "Read this!!!", Body: "Hello."}).Action)
	// Output: hold
}
