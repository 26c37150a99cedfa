package signal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// commonIndonesian are words that hardly a comment in Indonesian lacks.
var commonIndonesian = wordSet(`abang ada adalah adek agar aja aku akhirnya anak apa bagus bang banget banyak baru begini biar bikin bilang bisa
	boleh buat bukan coba dan dapat dari dengan depan di dong dulu emang enak ga gak gara gue gua guys hadir hari harus ini itu jadi
	jangan juga kak kakak kalau kalian kalo kamu karena kata kaya kayak ke keren kita konten lagi lagu lah langsung lu lucu makasih
	malah mana mantap masih mau memang mereka nih nonton nya nyimak oleh orang pada paling pas pernah sama sampai sangat saya sebelum
	sehat selalu selamat seluruh semangat semoga semua seperti setiap seru sih suka sudah tahu tak tapi tau tetap tidak tiap tuh udah
	untuk video videonya waktu ya yang`)

// schools begin the names of classes, which have their year behind them.
var schools = vocabulary("schools.id.txt")

// counted are words that a number stands behind.
var counted = wordSet("angka ayat bab blok class dari eps episode from halaman jam kelas kode lagu level menit nomor pasal rank rating room satu season skor tahun tanggal tim top umur usia versi")

func wordSet(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// shouted says how much a name with a number in folded[start:end] says by its
// capitals and its number, among Indonesian words.
func (r *reading) shouted(start, end int) Strength {
	word := r.folded[start:end]
	letters := strings.TrimRight(word, "0123456789")
	number := word[len(letters):]
	if number == "" { // 4d
		letters, number = word[:len(word)-2], "88"
	}
	lucky := luckyNumbers[number]
	if len(letters) < 3 || isSchool(letters) || !r.isIndonesian() {
		return Silent
	}
	switch loud := r.isLoud(start, end); {
	case loud && lucky, lucky && r.isDecorated(start, end):
		return Strong
	case loud && len(letters) > 3, lucky && len(letters) > 4:
		return Fair
	}
	return Silent
}

// apart says how much a word in capitals says that a lucky number stands
// behind: it is a name that was torn apart. It returns the end of both.
func (r *reading) apart(word, next stretch) (Strength, int) {
	start, end, from, to := int(word.start), int(word.end), int(next.start), int(next.end)
	if from-end != 1 || strings.IndexByte(" .-_", r.folded[end]) < 0 || end-start < 4 || !luckyNumbers[r.folded[from:to]] ||
		!r.isLoud(start, end) || hasDigit(r.folded[start:end]) || counted[r.folded[start:end]] || isSchool(r.folded[start:end]) || !r.isIndonesian() || r.tongue == loud {
		return Silent, 0
	}
	if r.isDecorated(start, to) {
		return Strong, to
	}
	return Fair, to
}

// isSchool reports whether a name begins as those of classes do.
func isSchool(letters string) bool {
	for _, school := range schools() {
		if strings.HasPrefix(letters, school) {
			return true
		}
	}
	return false
}

// isLoud reports whether folded[start:end] was written in capitals, all or
// nearly all of it.
func (r *reading) isLoud(start, end int) bool {
	span := r.span(start, end)
	upper, lower := 0, 0
	for _, c := range r.text.Raw[span.Start:span.End] {
		switch {
		case unicode.IsUpper(c):
			upper++
		case unicode.IsLower(c):
			lower++
		}
	}
	return upper > 2 && upper > 4*lower
}

// isDecorated reports whether a star or an emoji touches folded[start:end].
func (r *reading) isDecorated(start, end int) bool {
	before, after := lastRune(r.folded[:start]), firstRune(r.folded[end:])
	return before == '*' || after == '*' || before != utf8.RuneError && unicode.Is(unicode.So, before) || after != utf8.RuneError && unicode.Is(unicode.So, after)
}

// A tongue is what is known of a text's language.
type tongue uint8

const (
	unread     tongue = iota // it was not asked for yet
	other                    // not Indonesian, as far as one sees
	indonesian               // in ordinary letters
	loud                     // Indonesian, in capitals for the most part
)

// isIndonesian reports whether the text has words that hardly an Indonesian
// one lacks, among its first.
func (r *reading) isIndonesian() bool {
	if r.tongue == unread {
		r.tongue = r.readTongue()
	}
	return r.tongue >= indonesian
}

func (r *reading) readTongue() tongue {
	const enough, far = 2, 200
	if r.kinds.indonesian < enough {
		return other
	}
	words, n := r.words[:min(far, len(r.words))], 0
	for _, w := range words {
		if commonIndonesian[r.folded[w.start:w.end]] {
			n++
		}
	}
	switch {
	case n < enough:
		return other
	case r.isLoud(int(words[0].start), int(words[len(words)-1].end)):
		return loud
	}
	return indonesian
}
