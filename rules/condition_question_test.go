package rules

import (
	"strings"
	"testing"
)

func TestMayHold(t *testing.T) {
	literals := []string{"slot", "카지노"}
	tests := []struct {
		text string
		want bool
	}{
		{"slot88.com", true},
		{"SLOT88.com", true},
		{"ſlot88.com", true}, // which (?i) takes for an s
		{"카지노.com", true},
		{"example.com", false},
		{"", false},
		{strings.Repeat("a", maxSifted+1), true},
	}
	for _, tt := range tests {
		if got := mayHold(tt.text, literals); got != tt.want {
			t.Errorf("%q: %v", tt.text, got)
		}
	}
	if !mayHold("any", nil) {
		t.Error("no literals: want true")
	}
}
