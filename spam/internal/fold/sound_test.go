package fold

import "testing"

func TestSoundOf(t *testing.T) {
	tests := []struct {
		a, b string
		same bool
	}{
		{"카지노", "캬즤노", true},
		{"카지노", "까찌노", true},
		{"메이저", "먜이져", true},
		{"스포츠", "쓰퐃츠", true}, // but for the final
		{"베팅", "붸띵", true},
		{"카지노", "나지노", false},
		{"바카라", "바구라", false},
	}
	for _, tt := range tests {
		a, b := []rune(tt.a), []rune(tt.b)
		same := len(a) == len(b)
		for i := 0; same && i < len(a); i++ {
			x, _, _ := SoundOf(a[i])
			y, _, _ := SoundOf(b[i])
			same = x == y
		}
		if same != tt.same {
			t.Errorf("%s and %s sound the same: %v, want %v", tt.a, tt.b, same, tt.same)
		}
	}
}

func TestOdd(t *testing.T) {
	for _, r := range "캬먜퐃즤쳣쟈퍄" {
		if !Odd(r) {
			t.Errorf("%c is odd", r)
		}
	}
	for _, r := range "안녕하세요값없는밟고넓게쳤다향규죠표류희의왜봐놔줘뤄됐쉐퀘꽃빛같앞덮뭐꿔둬쉬귀과교휴유예계져야여요웨궤" {
		if Odd(r) {
			t.Errorf("%c is not odd", r)
		}
	}
}

func TestBent(t *testing.T) {
	for _, r := range "먜즤햬뱔뵬" {
		if !Bent(r) {
			t.Errorf("%c is bent", r)
		}
	}
	for _, r := range "껠뽈쑤욬뺘쎄톈쟝안녕희의" {
		if Bent(r) {
			t.Errorf("%c is not bent", r)
		}
	}
}
