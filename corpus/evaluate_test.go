package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam"
	"github.com/boardspam/boardspam/spam/document"
)

// outcome returns a judged sample.
func outcome(label Label, score float64, action spam.Action) Outcome {
	return Outcome{&Sample{Post: document.Post{Body: "<b>body</b>", Lang: "ko"}, Label: label}, spam.Verdict{Score: score, Action: action}}
}

func TestFigures(t *testing.T) {
	outcomes := []Outcome{
		outcome(Spam, 0.99, spam.Reject), outcome(Spam, 0.9, spam.Hold), outcome(Ham, 0.8, spam.Hold),
		outcome(Spam, 0.4, spam.Pass), outcome(Ham, 0.4, spam.Pass), outcome(Ham, 0.1, spam.Pass),
	}
	f := Measure(outcomes).Figures
	near := func(name string, got, want float64) {
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	near("AUC", f.AUC, 7.5/9)
	near("recall at 1 %", f.RecallAt.Percent, 2.0/3)
	near("hold recall", f.Hold.Recall, 2.0/3)
	near("hold FPR", f.Hold.FPR, 1.0/3)
	near("reject recall", f.Reject.Recall, 1.0/3)
	near("accuracy", f.Accuracy, 4.0/6)
	near("LAM", f.LAM, 37.5)
}

func TestWilson(t *testing.T) {
	in := Wilson(8, 10)
	if math.Abs(in[0]-0.4902) > 1e-4 || math.Abs(in[1]-0.9433) > 1e-4 {
		t.Errorf("8 of 10: %v", in)
	}
	for of := range 2000 {
		n := float64(of + 1)
		if Wilson(0, n)[0] != 0 || Wilson(n, n)[1] != 1 {
			t.Errorf("none and all of %v: %v, %v", n, Wilson(0, n), Wilson(n, n))
		}
	}
	if Wilson(0, 0) != [2]float64{0, 1} {
		t.Errorf("of nothing: %v", Wilson(0, 0))
	}
}

func TestSpanFigures(t *testing.T) {
	mark := func(start, end int) spam.Mark { return spam.Mark{Span: document.Span{Start: start, End: end}} }
	s := &Sample{Post: document.Post{Body: strings.Repeat("x", 100)}, Label: Spam,
		Spans: []Gold{{Span: document.Span{Start: 10, End: 20}}, {Span: document.Span{Start: 40, End: 50}}}}
	f := Measure([]Outcome{{s, spam.Verdict{Spans: []spam.Mark{mark(12, 20), mark(60, 64)}}}}).Spans
	if f.Precision != 8.0/12 || f.Recall != 0.4 || f.Hit != 0.5 {
		t.Errorf("%+v", f)
	}
}

func TestReports(t *testing.T) {
	outcomes := []Outcome{outcome(Spam, 0.99, spam.Reject), outcome(Ham, 0.2, spam.Pass)}
	outcomes[0].Body = "<script>alert(1)</script>"
	r := Measure(outcomes, "lang")
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, key := range strings.Fields(`posts spam ham auc one_minus_auc_pct lam_pct accuracy recall_at_fpr hold reject ece
		spans by seconds posts_per_second mb_per_second`) {
		if _, ok := got[key]; !ok {
			t.Errorf("no %q in the JSON form", key)
		}
	}
	if at := got["recall_at_fpr"].(map[string]any); at["0.01"] != 1.0 || at["0.001"] != 1.0 {
		t.Errorf("recall_at_fpr: %v", at)
	}
	b.Reset()
	if err := r.WriteHTML(&b); err != nil {
		t.Fatal(err)
	}
	if html := b.String(); strings.Contains(html, "<script>") || strings.Count(html, "<svg") != 4 {
		t.Error("the page runs what a post says, or lacks a plot")
	}
	b.Reset()
	if err := r.WriteText(&b); err != nil || !strings.Contains(b.String(), "by lang") {
		t.Errorf("%v\n%s", err, b.String())
	}
}

// Near copies stand on one side.
func TestHoldOut(t *testing.T) {
	var samples []Sample
	for i := range 300 {
		text := fmt.Sprintf("post number %c%c%c speaks of %c%c things", 'a'+i%26, 'a'+i/26%26, 'k'+i%7, 'a'+i%13, 'a'+i%17)
		s := Sample{Label: Ham, Post: document.Post{Body: strings.Repeat(text+" ", 1+i%3)}}
		if i%3 == 0 {
			s.Label = Spam
		}
		copied := s
		copied.Body = strings.ToUpper(s.Body) + " 2026!"
		samples = append(samples, s, copied)
	}
	held := HoldOut(samples, 0.2, 1)
	n := 0
	for i := 0; i < len(held); i += 2 {
		if held[i] != held[i+1] {
			t.Errorf("%q: its copy stands on the other side", samples[i].Body)
		}
		if held[i] {
			n += 2
		}
	}
	if n < 60 || n > 120 {
		t.Errorf("%d of %d held out", n, len(samples))
	}
}

func TestTrainIsDeterministic(t *testing.T) {
	var samples []Sample
	for i := range 200 {
		samples = append(samples,
			Sample{Label: Ham, Post: document.Post{Body: fmt.Sprintf("we met at the market %c%c and had soup", 'a'+i%26, 'a'+i%7)}},
			Sample{Label: Spam, Post: document.Post{Body: fmt.Sprintf("cheap watches %c%c best price http://w%d.example", 'a'+i%26, 'a'+i%5, i)}})
	}
	var files [2]bytes.Buffer
	for i := range files {
		m, err := Train(samples, TrainConfig{Seed: 7})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := m.WriteTo(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("the same posts and seed make two models")
	}
	if _, err := Train(samples[:1], TrainConfig{}); err == nil {
		t.Error("no error without spam")
	}
}
