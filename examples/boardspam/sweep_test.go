package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// archive writes a file of posts, one of them bad.
func archive(t *testing.T, name string, posts int) string {
	t.Helper()
	var b strings.Builder
	for i := range posts {
		fmt.Fprintf(&b, "{\"id\":\"%s/%d\",\"body\":\"눈이 %d일째 옵니다.\"}\n", filepath.Base(name), i, i)
	}
	b.WriteString("oops\n{\"id\":\"last\",\"body\":\"끝\"}\n")
	if err := os.WriteFile(name, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestSweepResumes(t *testing.T) {
	dir := t.TempDir()
	a, b := archive(t, filepath.Join(dir, "a.jsonl"), 700), archive(t, filepath.Join(dir, "b.jsonl"), 700)
	whole, out := filepath.Join(dir, "whole"), filepath.Join(dir, "out")
	status, _, errs := boardspam(t, "", "sweep", "--out", whole, a, b)
	if status != statusFailed || !strings.Contains(errs, "b.jsonl:701: ") || !strings.Contains(errs, "1,402 posts judged, 0 before") {
		t.Fatalf("status %d, %s", status, errs)
	}
	want, err := os.ReadFile(whole)
	if err != nil || strings.Count(string(want), "\n") != 1402 {
		t.Fatalf("%d verdicts: %v", strings.Count(string(want), "\n"), err)
	}

	// A sweep that was stopped in the middle of b, with half a batch more
	// written than its bookmark says.
	lines := strings.SplitAfter(string(want), "\n")
	judged := strings.Join(lines[:701+300], "")
	mark, err := json.Marshal(bookmark{Done: []string{a}, File: b, Items: 300, Posts: 1001, Size: int64(len(judged))})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{out: judged + `{"file":"half a`, out + ".state": string(mark)} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	status, _, errs = boardspam(t, "", "sweep", "--out", out, a, b)
	if !strings.Contains(errs, "401 posts judged, 1,001 before") || status != statusFailed {
		t.Errorf("status %d, %s", status, errs)
	}
	if got, err := os.ReadFile(out); err != nil || string(got) != string(want) {
		t.Errorf("the verdicts differ: %d bytes, want %d: %v", len(got), len(want), err)
	}

	// Everything is done.
	if _, _, errs = boardspam(t, "", "sweep", "--out", out, a, b); !strings.Contains(errs, "0 posts judged, 1,402 before") {
		t.Error(errs)
	}
}

func TestSweepRefuses(t *testing.T) {
	dir := t.TempDir()
	a, out := archive(t, filepath.Join(dir, "a.jsonl"), 3), filepath.Join(dir, "out")
	if err := os.WriteFile(out, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	if status, _, errs := boardspam(t, "", "sweep", "--out", out, a); status != statusFailed || !strings.Contains(errs, "choose another name") {
		t.Errorf("status %d, %s", status, errs)
	}
	if got, _ := os.ReadFile(out); string(got) != "mine" {
		t.Errorf("overwritten: %s", got)
	}
}

func TestLearn(t *testing.T) {
	dir := t.TempDir()
	posts, journal := archive(t, filepath.Join(dir, "a.jsonl"), 3), filepath.Join(dir, "journal")
	for _, step := range []struct{ label, want string }{
		{"spam", "4 learnt as spam, 0 known as such"},
		{"spam", "0 learnt as spam, 4 known as such"},
		{"ham", "4 learnt as ham, 0 known as such"},
		{"forget", "4 forgotten, 0 not known"},
	} {
		status, out, errs := boardspam(t, "", "learn", "--journal", journal, "--label", step.label, posts)
		if status != statusFailed || strings.TrimSpace(out) != step.want || !strings.Contains(errs, "a.jsonl:4: ") {
			t.Errorf("%s: status %d, %s%s", step.label, status, out, errs)
		}
	}
	if status, _, _ := boardspam(t, "", "learn", "--journal", journal, "--label", "maybe", posts); status != statusFailed {
		t.Error("learnt as maybe")
	}
}
