package signal

import "strings"

// Comments in Indonesian praise a film and name a betting site in capitals,
// with a number that is said to bring luck. Of 28,000 honest comments on
// videos none had such a name, of 15,000 others a third.

// luckyNumbers are what such names end with.
var luckyNumbers = map[string]bool{
	"55": true, "66": true, "69": true, "77": true, "88": true, "99": true, "111": true, "123": true, "138": true, "168": true,
	"188": true, "288": true, "303": true, "328": true, "333": true, "338": true, "368": true, "388": true, "555": true, "567": true,
	"666": true, "678": true, "777": true, "787": true, "789": true, "808": true, "838": true, "855": true, "868": true, "878": true,
	"888": true, "889": true, "898": true, "899": true, "969": true, "988": true, "989": true, "998": true, "999": true,
}

// indonesian are words that hardly a comment in Indonesian lacks.
var indonesian = wordSet(`abang ada adalah adek agar aja aku akhirnya anak apa bagus bang banget banyak baru begini biar bikin bilang bisa
	boleh buat bukan coba dan dapat dari dengan depan di dong dulu emang enak ga gak gara gue gua guys hadir hari harus ini itu jadi
	jangan juga kak kakak kalau kalian kalo kamu karena kata kaya kayak ke keren kita konten lagi lagu lah langsung lu lucu makasih
	malah mana mantap masih mau memang mereka nih nonton nya nyimak oleh orang pada paling pas pernah sama sampai sangat saya sebelum
	sehat selalu selamat seluruh semangat semoga semua seperti setiap seru sih suka sudah tahu tak tapi tau tetap tidak tiap tuh udah
	untuk video videonya waktu ya yang`)

// schools begin the names of classes, which have their year behind them.
var schools = []string{"alumni", "angkatan", "gen", "ikatan", "kelas", "man", "reuni", "sd", "sma", "smk", "smp", "stm", "tk", "univ"}

func wordSet(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// shouted says how much a name with a number in folded[start:end] says by its
// capitals, among Indonesian words.
func (r *reading) shouted(start, end int) Strength {
	word := r.folded[start:end]
	letters := strings.TrimRight(word, "0123456789")
	number := word[len(letters):]
	if number == "" { // 4d
		letters, number = word[:len(word)-2], "88"
	}
	span := r.span(start, end)
	raw := r.text.Raw[span.Start:span.End]
	if len(letters) < 3 || raw != strings.ToUpper(raw) || raw == word || !r.isIndonesian() {
		return Silent
	}
	for _, school := range schools {
		if strings.HasPrefix(letters, school) {
			return Silent
		}
	}
	if luckyNumbers[number] {
		return Strong
	}
	return Fair
}

// isIndonesian reports whether the text has words that hardly an Indonesian
// one lacks.
func (r *reading) isIndonesian() bool {
	const enough, far = 2, 200
	n := 0
	for _, w := range r.words[:min(far, len(r.words))] {
		if indonesian[r.folded[w.start:w.end]] {
			if n++; n == enough {
				return true
			}
		}
	}
	return false
}
