package fold

import "unicode/utf8"

// maxJoined is how much Join writes out, in bytes. A text that is longer says
// what it says more than once.
const maxJoined = 1 << 18

// maxChain is the number of letters that are joined at most.
const maxChain = 256

// A joiner writes out the chains of letters of one text.
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

// around returns where to begin for a chain that shows at text[at]: so many words
// before it that none reaches further which has not shown yet, and not far. Words
// count that begin behind a blank with a letter that is easily told.
func (j *joiner) around(at int) int {
	const near, far = 64, 192
	text, low := j.text, max(j.done, at-far)
	if at-low < near {
		return low
	}
	for words := 0; at > low; at-- {
		if c := text[at]; text[at-1] <= ' ' && (c >= 0xe4 && c <= 0xed || isLatinByte(c)) {
			if words++; words > 4 {
				return at
			}
		}
	}
	for text[at]&0xc0 == 0x80 {
		at++
	}
	return at
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

func (j *joiner) isKorean() bool {
	if j.korean == 0 {
		if j.korean = -1; hasHangul(j.text) {
			j.korean = 1
		}
	}
	return j.korean > 0
}

// follows reports whether a run belongs to the same chain as the one before it.
func (j *joiner) follows(r letterRun) bool {
	if len(j.chain) == 0 || j.total+r.letters > maxChain {
		return false
	}
	last := &j.chain[len(j.chain)-1]
	sep := j.text[last.end:r.start]
	both := last.letters == 1 && r.letters == 1
	one := (last.letters == 1 && last.latin+last.digits == 0 || r.letters == 1 && r.latin+r.digits == 0) && last.latin+r.latin == 0
	if !both && !one && len(sep) == 1 || len(sep) > 12 || utf8.RuneCountInString(sep) > 3 {
		return false
	}
	blank, sign := kindsOf(sep)
	if !both && (!one || blank || !sign) && !(len(sep) > 1 && sign && isSingleSign(j.text, last.end, r.start)) {
		return false
	}
	if sign {
		j.signs++
	}
	return true
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
