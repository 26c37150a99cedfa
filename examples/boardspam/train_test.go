package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// labelledPosts returns posts to learn from, as lines of JSON.
func labelledPosts(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, `{"label":"ham","lang":"en","body":"the choir meets on day %d in hall %d"}`+"\n", i%28, i)
		fmt.Fprintf(&b, `{"label":"spam","lang":"en","body":"fast credit no questions, ask for offer %d, bonus %d"}`+"\n", i, i%9)
	}
	return b.String()
}

func TestTrainAndEval(t *testing.T) {
	dir := t.TempDir()
	train, dev := filepath.Join(dir, "train.jsonl"), filepath.Join(dir, "dev.jsonl")
	for name, posts := range map[string]string{train: labelledPosts(0, 150), dev: labelledPosts(150, 200) + "oops\n"} {
		if err := os.WriteFile(name, []byte(posts), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var files [2][]byte
	model := filepath.Join(dir, "a.model")
	for i, name := range []string{model, filepath.Join(dir, "b.model")} {
		var out, errs bytes.Buffer
		if status := run([]string{"train", "--base", "none", "--out", name, train}, nil, &out, &errs); status != statusClean {
			t.Fatalf("train: status %d: %s", status, errs.String())
		}
		if !strings.Contains(errs.String(), "pass 1: loss") {
			t.Errorf("no progress: %s", errs.String())
		}
		var err error
		if files[i], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the same data and seed make two models")
	}
	var out, errs bytes.Buffer
	page := filepath.Join(dir, "report.html")
	status := run([]string{"eval", "--json", "--by", "lang", "--html", page, "--model", model, dev}, nil, &out, &errs)
	if status != statusFailed || !strings.Contains(errs.String(), "dev.jsonl:101: ") {
		t.Errorf("a line that is no post: status %d: %s", status, errs.String())
	}
	var report struct {
		Posts int
		AUC   float64
		By    map[string]map[string]struct{ Posts int }
	}
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		t.Fatal(err)
	}
	if report.Posts != 100 || report.AUC < 0.99 || report.By["lang"]["en"].Posts != 100 {
		t.Errorf("%+v", report)
	}
	if html, err := os.ReadFile(page); err != nil || !bytes.Contains(html, []byte("<svg")) {
		t.Errorf("no page: %v", err)
	}
}

func TestTrainRefuses(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "m")
	for _, tt := range []struct{ format, data, want string }{
		{"jsonl", `{"label":"ham","body":"b"}`, "to learn takes both spam and ham"},
		{"jsonl", `{"body":"b"}`, "-:1: no label"},
		{"text", "b", "-: no label"},
	} {
		var errs bytes.Buffer
		status := run([]string{"train", "--format", tt.format, "--out", out}, strings.NewReader(tt.data), new(bytes.Buffer), &errs)
		if status != statusFailed || !strings.Contains(errs.String(), tt.want) {
			t.Errorf("%s: status %d: %s", tt.data, status, errs.String())
		}
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a model was written all the same")
	}
}
