package signal

import (
	"slices"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
)

func TestContacts(t *testing.T) {
	const label = "대출 문의 " // contacts are looked for where there is a term
	tests := []struct {
		text string
		want []string
	}{
		{"010-1234-5678", []string{"01012345678"}},
		{"01o 1234 5678", []string{"01012345678"}},
		{"공일공 1234 오육칠팔", []string{"01012345678"}},
		{"⓪①⓪-１２３４-5678", []string{"01012345678"}},
		{"0 1 0 1 2 3 4 5 6 7 8", []string{"01012345678"}},
		{"+82 10 1234 5678", []string{"821012345678"}},
		{"8 (912) 345-67-89", []string{"89123456789"}},
		{"8 495 123 45 67", []string{"84951234567"}},
		{"84951234567", nil},
		{"0812-3456-7890", []string{"081234567890"}},
		{"090-1234-5678", []string{"09012345678"}},
		{"1‖888⇢123_4567", []string{"18881234567"}},
		{"borrower@gmail.com", []string{"borrower@gmail.com"}},
		{"office@mossybench.net", nil},
		{"02-123-4567", []string{"021234567"}},
		{"1588-1234", []string{"15881234"}},
		{"1-800-123-4567", []string{"18001234567"}},
		{"(312) 555-0199", []string{"3125550199"}},
		{"8 912 345-67-89", []string{"89123456789"}},
		{"2024-01-12", nil},
		{"2015. 9. 22.~ 23. 이", nil},
		{"2024.10.21-2024.10.25", nil},
		{"110-234-567890", nil},
		{"192.168.0.1", nil},
		{"일이삼사오륙칠팔구십", nil},
		{"카톡 goodday77", []string{"goodday77"}},
		{"카 톡 ID: happy_77", []string{"happy_77"}},
		{"텔레 @seller99", []string{"seller99"}},
		{"텔레그램 아이디 abcde", []string{"abcde"}},
		{"微信号:abc12345", []string{"abc12345"}},
		{"加QQ 1735396839", []string{"1735396839"}},
		{"telegram channel", nil},
		{"line number two", nil},
		{"telegram: big_trader", []string{"big_trader"}},
		{"mail me at me@example.org", nil},
		{"카톡으로 연락 주세요", nil},
	}
	for _, tt := range tests {
		p := document.Post{Body: label + tt.text}
		var sink Sink
		var got []string
		for _, h := range sink.readings(document.Read(&p))[0].contacts() {
			if !slices.Contains(got, h.text) {
				got = append(got, h.text)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: contacts %q, want %q", tt.text, got, tt.want)
		}
	}
}
