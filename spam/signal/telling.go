package signal

import (
	"slices"
	"strings"
	"sync"

	"github.com/boardspam/boardspam/rules"
)

// A wordBook holds words by what they tell, in several languages.
type wordBook struct {
	roles   []string   // what words tell
	sorted  []wordList // by index of roles
	words   []string
	told    []int // by index of words: the index of a role
	phrases *rules.Phrases
}

// bookOf returns what makes a wordBook of the files NAME.LANGUAGE.txt, once.
// Their lines are a word that tells what role says or, if that is empty, a role
// and a word.
func bookOf(name, role string) func() *wordBook {
	return sync.OnceValue(func() *wordBook {
		b := new(wordBook)
		for _, language := range [...]string{"en", "id", "ja", "ko", "ru", "zh"} {
			for _, line := range vocabulary(name + "." + language + ".txt")() {
				told, word := role, line
				if role == "" {
					told, word, _ = strings.Cut(line, " ")
				}
				b.add(told, word)
			}
		}
		for _, list := range b.sorted {
			slices.Sort(list)
		}
		var err error
		if b.phrases, err = rules.NewPhrases(b.words); err != nil {
			panic(err) // the files are part of the program
		}
		return b
	})
}

func (b *wordBook) add(role, word string) {
	k := slices.Index(b.roles, role)
	if k < 0 {
		k = len(b.roles)
		b.roles, b.sorted = append(b.roles, role), append(b.sorted, nil)
	}
	b.sorted[k] = append(b.sorted[k], word)
	b.words = append(b.words, word)
	b.told = append(b.told, k)
}

// has reports whether a word tells something.
func (b *wordBook) has(role, word string) bool { return b.list(role).has(word) }

// list returns the words that tell something, in order.
func (b *wordBook) list(role string) wordList {
	if k := slices.Index(b.roles, role); k >= 0 {
		return b.sorted[k]
	}
	return nil
}

// maxTold is how many different words of a text that tell the same are counted.
const maxTold = 3

// A telling is what the words of a text tell.
type telling struct {
	book  *wordBook
	count [16]uint8 // by role: how many different words of it there are
}

// in reads a text, which may begin within a letter.
func (b *wordBook) in(text string) telling {
	t := telling{book: b}
	var seen [len(t.count)][maxTold]int32 // by role
	var buf [8]rules.PhraseMatch
	for i := 0; i < len(text); {
		beginning := rules.BeginningAt(text, i)
		if b.phrases.May(beginning) {
			for _, m := range b.phrases.AppendAt(buf[:0], beginning, text, i) {
				k := b.told[m.ID]
				if n := t.count[k]; n < maxTold && !slices.Contains(seen[k][:n], int32(m.ID)) && isBegun(text, m.Start, m.End) {
					seen[k][n] = int32(m.ID)
					t.count[k]++
				}
			}
		}
		i = nextBeginning(text, i, beginning)
	}
	return t
}

// nextBeginning returns where, behind the letter at text[i], the next word may
// begin that is begun: no Latin one does behind a Latin letter, and none with a
// blank.
func nextBeginning(text string, i int, beginning uint64) int {
	switch c := byte(beginning); {
	case 0xe0 <= c && c < 0xf0:
		return i + 3 + blankBehind(beginning)
	case isAlpha(c):
		if i = lettersEnd(text, i, beginning); i < len(text) && text[i] == ' ' {
			i++
		}
		return i
	case c < 0xc0: // ASCII, or a letter was cut
		return i + 1
	}
	return wideEnd(text, i)
}

// tells counts the different words of a role, as far as it mostly matters.
func (t telling) tells(role string) int { return t.upTo(2, role) }

// upTo counts them up to as many as are asked for, and no more than maxTold.
func (t telling) upTo(most int, role string) int {
	if k := slices.Index(t.book.roles, role); k >= 0 {
		return min(int(t.count[k]), most)
	}
	return 0
}

// isBegun reports whether a word of text begins with text[start:end], or is it
// if that is short. In Hangul, Han and kana, words touch.
func isBegun(text string, start, end int) bool {
	const short = 4
	s := scriptOf(firstRune(text[start:end]))
	return s == open || scriptOf(lastRune(text[:start])) != s && (end-start > short || scriptOf(firstRune(text[end:])) != s)
}
