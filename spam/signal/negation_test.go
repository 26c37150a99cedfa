package signal

import (
	"strings"
	"testing"
)

func TestIsRefused(t *testing.T) {
	for text, want := range map[string]bool{
		"please don't «dm me» about it":    true,
		"jangan «dm» saya ya":              true,
		"not now. «dm me» later":           false,
		"연락은 «카톡 주세요» 하지 마세요":              true,
		"궁금하면 «문의 주세요». 반품은 하지 마세요":        false,
		"请勿«加我»":                           true,
		"don't wait, because «call now»":   false,
		"не «пишите в личку», всё продано": true,
	} {
		folded := strings.NewReplacer("«", "", "»", "").Replace(text)
		start := strings.Index(text, "«")
		r := &reading{folded: folded}
		u := &unit{start: start, end: start + strings.Index(text, "»") - strings.Index(text, "«") - len("«")}
		if got := r.isRefused(u); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
