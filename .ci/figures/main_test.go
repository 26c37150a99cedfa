package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam/document"
)

func TestTable(t *testing.T) {
	rows := []row{{"`made`", report{Posts: 3, Spam: 2, Ham: 1, OneMinusAUC: 1.234}}, {"`ham`", report{Ham: 5}}}
	rows[0].Hold.Recall, rows[0].Hold.FPR, rows[0].Spans.Gold, rows[0].Spans.F1 = 0.95, 0.001, 4, 0.9
	want := `
| posts | spam / ham | spam found | ham held | ham rejected | 1−AUC | span F1 |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| ` + "`made`" + ` | 2 / 1 | 95.00 % | 0.10 % | 0.00 % | 1.23 % | 0.900 |
| ` + "`ham`" + ` | 0 / 5 |  | 0.00 % | 0.00 % |  |  |
`
	if got := table(rows).String(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestShares(t *testing.T) {
	var posts []corpus.Sample
	for _, body := range []string{"귤이 답니다", "See you", "ｗｉｄｅ", "카 지 노"} {
		posts = append(posts, corpus.Sample{Post: document.Post{Body: body}})
	}
	want := []string{"`made`", "25.00 %", "25.00 %", "25.00 %"}
	if got := shares("made", posts); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestKinds(t *testing.T) {
	kind := func(spam int, recall float64) report {
		r := report{Spam: spam}
		r.Hold.Recall = recall
		return r
	}
	all := map[string]report{"place/search-lure-en": kind(4, 0.5), "splice/once": kind(4, 0.75), "trap/honest": {Ham: 9}}
	got, err := kindsOf(all, kind(8, 0.625))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got[1][1] != "62.50 %" || !strings.HasPrefix(got[2][0], "`place/search-lure-en`: ") || got[2][1] != "50.00 %" {
		t.Errorf("%q", got)
	}
	all["nobody/knows"] = kind(2, 0)
	if _, err := kindsOf(all, kind(10, 0.5)); err == nil {
		t.Error("a kind that is found seldom needs no reason")
	}
}
