package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/corpus"
)

func TestSynth(t *testing.T) {
	var out, errs bytes.Buffer
	status := run([]string{"synth", "--tables", "eval", "--seed", "7", "--count", "30", "--technique", "splice", "--technique", "trap"}, strings.NewReader(""), &out, &errs)
	if status != statusClean || errs.Len() > 0 {
		t.Fatalf("status %d, %s", status, &errs)
	}
	n, marked := 0, 0
	for s, err := range corpus.ReadJSONL(&out, "out") {
		if err != nil {
			t.Fatal(err)
		}
		n++
		for _, g := range s.Spans {
			if g.In(&s.Post) == "" {
				t.Errorf("%s: an empty span", s.ID)
			}
			marked++
		}
		if (s.Label == corpus.Spam) != strings.HasPrefix(s.Technique, "splice/") {
			t.Errorf("%s: %s is %s", s.ID, s.Technique, s.Label)
		}
	}
	if n != 30 || marked < 15 {
		t.Errorf("%d posts with %d spans", n, marked)
	}
}

func TestSynthOfUnknownTechnique(t *testing.T) {
	var out, errs bytes.Buffer
	if status := run([]string{"synth", "--technique", "nothing"}, strings.NewReader(""), &out, &errs); status != statusFailed {
		t.Errorf("status %d, want %d", status, statusFailed)
	}
	if !strings.Contains(errs.String(), "nothing") {
		t.Errorf("the error does not name the technique: %s", &errs)
	}
}
