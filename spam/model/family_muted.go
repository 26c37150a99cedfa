//go:build ablation

package model

import "slices"

// muted are the families that are left out.
var muted family

var familyNames = [families]string{
	"letter pairs", "letter quadruples", "words", "word pairs", "capitals", "masked digits",
	"address shape", "address names", "address letters", "markup", "disguise", "window shape", "the whole head", "the part head",
}

// Windows is the name of the head that judges the parts of a text.
const Windows = "the part head"

// Families returns the names of what Mute can leave out.
func Families() []string { return slices.Clone(familyNames[:]) }

// Mute leaves families out of all that is learnt and judged from now on, and
// no others. No model may be learning or judging meanwhile.
func Mute(names ...string) {
	muted = 0
	for i, name := range familyNames {
		if slices.Contains(names, name) {
			muted |= 1 << i
		}
	}
}
