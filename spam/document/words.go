package document

import (
	"github.com/boardspam/boardspam/spam/internal/fold"
	"github.com/clipperhouse/uax29/v2/words"
)

// A Script is a set of writing systems.
type Script uint8

// The scripts that a word may hold.
const (
	Hangul Script = 1 << iota
	Han
	Kana
	Latin
	Cyrillic
	Greek
	Digits
	OtherScript
)

// A Word is a word of a folded text: in Korean an eojeol, from blank to blank.
type Word struct {
	Start, End int // of Folded.Text
	Script     Script
}

// Words returns the words of Folded.Text after Unicode's segmentation rules
// (UAX 29), without blanks, punctuation and emoji. The result is shared.
func (t *Text) Words() []Word {
	if t.words != nil || t.Folded.Text == "" {
		return t.words
	}
	t.words = make([]Word, 0, len(t.Folded.Text)/8+1)
	for all := words.FromString(t.Folded.Text); all.Next(); {
		if s := scriptsOf(all.Value()); s != 0 {
			t.words = append(t.words, Word{all.Start(), all.End(), s})
		}
	}
	return t.words
}

// scriptsOf returns the scripts of a word's letters and digits.
func scriptsOf(word string) (s Script) {
	for i := 0; i < len(word); {
		switch c := word[i]; {
		case c >= 'a' && c <= 'z':
			s |= Latin
			i++
		case c >= '0' && c <= '9':
			s |= Digits
			i++
		case c < 0x80:
			i++
		default:
			r, n := decode(word[i:])
			s |= scriptOf(r)
			i += n
		}
	}
	return s
}

// Joined returns what the text says where its letters are closed up: written
// one by one, spelt out in jamo, or with digits among them. It is a view of
// Folded.Text, made on first use; of most texts it is empty.
func (t *Text) Joined() *fold.View {
	if !t.isJoined {
		t.joined, t.isJoined = t.room.Join(t.Folded.Text), true
	}
	return &t.joined
}

// JoinedSpan returns the bytes of the field from which Joined().Text[start:end] came.
func (t *Text) JoinedSpan(start, end int) Span {
	start, end = t.Joined().Source(start, end)
	return t.Span(start, end)
}

// Causes returns every reason for which Folded.Text[start:end] was written
// otherwise in the field.
func (t *Text) Causes(start, end int) fold.Cause {
	c := t.Folded.CausesIn(start, end)
	if t.Shown.Causes() != 0 {
		c |= t.Shown.CausesIn(t.Folded.Source(start, end))
	}
	return c
}
