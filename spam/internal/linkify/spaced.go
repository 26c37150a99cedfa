package linkify

import "bytes"

// maxSpaced is the number of letters that a spaced address may have.
const maxSpaced = 64

// singles are letters and dots that stand apart by one blank each.
type singles struct {
	text [maxSpaced]byte
	at   [maxSpaced]int // where each was
	n    int
}

// readSpaced reads an address in which a blank follows every letter, and of
// whose dots d is the first.
func (s *scanner) readSpaced(d dot) (end int, ok bool) {
	t := s.text
	i := d.start
	for i > s.floor && asciiHost[t[i-1]] && d.start-i < maxSpaced {
		if i-2 < s.floor || t[i-2] != ' ' {
			i--
			break
		}
		i -= 2
	}
	if i < len(t) && t[i] == ' ' {
		i++
	}
	if i > 0 && asciiHost[t[i-1]] {
		i += 2 // the end of a longer word
	}
	for i < len(t) && (t[i] == '-' || t[i] == '_') && i+1 < len(t) {
		i += 2
	}
	var w singles
	for i < len(t) && w.n < maxSpaced && (asciiHost[t[i]] || t[i] == '.') {
		if i+1 < len(t) && (asciiHost[t[i+1]] || t[i+1] == '.') {
			break
		}
		w.text[w.n], w.at[w.n] = t[i], i
		w.n++
		if i++; i < len(t) && t[i] == ' ' {
			i++
		} else {
			break
		}
	}
	if w.n < 6 {
		return 0, false
	}
	return s.addSingles(&w)
}

// addSingles records the address that w reads as, if it is one.
func (s *scanner) addSingles(w *singles) (end int, ok bool) {
	dot := bytes.LastIndexByte(w.text[:w.n], '.')
	n := min(w.n, dot+1+len("online"))
	for ; n > dot+1 && rankOf(w.text[dot+1:n]) != coreTLD; n-- {
	}
	joined := scanner{text: string(w.text[:n]), schemed: true}
	if n < 6 || n <= dot+1 || !joined.named(0) || joined.host.end != n {
		return 0, false
	}
	s.host = joined.host
	m := Match{Start: w.at[0], End: w.at[n-1] + 1, Form: joined.host.form | Spaced}
	s.host.start, s.host.end = m.Start, m.End
	s.add(m, "", "", s.tail(&m))
	return m.End, true
}
