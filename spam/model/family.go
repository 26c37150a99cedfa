package model

// A family is tokens of one sort, or a head. A measurement can leave some out:
// see Mute, which is there with the build tag "ablation" alone.
type family uint32

const (
	letterPairs family = 1 << iota
	letterQuadruples
	words
	wordPairs
	wordCases  // capitals, and digits among letters
	wordDigits // words with 0 for every digit
	addressShape
	addressName
	addressLetters
	markup
	disguise
	windowShape
	wholeHead
	partHead
	families = iota
)

// of returns a token of a family. All that is left out is one token, which
// stands everywhere and so tells nothing.
func (f family) of(hash uint32) uint32 {
	if muted&f != 0 {
		return 0
	}
	return hash
}
