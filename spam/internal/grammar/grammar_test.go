package grammar

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/boardspam/boardspam/.ci/stopwatch"
)

func TestRead(t *testing.T) {
	tests := []struct {
		text        string
		sentences   int
		imperatives int
	}{
		{"Check out my channel please! Subscribe to it and win. Visit our site for more", 3, 3},
		{"Please click here to get a free phone", 1, 1},
		{"Text me on the number below", 1, 1},
		{"I love this song, it reminds me of my father.", 1, 0},
		{"The cat sat on the mat. It was very happy there.", 2, 0},
		{"Love this song so much", 1, 0},
		{"Call of duty is fun to play", 1, 0},
		{"http://a.com/x www.b.com", 0, 0},
		{"short", 0, 0},
		{"한국어로만 쓴 글입니다", 0, 0},
		{"", 0, 0},
	}
	for _, tt := range tests {
		f, ok := Read(tt.text)
		f.Ask()
		if ok != (tt.sentences > 0) || f.Sentences != tt.sentences || f.Imperatives != tt.imperatives {
			t.Errorf("%q: %d of %d sentences are requests, want %d of %d", tt.text, f.Imperatives, f.Sentences, tt.imperatives, tt.sentences)
		}
	}
}

func TestReadCountsWords(t *testing.T) {
	f, ok := Read("My number is 5551234 and your number is 5554321")
	if !ok || f.Words != 8 || f.Possessives != 2.0/8 || f.Numbers != 1.0/8 {
		t.Errorf("got %+v", f)
	}
}

func TestEnglish(t *testing.T) {
	tests := []struct {
		text string
		want bool
	}{
		{"How do I reset the password of my account?", true},
		{"Check out my channel", true},
		{"You have won a free ticket! Call now to claim it.", true},
		{"This “quoted” text is in English 🔥", true},
		{"gacor banget bang main di sini, udah WD terus", false},
		{"Aku suka banget sama video ini, makasih ya bang", false},
		{"Ich habe das nicht verstanden, was ist mit dem Server?", false},
		{"¿Cuál es la mejor forma de hacer esto con los datos?", false},
		{"오늘 the movie 봤는데 진짜 재미있었어요 강추합니다", false},
		{"모두가 아는 이야기입니다", false},
		{"вот так the end", false},
		{"naver.com", false},
		{"", false},
	}
	for _, tt := range tests {
		if got := English(tt.text); got != tt.want {
			t.Errorf("English(%q) = %v", tt.text, got)
		}
	}
}

// hostile are texts that prose takes long for, or panics on.
var hostile = []string{"!", "(", ".", ":)", "a", "a.", "'s", "ȺȺȺȺ's ", "’s ", "it's ", "$", "a-b", "www.", "x'", "don't", "\xff", "Call now! ", "a\u0301"}

func TestReadIsBounded(t *testing.T) {
	tagger()
	for _, piece := range hostile {
		text := "please call the number " + strings.Repeat(piece, 100_000/len(piece))
		const limit = 200 * time.Millisecond
		took := stopwatch.Quickest(limit, func() {
			English(text)
			f, _ := Read(text)
			f.Ask()
		})
		if took > limit {
			t.Errorf("%q: %v", piece, took)
		}
	}
}

func TestReadServesManyAtOnce(t *testing.T) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 20 {
				f, _ := Read("Check out my channel please. Subscribe to it now.")
				if f.Ask(); f.Imperatives != 2 {
					t.Errorf("%d requests of 2", f.Imperatives)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzRead(f *testing.F) {
	for _, piece := range hostile {
		f.Add("call the number " + strings.Repeat(piece, 3))
	}
	f.Fuzz(func(t *testing.T, text string) {
		English(text)
		got, _ := Read(text)
		got.Ask()
		if got.Words > maxSentences*maxOpening*3 || got.Imperatives > got.Sentences {
			t.Errorf("%q: %+v", text, got)
		}
	})
}

var samples = map[string]string{
	"english": "I have been trying to get this working for a while now but no luck. Does anyone know how to configure the server so that it accepts connections from outside? The documentation says nothing about it. Please help me with this, I would be very grateful.",
	"korean":  strings.Repeat("오늘 the movie 봤는데 진짜 재미있었어요. ", 5),
	"latin":   "gacor banget bang main di sini, udah WD terus tiap hari, makasih banyak infonya",
}

func BenchmarkEnglish(b *testing.B) {
	for name, text := range samples {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				English(text)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	tagger()
	text := samples["english"]
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		f, _ := Read(text)
		f.Ask()
	}
}

// TestOpenings counts the sentences that prose is asked about.
func TestOpenings(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"Visit our site today. Click the button below.", 2},
		{"Reply to this message. Bring a friend along. String them up.", 3},
		{"Don't miss this chance. Let's begin with the first.", 2},
		{"It's a long story. I've seen it before. They'll be here.", 0},
		{"Really a nice place. Looking at the map. Based on what he said.", 0},
		{"2 things to know. Thanks! Apples are good. Time will tell.", 0},
	}
	for _, tt := range tests {
		if f, ok := Read(tt.text); !ok || f.Openings != tt.want {
			t.Errorf("%q: %d sentences may be requests, want %d", tt.text, f.Openings, tt.want)
		}
	}
}
