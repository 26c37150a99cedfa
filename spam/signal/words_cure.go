package signal

import "github.com/boardspam/boardspam/spam/document"

var wordsCure = Signal{
	Name: "words/cure",
	Kind: Words,
	Doc: "A few sentences tell how a remedy made an ailment go away, and press to buy it before it is gone. " +
		"Those who were really helped do not press, and sales do not tell of ailments.",
	Needs: hasTerm(rush),
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= witnessBytes {
			sink.addCure(r)
		}
	},
}

// cureWords are the words of the files cure.LANGUAGE.txt, by what they tell.
var cureWords = bookOf("cure", "")

// addCure reports where a testimonial for a remedy presses to buy it.
func (s *Sink) addCure(r *reading) {
	for i := range r.cues {
		u := &r.cues[i]
		if u.term.role&rush == 0 {
			continue
		}
		told := cureWords().in(r.folded)
		ailing, cured := told.tells("ailment"), told.tells("cured")
		if ailing == 0 || cured == 0 || r.different(report) > 0 {
			return
		}
		strength := Silent
		switch n := min(r.different(rush), 2) + cured + points(told.tells("honest") > 0); {
		case n >= 4:
			strength = Strong
		case n == 3:
			strength = Fair
		}
		if strength == Silent {
			return
		}
		s.Add(Finding{Span: r.span(u.start, u.end), Note: "a testimonial that presses to buy", Strength: strength})
		return
	}
}
