package spam

import (
	"testing"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/google/go-cmp/cmp"
)

func TestWithAttributes(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a list", `<p>산장</p><img src="a.gif" alt="푸른결 쿠폰, ⟦노을 쿠폰⟧, 물결, ⟦강 쿠폰⟧">`, `<p>산장</p><img src="a.gif" alt="⟦푸른결 쿠폰, 노을 쿠폰, 물결, 강 쿠폰⟧">`},
		{"text", `<p class="a">산장 ⟦노을 쿠폰⟧ 문</p>`, `<p class="a">산장 ⟦노을 쿠폰⟧ 문</p>`},
		{"said", `<p>그는 "⟦노을 쿠폰⟧ 좋다"고 했다</p>`, `<p>그는 "⟦노을 쿠폰⟧ 좋다"고 했다</p>`},
		{"no end", `<img alt="가 ⟦노을 쿠폰⟧ 나>`, `<img alt="가 ⟦노을 쿠폰⟧ 나>`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, marks := unmark(test.text, document.Body)
			p := Post{Body: text, Format: document.HTML}
			if diff := cmp.Diff(test.want, remark(text, withAttributes(&p, marks))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}
