package fold

import (
	"unicode"
	"unicode/utf8"
)

// maxJoined is how much Join writes out, in bytes. A text that is longer says
// what it says more than once.
const maxJoined = 1 << 18

// maxChain is the number of letters that are joined at most.
const maxChain = 256

// around returns where to begin for a chain that shows at text[at]: before the
// word there, and not far.
func (j *joiner) around(at int) int {
	const far = 96
	low := j.done
	if at-far > low {
		for low = at - far; low > j.done && (j.text[low]&0xc0 == 0x80 || j.text[low-1] > ' ') && low > at-2*far; low-- {
		}
		for j.text[low]&0xc0 == 0x80 {
			low++
		}
	}
	return low
}

// until writes out the chains from text[i] on, as far as the last that begins
// at or before text[at]. It returns where the next may begin.
func (j *joiner) until(i, at int) int {
	for i < len(j.text) {
		run, next := j.nextRun(i)
		if run.letters == 0 {
			break
		}
		if !j.follows(run) {
			j.flush()
			if j.done = run.start; run.start > at {
				return run.start
			}
		}
		j.add(run)
		i = next
	}
	j.flush()
	return len(j.text)
}

// view returns what has been written out.
func (j *joiner) view() View {
	if j.b == nil {
		return View{source: len(j.text), pieces: []piece{}}
	}
	v := j.b.View()
	if j.foreign {
		v = unmix(v)
	}
	return v
}

// A run is an unbroken sequence of letters.
type letterRun struct {
	start, end int
	letters    int
	jamo       int  // how many of them are compatibility jamo or look like them
	latin      int  // how many of them are Latin letters
	digits     int  // digits and signs that stand for letters
	digit      bool // a digit comes before a letter
	parts      bool // one is a radical alone
	hanja      bool // one is Han, and not just put before or behind
	wedges     int  // how often Latin letters or digits stand between two single syllables
}

type joiner struct {
	text  string
	b     *Builder // nil as long as nothing is written out
	out   Builder
	chain []letterRun
	total int // letters in chain
	signs int // separators in chain that are not blank
	buf   []spelt

	done    int  // up to where chains have been written out
	foreign bool // letters of other alphabets are among what was joined
	korean  int8 // 1: the text holds Hangul, -1: it does not, 0: not known yet
}

func (j *joiner) isKorean() bool {
	if j.korean == 0 {
		if j.korean = -1; hasHangul(j.text) {
			j.korean = 1
		}
	}
	return j.korean > 0
}

// nextRun returns the first run at or after i.
func (j *joiner) nextRun(i int) (r letterRun, next int) {
	for i < len(j.text) {
		c := j.text[i]
		if c >= 0xe4 && c <= 0xed || isLower(c) {
			break
		}
		kind, _, n := j.letter(i, none)
		if kind != none {
			break
		}
		i += n
	}
	r.start = i
	before, alone := none, 0 // alone: syllables right before this letter
	for i < len(j.text) && r.letters < maxChain {
		kind, c, n := j.letter(i, before)
		if kind == none {
			break
		}
		if n == 3 && kind == anyLetter {
			if before >= latinLetter && alone == 1 {
				r.wedges++
			}
			if before >= latinLetter {
				alone = 0
			}
			alone++
			r.parts = r.parts || c < 0xa000 && isRadical(c)
			r.hanja = r.hanja || c < 0xa000 && j.text[i] >= 0xe4 && isHanjaWord(j.text, i)
		}
		before = r.count(kind, c, before)
		i += n
	}
	r.end = i
	return r, i
}

// count adds a letter to a run and returns its kind as the letter after it
// has to see it.
func (r *letterRun) count(kind letterKind, c rune, before letterKind) letterKind {
	r.letters++
	switch kind {
	case jamoLetter:
		r.jamo++
		if vowelIndex(c) >= 0 {
			return anyLetter
		}
	case latinLetter:
		r.latin++
		r.digit = r.digit || before == digitLetter
	case digitLetter:
		r.digits++
	}
	return kind
}

type letterKind uint8

const (
	none letterKind = iota
	anyLetter
	jamoLetter
	latinLetter
	digitLetter
)

// letter classifies the rune at text[i]. before is the kind of letter before
// it: right after a consonant many signs look like vowels.
func (j *joiner) letter(i int, before letterKind) (letterKind, rune, int) {
	c := j.text[i]
	if c < utf8.RuneSelf {
		switch {
		case before == jamoLetter && asVowel(rune(c)) != 0:
			return jamoLetter, asVowel(rune(c)), 1
		case 'a' <= c && c <= 'z':
			return latinLetter, rune(c), 1
		case '0' <= c && c <= '9', c == '$' && before == latinLetter:
			return digitLetter, rune(c), 1
		}
		return none, rune(c), 1
	}
	if c >= 0xe4 && c <= 0xed && i+2 < len(j.text) {
		return anyLetter, rune(c&0xf)<<12 | rune(j.text[i+1]&0x3f)<<6 | rune(j.text[i+2]&0x3f), 3
	}
	r, n := utf8.DecodeRuneInString(j.text[i:])
	switch {
	case r >= 'ㄱ' && r <= 'ㅣ':
		return jamoLetter, r, n
	case before == jamoLetter && asVowel(r) != 0:
		return jamoLetter, asVowel(r), n
	case r >= 0x2000 && r < 0x2c00, r >= 0x3000 && r < 0x3041, r >= 0x1f000 && r < 0x20000:
		return none, r, n
	case unicode.IsLetter(r) || isMark(r):
		return anyLetter, r, n
	}
	return none, r, n
}

// follows reports whether a run belongs to the same chain as the one before it.
func (j *joiner) follows(r letterRun) bool {
	if len(j.chain) == 0 || j.total+r.letters > maxChain {
		return false
	}
	last := &j.chain[len(j.chain)-1]
	sep := j.text[last.end:r.start]
	if len(sep) > 12 || utf8.RuneCountInString(sep) > 3 {
		return false
	}
	blank, sign := kindsOf(sep)
	both := last.letters == 1 && r.letters == 1
	one := (last.letters == 1 && last.latin+last.digits == 0 || r.letters == 1 && r.latin+r.digits == 0) && last.latin+r.latin == 0
	if !both && (!one || blank || !sign) && !(len(sep) > 1 && sign && isSingleSign(j.text, last.end, r.start)) {
		return false
	}
	if sign {
		j.signs++
	}
	return true
}

// isSingleSign reports whether text[start:end] is one sign outside ASCII with
// letters on both sides, of East Asia or of one alphabet: nothing that
// separates words.
func isSingleSign(text string, start, end int) bool {
	_, n := utf8.DecodeRuneInString(text[start:])
	if n != end-start || n == 1 {
		return false
	}
	switch c := text[end]; {
	case c >= 0xe4 && c <= 0xed:
		return start >= 3 && text[start-3] >= 0xe4 && text[start-3] <= 0xed
	case isLower(c):
		return start >= 1 && isLower(text[start-1])
	case c == 0xd0 || c == 0xd1:
		return start >= 2 && (text[start-2] == 0xd0 || text[start-2] == 0xd1)
	}
	return false
}

// kindsOf tells what a separator holds: blanks or marks that separate words
// anyway, signs that do not.
func kindsOf(sep string) (blank, sign bool) {
	for _, r := range sep {
		switch r {
		case ' ', '\n', '\t', '\r', '.', ',', '?', '!', ':', ';', '…', '·', '/', '~', '-', '"', '(', ')', '[', ']', '<', '>',
			'→', '&', '+', '=', '%', '#':
			blank = true
		default:
			if isPause(r) {
				blank = true
			} else {
				sign = true
			}
		}
	}
	return blank, sign
}

// isPause reports whether a wide rune parts words anyway: dashes, quotation
// marks and dots, and the brackets and stops of East Asia.
func isPause(r rune) bool {
	return r >= 0x2010 && r <= 0x2027 || r >= 0x3000 && r < 0x3030 || r == '・'
}

// isHanjaWord reports whether the Han letter at text[i] stands before another
// or between two letters of East Asia; 美 and 中 alone are how news names countries.
func isHanjaWord(text string, i int) bool {
	if i+3 >= len(text) || text[i+3] < 0xe4 || text[i+3] > 0xed {
		return false
	}
	return text[i+3] < 0xea || i >= 3 && text[i-3] >= 0xe4 && text[i-3] <= 0xed
}

func (j *joiner) begin() {
	if j.b == nil {
		j.b = &j.out
		if j.b.Reset(j.text); cap(j.b.out) == 0 {
			j.b.out = make([]byte, 0, 64)
		}
	}
}

func (j *joiner) add(r letterRun) {
	j.chain = append(j.chain, r)
	j.total += r.letters
}

// flush ends the chain and writes it out if it is one.
func (j *joiner) flush() {
	chain := j.chain
	j.chain = j.chain[:0]
	n, signs := j.total, j.signs
	j.total, j.signs = 0, 0
	switch {
	case len(chain) == 0:
		return
	case len(chain) == 1 && chain[0].jamo == 0:
		switch r := &chain[0]; {
		case r.latin+r.digits == r.letters && r.latin > 1 && r.digit && n < 32:
			j.leet(r)
		case r.wedges > 1 && n < 64:
			j.wedged(r)
		case r.parts:
			j.assemble(r)
		case r.hanja && n < 32 && j.isKorean():
			j.read(r)
		}
		return
	case len(chain) == 1 && !j.spells(&chain[0]), len(chain) == 2 && signs == 0:
		return
	}
	for _, r := range chain {
		c := j.text[r.start]
		j.foreign = j.foreign || c >= utf8.RuneSelf && c < 0xe0
	}
	j.begin()
	j.spell(chain)
}

// spells reports whether a run with jamo in it has one that can belong to a
// syllable: not ㅋㅋㅋ, ㅠㅠ or a last ㅋ.
func (j *joiner) spells(r *letterRun) bool {
	s := j.text[r.start:r.end]
	before, within := none, false
	for i := 0; i < len(s); {
		kind, c, n := j.letter(r.start+i, before)
		i += n
		if before == jamoLetter && (kind == jamoLetter && vowelIndex(c) >= 0 || within && isSyllable(c)) {
			return true
		}
		within = before != jamoLetter && kind == jamoLetter && i > n
		if before = kind; kind == jamoLetter && vowelIndex(c) >= 0 {
			before = anyLetter
		}
	}
	return false
}

// wedged writes out the syllables of a word without the Latin letters and
// digits between them.
func (j *joiner) wedged(r *letterRun) {
	j.begin()
	for i := r.start; i < r.end; {
		kind, _, n := j.letter(i, none)
		switch {
		case kind == anyLetter || kind == jamoLetter:
			j.b.Keep(i, i+n)
		case j.b.Last() != '\n' && j.b.Len() > 0:
			j.b.Drop(Spaced)
		}
		i += n
	}
	j.b.Put(r.end, r.end, "\n", 0)
}

// leet writes out a word with digits for letters.
func (j *joiner) leet(r *letterRun) {
	j.begin()
	for i := r.start; i < r.end; i++ {
		c := asLetter(j.text[i])
		before, after := i > r.start && isLower(j.text[i-1]), i+1 < r.end && isLower(j.text[i+1])
		last := i+1 == r.end // one digit at the end of c4s1n0, but not two
		if c != 0 && (after || before && (!last || r.digits > 2)) {
			j.b.Put(i, i+1, string(rune(c)), Leet)
		} else {
			j.b.Keep(i, i+1)
		}
	}
	j.b.Put(r.end, r.end, "\n", 0)
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// asLetter returns the letter that a digit or sign stands for, or 0.
func asLetter(c byte) byte {
	const from, to = "0134578$", "oieastbs"
	for i := range len(from) {
		if from[i] == c {
			return to[i]
		}
	}
	return 0
}
