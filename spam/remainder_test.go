package spam

import (
	"slices"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
	"github.com/google/go-cmp/cmp"
)

// TestCheckMarksTheOffer looks for the words beside a contact, which are spam
// with it, and for the sentences around a link, which are not.
func TestCheckMarksTheOffer(t *testing.T) {
	tests := []struct{ name, text, marked, bare string }{
		{"offer and address", "신규 회원 5만 지급 31.qzd603.site", "회원 5만 지급", ""},
		{"what others wrote", "사진이 참 잘 나왔네요\n신규 회원 5만 지급 31.qzd603.site", "회원 5만 지급", "사진이"},
		{"an advertisement that says so", "(광고) 물결 지원 센터\n새 자금 접수 시작\n편히 연락 주세요 010-2734-5521", "새 자금 접수", ""},
		{"put into a sentence", "산장은 다음 달에 문을 연다고 말했 http://41.qzd603.site 바카라사이트추천다.", "바카라사이트추천", "다음 달에"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := Check(Post{Body: test.text})
			if !covers(v.Spans, test.text, test.marked) {
				t.Errorf("%q is not marked in %v", test.marked, v.Spans)
			}
			if test.bare != "" && covers(v.Spans, test.text, test.bare) {
				t.Errorf("%q is marked in %v", test.bare, v.Spans)
			}
		})
	}
}

// TestCheckMarksTheWhole compares what is marked with what a moderator would
// cut out: all of an advertisement, and of a text that hosts one what was put in.
func TestCheckMarksTheWhole(t *testing.T) {
	host := [...]string{
		"시는 낡은 수문을 내년 봄까지 모두 바꾸기로 했다. 공사 구간은 열두 곳으로, 강 하류의 마을",
		"과 가까운 곳부터 손을 댄다. 주민들은 큰비가 오기 전에 일을 마쳐 달라고 부탁했다. 담당자는 밤에도 공사를",
		"이어 가겠다고 답했다. 시는 공사 동안 다닐 길을 누리집에 매주 알린다. 지난해 여름에는 물이 넘쳐 논 이백 마지기가 잠겼다. 농민들은 그때 벼를 다시 심어야 했다고 말했다.",
	}
	unseen := strings.Map(func(r rune) rune { return 0xE0000 + r }, "http://31.qzd603.site")
	tests := []struct{ name, text string }{
		{"what cannot be seen", "내일 모임 장소가 ⟦" + unseen + "⟧바뀌었다고 하니 공지를 확인하세요"},
		{"an offer", "⟦정품 비아그라 당일 배송, 비밀 포장⟧ ⟦카톡 mkz8817⟧ ⟦문의 주세요⟧"},
		{"an offer of many sentences", "⟦재택 부업 하실 분 모집합니다. 하루 두 시간이면 끝나고 집에서 하시면 됩니다. 초보도 가능하고 나이는 안 봅니다. 한 건에 8만원씩 바로 입금해 드려요. 자리가 얼마 없으니 편하게 문의 주세요⟧ ⟦텔레그램 mkz8817⟧"},
		{"English", "⟦Check out my private webcam, 18+ only⟧ ⟦http://31.qzd603.site⟧"},
		{"a letter disguised", "⟦국내 유일⟧ ⟦바.카.라.사.이.트⟧ ⟦당일 환전⟧ ⟦http://31.qzd603.site⟧"},
		{"after a line of others", "어제 다녀왔는데 주차장이 넓어서 좋았습니다.\n⟦바카라사이트 추천⟧ ⟦http://31.qzd603.site⟧ ⟦첫충 30% 지급⟧"},
		{"sentences around it", "⟦월 300 부업 모집합니다⟧ ⟦텔레 mkz8817⟧"},
		{"a list of unknown words", "⟦카지노쿠폰⟧ ⟦http://31.qzd603.site⟧\n⟦#물결77톡⟧⟦#물결77방⟧⟦#모집77⟧⟦#여울벳모집⟧⟦#여울총판⟧⟦#노을벳⟧⟦#노을벳추천⟧⟦#노을카지노⟧⟦#여울카지노모집⟧⟦#강남물결⟧⟦#부산물결⟧⟦#대구물결⟧⟦#물결매장⟧⟦#물결총판⟧⟦#여울매장⟧⟦#노을매장⟧⟦#물결벳⟧"},
		{"lines that part sentences", host[0] + "\n⟦다온벳 주소⟧ ⟦31.qzd603.site⟧ ⟦바카라사이트추천⟧\n" + host[1] + "\n⟦카지노쿠폰 모음⟧ ⟦42.qzd603.site⟧ ⟦새결 접속방⟧\n" + host[2]},
		{"a paragraph of its own", host[0] + "에 있다.\n" + host[1] + host[2] + "\n\n⟦퇴근하고 심심할 때 바카라 하는데 여기가 환전 제일 빠르네요. 구경만 해 보세요⟧ ⟦http://31.qzd603.site⟧"},
		{"a compliment", "Great article, I really learned a lot. ⟦cheap viagra online⟧ ⟦http://31.qzd603.site⟧"},
		{"a contact of the host's", host[0] + " ⟦http://31.qzd603.site⟧ ⟦바카라사이트추천⟧" + host[1] + host[2] + " 물음은 수문과 051-473-1515 로 하면 된다." +
			host[0] + " ⟦http://42.qzd603.site⟧ ⟦카지노쿠폰⟧" + host[1] + host[2]},
		{"in a word", "산장은 다음 달에 문을 연다고 말했 ⟦http://41.qzd603.site⟧ ⟦바카라사이트추천⟧다."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, want := unmark(test.text, document.Body)
			got := bytesOf(text, Check(Post{Body: text}).Spans)
			if diff := cmp.Diff(bytesOf(text, want), got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// bytesOf returns a text with a dot for every letter and sign that no mark covers.
func bytesOf(text string, marks []Mark) string {
	var b strings.Builder
	for i, r := range text {
		in := slices.ContainsFunc(marks, func(m Mark) bool { return m.Span.Start <= i && i < m.Span.End })
		if !in && r != ' ' && r != '\n' {
			r = '.'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// covers reports whether one of the marks holds part of a text.
func covers(marks []Mark, text, part string) bool {
	at := strings.Index(text, part)
	for _, m := range marks {
		if m.Span.Start <= at && at+len(part) <= m.Span.End {
			return true
		}
	}
	return false
}

func TestWithLists(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"bars", "⟦바다⟧물결 / 산길 / ⟦들⟧판 / ⟦강⟧ / 숲길 / 언덕", "⟦바다물결⟧ / ⟦산길⟧ / ⟦들판⟧ / ⟦강⟧ / ⟦숲길⟧ / ⟦언덕⟧"},
		{"hashtags", "#⟦바다⟧#산길#⟦들⟧#⟦강⟧#숲길", "⟦#바다⟧⟦#산길⟧⟦#들⟧⟦#강⟧⟦#숲길⟧"},
		{"too few", "⟦바다⟧ / 산길 / 들 / ⟦강⟧ / 숲길", "⟦바다⟧ / 산길 / 들 / ⟦강⟧ / 숲길"},
		{"sentences", "⟦바다⟧로 간다\n산에 오른다\n⟦들⟧을 걷는다\n⟦강⟧을 건넌다\n쉰다", "⟦바다⟧로 간다\n산에 오른다\n⟦들⟧을 걷는다\n⟦강⟧을 건넌다\n쉰다"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, marks := unmark(test.text, document.Body)
			p := Post{Body: text}
			var sink signal.Sink
			sink.Run(document.Read(&p), signal.Builtin())
			if diff := cmp.Diff(test.want, remark(text, builtin().withLists(&p, &sink, marks))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// remark writes marks into a text as unmark reads them.
func remark(text string, marks []Mark) string {
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(text[at:m.Span.Start] + "⟦" + m.Text + "⟧")
		at = m.Span.End
	}
	return b.String() + text[at:]
}
