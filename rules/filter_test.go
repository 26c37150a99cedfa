package rules

import (
	"fmt"
	"testing"

	"github.com/cespare/xxhash/v2"
)

// TestFilterRate measures how often the filter lets through what is not there.
func TestFilterRate(t *testing.T) {
	for _, rate := range []float64{0.1, 0.01, 0.001} {
		data, err := BuildDomains(func(yield func(string) bool) {
			for i := range 20_000 {
				if !yield(fmt.Sprintf("in%d.example", i)) {
					return
				}
			}
		}, DomainsConfig{FalsePositive: rate})
		if err != nil {
			t.Fatal(err)
		}
		d, err := ParseDomains(data)
		if err != nil {
			t.Fatal(err)
		}
		const asked = 200_000
		passed := 0
		for i := range asked {
			if d.mayHave(xxhash.Sum64String(fmt.Sprintf("out%d.example", i))) {
				passed++
			}
		}
		if got := float64(passed) / asked; got > 1.3*rate || got < 0.7*rate {
			t.Errorf("rate %v, want %v", got, rate)
		}
	}
}
