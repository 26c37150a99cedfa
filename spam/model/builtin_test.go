package model

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// The card is of the model that is built in, and its size is what was promised.
func TestCard(t *testing.T) {
	card, err := os.ReadFile("../../corpus/MODEL.md")
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256([]byte(builtinFile))); !strings.Contains(string(card), sum) {
		t.Errorf("the card is of another model: run go run ./corpus/builtin")
	}
	if len(builtinFile) > 4<<20 {
		t.Errorf("the built-in model takes %d bytes", len(builtinFile))
	}
}

// The text alone can hold a post, not reject it, and does not acquit.
func TestBuiltinIsCautious(t *testing.T) {
	m := Builtin()
	for _, p := range []document.Post{
		{Body: strings.Repeat("slot gacor maxwin daftar sekarang casino bonus ", 40)},
		{Body: strings.Repeat("the kettle on the stove sings a little before it boils ", 40)},
	} {
		d := document.Read(&p)
		if s := m.Score(d, nil); s.Probability >= m.Reject {
			t.Errorf("%.40q: rejected by its text alone", p.Body)
		}
		if s := m.Score(d, find(signal.Placement, signal.Strong, 1)); s.Probability < m.Hold {
			t.Errorf("%.40q: acquitted by its text", p.Body)
		}
	}
}
