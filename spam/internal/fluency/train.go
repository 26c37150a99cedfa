package fluency

import (
	"maps"
	"slices"
	"unicode/utf8"
)

// A Counter gathers the statistics of a language from its texts. The zero
// Counter is ready for use.
type Counter struct {
	grams [order + 1]map[string]int // by length
	total int
}

// Add counts one text.
func (c *Counter) Add(text string) {
	if c.grams[1] == nil {
		for n := 1; n <= order; n++ {
			c.grams[n] = make(map[string]int)
		}
	}
	chars, last := []rune{' '}, ' '
	for _, r := range text {
		if r = normal(r); !repeats(r, last) {
			chars = append(chars, r)
		}
		last = r
	}
	for i := range chars {
		for n := 1; n <= min(order, i+1); n++ {
			c.grams[n][string(chars[i+1-n:i+1])]++
		}
	}
	c.total += len(chars)
}

// Model makes a model of what was counted. N-grams of full length count only
// from least occurrences on. The same texts give the same model.
func (c *Counter) Model(least int) *Model {
	maps.DeleteFunc(c.grams[order], func(_ string, n int) bool { return n < least })
	followers := c.followers()
	entries := 0
	for n := 1; n <= order; n++ {
		entries += len(c.grams[n])
	}
	m := &Model{slots: make([]slot, entries*6/5+1), floor: int16(quantise(0.5 / float64(c.total)))}
	for n := 1; n <= order; n++ {
		for _, gram := range slices.Sorted(maps.Keys(c.grams[n])) {
			chars := []rune(gram)
			s := slot{log: quantise(c.probability(chars, followers))}
			if n < order {
				s.backoff = quantise(followers[gram].share(c.grams[n][gram]))
			}
			m.insert(chars, s)
		}
	}
	return m
}

// A tally sums up what follows an n-gram: different characters, and occurrences.
type tally struct{ kinds, count int }

// share returns the probability left to characters that were not seen behind
// an n-gram, or not often enough to be kept, out of its total occurrences.
func (t tally) share(total int) float64 {
	if t.kinds == 0 {
		return 1
	}
	total = max(total, t.count)
	return float64(t.kinds+total-t.count) / float64(total+t.kinds)
}

func (c *Counter) followers() map[string]tally {
	sums := make(map[string]tally)
	for n := 2; n <= order; n++ {
		for gram, count := range c.grams[n] {
			_, size := utf8.DecodeLastRuneInString(gram)
			t := sums[gram[:len(gram)-size]]
			sums[gram[:len(gram)-size]] = tally{t.kinds + 1, t.count + count}
		}
	}
	return sums
}

// probability returns P(last character | the ones before it), interpolated
// with the shorter n-grams.
func (c *Counter) probability(gram []rune, followers map[string]tally) float64 {
	if len(gram) == 1 {
		return (float64(c.grams[1][string(gram)]) + 0.5) / float64(c.total+1)
	}
	context := string(gram[:len(gram)-1])
	shorter := c.probability(gram[1:], followers)
	t, total := followers[context], c.grams[len(gram)-1][context]
	if t.kinds == 0 {
		return shorter
	}
	seen := float64(c.grams[len(gram)][string(gram)]) / float64(max(total, t.count)+t.kinds)
	return seen + t.share(total)*shorter
}

// insert stores an n-gram that is not there yet. Where the hash of another one
// cannot be told from its own, the first stays.
func (m *Model) insert(gram []rune, s slot) {
	h := hash(gram)
	s.check = uint16(h) | 1
	i := m.home(h)
	for ; m.slots[i].check != 0; i = m.next(i) {
		if m.slots[i].check == s.check {
			return
		}
	}
	m.slots[i] = s
}
