package spam

import (
	"testing"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/google/go-cmp/cmp"
)

func TestWithRepeated(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"the head of a name", "내년 푸른결⟦쿠폰⟧이 늘고 올해 푸른결⟦쿠폰⟧을 판다", "내년 ⟦푸른결쿠폰⟧이 늘고 올해 ⟦푸른결쿠폰⟧을 판다"},
		{"a word before it", "берегу займ ⟦без отказа⟧ь и дер займ ⟦без отказа⟧евья", "берегу ⟦займ без отказа⟧ь и дер ⟦займ без отказа⟧евья"},
		{"a word behind it", "sail ⟦best essay⟧ help to go, hear ⟦best essay⟧ help, not", "sail ⟦best essay help⟧ to go, hear ⟦best essay help⟧, not"},
		{"a particle", "산에서 ⟦쿠폰⟧에서는 강에서 ⟦쿠폰⟧에서는", "산에서 ⟦쿠폰⟧에서는 강에서 ⟦쿠폰⟧에서는"},
		{"put into words that end alike", "말했다⟦무료 쿠폰⟧ 갔다⟦무료 쿠폰⟧ 왔다", "말했다⟦무료 쿠폰⟧ 갔다⟦무료 쿠폰⟧ 왔다"},
		{"once", "내년 푸른결⟦쿠폰⟧이 늘었다", "내년 푸른결⟦쿠폰⟧이 늘었다"},
		{"between one another", "노을 ⟦쿠폰⟧ 노을 ⟦쿠폰⟧ 노을", "⟦노을 쿠폰⟧ ⟦노을 쿠폰⟧ 노을"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, marks := unmark(test.text, document.Body)
			for i := range marks {
				marks[i].Text = marks[i].Span.In(&Post{Body: text})
			}
			if diff := cmp.Diff(test.want, remark(text, withRepeated(&Post{Body: text}, marks))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}
