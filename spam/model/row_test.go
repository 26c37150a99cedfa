package model

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
)

// TestRow reads texts with rows and rune by rune.
func TestRow(t *testing.T) {
	parts := []string{"a", "word", "한", "글자", "힣", " ", " ", "  ", "\n", ".", "!", "'", "7", "2026", "ㅋ", "é", "ꀀ", "\ue000", "…", "中", "😀", "ends. ", "가나다라마바사아자차카타파하"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		for _, even := range []bool{false, true} {
			with, without := readShort(b.String(), even, true), readShort(b.String(), even, false)
			if !reflect.DeepEqual(with, without) {
				t.Fatalf("%q: with rows\n%v\nwithout\n%v", b.String(), with, without)
			}
		}
	}
}

// readShort returns what a reader finds in a text that needs no cut.
func readShort(text string, even, rows bool) []any {
	r := &reader{sieve: everything}
	s := &r.scan
	s.text, s.typed, s.even = &document.Text{}, text, even
	s.text.Folded.Text, s.text.Shown.Text = text, text
	s.reset()
	r.open(s.text, 0)
	for i := 0; i < len(text); {
		size := 0
		if rows {
			_, size = r.row(i, len(text))
		}
		if size == 0 {
			_, size = r.rune(i)
		}
		if i += size; s.word.runes >= wordRunes {
			r.endWord(i)
		}
	}
	r.endWord(len(text))
	return []any{r.plain, r.telling, s.stream, s.count, s.gap, r.segments[0].gap, r.letters}
}
