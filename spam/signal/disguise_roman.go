package signal

import "github.com/boardspam/boardspam/spam/document"

var disguiseRoman = Signal{
	Name: "disguise/roman",
	Kind: Disguise,
	Doc: "A few words of Korean advertisements are written in Latin letters, so that no filter reads them. " +
		"Learners and fans write Korean so too, of other things.",
	Needs: hasTerm(roman),
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			if r := &read[i]; len(r.folded) <= romanBytes {
				sink.addRoman(r)
			}
		}
	},
}

const (
	romanBytes = 300 // most of a text in which they are looked for
	romanLeast = 2   // different words
	romanSure  = 4   // the same where no doubt is left
)

// addRoman reports the words of a text that are Korean ones in Latin letters.
func (s *Sink) addRoman(r *reading) {
	n := r.different(roman)
	if n < romanLeast || r.different(report|notice) > 0 {
		return
	}
	strength := Fair
	if n >= romanSure || n > romanLeast && r.different(head|name) > 0 || r.tradesAround(0, len(r.folded)) {
		strength = Strong
	}
	for _, u := range r.cues {
		if u.term.role&roman != 0 {
			s.Add(Finding{Span: r.span(u.start, u.end), Payload: Phrase, Note: "Korean in Latin letters", Strength: strength})
		}
	}
}
