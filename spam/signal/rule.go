package signal

import (
	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
)

// Rules returns the signal that asks a keeper's rules. Its findings are named
// rule/ID. A shadow rule is reported as Silent. It runs last: conditions can
// ask which signals spoke before it.
func Rules(set *rules.Set) Signal {
	return Signal{
		Name: "rule/match",
		Kind: List,
		Doc:  "A rule that a board's keeper wrote, or that comes with the library, matches. Each rule carries ham that it must not match.",
		Find: func(d *document.Document, sink *Sink) { (&ruling{set, d, sink}).run() },
	}
}

// A ruling asks the rules of a set about one document.
type ruling struct {
	set  *rules.Set
	doc  *document.Document
	sink *Sink
}

func (r *ruling) run() {
	if r.set.Len() == 0 {
		return
	}
	for _, t := range r.doc.Texts {
		if where, ok := ruleField(t.Field); ok {
			for _, h := range r.set.AppendText(nil, where, t.Folded.Text) {
				r.report(h, t.Span(h.Start, h.End), Phrase)
			}
		}
	}
	for _, h := range r.set.AppendIP(nil, r.doc.Post.Author.IP) {
		r.report(h, document.Span{}, None)
	}
	for i := range r.doc.Links {
		r.askLink(&r.doc.Links[i])
	}
	if !r.set.Asks(len(r.doc.Links)) {
		return
	}
	for _, h := range r.set.AppendFacts(nil, r.facts()) {
		if h.Link >= 0 {
			r.report(h, r.doc.Links[h.Link].Span, Link)
		} else {
			r.report(h, document.Span{}, None)
		}
	}
}

// askLink asks the rules for addresses about a link, its targets and its words.
func (r *ruling) askLink(a *document.Address) {
	for _, h := range r.set.AppendURL(nil, &a.URL) {
		r.report(h, a.Span, Link)
	}
	for i := range a.Inner {
		for _, h := range r.set.AppendURL(nil, &a.Inner[i]) {
			r.report(h, a.Span, Link)
		}
	}
	if a.Label.Len() > 0 {
		for _, h := range r.set.AppendText(nil, rules.InAnchor, label(a)) {
			r.report(h, a.Label, Anchor)
		}
	}
}

// label returns the folded words that a reader sees instead of a link.
func label(a *document.Address) string {
	start, end := a.Text.Locate(a.Label.Start, a.Label.End)
	return a.Text.Folded.Text[start:end]
}

func (r *ruling) report(h rules.Hit, span document.Span, payload Payload) {
	rule := r.set.Rule(h.Rule)
	f := Finding{
		Signal:   "rule/" + rule.ID,
		Span:     span,
		Payload:  payload,
		Note:     rule.About,
		Strength: Strength(rule.Strength),
	}
	switch {
	case rule.Shadow:
		f.Strength, f.Payload = Silent, None
	case rule.Strength == 0:
		f.Strength = Fair
	}
	if f.Strength < Silent {
		f.Payload = None
	}
	r.sink.Add(f)
}

// facts returns what conditions can ask of the document. They are the sink's,
// which uses their room again.
func (r *ruling) facts() *rules.Facts {
	p, f := r.doc.Post, &r.sink.facts
	*f = rules.Facts{
		Links: f.Links[:0], Signals: f.Signals[:0],
		Lang: p.Lang, Board: p.Board,
		AuthorID: p.Author.ID, AuthorEmail: p.Author.Email, Role: p.Author.Role,
		Posts: p.Author.Posts, Approved: p.Author.Approved, AgeDays: p.Author.AgeDays,
	}
	for _, t := range r.doc.Texts {
		switch t.Field {
		case document.Body:
			f.Text = t.Folded.Text
		case document.Title:
			f.Title = t.Folded.Text
		case document.AuthorName:
			f.Author = t.Folded.Text
		}
	}
	for i := range r.doc.Links {
		a := &r.doc.Links[i]
		link := rules.Link{URL: a.URL, Class: a.Class}
		if a.Label.Len() > 0 {
			link.Anchor = label(a)
		}
		f.Links = append(f.Links, link)
	}
	for i := range r.sink.Findings {
		f.Signals = append(f.Signals, r.sink.Findings[i].Signal)
	}
	return f
}

// ruleField returns the place that rules for a field name.
func ruleField(f document.Field) (rules.Where, bool) {
	switch f {
	case document.Body:
		return rules.InText, true
	case document.Title:
		return rules.InTitle, true
	case document.AuthorName:
		return rules.InAuthor, true
	}
	return 0, false
}
