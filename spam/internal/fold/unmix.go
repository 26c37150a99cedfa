package fold

import (
	"unicode"
	"unicode/utf8"
)

// unmix puts the letters of v into lower case and, in words of several
// alphabets, replaces look-alikes.
func unmix(v View) View {
	b := NewBuilder(v.Text)
	done, last := 0, 0
	for i := 0; i < len(v.Text); {
		_, n, c := letter(v.Text[i:])
		if c&(foreign|upper) == 0 {
			i += n
			continue
		}
		start := wordStart(v.Text, i, last)
		end, seen, cased := survey(v.Text, start)
		if i, last = end, end; cased || seen&(seen-1) != 0 {
			b.Keep(done, start)
			b.word(v.Text, start, end, seen)
			done = end
		}
	}
	if done == 0 {
		return v
	}
	b.Keep(done, len(v.Text))
	w := b.View()
	if w.pieces == nil { // byte for byte: only case has changed
		v.Text = w.Text
		return v
	}
	if v.pieces != nil {
		under := v
		w.under = &under
	}
	return w
}

// letter decodes the first rune of s. Its class is 0 if no word of an alphabet
// can hold it.
func letter(s string) (r rune, n int, c class) {
	b := s[0]
	switch {
	case 'a' <= b && b <= 'z', '0' <= b && b <= '9':
		return rune(b), 1, latin
	case b < utf8.RuneSelf:
		return rune(b), 1, 0
	case b == 0xd0 && len(s) > 1: // Ѐ to п
		r = 0x400 | rune(s[1]&0x3f)
		if r < 'а' {
			return r, 2, foreign | upper
		}
		return r, 2, foreign
	case b >= 0xe4 && b <= 0xed && len(s) > 2:
		return ' ', 3, 0
	}
	r, n = utf8.DecodeRuneInString(s)
	return r, n, classOf(r) &^ stop
}

func wordStart(s string, i, low int) int {
	for i > low {
		_, n := utf8.DecodeLastRuneInString(s[low:i])
		if _, _, c := letter(s[i-n : i]); c == 0 {
			break
		}
		i -= n
	}
	return i
}

// survey returns the end of the word at s[i], the alphabets of its letters,
// and whether some are not in lower case.
func survey(s string, i int) (end int, seen alphabet, cased bool) {
	for i < len(s) {
		r, n, c := letter(s[i:])
		switch {
		case c == 0:
			return i, seen, cased
		case c&foreign != 0:
			seen |= alphabetOf(r)
		case c&latin != 0 && (r < '0' || r > '9'):
			seen |= roman
		}
		cased = cased || c&upper != 0
		i += n
	}
	return i, seen, cased
}

// word folds one word, whose letters are of the alphabets seen.
func (b *Builder) word(s string, start, end int, seen alphabet) {
	to := alphabet(0)
	if seen&(seen-1) != 0 {
		m := mixtureOf(s[start:end])
		to = m.direction()
	}
	for i := start; i < end; {
		r, n, c := letter(s[i:])
		put := r
		if c&upper != 0 {
			put = unicode.ToLower(r)
		}
		why := Cause(0)
		if to != 0 {
			if t := twin(r, c, to); t != 0 {
				put, why = t, Confusable
			}
		}
		switch {
		case put == r:
			b.Keep(i, i+n)
		case why == 0 && utf8.RuneLen(put) == n:
			b.Same(i, i+n, string(put))
		default:
			b.Put(i, i+n, string(put), why)
		}
		i += n
	}
}

// A mixture is what alphabets the letters of a word are of.
type mixture struct {
	seen        alphabet
	romans      int  // Latin letters
	own         int  // Cyrillic letters
	others      int  // letters of any other alphabet, Latin included
	digits      bool // there are digits, too
	notRoman    bool // a letter has no Latin twin
	hardlyRoman bool // a letter has none even in play
	notCyrillic bool // a letter has no Cyrillic twin
	notGreek    bool // a Latin letter has no Greek twin
}

func mixtureOf(word string) (m mixture) {
	for i := 0; i < len(word); {
		r, n, c := letter(word[i:])
		i += n
		switch {
		case r >= '0' && r <= '9':
			m.digits = true
		case c&foreign != 0:
			m.notRoman = m.notRoman || twins()[r] == 0
			m.hardlyRoman = m.hardlyRoman || romanTwin(r) == 0
			m.add(r, alphabetOf(r))
		case c&latin != 0:
			m.romans++
			m.notGreek = m.notGreek || backwards()[greek][r] == 0
			m.add(r, roman)
		}
	}
	return m
}

func (m *mixture) add(r rune, a alphabet) {
	m.seen |= a
	if a == cyrillic {
		m.own++
		return
	}
	m.others++
	m.notCyrillic = m.notCyrillic || cyrillicTwin(r) == 0
}

// direction returns the alphabet that the look-alikes of a word stand for,
// or 0 if the word has one alphabet or its mixture is an honest one.
func (m *mixture) direction() alphabet {
	foreigners := m.own + m.others - m.romans
	switch {
	case m.seen&(m.seen-1) == 0:
		return 0
	case !m.hardlyRoman && (m.romans >= 2*foreigners || m.digits && m.romans >= m.own):
		return roman
	case m.own > 0 && !m.notCyrillic && (m.notRoman || m.own > m.others):
		return cyrillic
	case m.seen == roman|greek && !m.notGreek && m.notRoman && foreigners > m.romans:
		return greek
	case !m.notRoman:
		return roman
	}
	return 0
}
