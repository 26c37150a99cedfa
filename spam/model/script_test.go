package model

import "testing"

func TestLiteracy(t *testing.T) {
	of := func(latinLetters, cyrillicLetters int32) (n letters) {
		n[latin], n[cyrillic] = latinLetters, cyrillicLetters
		return n
	}
	for _, c := range []struct {
		name      string
		ham, spam letters
		cyrillic  float64
	}{
		{"nothing read", of(5_000, 0), of(5_000, 0), 0},
		{"a tenth of what is read most", of(5_000, 500), of(5_000, 500), 0},
		{"a fifth", of(5_000, 1_000), of(5_000, 1_000), 0.5},
		{"as much", of(5_000, 5_000), of(5_000, 0), 1},
		{"little beside much, but enough", of(5_000_000, 90_000), of(5_000_000, 60_000), 1},
		{"ham alone", of(5_000_000, 90_000), of(5_000_000, 1_000), 0},
		{"hardly enough", of(5_000_000, 90_000), of(5_000_000, 30_000), 0.5},
	} {
		l := literacyOf(&c.ham, &c.spam)
		if d := l[cyrillic] - c.cyrillic; d < -1e-9 || d > 1e-9 {
			t.Errorf("%s: literacy %.3f, want %.3f", c.name, l[cyrillic], c.cyrillic)
		}
	}
	text := of(0, 30)
	text[latin] = 3
	l := literacy{latin: 1}
	if r := l.reads(&text); r > 0.3 {
		t.Errorf("one letter in ten can be read, and of the text %.2f", r)
	}
}
