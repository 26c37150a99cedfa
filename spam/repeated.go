package spam

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/signal"
)

// What words that come again may be widened by.
const (
	widenMost  = 32 // bytes on one side
	widenLeast = 2  // letters
	maxName    = 64 // bytes of the words themselves
)

// withRepeated widens the words that are marked more than once in a field by
// the words that stand beside them every time: the text that a name was put
// into differs, the name does not. marks are in order.
func withRepeated(p *Post, marks []Mark) []Mark {
	if len(marks) < 2 {
		return marks
	}
	times := make(map[Mark][]int)
	for i, m := range marks {
		if (m.Payload == signal.Anchor || m.Payload == signal.Phrase) && m.Span.Len() <= maxName {
			n := m.name()
			times[n] = append(times[n], i)
		}
	}
	for _, m := range slices.Clone(marks) {
		all := times[m.name()]
		delete(times, m.name())
		if len(all) < 2 {
			continue
		}
		text := p.Text(m.Span.Field)
		left := common(text, marks, all, backward)
		for _, i := range all {
			marks[i].Span.Start -= left
		}
		right := common(text, marks, all, forward)
		for _, i := range all {
			marks[i].Span.End += right
			marks[i].Text = marks[i].Span.In(p)
		}
	}
	return marks
}

// name returns what marks of the same words in the same field have in common.
func (m Mark) name() Mark {
	m.Span.Start, m.Span.End, m.Payload = 0, 0, 0
	return m
}

// A direction returns the rune that stands n bytes from a mark, and its size.
type direction func(text string, marks []Mark, i, n int) (rune, int)

// backward goes towards the end of the mark before.
func backward(text string, marks []Mark, i, n int) (rune, int) {
	s, from := marks[i].Span, 0
	if i > 0 && marks[i-1].Span.Field == s.Field {
		from = marks[i-1].Span.End
	}
	return utf8.DecodeLastRuneInString(text[min(from, s.Start-n) : s.Start-n])
}

// forward goes towards the next mark. What is glued to the end of a name is a
// particle.
func forward(text string, marks []Mark, i, n int) (rune, int) {
	s, to := marks[i].Span, len(text)
	if i+1 < len(marks) && marks[i+1].Span.Field == s.Field {
		to = marks[i+1].Span.Start
	}
	r, size := utf8.DecodeRuneInString(text[s.End+n : max(to, s.End+n)])
	if n == 0 && r != ' ' {
		return utf8.RuneError, 0
	}
	return r, size
}

// common returns how many bytes of whole words stand beside all of the marks,
// which are given by their indices.
func common(text string, marks []Mark, all []int, at direction) (best int) {
	letters := 0
	for n := 0; n < widenMost; {
		r, size := at(text, marks, all[0], n)
		if r != ' ' && !isLetter(r) || slices.ContainsFunc(all, func(i int) bool { other, _ := at(text, marks, i, n); return other != r }) {
			break
		}
		n += size
		if r == ' ' {
			continue
		}
		letters++
		ends := !slices.ContainsFunc(all, func(i int) bool { next, _ := at(text, marks, i, n); return isLetter(next) })
		if ends && letters >= widenLeast {
			best = n
		}
	}
	return best
}

func isLetter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
