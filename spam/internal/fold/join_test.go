package fold

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/.ci/stopwatch"
)

func TestJoin(t *testing.T) {
	tests := []struct {
		in, want string
		cause    Cause
	}{
		{"오늘은 카 지 노 에서", "카지노\n", Spaced},
		{"카.지.노 좋아", "카지노\n", Spaced},
		{"카@지노사이트", "카지노사이트\n", Spaced},
		{"바◆카◆라모▼음", "바카라모음\n", Spaced},
		{"다! 빈! 치! 무.료", "다빈치무료\n", Spaced},
		{"a l e x i s 1 7 ok", "alexis17\n", Spaced},
		{"ㅋㅏ지노 사이트", "카지노\n", Jamo},
		{"카ㅈㅣ노", "카지노\n", Jamo},
		{"ㅎㅘㅇㄱㅡㅁㅅㅓㅇ", "황금성\n", Jamo},
		{"ㅎㅗㅏㅇㄱㅡㅁ", "황금\n", Jamo},
		{"ㅋ ㅏ ㅈ ㅣ ㄴ ㅗ", "카지노\n", Jamo | Spaced},
		{"ㅂ┣ㅋ┣ㄹ┣", "바카라\n", Jamo},
		{"ㅋrㅈl노", "카지노\n", Jamo},
		{"세ㄱ파", "섹파\n", Jamo},
		{"애ㅇ볼ㅇ루ㅇ션", "애볼ㅇ루션\n", Jamo},
		{"c4s1no m4xwin", "casino\nmaxwin\n", Leet},
		{"불법 賭博사이트 土土 정보, 美 대통령", "도박사이트\n토토\n", Reading},
		{"賭博 競馬", "", 0},
		{"氵奥门娱乐, 加亻言息, 扌殳氵主", "澳门娱乐\n加信息\n投注\n", Jamo},
		{"我们去了澳门", "", 0},
		{"東京・大阪・京都", "", 0},
		{"서울•부산", "", 0},
		{"c a s i n o   b o n u s", "casino bonus\n", Spaced},
		{"via♥gra каз★ино", "viagra\nказино\n", Spaced},
		{"온라인♥카지노 v14gr4", "온라인카지노\nviagra\n", Spaced | Leet},
		{"입wf장fwe안t내", "입장안내\n", Spaced},
		{"카1지2노", "카지노\n", Spaced},
		{"a e я o 8 8", "aero88\n", Spaced | Confusable},
		{"카\n지\n노", "카지노\n", Spaced},

		{"ㅋㅋㅋ 그래 ㅠㅠ 하하ㅋㅋ", "", 0},
		{"가나다 삼성·엘지 정치/경제 남/여", "", 0},
		{"mandalika77 covid19 x", "", 0},
		{"가까이 있는 큰 나무", "", 0},
		{"hello world. 안녕 a b", "", 0},
	}
	for _, tt := range tests {
		v := new(Room).Join(tt.in)
		if v.Text != tt.want {
			t.Errorf("Join(%q) = %q, want %q", tt.in, v.Text, tt.want)
		}
		if v.Causes() != tt.cause {
			t.Errorf("Join(%q): causes %v, want %v", tt.in, v.Causes(), tt.cause)
		}
		checkView(t, &v, tt.in)
	}
}

func TestJoinPositions(t *testing.T) {
	in := "오늘 카@지노사이트 와 ㅋ ㅏ ㅈ ㅣ ㄴ ㅗ 끝"
	v := new(Room).Join(in)
	for find, want := range map[string]string{"카지노사": "카@지노사", "와카지노": "와 ㅋ ㅏ ㅈ ㅣ ㄴ ㅗ"} {
		at := strings.Index(v.Text, find)
		if at < 0 {
			t.Errorf("%q lacks %q", v.Text, find)
			continue
		}
		from, to := v.Source(at, at+len(find))
		if got := strings.TrimSpace(in[from:to]); got != want {
			t.Errorf("source of %q is %q, want %q", find, got, want)
		}
	}
	if c := v.CausesIn(3, 6); c != 0 {
		t.Errorf("causes within one run: %v", c)
	}
	if c := v.CausesIn(0, 6); c != Spaced {
		t.Errorf("causes across a sign: %v", c)
	}
}

func FuzzJoin(f *testing.F) {
	for _, s := range []string{"카 지 노", "ㅋㅏ지노", "ㅋ┣@ㅏ", "c4s1no", "a@$1", "don't a'b'c", "i'm 카'n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<12 {
			return
		}
		folded := Fold(s)
		v := new(Room).Join(folded.Text)
		checkView(t, &v, folded.Text)
	})
}

// TestJoinRandom checks that Join finds in short texts of its letters and
// signs what a look at every run finds.
func TestJoinRandom(t *testing.T) {
	pieces := strings.Split("카|지|노|바카라|ㅋ|ㅏ|ㅈ|ㅣ|┣|ㅇ|a|s|on|1|0|@|$|!|*|^|♥|·|〕|【|-|.|,| | |  |\n|賭|博|氵|나는|짅|'|…|“|rr|10|é|漢", "|")
	random := rand.New(rand.NewPCG(5, 6))
	var b strings.Builder
	for range 100_000 {
		b.Reset()
		for range 2 + random.IntN(10) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		folded := Fold(b.String())
		if len(folded.Text) >= 96 {
			continue
		}
		j := joiner{text: folded.Text}
		j.until(0, len(folded.Text))
		if got, want := new(Room).Join(folded.Text), j.view(); got.Text != want.Text {
			t.Errorf("%q: joined %q, want %q", b.String(), got.Text, want.Text)
		}
	}
}

func TestJoinLinear(t *testing.T) {
	size := 4 << 20
	if testing.Short() {
		size = 1 << 20
	}
	for _, unit := range []string{"가", "가 ", "가@", "ㅋ", "ㅋㅏ", "ㅋ ", "a1", "a ", "┣", "가나@", ".", "ㅋr", "氵", "氵奥", "賭가", "가a", "♥가나"} {
		text := strings.Repeat(unit, size/len(unit))
		const limit = 2 * time.Second
		if took := stopwatch.Quickest(limit, func() { new(Room).Join(text) }); took > limit {
			t.Errorf("%d bytes of %q: %v", len(text), unit, took)
		}
	}
}

// TestJoinAll checks that Join finds in real posts what a look at every run finds.
func TestJoinAll(t *testing.T) {
	var all []string
	for _, set := range []string{"ko_news_comments_ham", "id_judol_muzazr", "stackexchange", "ko_news_ham"} {
		texts, _ := shared.Texts(t, set)
		all = append(all, texts...)
	}
	for _, s := range all {
		folded := Fold(s)
		j := joiner{text: folded.Text}
		j.until(0, len(folded.Text))
		if got, want := new(Room).Join(folded.Text), j.view(); got.Text != want.Text {
			t.Errorf("%q: joined %q, want %q", s, got.Text, want.Text)
		}
	}
}

func BenchmarkJoin(b *testing.B) {
	for _, name := range []string{"ko_news_ham", "ko_news_comments_ham", "stackexchange"} {
		b.Run(name, func(b *testing.B) {
			texts, size := shared.Texts(b, name)
			for i := range texts {
				texts[i] = Fold(texts[i]).Text
			}
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				full, bytes := 0, 0
				for _, s := range texts {
					if v := new(Room).Join(s); v.Text != "" {
						full++
						bytes += len(v.Text)
					}
				}
				b.ReportMetric(float64(full)/float64(len(texts)), "built/post")
				b.ReportMetric(float64(bytes)/float64(size), "joined/byte")
			}
		})
	}
}

// TestLowerRun puts every byte at every place behind small letters.
func TestLowerRun(t *testing.T) {
	for n := range 20 {
		for c := range 256 {
			s := strings.Repeat("z", n) + string([]byte{byte(c)}) + "aaaaaaaaaa"
			want := n
			if 'a' <= c && c <= 'z' {
				want = len(s)
			}
			if got := lowerRun(s); got != want {
				t.Errorf("lowerRun(%q) = %d, want %d", s, got, want)
			}
		}
	}
}

// TestHangulRun does the same with the first bytes of characters behind syllables.
func TestHangulRun(t *testing.T) {
	for n := 1; n < 9; n++ {
		for c := range 256 {
			for behind := range 6 {
				s := strings.Repeat("가", n) + string([]byte{byte(c)}) + "\x80\x80" + strings.Repeat("나", behind)
				want := n
				if isHangulLead(byte(c)) {
					want += 1 + behind
				}
				if got := hangulRun(s); got != want {
					t.Errorf("hangulRun(%q) = %d, want %d", s, got, want)
				}
			}
		}
	}
}
