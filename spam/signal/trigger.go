package signal

import "github.com/boardspam/boardspam/spam/document"

// A Trigger is what a document may have for signals to look at, as a set of
// bits. Most posts have nothing of it, and for most signals that is all there
// is to know.
type Trigger uint64

// The triggers.
const (
	HasLink        Trigger = 1 << iota // an address
	HasInsertion                       // an address or words that look put in
	HasSound                           // what may be a term written otherwise
	HasBent                            // a Hangul syllable with a bent vowel
	HasWord                            // ASCII letters or digits
	HasMachines                        // several words that may be of machines
	HasSpelt                           // words in a row that may be letters in code
	HasSeeds                           // words that may be a wallet's recovery phrase
	HasBrand                           // a word that may be a betting site's name
	HasLatin                           // a word of ASCII letters, or of these and digits, that may be a name
	HasDigit                           // ASCII digits
	HasMixed                           // words of ASCII letters and digits
	HasDigitBehind                     // digits right behind letters that are not ASCII
	HasDigitWithin                     // digits between letters that are not ASCII
	HasHalf                            // ASCII letters that touch Hangul
	HasID                              // what may be a name with a sign or digits in it
	HasInitials                        // initials of several syllables in a row
	HasReach                           // what may be part of a number or a name to write to
	HasRefusal                         // a word of refusal
	HasMistake                         // a wrong particle of an object
	HasCitation                        // the sign that cited lines begin with
	HasSign                            // signs that stand for letters, and for other things
	HasTag                             // the sign that tags begin with
	HasBrace                           // a brace
	HasBracket                         // what a name in brackets may begin or end with
	HasBreak                           // two lines or more
	HasLines                           // three lines or more
	HasLength                          // more than a few sentences
	HasChange                          // letters that were written otherwise, or that nobody sees
	HasJoined                          // letters that read otherwise when they are closed up
	HasVeiled                          // a term in characters that stand for its own
	HasHidden                          // words that a page does not show
	HasPile                            // several terms of trade
	HasMedical                         // compounds that are medicines, in talk of medicine
	HasStory                           // compounds in talk of a film, a book or a game
	HasQuoted                          // compounds in quotation marks
	HasQuestion                        // the sign of a question
	HasCode                            // what may be Braille or Morse

	always // whatever the document is like

	firstRole = iota // the bit of the first role that a term has

	HasCompound Trigger = Trigger(trade) << firstRole            // a term of trade
	HasCue      Trigger = Trigger(everyRole&^trade) << firstRole // a term that gives the text around it a meaning
	HasTopic    Trigger = Trigger(head|name) << firstRole        // a term that names a topic
)

// triggers is how many there may be.
const triggers = 64

// hasTerm is a term that plays one of some roles.
func hasTerm(roles role) Trigger { return Trigger(roles) << firstRole }

// triggers returns what d has.
func (s *Sink) triggers(d *document.Document) (have Trigger) {
	have.add(HasLink, len(d.Links) > 0)
	have.add(HasHidden, len(d.Hidden) > 0)
	read := s.readings(d)
	for i := range read {
		r := &read[i]
		have |= r.has | hasTerm(r.roles)
		have.add(HasInsertion, len(r.insertions) > 0)
		have.add(HasSound, len(r.heard) > 0)
		have.add(HasBent, len(r.bent) > 0)
		have.add(HasWord, len(r.words) > 0)
		have.add(HasMachines, r.kinds.machines >= machineLeast)
		have.add(HasSpelt, r.kinds.codes.most >= speltLeast || len(r.words) == maxUnits)
		have.add(HasSeeds, r.kinds.seeds.most >= seedLeast)
		have.add(HasBrand, len(r.brands) > 0)
		have.add(HasID, r.signs.has('_'))
		have.add(HasReach, r.mayName())
		have.add(HasRefusal, len(r.refused) > 0)
		have.add(HasMistake, len(r.objects) > 0)
		have.add(HasCitation, r.signs.has('>'))
		have.add(HasTag, r.signs.has('<'))
		have.add(HasSign, r.signs.has('@') || r.signs.has('$'))
		have.add(HasBrace, r.signs.has('{'))
		have.add(HasBracket, r.signs.has('[') || r.signs.has(']'))
		have.add(HasQuestion, r.signs.has('?'))
		have.add(HasBreak, r.breaks > 0)
		have.add(HasLines, r.breaks > 1)
		have.add(HasLength, len(r.folded) >= longLength)
		have.add(HasChange, r.text.Folded.Causes()|r.text.Shown.Causes() != 0)
		have.add(HasJoined, r.text.Joined().Text != "")
		have.add(HasVeiled, len(r.veiled) > 0)
		if len(r.compounds) > 0 {
			around := r.settings()
			have.add(HasPile, len(r.parts) >= severalParts)
			have.add(HasMedical, around&medical != 0)
			have.add(HasStory, around&told != 0)
			have.add(HasQuoted, around&quoted != 0)
		}
	}
	return have
}

const (
	severalParts = 4   // the least of HasPile
	latinBytes   = 4   // the least of HasLatin
	longLength   = 500 // the least of HasLength, in bytes
)

func (t *Trigger) add(bit Trigger, has bool) {
	if has {
		*t |= bit
	}
}
