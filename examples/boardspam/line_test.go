package main

import (
	"encoding/json"
	"testing"
)

func TestAppendQuoted(t *testing.T) {
	for _, s := range []string{"", "7", "posts/2026.jsonl", "12345678", "a \"quoted\" name", `C:\posts\all.jsonl`,
		"tab\tin a name", "twelve bytes\x1f", "글.jsonl", "a name of many bytes, é at its end: é", "\xff"} {
		want, _ := json.Marshal(s)
		if got := appendQuoted(nil, s); string(got) != string(want) {
			t.Errorf("appendQuoted(%q) = %s, want %s", s, got, want)
		}
	}
}
