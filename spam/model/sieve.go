package model

import "slices"

// A sieve lets those tokens through that a table can hold: of the others no more is
// kept than how many there are. Its zero value lets none through.
type sieve struct {
	checks []uint8 // see places; a power of two
	shift  uint8
}

// everything lets all tokens through: each meets its own check.
var everything = func() (v sieve) {
	for i := range 1 << 8 {
		v.checks = append(v.checks, uint8(i))
	}
	return v
}()

// isEmpty reports whether no token is let through. Where that has been asked, lets
// has no bounds to check.
func (v sieve) isEmpty() bool { return len(v.checks)-1 < 0 }

// lets returns 1 if a token is let through, or 0. No branch depends on the token.
func (v sieve) lets(hash uint32) int {
	if v.isEmpty() {
		return 0
	}
	return one(v.checks[int(hash>>(v.shift&31))&(len(v.checks)-1)] == uint8(hash))
}

// put writes a token behind the n first of a list and returns how many there are
// then: one more, if it is let through.
func (v sieve) put(list []uint32, n int, hash uint32) int {
	list[n] = hash
	return n + v.lets(hash)
}

// A tokenList is the tokens of a segment that a sieve has let through, as often as
// they stand there.
type tokenList struct {
	hashes []uint32
	all    int // how many there were, with those that were not
}

// add adds a token, if it is let through.
func (l *tokenList) add(v sieve, hash uint32) {
	l.all++
	l.hashes = append(l.hashes, hash)
	l.hashes = l.hashes[:len(l.hashes)-1+v.lets(hash)]
}

// room returns room for so many more tokens. Those that are let through are put into
// it, and kept.
func (l *tokenList) room(n int) []uint32 {
	l.all += n
	had := len(l.hashes)
	if n > cap(l.hashes)-had {
		l.hashes = slices.Grow(l.hashes, n)
	}
	return l.hashes[had : had+n]
}

// keep keeps the first n of what has been put into its room.
func (l *tokenList) keep(n int) { l.hashes = l.hashes[:len(l.hashes)+n] }

func (l *tokenList) reset() { l.hashes, l.all = l.hashes[:0], 0 }
