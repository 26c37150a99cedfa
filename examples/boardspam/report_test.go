package main

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

func at(f document.Field, start, end int) document.Span {
	return document.Span{Field: f, Start: start, End: end}
}

// A post and a verdict on it, as they might come from a detector.
var (
	reported = corpus.Sample{
		Post: document.Post{
			ID: "7", Title: "눈 \u202e소식", Body: "산장 http://a.test 쿠폰\x1b[0m\n끝",
			Author: document.Author{Name: "kim", URL: "http://b.test"}, Links: []string{"http://c.test"},
		},
		Source: "posts.jsonl", Line: 3,
		Origin: corpus.Origin{Body: 100},
	}
	verdict = spam.Verdict{
		Action: spam.Reject, Score: 0.99996, Known: 0.5, Version: "v1", Truncated: true, Public: "안내",
		Reasons: []spam.Reason{
			{Signal: "place/splice", Kind: signal.Placement, Note: "cuts a\nword", Weight: 3, Span: at(document.Body, 7, 20)},
			{Signal: "words/pile", Kind: signal.Words, Note: "쿠폰", Weight: 2, Span: at(document.Body, 21, 27)},
			{Signal: "place/splice", Kind: signal.Placement, Note: "again", Weight: 1.5, Span: at(document.Body, 21, 27)},
			{Signal: "author/known-for-a-long-time", Kind: signal.Words, Note: "12 posts", Weight: -0.5},
		},
		Spans: []spam.Mark{
			{Span: at(document.Body, 7, 20), Payload: signal.Link, Text: "http://a.test"},
			{Span: at(document.Body, 21, 27), Payload: signal.Anchor, Text: "쿠폰"},
			{Span: at(document.Link(0), 0, 13), Payload: signal.Link, Text: "http://c.test"},
			{Span: at(document.Body, 90, 99), Payload: signal.Link, Text: "not in the post"},
		},
	}
)

func TestReport(t *testing.T) {
	want := `reject  99.9 %  posts.jsonl:3  7  (not all of it was judged)

   +4.50  place/splice                  cuts a\x0aword  (2 times)
   +2.00  words/pile                    쿠폰
   -0.50  author/known-for-a-long-time  12 posts

  title   눈 \u202e소식
  author  kim
  home    http://b.test
  link    «http://c.test»

  산장 «http://a.test» «쿠폰»\x1b[0m
  끝

`
	if diff := cmp.Diff(want, string(look{}.appendReport(nil, &reported, &verdict))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	colored := string(look{color: true, columns: 40}.appendReport(nil, &reported, &verdict))
	if plain := uncolored(colored); strings.Contains(plain, "\x1b") || strings.ContainsAny(plain, "«»") || !strings.Contains(colored, "\x1b["+marked+"m쿠폰\x1b[0m") {
		t.Errorf("in colour:\n%q", colored)
	}
	pass := spam.Verdict{Score: 0.01}
	if got := string(look{}.appendReport(nil, &reported, &pass)); got != "pass     1.0 %  posts.jsonl:3  7\n" {
		t.Errorf("a post that passes: %q", got)
	}
}

func TestExplain(t *testing.T) {
	want := `reject  99.9 %  posts.jsonl:3  7  (not all of it was judged)

  speaks for spam
   +3.00  place/splice                  body 107–120        http://a.test                         cuts a\x0aword
   +2.00  words/pile                    body 121–127        쿠폰
   +1.50  place/splice                  body 121–127        쿠폰                                  again

  speaks for ham
   -0.50  author/known-for-a-long-time  body                                                      12 posts

  +6.50 for spam, -0.50 for ham; 50 % of the text is known to the model; version v1
  the writer is told: 안내

`
	if diff := cmp.Diff(want, look{}.explain(&reported, &verdict)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestAppendVerdict(t *testing.T) {
	v := verdict
	v.Reasons, v.Spans = v.Reasons[:1:1], v.Spans[:1:1]
	v.Reasons = append([]spam.Reason{}, v.Reasons...)
	v.Spans = append([]spam.Mark{}, v.Spans...)
	s := reported
	s.Source = "글 \"1\".txt"
	want := `{"file":"글 \"1\".txt","line":3,"id":"7","action":"reject","score":0.99996,"known":0.5,"truncated":true,"version":"v1",` +
		`"reasons":[{"signal":"place/splice","kind":"placement","note":"cuts a\nword","weight":3,"field":"body","start":107,"end":120}],` +
		`"spans":[{"field":"body","start":107,"end":120,"kind":"url","text":"http://a.test"}],"public":"안내"}` + "\n"
	if diff := cmp.Diff(want, string(appendVerdict(nil, &s, v))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestProgressLine(t *testing.T) {
	p := progress{input: &input{}, total: 1000, posts: 1234567, flagged: 89}
	p.input.read.Store(505)
	want := "████████████░░░░░░░░░░░░  50 %  1,234,567 posts, 89 held or rejected, 617,283/s"
	if got := p.line(2 * time.Second); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	p.total = 0
	if got := p.line(time.Second); got != "1,234,567 posts, 89 held or rejected, 1,234,567/s" {
		t.Errorf("%q", got)
	}
}
