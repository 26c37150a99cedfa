package grammar

import "strings"

// frame is the word that each sentence of a sample begins with. Prose takes
// the verb that opens a request for a noun or a name, but not behind "to".
const frame = "to"

// openings are the opening words of the first sentences of a text.
type openings struct {
	sentences [maxSentences][maxOpening]string
	size      [maxSentences]int // words of each
	n         int               // sentences
	letters   int
}

// words returns the opening words of sentence i.
func (o *openings) words(i int) []string { return o.sentences[i][:o.size[i]] }

// opening returns the openings of text: the words of ASCII letters and digits.
func opening(text string) (o openings) {
	bytes := 0
	for i := 0; i < len(text) && bytes < maxBytes && i < 4*maxBytes; {
		full := o.size[o.n] == maxOpening
		if full {
			i = lastByte(text, i)
		}
		if full || !wordByte[text[i]] && !strings.HasPrefix(text[i:], "’") {
			if ends(text, i) && o.size[o.n] > 0 {
				if o.n++; o.n == maxSentences {
					return o
				}
			}
			i++
			continue
		}
		word, n, alpha := readWord(text[i:])
		i += n
		size := &o.size[o.n]
		if word == "" || *size == 0 && closedClass[word] == filler {
			continue
		}
		o.letters += alpha
		o.sentences[o.n][*size] = word
		*size++
		bytes += len(word) + 1
	}
	if o.size[o.n] > 0 {
		o.n++
	}
	return o
}

// mayAsk reports whether sentence i may be a request: it opens with what may
// be a verb, and what it asks for follows.
func (o *openings) mayAsk(i int) bool {
	words := o.words(i)
	return len(words) > 1 && mayOpen(words[0]) && !isLink(words[1])
}

// requests returns the beginnings of the sentences that may be requests, each
// with the frame before and a full stop behind it.
func (o *openings) requests() string {
	var b strings.Builder
	for i := range o.n {
		if !o.mayAsk(i) {
			continue
		}
		b.WriteString(frame)
		for k, word := range o.words(i)[:min(o.size[i], maxRequest)] {
			if k == 0 {
				word = strings.ToLower(word) // a capital there makes no name
			}
			b.WriteByte(' ')
			b.WriteString(word)
		}
		b.WriteString(" . ")
	}
	return b.String()
}

// readWord returns the word at the start of text, its length there, and the
// number of its letters. Addresses, and words that are too long, are empty.
func readWord(text string) (word string, n, letters int) {
	plain := true
	for {
		for n < len(text) && wordByte[text[n]] {
			letters += int(tally[text[n]])
			n++
		}
		if n == len(text) {
			break
		}
		if c := text[n]; (c == '.' || c == ':' || c == '/' || c == '@') && n+1 < len(text) && text[n+1] > ' ' && n > 0 && !ends(text, n) {
			plain, letters = false, -len(text)
			n++
		} else if strings.HasPrefix(text[n:], "’") {
			plain = false
			n += len("’")
		} else {
			break
		}
	}
	return clean(text[:n], plain, letters), n, max(letters, 0)
}

func clean(word string, plain bool, letters int) string {
	if letters < 0 || len(word) > maxWord {
		return ""
	}
	if !plain {
		word = strings.ReplaceAll(word, "’", "'")
	}
	return strings.Trim(word, "'")
}

// lastByte returns where the sentence that text[i] is in ends.
func lastByte(text string, i int) int {
	rest := text[i:]
	for n := range len(rest) {
		if mayEnd[rest[n]] && ends(rest, n) {
			return i + n
		}
	}
	return len(text) - 1
}

// mayEnd holds the bytes that may end a sentence.
var mayEnd = [1 << 8]bool{'!': true, '?': true, '\n': true, '.': true}

// ends reports whether a sentence ends at text[i].
func ends(text string, i int) bool {
	switch text[i] {
	case '!', '?', '\n':
		return true
	case '.':
		return i+1 == len(text) || text[i+1] <= ' ' || text[i+1] == '.'
	}
	return false
}

// wordByte holds the bytes that words are of.
var wordByte = func() (is [1 << 8]bool) {
	for c := range is {
		is[c] = isAlnum(byte(c)) || c == '\''
	}
	return is
}()
