package spam

import (
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/model"
	"github.com/boardspam/boardspam/spam/signal"
)

// In a long text a little of everything stands by chance.
func TestRejectedForSomethingStrong(t *testing.T) {
	part := func(k signal.Kind, s signal.Strength, weight float64) model.Part {
		return model.Part{Finding: signal.Finding{Kind: k, Strength: s}, Weight: weight}
	}
	fair, strong := part(signal.Words, signal.Fair, 2), part(signal.Address, signal.Strong, 4.5)
	short, long := strings.Repeat("a ", 100), strings.Repeat("a ", manyWords)
	tests := []struct {
		name, body string
		parts      []model.Part
		want       Action
	}{
		{"a little, in a short text", short, []model.Part{fair, fair, fair}, Reject},
		{"a little, in a long one", long, []model.Part{fair, fair, fair}, Hold},
		{"something strong among it", long, []model.Part{fair, strong}, Reject},
		{"what the text says to a careful model", long, []model.Part{fair, part(signal.Learnt, signal.Silent, 5.6)}, Hold},
		{"what it says to one that has learnt such", long, []model.Part{part(signal.Learnt, signal.Silent, 11)}, Reject},
	}
	for _, tt := range tests {
		s := model.Score{Probability: 1, Parts: tt.parts}
		if got := builtin().action(&Post{Body: tt.body}, s); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
