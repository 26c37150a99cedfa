package signal

import (
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

var contactPieces = Signal{
	Name: "contact/pieces",
	Kind: Contact,
	Hint: Signed,
	Doc: "A phone number or a name stands in pieces on lines of their own, with signs where it was cut: robots are not to see it. " +
		"Lists, tables and verses have short lines too, but each of them is something whole.",
	Needs: HasBreak,
	Also:  HasWord,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.words) >= leastPieces && r.breaks >= leastPieces-1 {
			sink.addPieces(r)
		}
	},
}

const (
	leastPieces = 2  // lines
	mostPieces  = 8  // lines
	pieceBytes  = 10 // of a line
	piecesLeast = 6  // letters and digits of all pieces
	pieceSigns  = "-_.~·,"
)

// addPieces reports runs of short lines that make up a name or a number.
func (s *Sink) addPieces(r *reading) {
	at, found := 0, 0
	var run pieces
	above, end := "", 0 // the line above the run
	for at <= len(r.folded) && found < maxHandles {
		line, _, _ := strings.Cut(r.folded[at:], "\n")
		shown := strings.TrimRight(line, " \r")
		if p := unnumbered(shown); !run.takes(p) {
			if run.lines > 0 {
				found += s.addRun(r, &run)
				run = pieces{}
			}
			above, end = p, at+len(shown)
		} else {
			if last := lastWord(above); last != "" && run.lines == 0 {
				run.add(last, end-len(last), end)
				run.lines = 0
			}
			run.add(p, at, at+len(line))
		}
		at += len(line) + 1
	}
	s.addRun(r, &run)
}

// addRun reports a run that is the pieces of one thing, and how many it has
// reported.
func (s *Sink) addRun(r *reading, p *pieces) int {
	if p.lines < leastPieces || p.lines > mostPieces || !p.isCut() && (!p.isSite() || r.inLink(p.start) || r.inLink(p.end-1)) {
		return 0
	}
	strength := Fair
	if r.offersAround(p.start, p.end) > Silent || r.promisesAround(p.start, p.end) > 0 {
		strength = Strong
	}
	s.Add(Finding{Span: r.span(p.start, p.end), Payload: Handle, Note: "a contact in pieces", Strength: strength})
	return 1
}

// Pieces are short lines that follow one another.
type pieces struct {
	start, end int
	lines      int
	cuts       int  // lines that begin or end with a sign
	under      bool // one of these is an underscore, which names have
	text       strings.Builder
	whole      strings.Builder // the same with all signs
}

// takes reports whether a line may be a piece: letters and digits without a
// blank, with signs at its ends or none.
func (p *pieces) takes(line string) bool {
	if line == "" || len(line) > pieceBytes {
		return false
	}
	_, inner := pieceOf(line)
	return (inner != "" || line == ".") && strings.Trim(inner, "abcdefghijklmnopqrstuvwxyz0123456789_.-") == ""
}

func (p *pieces) add(line string, start, end int) {
	if p.text.Len() == 0 {
		p.start = start
	}
	bare, inner := pieceOf(line)
	p.end = end
	p.lines++
	if len(inner) < len(bare) {
		p.cuts++
		p.under = p.under || strings.Contains(bare, "_")
	}
	p.text.WriteString(inner)
	p.whole.WriteString(bare)
}

// unnumbered returns a line without the number that it has in a list.
func unnumbered(line string) string {
	if len(line) > 2 && '0' < line[0] && line[0] <= '9' && (line[1] == ')' || line[1] == '.') && line[2] == ' ' {
		return line[3:]
	}
	return line
}

// isSite reports whether the lines are the name of a site that was cut.
func (p *pieces) isSite() bool {
	whole := strings.TrimPrefix(p.whole.String(), "www.")
	return p.whole.Len() <= maxName && p.text.Len() >= piecesLeast && strings.Count(whole, ".") == 1 && leadsToSite(whole) && isCheap(whole[strings.LastIndexByte(whole, '.')+1:])
}

// pieceOf returns a line with the hyphens that it draws with a vowel, and what
// stands between its signs of cutting.
func pieceOf(line string) (bare, inner string) {
	bare = strings.ReplaceAll(line, "ㅡ", "-")
	return bare, strings.Trim(bare, pieceSigns)
}

// isCut reports whether the lines are one thing: a mobile number, or letters and
// digits with the signs of cutting between them.
func (p *pieces) isCut() bool {
	text := p.text.String()
	if p.text.Len() < piecesLeast || len(text) > maxName {
		return false
	}
	if n := readNumber(text, 0); mayDial[text[0]] && n.end == len(text) && n.isMobile() {
		return true
	}
	return p.cuts > 0 && (hasDigit(text) && 3*p.cuts >= p.lines || p.under) && strings.ContainsFunc(text, func(c rune) bool { return 'a' <= c && c <= 'z' })
}

// lastWord returns the letters and digits that a line ends in, behind a blank
// or a colon, if they are few.
func lastWord(line string) string {
	i := strings.LastIndexAny(line, " :")
	if i < 0 || len(line)-i > pieceBytes || strings.Trim(line[i+1:], "abcdefghijklmnopqrstuvwxyz0123456789"+pieceSigns) != "" {
		return ""
	}
	return line[i+1:]
}
