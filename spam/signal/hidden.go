package signal

import (
	"math/bits"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var hiddenLink = Signal{
	Name: "hidden/link",
	Kind: Disguise,
	Doc: "A link stands in a part of the page that is not shown, or nothing but a full stop can be clicked on. " +
		"Notes of programmers, descriptions of pictures, white letters and what opens on a click hold honest links, too, and say less.",
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		for i := range d.Links {
			a := &d.Links[i]
			if !a.Hidden && a.Role == document.Target && blankLabel(a, d.Post) {
				sink.Add(Finding{Span: a.Span, Payload: Link, Note: "a link with nothing to click on", Strength: blankStrength(a, d.Post)})
			}
			if g, ok := a.Text.Around(a.Span, document.Faint); ok && !a.Hidden && a.Role == document.Target {
				sink.Add(Finding{Span: a.Span, Payload: Link, Note: "a link that may not be seen: " + g.Why, Strength: Weak})
			}
			if !a.Hidden || a.Role != document.Typed && a.Role != document.Target {
				continue
			}
			why := hiddenHow(a.Text, a.Span)
			sink.Add(Finding{Span: a.Span, Payload: Link, Note: "a link that nobody sees: " + why, Strength: howHidden(why)})
		}
	},
}

var hiddenTerm = Signal{
	Name: "hidden/term",
	Kind: Disguise,
	Doc: "Words of a spam topic stand in a part of the page that is not shown. " +
		"Hidden text as such is nothing: pages hide menus, hints and descriptions.",
	Needs: HasHidden,
	Find: func(d *document.Document, sink *Sink) {
		lex := builtinLexicon()
		for _, t := range d.Hidden {
			sink.matches = lex.appendMatches(sink.matches[:0], t.Folded.Text)
			said := compounds(nil, t.Folded.Text, lex.units(nil, sink.matches, t.Folded.Text, nil))
			for _, c := range said {
				if s := c.strength(); s < Weak || s < Fair && !isPile(said) {
					continue
				}
				span := t.Span(c.start, c.end)
				why := hiddenHow(t, span)
				strength := howHidden(why)
				if strength == Weak && describes(why) && !speaksOf(sink.readings(d), c.topics()) {
					strength = Strong
				}
				sink.Add(Finding{Span: span, Payload: Anchor, Note: "search words that nobody sees: " + why, Strength: strength})
			}
		}
	},
}

// isPile reports whether compounds are so many, of topics that are different, that
// they describe nothing.
func isPile(said []compound) bool {
	const many = 3
	n, topics := 0, uint32(0)
	for i := range said {
		if c := &said[i]; c.strength() > Silent {
			n++
			topics |= c.topics()
		}
	}
	return n >= many && bits.OnesCount32(topics) > 1
}

// blankLabel reports whether what a reader sees of a link is nothing, or a
// sign that looks like the text's own. So it would be in a text that is shown as
// it was typed, were its markup read.
func blankLabel(a *document.Address, p *document.Post) bool {
	return (a.Start == a.End || a.Label.Len() > 0) && strings.Trim(a.Label.In(p), " \t.,·'`\u00a0") == ""
}

// blankStrength says how much a blank label takes. One without any sign is also
// what editors leave of a link whose words were deleted.
func blankStrength(a *document.Address, p *document.Post) Strength {
	if strings.Trim(a.Label.In(p), " \t\u00a0") == "" {
		return Fair
	}
	return Strong
}

// hiddenHow returns how the bytes of a span are hidden.
func hiddenHow(t *document.Text, s document.Span) string {
	if g, ok := t.Around(s, document.Hidden); ok {
		return g.Why
	}
	return "its own style"
}

// describes reports whether what is hidden so describes what is shown.
func describes(why string) bool { return why == "alt" || why == "title" || why == "aria-label" }

// howHidden says how much it takes to hide something so.
func howHidden(why string) Strength {
	switch why {
	case "comment", "title", "alt", "aria-label", "placeholder", "noscript", "template":
		return Weak
	}
	return Strong
}
