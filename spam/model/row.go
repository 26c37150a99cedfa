package model

import (
	"slices"
	"unicode/utf8"
)

// A row is what stands without a break of small Latin letters, Hangul syllables,
// signs of ASCII and single blanks: nearly all that is written.
type row struct {
	words         [rowRunes]uint32 // the hashes of those that end in it; a sign is one
	ended         int              // how many
	signs, blanks int

	// The word that is open at its end: where it begins, in runes and in bytes, and
	// its hash.
	begin, at int
	hash      uint32

	sentence, long int // from so many runes on, what ends a sentence ends the row; a blank or sign does
}

// rowRunes is how many runes a row has at most: as many as need no cut, and a word
// and what ends it.
const rowRunes = cutBlank + wordRunes + 1

// row reads the row or the digits that begin at folded byte i as rune does rune by
// rune, but nothing that begins at end or behind.
// It returns its last rune, where 'a' is any letter, and how many bytes it has.
func (r *reader) row(i, end int) (last rune, size int) {
	s := &r.scan
	text, had := s.text.Folded.Text, len(s.stream)
	if text = text[i:min(end, len(text))]; text == "" {
		return 0, 0
	}
	switch b := text[0]; {
	case b-'a' < 26, b-0xea < 4, byteClass[b] == digit:
	case byteClass[b] == symbol, b == ' ' && s.stream[had-1] != spread(runeBlank):
		r.endWord(i)
	default:
		return 0, 0
	}
	most := min(wordRunes-s.word.runes, max(cutAnywhere-s.count.runes, 1)) // of the first word
	r.fill()
	if byteClass[text[0]] == digit {
		return r.digits(text[:min(int(most), len(text))], i)
	}
	stream := s.room()
	size, n := s.readRow(text, stream, int(most))
	if s.stream = s.stream[:had+n]; n == 0 {
		return 0, 0
	}
	return r.take(i, size, n), size
}

// room returns room for a row behind the stream.
func (s *scanner) room() *[rowRunes]uint64 {
	had := len(s.stream)
	if rowRunes > cap(s.stream)-had {
		s.stream = slices.Grow(s.stream, rowRunes)
	}
	return (*[rowRunes]uint64)(s.stream[had : had+rowRunes])
}

// take adds what stands in a row of so many bytes and runes from folded byte i on.
func (r *reader) take(i, size, n int) (last rune) {
	s, o := &r.scan, &r.scan.row
	text := s.text.Folded.Text[i : i+size]
	syllables := (size - n) / 2 // each has three bytes
	r.letters[hangul] += int32(syllables)
	r.letters[latin] += int32(n - syllables - o.signs - o.blanks)
	ended := o.words[:o.ended]
	if s.word.runes > 0 && len(ended) > 0 {
		r.endOpen(ended[0], text, i)
		ended = ended[1:]
	}
	r.words(ended)
	s.count.runes += int32(n)
	s.count.symbols += int32(o.signs)
	if o.begin < n {
		s.word.letters(i+o.at, o.hash, text[o.at:], n-o.begin, o.isLatin(size, n))
		return 'a'
	}
	if last = rune(text[size-1]); last == runeBlank {
		s.count.runes--
		s.gap.runes++
	}
	return last
}

// endOpen ends the word that was open before a row of a text from folded byte i on,
// by the hash that it has with the letters that the row begins with.
func (r *reader) endOpen(hash uint32, text string, i int) {
	size, runes := 0, 0
	for ; size < len(text) && (text[size]-'a' < 26 || text[size] >= utf8.RuneSelf); size++ {
		if utf8.RuneStart(text[size]) {
			runes++
		}
	}
	r.scan.word.letters(i, hash, text[:size], runes, size < 3*runes)
	r.endWord(i + size)
}

// readRow reads the row that a text begins with into a stream, of the first word
// so many runes at most. It returns how many bytes and runes it has read.
func (s *scanner) readRow(text string, stream *[rowRunes]uint64, most int) (size, n int) {
	o := &s.row
	hash := o.start(&s.word, int(s.count.runes))
	next := uint32(0) // plainly never less than 0, so that the loop has no bounds to check
	for room := stream[:most]; uint(n) < uint(len(room)) && int(next) < len(text); {
		at := int(next)
		c := uint64(text[at])
		if c-'a' < 26 {
			next++
		} else if c-0xea < 4 {
			if at >= len(text)-2 {
				break
			}
			if c = c<<12 + uint64(text[at+1])<<6 + uint64(text[at+2]) - leads; !isSyllable(rune(c)) {
				break
			}
			next += 3
		} else {
			if c != ' ' && byteClass[byte(c)] != symbol {
				break
			}
			if o.begin < n {
				if !s.even && o.isLatin(at, n) {
					break
				}
				o.end(uint32(hash))
			} else if c == ' ' && at > 0 && text[at-1] == ' ' {
				break
			}
			o.part(uint32(c))
			room[n] = spread(uint32(c))
			n++
			next++
			o.begin, o.at, hash = n, at+1, uint64(spaceWord)
			if n >= o.long || c != ' ' && n >= o.sentence && at+1 < len(text) && cutHere(s.count.runes+int32(n), rune(c), text[at+1]) {
				break
			}
			room = stream[:n+wordRunes]
			continue
		}
		room[n] = spread(uint32(c))
		n++
		hash = stir(hash, c)
	}
	o.hash = uint32(hash)
	return int(next), n
}

// start empties a row that begins in or behind a word of a segment of so many runes,
// and returns the word's hash.
func (o *row) start(w *word, runes int) (hash uint64) {
	o.ended, o.signs, o.blanks, o.begin, o.at = 0, 0, 0, 0, 0
	o.sentence, o.long = cutSentence-runes, cutBlank-runes
	if w.runes == 0 {
		return uint64(spaceWord)
	}
	return uint64(w.hash)
}

// leads is what the bytes of a rune of three add up to but for the rune, each of
// them shifted to where its bits are in it.
const leads = 0xe0<<12 + 0x80<<6 + 0x80

// part adds what stands between words: a blank or a sign.
func (o *row) part(c uint32) {
	if c == ' ' {
		o.blanks++
		return
	}
	o.signs++
	o.end(mix(spaceWord, c))
}

// end adds a word that has ended.
func (o *row) end(hash uint32) {
	o.words[o.ended] = hash
	o.ended++
}

// isLatin reports whether the open word holds Latin letters, in a row of so many
// bytes and runes.
func (o *row) isLatin(bytes, runes int) bool { return bytes-o.at < 3*(runes-o.begin) }
