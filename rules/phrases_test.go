package rules_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/rules"
)

// findSlowly is what Phrases.Append must find, found one phrase at a time.
func findSlowly(phrases []string, text string) (matches []rules.PhraseMatch) {
	for id, p := range phrases {
		for i := 0; i+len(p) <= len(text); i++ {
			if text[i:i+len(p)] == p {
				matches = append(matches, rules.PhraseMatch{ID: id, Start: i, End: i + len(p)})
			}
		}
	}
	return matches
}

func sortMatches(m []rules.PhraseMatch) []rules.PhraseMatch {
	slices.SortFunc(m, func(a, b rules.PhraseMatch) int {
		return (a.Start-b.Start)*1000_000 + (a.End-b.End)*1000 + a.ID - b.ID
	})
	return m
}

func checkPhrases(t *testing.T, phrases []string, text string) {
	t.Helper()
	p, err := rules.NewPhrases(phrases)
	if err != nil {
		t.Fatal(err)
	}
	got := sortMatches(p.Append(nil, text, 1<<30))
	want := sortMatches(findSlowly(phrases, text))
	if !slices.Equal(got, want) {
		t.Errorf("phrases %q in %q:\n got %v\nwant %v", phrases, text, got, want)
	}
}

func TestPhrases(t *testing.T) {
	tests := []struct {
		phrases []string
		text    string
	}{
		{nil, "nothing to find"},
		{[]string{"a"}, "banana"},
		{[]string{"a", "an", "ana", "banana", "nan"}, "banana banana"},
		{[]string{"사이트", "사이트 추천", "이트", "트", "추천"}, "이 사이트 추천합니다, 사이트"},
		{[]string{"casino", "casinos", "CASINO"}, "my casinos\xff\xea casino \xea\xb0casino"},
		{[]string{"слово", "словом"}, "словом слово"},
		{[]string{"😀", "😀😀", "가😀"}, "가😀😀😀"},
		{[]string{"same", "same", "sam"}, "same"},
		{[]string{"end of the text"}, "at the end of the text"},
	}
	for _, test := range tests {
		checkPhrases(t, test.phrases, test.text)
	}
}

func TestPhrasesRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	letters := []string{"a", "b", "가", "각", "я", "😀", "!"}
	draw := func(n int) string {
		var b strings.Builder
		for range 1 + random.IntN(n) {
			b.WriteString(letters[random.IntN(len(letters))])
		}
		return b.String()
	}
	for range 300 {
		phrases := make([]string, random.IntN(40))
		for i := range phrases {
			phrases[i] = draw(6)
		}
		checkPhrases(t, phrases, draw(60)+"\xea\xb0\x00"+draw(20))
	}
}

func TestPhrasesLimit(t *testing.T) {
	p, err := rules.NewPhrases([]string{"a", "aa"})
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("a", 100)
	for limit := range 5 {
		if got := p.Append(make([]rules.PhraseMatch, 1), text, limit); len(got) != 1+limit {
			t.Errorf("limit %d: %d matches", limit, len(got)-1)
		}
	}
}

func TestPhrasesRefuses(t *testing.T) {
	for _, s := range []string{"", "\xff", "a\x00", strings.Repeat("a", rules.MaxPhrase+1)} {
		if _, err := rules.NewPhrases([]string{"ok", s}); err == nil || !strings.HasPrefix(err.Error(), "rules: phrase 1: ") {
			t.Errorf("NewPhrases(%q): %v", s, err)
		}
	}
}

func FuzzPhrases(f *testing.F) {
	f.Add("a,ab,가나", "abc 가나다")
	f.Fuzz(func(t *testing.T, list, text string) {
		var phrases []string
		for p := range strings.SplitSeq(strings.ToValidUTF8(list, "?"), ",") {
			if p != "" && strings.IndexByte(p, 0) < 0 && len(p) <= rules.MaxPhrase && len(phrases) < 50 {
				phrases = append(phrases, p)
			}
		}
		checkPhrases(t, phrases, text[:min(len(text), 1000)])
	})
}

// syllables draws a word of n Hangul syllables as common words have them.
func syllables(random *rand.Rand, n int) string {
	const common = "가나다라마바사아자이고기도는를에의로하지해한인일전정대부시주수보조상서장자원국제여무구도안사실"
	runes := []rune(common)
	word := make([]rune, n)
	for i := range word {
		word[i] = runes[random.IntN(len(runes))]
		if random.IntN(3) == 0 {
			word[i] = rune(0xAC00 + random.IntN(11172))
		}
	}
	return string(word)
}

func BenchmarkPhrases(b *testing.B) {
	random := rand.New(rand.NewPCG(3, 4))
	var text strings.Builder
	for text.Len() < 1<<20 {
		text.WriteString(syllables(random, 2+random.IntN(4)) + " ")
	}
	latin := strings.Repeat("it is a truth universally acknowledged that a board in possession of readers must be in want of spam. ", 1<<13)
	for _, n := range []int{100, 1000, 5000, 50000} {
		phrases := make([]string, n)
		for i := range phrases {
			phrases[i] = syllables(random, 2+random.IntN(5))
			if i%4 == 0 {
				phrases[i] = fmt.Sprintf("word%d", random.IntN(1<<20))
			}
		}
		p, err := rules.NewPhrases(phrases)
		if err != nil {
			b.Fatal(err)
		}
		for name, text := range map[string]string{"ko": text.String(), "en": latin, "worst": strings.Repeat(phrases[1][:6], 1<<17)} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				matches := make([]rules.PhraseMatch, 0, 1<<20)
				for b.Loop() {
					matches = p.Append(matches[:0], text, 1<<20)
				}
			})
		}
	}
}

func TestNewWords(t *testing.T) {
	p, err := rules.NewWords([]string{"casino", "77", "카지노", "ino", "é"})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		text string
		want []int // starts
	}{
		{"casino casino", []int{0, 7}},
		{"casinocasino", []int{0}},
		{"a77 77", []int{4}},
		{"a카지노casino", []int{1, 10}},
		{"카지노77casino", []int{0, 9}},
		{"xé-ino", []int{1, 4}},
		{"\xffcasino\xea77", []int{1, 8}},
	}
	for _, tt := range tests {
		var got []int
		for _, m := range p.Append(nil, tt.text, 100) {
			got = append(got, m.Start)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: %v, want %v", tt.text, got, tt.want)
		}
	}
}
