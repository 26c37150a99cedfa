package synth

import (
	"math/rand/v2"
	"strings"
)

// A source is the randomness of one post.
type source struct{ *rand.Rand }

func newSource(seed, stream uint64) source {
	return source{rand.New(rand.NewPCG(seed, stream))}
}

// one returns one of s, which must not be empty.
func one[T any](r source, s []T) T { return s[r.IntN(len(s))] }

// between returns a number in [lo, hi].
func (r source) between(lo, hi int) int { return lo + r.IntN(hi-lo+1) }

// chance reports true with probability p.
func (r source) chance(p float64) bool { return r.Float64() < p }

// letters returns n letters drawn from alphabet.
func (r source) letters(alphabet string, n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(alphabet[r.IntN(len(alphabet))])
	}
	return b.String()
}

const (
	latin      = "abcdefghijklmnopqrstuvwxyz"
	consonants = "bcdfghjklmnpqrstvwxz"
	vowels     = "aeiou"
	decimals   = "0123456789"
)

// digits returns n digits, the first not zero.
func (r source) digits(n int) string {
	return r.letters(decimals[1:], 1) + r.letters(decimals, n-1)
}

// word returns a pronounceable word of n syllables.
func (r source) word(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(r.letters(consonants, 1))
		b.WriteString(r.letters(vowels, 1))
	}
	return b.String()
}
