package fold

import (
	"slices"
	"testing"
)

func TestTyped(t *testing.T) {
	tests := []struct {
		word, keyed, roman, initials string
		alike                        []string
	}{
		{"카지노", "zkwlsh", "kajino", "ㅋㅈㄴ", nil},
		{"황금성", "ghkdrmatjd", "hwanggeumseong", "ㅎㄱㅅ", nil},
		{"무직자대출", "anwlrwkeocnf", "mujikjadaechul", "ㅁㅈㅈㄷㅊ", []string{"무직자머출"}},
		{"대명", "eoaud", "daemyeong", "ㄷㅁ", []string{"머명", "대띵", "머띵"}},
		{"a급", "armq", "ageup", "aㄱ", nil},
	}
	for _, tt := range tests {
		if got := Keyed(tt.word); got != tt.keyed {
			t.Errorf("Keyed(%s) = %s, want %s", tt.word, got, tt.keyed)
		}
		if got := Romanised(tt.word); got != tt.roman {
			t.Errorf("Romanised(%s) = %s, want %s", tt.word, got, tt.roman)
		}
		if got := Initials(tt.word); got != tt.initials {
			t.Errorf("Initials(%s) = %s, want %s", tt.word, got, tt.initials)
		}
		if got := Alike(tt.word); !slices.Equal(got, tt.alike) {
			t.Errorf("Alike(%s) = %v, want %v", tt.word, got, tt.alike)
		}
	}
}
