package grammar

import "strings"

// frame is the word that each sentence of a sample begins with. Prose takes
// the verb that opens a request for a noun or a name, but not behind "to".
const frame = "to"

// opening returns the opening words of the first sentences of text: those of
// ASCII letters and digits, with one blank between them, the frame before and
// a full stop between sentences. It is empty if there are few letters.
func opening(text string) string {
	var b strings.Builder
	sentences, words, letters, run := 0, 0, 0, 0
	for i := 0; i < len(text) && b.Len() < maxBytes && i < 4*maxBytes; {
		if !isWordByte(text[i]) && !(text[i] == 0xE2 && strings.HasPrefix(text[i:], "’")) {
			if ends(text, i) && words > 0 {
				if sentences++; sentences == maxSentences {
					break
				}
				b.WriteString(" .")
				words = 0
			} else if run++; run <= maxRun && words > 0 && words < maxOpening && (text[i] == '$' || text[i] == '%') {
				b.WriteByte(' ')
				b.WriteByte(text[i])
			}
			i++
			continue
		}
		run = 0
		word, n, alpha := readWord(text[i:])
		i += n
		if words >= maxOpening || word == "" || words == 0 && isFiller(word) {
			continue
		}
		if letters += alpha; words == 0 {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(frame)
			if word != "I" {
				word = strings.ToLower(word) // a capital there makes no name
			}
		}
		words++
		b.WriteByte(' ')
		b.WriteString(word)
	}
	if letters < minLetters {
		return ""
	}
	return b.String()
}

// isFiller reports whether word is one that a request may begin with.
func isFiller(word string) bool {
	switch strings.ToLower(word) {
	case "please", "pls", "plz", "just", "now", "so", "and", "also", "hey", "hi", "hello", "then", "guys":
		return true
	}
	return false
}

// readWord returns the word at the start of text, its length there, and the
// number of its letters. Addresses, and words that are too long, are empty.
func readWord(text string) (word string, n, letters int) {
	plain := true
	for n < len(text) {
		switch c := text[n]; {
		case isLetter(c):
			letters++
		case isWordByte(c):
		case strings.HasPrefix(text[n:], "’"):
			plain = false
			n += len("’") - 1
		case (c == '.' || c == ':' || c == '/' || c == '@') && n+1 < len(text) && text[n+1] > ' ' && n > 0 && !ends(text, n):
			plain, letters = false, -len(text)
		default:
			c = 0
			return clean(text[:n], plain, letters), n, max(letters, 0)
		}
		n++
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

func isWordByte(c byte) bool { return isAlnum(c) || c == '\'' }
