package signal

import (
	"slices"

	"github.com/boardspam/boardspam/spam/document"
)

var hiddenSeed = Signal{
	Name: "hidden/seed",
	Kind: Contact,
	Doc: "A post gives away all words of a wallet's recovery phrase: who takes what is in the wallet pays a fee into it first, and loses that. " +
		"Guides show phrases that repeat a word, name but a few, or say that they are examples.",
	Needs: HasSeeds,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= seedBytes {
			sink.addSeed(r)
		}
	},
}

// seedWords are the words of the files seed.LANGUAGE.txt, by what they tell.
var seedWords = bookOf("seed", "")

const (
	seedLeast = 12   // words of a phrase at least
	seedMost  = 24   // and at most
	seedBytes = 2000 // of a post that has little else to say
)

// addSeed reports the first phrase beside what it is said to be.
func (s *Sink) addSeed(r *reading) {
	for i := 0; i+seedLeast <= len(r.words); i++ {
		n := r.seedAt(i)
		if n >= seedLeast && n <= seedMost && n%3 == 0 {
			told := seedWords().in(r.folded)
			if told.tells("phrase") > 0 && told.tells("example") == 0 {
				s.Add(Finding{
					Span:     r.span(int(r.words[i].start), int(r.words[i+n-1].end)),
					Payload:  Handle,
					Note:     "the keys of a wallet, given away",
					Strength: Strong,
				})
			}
			return
		}
		i += max(n-1, 0) // which may be the first of the next
	}
}

// seedAt returns how many words from words[i] on may be of a phrase: different
// ones, of letters, with the same small thing between all of them.
func (r *reading) seedAt(i int) (n int) {
	gap := ""
	for ; i+n < len(r.words) && n <= seedMost; n++ {
		w := r.words[i+n]
		if !r.isSeed(w) {
			break
		}
		if n > 0 {
			between := r.folded[r.words[i+n-1].end:w.start]
			if n == 1 {
				gap = between
			}
			if between != gap || !isSeedGap(gap) {
				break
			}
		}
		word := r.folded[w.start:w.end]
		if slices.ContainsFunc(r.words[i:i+n], func(o stretch) bool { return r.folded[o.start:o.end] == word }) {
			break
		}
	}
	return n
}

// isSeed reports whether a word may be of a recovery phrase: three to eight
// letters, and none of the words that every sentence has.
func (r *reading) isSeed(w stretch) bool {
	start, end := int(w.start), int(w.end)
	return shortened(r.folded, start, end).maySeed() && !fillers[r.folded[start:end]]
}

// fillers are words that every sentence has, and those that recovery phrases are
// spoken of with.
var fillers = wordSet(`and are but for from had has have her his its not our that the their they this was were with you your wallet phrase
	seed dan yang untuk saya ini itu`)

// maySeed reports whether a word is three to eight letters.
func (w shortWord) maySeed() bool {
	const shortest, longest, letters = 3, 8, 0x4040404040404040 // which no digit has
	return shortest <= w.size && w.size <= longest && ^w.head&(letters>>(64-8*w.size)) == 0
}

// seedGap is the most bytes of an isSeedGap.
const seedGap = 3

// isSeedGap reports whether what stands between two words may stand between two
// of a recovery phrase.
func isSeedGap(gap string) bool {
	return gap == " " || gap == "," || gap == ", " || gap == "-" || gap == "\n" || gap == " - " || gap == " / "
}
