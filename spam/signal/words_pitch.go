package signal

import (
	"fmt"
	"math/bits"

	"github.com/boardspam/boardspam/spam/document"
)

var wordsPitch = Signal{
	Name: "words/pitch",
	Kind: Words,
	Doc: "A text returns to one topic of spam again and again and says how to choose, what to mind and why it is fun: " +
		"an essay for search engines. Reports and histories of the same topic speak of police and courts, of films and games.",
	Needs: hasTerm(guide),
	Also:  HasTopic,
	Find: func(d *document.Document, sink *Sink) {
		read := sink.readings(d)
		for i := range read {
			r := &read[i]
			p := r.pitch()
			if s := p.strength(); s != Silent {
				sink.Add(Finding{
					Span:     document.Span{Field: r.text.Field},
					Note:     fmt.Sprintf("an essay for search engines: the topic %d times, %d phrases of guides", p.said, p.guides),
					Strength: s,
				})
			}
		}
	},
}

// A pitch is how much a text speaks like a guide to a topic of spam.
type pitch struct {
	said   int // how often the topic is named
	search int // of these, in search words
	told   int // how often in talk of a crime, a film or a game
	guides int // different phrases of guides
	others int // different words of reports and stories
	bytes  int // of text
}

// Most text for each time that the topic is named, and more of it for each
// phrase of guides.
const (
	pitchBytes = 200
	guideBytes = 80
)

// manyGuides is how many phrases of guides leave no doubt.
const manyGuides = 6

func (p *pitch) strength() Strength {
	switch {
	case p.search == 0, p.search*3 < p.said && p.guides < manyGuides,
		p.said*(pitchBytes+guideBytes*p.guides) < p.bytes, p.told*2 > p.said, p.others > 1 && p.others*2 > p.guides:
		return Silent
	case p.said >= 2 && p.guides >= 3, p.said >= 4 && p.guides >= 2, p.guides >= manyGuides:
		return Strong
	case p.guides >= 2 && p.said >= 2:
		return Fair
	}
	return Silent
}

// pitch counts what the text says of its commonest topic.
func (r *reading) pitch() (p pitch) {
	if len(r.cues) < 2 || len(r.compounds) == 0 {
		return pitch{}
	}
	topic := r.mainTopic()
	for i := range r.compounds {
		c := &r.compounds[i]
		if c.topics()&topic == 0 {
			continue
		}
		p.said++
		switch {
		case c.setting&(reported|told|medical) != 0:
			p.told++
		case c.has(head), c.has(tail):
			p.search++
		}
	}
	p.guides, p.others, p.bytes = r.different(guide), r.different(report|notice|story|medic), len(r.folded)
	return p
}

// different returns how many different cues of a role the text has, but no
// more than matter.
func (r *reading) different(want role) int {
	var buf [2 * manyGuides]*term
	seen := buf[:0]
	for _, u := range r.cues {
		if u.term.role&want != 0 && !containsTerm(seen, u.term) {
			seen = append(seen, u.term)
		}
		if len(seen) == 2*manyGuides {
			break
		}
	}
	return len(seen)
}

// mainTopic returns the bit of the topic that most compounds name.
func (r *reading) mainTopic() uint32 {
	var count [32]int
	best := 0
	for i := range r.compounds {
		for set := r.compounds[i].topics(); set != 0; set &= set - 1 {
			t := bits.TrailingZeros32(set)
			count[t]++
			if count[t] > count[best] {
				best = t
			}
		}
	}
	if count[best] == 0 {
		return 0
	}
	return 1 << best
}
