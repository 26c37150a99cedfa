package model

import "math/bits"

// The make of a window is told by some tokens, each of which counts makeTimes.
const (
	makes     = 7
	makeTimes = 4
)

// How many tokens there are that tell one thing of a make.
const (
	lengths = 64 // in half steps
	shares  = 11 // in tenths
	halves  = (shares + 1) / 2
	orders  = 33 // binary, of how many digits there are
)

// makeSizes are how many tokens tell each thing.
var makeSizes = [makes]int{lengths, lengths, shares, shares, shares, lengths * halves, lengths * orders}

// The tokens have numbers below makeNumbers. Those of each thing begin with these,
// the length's with 0; the last two things are the length with another.
const (
	linesAt     = lengths
	upperAt     = linesAt + lengths
	digitsAt    = upperAt + shares
	symbolsAt   = digitsAt + shares
	togetherAt  = symbolsAt + shares
	countedAt   = togetherAt + lengths*halves
	makeNumbers = countedAt + lengths*orders
)

// makeHashes are their hashes.
var makeHashes = func() (hashes [makeNumbers]uint32) {
	at := 0
	for kind, size := range makeSizes {
		for i := range uint32(size) {
			switch kind { // two things in one
			case 5:
				i = i/halves<<8 | i%halves
			case 6:
				i = i/orders<<8 | i%orders
			}
			hashes[at] = mix(spaceMake+uint32(kind), i)
			at++
		}
	}
	return hashes
}()

// makes sets the numbers of the tokens that tell a make.
func (c *counts) makes(numbers *[makes]uint16) {
	length, symbols := uint16(half(c.runes)), c.share(c.symbols)
	numbers[0] = length
	numbers[1] = linesAt + uint16(half(c.lines))
	numbers[2] = upperAt + c.share(c.upper)
	numbers[3] = digitsAt + c.share(c.digits)
	numbers[4] = symbolsAt + symbols
	numbers[5] = togetherAt + length*halves + symbols/2
	numbers[6] = countedAt + length*orders + uint16(bits.Len32(uint32(c.digits)))
}

// share returns how many tenths of the runes so many are.
func (c *counts) share(n int32) uint16 {
	return uint16(min(10*uint32(n)/uint32(max(c.runes, 1)), shares-1))
}

// weighMake returns what the tokens weigh that tell a make. It needs no loop, whose
// end would have to be foreseen for each window.
func (t *table) weighMake(c *counts) int64 {
	var n [makes]uint16
	c.makes(&n)
	w := t.makes
	return w[n[0]] + w[n[1]] + w[n[2]] + w[n[3]] + w[n[4]] + w[n[5]] + w[n[6]]
}

// weighMakes looks up what the tokens weigh that tell makes.
func (t *table) weighMakes() {
	t.makes = make([]int64, makeNumbers)
	for i, h := range makeHashes {
		s, _ := t.find(windowShape.of(h))
		t.makes[i] = s.both()
	}
}
