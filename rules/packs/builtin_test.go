package packs

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/boardspam/boardspam/rules"
)

var update = flag.Bool("update", false, "write rules/builtin_rules.json anew")

// TestBuiltinRules holds the rules that package rules carries against the
// packs that they are made from.
//
//go:generate go test -run TestBuiltinRules -update
func TestBuiltinRules(t *testing.T) {
	var list []stripped
	for _, p := range Builtin() {
		if strings.HasPrefix(p.Name, "offers") {
			continue // signals see the same, and what stands around it
		}
		for _, r := range p.Rules {
			list = append(list, strip(r))
		}
	}
	want, err := json.MarshalIndent(list, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	const file = "../builtin_rules.json"
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is stale: go generate ./rules/packs", file)
	}
	if _, err := rules.Compile(rules.BuiltinRules()); err != nil {
		t.Error(err)
	}
}

// A stripped rule is a rule without its examples, as rules.BuiltinRules reads it.
type stripped struct {
	ID       string
	About    string
	Where    rules.Where    `json:",omitempty"`
	Pattern  string         `json:",omitempty"`
	Mode     rules.Mode     `json:",omitempty"`
	When     string         `json:",omitempty"`
	Strength rules.Strength `json:",omitempty"`
	Shadow   bool           `json:",omitempty"`
	Expires  *time.Time     `json:",omitempty"`
	Source   string         `json:",omitempty"`
	File     string
	Line     int
}

func strip(r rules.Rule) stripped {
	s := stripped{
		ID: r.ID, About: r.About, Where: r.Where, Pattern: r.Pattern, Mode: r.Mode, When: r.When,
		Strength: r.Strength, Shadow: r.Shadow, Source: r.Source, File: r.File, Line: r.Line,
	}
	if !r.Expires.IsZero() {
		s.Expires = &r.Expires
	}
	return s
}
