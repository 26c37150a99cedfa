package signal

import "github.com/boardspam/boardspam/spam/document"

// A Trigger is what a document may have for signals to look at, as a set of
// bits. Most posts have nothing of it, and for most signals that is all there
// is to know.
type Trigger uint16

// The triggers.
const (
	HasLink      Trigger = 1 << iota // an address
	HasCompound                      // a term of trade
	HasCue                           // a term that gives the text around it a meaning
	HasInsertion                     // an address or words that look put in
	HasSound                         // what may be a term written otherwise
	HasBent                          // a Hangul syllable with a bent vowel
	HasWord                          // ASCII letters or digits
	HasChange                        // letters that were written otherwise, or that nobody sees
	HasJoined                        // letters that read otherwise when they are closed up
	HasHidden                        // words that a page does not show
)

// triggers returns what d has.
func (s *Sink) triggers(d *document.Document) (have Trigger) {
	have.add(HasLink, len(d.Links) > 0)
	have.add(HasHidden, len(d.Hidden) > 0)
	read := s.readings(d)
	for i := range read {
		r := &read[i]
		have.add(HasCompound, len(r.compounds)+len(r.veiled) > 0)
		have.add(HasCue, len(r.cues) > 0)
		have.add(HasInsertion, len(r.insertions) > 0)
		have.add(HasSound, len(r.heard) > 0)
		have.add(HasBent, len(r.bent) > 0)
		have.add(HasWord, len(r.words) > 0)
		have.add(HasChange, r.text.Folded.Causes()|r.text.Shown.Causes() != 0)
		have.add(HasJoined, r.text.Joined().Text != "")
	}
	return have
}

func (t *Trigger) add(bit Trigger, has bool) {
	if has {
		*t |= bit
	}
}
