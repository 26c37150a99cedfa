package signal

import "github.com/boardspam/boardspam/spam/document"

var wordsCompound = Signal{
	Name: "words/compound",
	Kind: Words,
	Doc: "A name of a spam topic stands with a word of trade: what people search for, not what they say. " +
		"The name alone, as in a film review, is nothing.",
	Needs: HasTopic,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			for k := range read[i].compounds {
				c := &read[i].compounds[k]
				if s := c.strength(); s != Silent {
					sink.Add(Finding{
						Span:     read[i].span(c.start, c.end),
						Payload:  Anchor,
						Note:     "search words",
						Strength: s,
					})
				}
			}
		}
	},
}

// strength says how commercial a compound is where it stands.
func (c *compound) strength() Strength {
	if c.setting&reported != 0 {
		return Silent
	}
	s := c.worth()
	if c.setting != 0 && s > Silent {
		s--
	}
	return s
}

// worth says how commercial a compound is by itself. A word of another trade
// makes it no more so.
func (c *compound) worth() Strength {
	if !c.has(head | name) {
		return Silent
	}
	heads, names, rest := 0, 0, 0
	topics := c.topics()
	for _, u := range c.units {
		switch {
		case u.term.role&head != 0:
			heads++
		case u.term.role&name != 0 && (names == 0 || u.term.suits&topics == 0):
			names++
		case u.term.suits&topics != 0:
			rest++
		}
	}
	switch {
	case heads > 0 && heads+names+rest > 1, names > 0 && rest > 1:
		return Fair
	case heads > 0, names > 0 && rest > 0:
		return Weak
	}
	return Silent
}
