package document

import (
	"strings"

	"github.com/boardspam/boardspam/spam/internal/fold"
)

// blocks are the elements that begin and end a line.
const blocks = " address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form " +
	"h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul "

// void elements have no end tag.
const void = " area base br col embed hr img input link meta param source track wbr "

// What an element that turns letters round is in a text without markup.
const (
	rightToLeft  = "\u202e"
	popDirection = "\u202c"
)

// rawText elements hold no markup.
const rawText = " script style textarea title xmp iframe noembed noframes "

// typedText are those of them whose text is shown.
const typedText = " textarea xmp "

func among(list, name string) bool {
	if name == "" {
		return false
	}
	at := strings.Index(list, name)
	for at > 0 {
		if list[at-1] == ' ' && list[at+len(name)] == ' ' {
			return true
		}
		next := strings.Index(list[at+1:], name)
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return false
}

// tag reads the HTML tag, comment or declaration at raw[i].
func (r *reader) tag(i int) int {
	if strings.HasPrefix(r.raw[i:], "<!--") {
		return r.comment(i)
	}
	if i+1 < len(r.raw) && (r.raw[i+1] == '!' || r.raw[i+1] == '?') && r.syntax&linksOnly == 0 {
		return r.declaration(i)
	}
	e, ok, open := parseTag(r.raw, i)
	r.noTags = open
	if !ok {
		return i
	}
	if r.syntax&linksOnly != 0 {
		return r.linkTag(&e)
	}
	r.element(&e)
	if !e.closing && among(rawText, e.name) {
		end := r.skipRaw(&e)
		switch {
		case among(typedText, e.name):
			r.typed(e.end, end)
		case e.name == "script" && leads(r.raw[e.end:end]):
			r.link(markupLink{start: e.end, end: end, role: Program})
		}
		return end
	}
	return e.end
}

func (r *reader) comment(i int) int {
	body := i + len("<!--")
	n := strings.Index(r.raw[body:], "-->")
	if n < 0 {
		r.bury(body, len(r.raw), "comment")
		return len(r.raw)
	}
	r.bury(body, body+n, "comment")
	return body + n + len("-->")
}

func (r *reader) declaration(i int) int {
	n := strings.IndexByte(r.raw[i:], '>')
	if n < 0 {
		r.text(i, len(r.raw))
		return len(r.raw)
	}
	r.drop()
	return i + n + 1
}

// skipRaw passes over the content of a raw text element.
func (r *reader) skipRaw(e *element) int {
	for i := e.end; i < len(r.raw); i++ {
		n := strings.Index(r.raw[i:], "</")
		if n < 0 {
			break
		}
		i += n
		if rest := r.raw[i+2:]; len(rest) >= len(e.name) && strings.EqualFold(rest[:len(e.name)], e.name) {
			return i
		}
	}
	return len(r.raw)
}

// typed shows raw[start:end], of which nothing is markup.
func (r *reader) typed(start, end int) {
	for i := start; i < end; {
		n := strings.IndexByte(r.raw[i:end], '&')
		if n < 0 {
			n = end - i
		}
		r.text(i, i+n)
		if i += n; i == end {
			break
		}
		next := r.entity(i)
		if next == i {
			next++
			r.text(i, next)
		}
		i = next
	}
}

// leads reports whether a script does little else than to open another page.
func leads(code string) bool {
	const most = 512
	return len(code) <= most && (strings.Contains(code, "location") || strings.Contains(code, "window.open"))
}

// linkTag reads what a tag links to in text that is shown as it was typed.
func (r *reader) linkTag(e *element) int {
	switch {
	case e.name == "a" && e.closing:
		if r.anchorTag == "a" {
			r.closeAnchor(e.start)
		}
	case !e.closing:
		r.attributes(e)
		if end := e.end + len("</") + len(e.name) + len(">"); end <= len(r.raw) && e.end-e.start == len(e.name)+2 &&
			strings.EqualFold(r.raw[e.end:end], "</"+e.name+">") && len(r.empty) < maxMarks {
			r.empty = append(r.empty, Segment{Start: e.start, End: end})
			return end
		}
	}
	return e.end
}

// withoutEmpty returns the view of text that is shown as it was typed, but for
// elements that hold nothing: they can only have been put between letters.
func (r *reader) withoutEmpty() fold.View {
	if len(r.empty) == 0 {
		return fold.Same(r.raw)
	}
	b, done := fold.NewBuilder(r.raw), 0
	for _, e := range r.empty {
		b.Keep(done, e.Start)
		b.Drop(fold.Markup)
		done = e.End
	}
	b.Keep(done, len(r.raw))
	return b.View()
}

// element opens or closes an element.
func (r *reader) element(e *element) {
	r.stepLift(e.name, e.closing, e.start)
	r.step(&r.hide, Hidden, e.name, e.closing, e.start)
	r.step(&r.faint, Faint, e.name, e.closing, e.start)
	r.step(&r.quote, Quote, e.name, e.closing, e.start)
	r.step(&r.code, Code, e.name, e.closing, e.start)
	switch {
	case e.name == "br":
		r.lineBreak(e.start, e.end, true)
	case among(blocks, e.name):
		r.lineBreak(e.start, e.end, false)
	default:
		r.drop()
	}
	if e.closing {
		switch e.name {
		case "a":
			r.closeAnchor(e.start)
		case "bdo":
			r.put(e.start, e.end, popDirection, fold.Markup)
		}
		return
	}
	why := r.attributes(e)
	switch e.name {
	case "blockquote", "q":
		r.quote.enter(e.name, e.end, "")
	case "pre", "code", "kbd", "samp":
		r.code.enter(e.name, e.end, "")
	case "noscript", "template", foldedAway:
		why = e.name
	}
	switch {
	case among(void, e.name):
	case why == plain:
		r.show(e.name, e.end)
	case why != "":
		r.conceal(e.name, e.end, why)
	}
}

// plain is why an element is seen within one that is hidden.
const plain = "shown again"

// attributes reads a start tag's attributes: what they link to, what they say
// that is not shown, and, if the element is not to be seen, why.
func (r *reader) attributes(e *element) (why string) {
	tiny, first := 0, len(r.links)
	for at := e.attrs; ; {
		a, next, ok := nextAttribute(r.raw, at)
		if !ok {
			break
		}
		at = next
		value := r.raw[a.start:a.end]
		switch name := lowerName(a.name); {
		case name == "hidden":
			why = "hidden"
		case name == "style":
			if h := hiddenStyle(value); h != "" {
				why = h
			} else if r.concealed() && showsAgain(value, r.hide.why) {
				why = plain
			}
		case (name == "width" || name == "height") && (value == "0" || value == "1"):
			tiny++
		case name == "dir" && e.name == "bdo" && strings.EqualFold(value, "rtl"):
			r.put(e.start, e.end, rightToLeft, fold.Markup)
		case name == "color" && e.name == "font" && isWhite(value):
			why = whiteLetters
		default:
			r.attribute(e, name, a)
		}
	}
	if why == "" && tiny == 2 {
		why = "no size"
	}
	for i := first; i < len(r.links) && why != "" && why != whiteLetters && why != plain && r.syntax&linksOnly == 0; i++ {
		r.links[i].hidden = true
	}
	return why
}

// attribute reads an attribute that may hold an address or words.
func (r *reader) attribute(e *element, name string, a attribute) {
	switch {
	case a.start == a.end:
	case name == "href" && (e.name == "a" || e.name == "area"):
		r.openAnchor("a", a.start, a.end, e.end)
	case name == "src" || name == "poster" || name == "background" || name == "srcset":
		role := Image
		if e.name == "iframe" || e.name == "script" || e.name == "embed" || e.name == "frame" {
			role = Embedded
		}
		r.link(markupLink{start: a.start, end: a.end, role: role})
	case name == "href" || name == "action" || name == "formaction" || name == "data" && e.name == "object" || name == "ping":
		r.link(markupLink{start: a.start, end: a.end, role: Embedded})
	case name == "title" || name == "alt" || name == "aria-label" || name == "placeholder":
		r.bury(a.start, a.end, name)
	case strings.HasPrefix(name, "on") || name == "content" && e.name == "meta":
		r.link(markupLink{start: a.start, end: a.end, role: Program})
	}
}
